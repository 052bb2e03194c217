public import Estimates

/// How a share moved between two dates, flow by flow.
public struct ShareAccountingResult: Hashable, Sendable {
  /// One flow.
  public struct Line: Hashable, Sendable {
    /// The people who came or went.
    public let flow: HeadcountFlow
    /// What the flow added to the share, between -1 and 1; the contributions of all flows add up to
    /// the change of the share.
    public let contribution: Outcome
    /// How many people more of the group the flow brought than one of as many people with the
    /// opening share, not rounded.
    ///
    /// Negative where it brought fewer.
    public let people: Outcome
  }

  /// The share at the first date.
  public let opening: Outcome
  /// The share at the second date.
  public let closing: Outcome
  /// The closing share less the opening one.
  public let change: Outcome
  /// The flows, in the order they were given.
  public let lines: [Line]
  /// The contributions times opening and closing headcount, which are whole numbers; empty where the
  /// accounts do not reconcile.
  let numerators: [Int128]

  init(
    opening: Outcome, closing: Outcome, change: Outcome, lines: [Line], numerators: [Int128]
  ) {
    self.opening = opening
    self.closing = closing
    self.change = change
    self.lines = lines
    self.numerators = numerators
  }

  /// The result of accounts that cannot be: nothing but the reason.
  public init(reason: String) {
    opening = .notEstimable(reason: reason)
    closing = opening
    change = opening
    lines = []
    numerators = []
  }

  /// What several kinds of flow did together.
  public func contribution(of kinds: [HeadcountFlow.Kind]) -> Outcome {
    if case .notEstimable = change { return change }
    var sum = 0.0
    for line in lines where kinds.contains(line.flow.kind) {
      guard case .estimate(let estimate) = line.contribution else { return line.contribution }
      sum += estimate.value
    }
    return .estimate(sum)
  }

  /// What changes of records did: new answers, answers taken back and corrections.
  public var recording: Outcome {
    contribution(of: HeadcountFlow.Kind.allCases.filter(\.isRecording))
  }

  /// What people who came, went, moved or were promoted did.
  public var real: Outcome {
    contribution(of: HeadcountFlow.Kind.allCases.filter { !$0.isRecording })
  }
}
