public import Aggregates
public import Estimates

/// How many different selections would change what a table shows.
///
/// The smallest number of people of the group selected less often who would have to be selected
/// as well (`.add`), or in place of as many of the other group (`.swap`), before the criterion
/// changes; 0 where it is met already. Whole people. Two standard deviations and a p-value of 0.05
/// are different lines and are counted apart; "one different selection reverses the difference" is
/// the reversal of direction, not the loss of significance.
/// - Source: Uniform Guidelines on Employee Selection Procedures, Questions and Answers (1979), 21;
///   Morris and Dunleavy (2017), Adverse Impact Analysis, chapter 6.
public struct FlipCounts: StatisticalMethod {
  /// What has to change.
  public enum Criterion: Codable, Hashable, Sendable {
    /// The focal rate is at least four fifths of the reference rate.
    case fourFifths
    /// The pooled Z lies within 2 of 0.
    case twoStandardDeviations
    /// Fisher's p-value by minimum likelihood is at least alpha.
    case pValue(alpha: Double = 0.05)
    /// The group selected less often is selected more often.
    case directionReversal
  }

  /// Which selections differ.
  public enum Change: String, Codable, Hashable, Sendable, CaseIterable {
    /// More people of the group selected less often are selected.
    case add
    /// They are selected in place of people of the other group.
    case swap
  }

  /// What has to change.
  public let criterion: Criterion
  /// Which selections differ.
  public let change: Change

  /// Makes the method.
  public init(criterion: Criterion, change: Change = .add) {
    self.criterion = criterion
    self.change = change
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "flip-count", title: "Selections that change the result",
    formula: "the smallest number of different selections, to the group selected less often, after "
      + "which the criterion is met",
    range: "people; 0 where the criterion is met already",
    assumptions: ["Everyone of the group selected less often could have been selected."],
    source: "Uniform Guidelines on Employee Selection Procedures, Questions and Answers (1979), "
      + "21; Morris and Dunleavy (2017), Adverse Impact Analysis, chapter 6")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    let (id, words) =
      switch criterion {
      case .fourFifths: ("four-fifths", "focal rate at least four fifths of the reference rate")
      case .twoStandardDeviations: ("two-standard-deviations", "pooled Z within 2 of 0")
      case .pValue(let alpha): ("p-value", "Fisher's p (minimum likelihood) at least \(alpha)")
      case .directionReversal: ("direction", "direction of the difference reversed")
      }
    return stamp(
      id: "\(FlipCounts.card.id)-\(id)" + (change == .swap ? "-swap" : ""),
      convention: words + (change == .add ? ", selections added" : ", selections exchanged"))
  }

  /// The number of people, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    if let problem = table.problem { return .notEstimable(reason: problem) }
    if table.selected == 0 {
      return .notEstimable(reason: "Nobody was selected in either group.")
    }
    if case .pValue(let alpha) = criterion, !(alpha > 0 && alpha < 1) {
      return .notEstimable(reason: "Alpha must lie between 0 and 1.")
    }
    let direction = table.crossDifference
    if criterion == .directionReversal, direction == 0 {
      return .notEstimable(reason: "The rates are equal; there is no direction to reverse.")
    }
    // The four-fifths question is always about the focal group.
    let focalGains = direction <= 0 || criterion == .fourFifths
    var changed = table
    var count = 0
    while true {
      switch isMet(changed, focalGains: focalGains) {
      case .some(true): return .estimate(Double(count))
      case .some(false): break
      case .none: return .notEstimable(reason: "A p-value could not be computed.")
      }
      guard let next = step(changed, focalGains: focalGains) else {
        return .notEstimable(reason: "No number of different selections changes the result.")
      }
      changed = next
      count += 1
    }
  }

  /// Whether the criterion is met, or `nil` where it cannot be told.
  private func isMet(_ table: TwoByTwoTable, focalGains: Bool) -> Bool? {
    switch criterion {
    case .fourFifths:
      return 5 * Int128(table.focalSelected) * Int128(table.referenceTotal)
        >= 4 * Int128(table.referenceSelected) * Int128(table.focalTotal)
    case .twoStandardDeviations:
      // Where everybody is selected, or nobody, the rates are equal.
      guard table.outcomeProblem == nil else { return true }
      guard case .test(let test) = PooledZTest()(table), let z = test.statistic else { return nil }
      return abs(z) < 2
    case .pValue(let alpha):
      guard case .test(let test) = FisherExactTest()(table) else { return nil }
      return test.pValue.value >= alpha
    case .directionReversal:
      return focalGains ? table.crossDifference > 0 : table.crossDifference < 0
    }
  }

  /// The table with one more different selection; `nil` where nobody is left.
  private func step(_ table: TwoByTwoTable, focalGains: Bool) -> TwoByTwoTable? {
    let gain = 1
    let loss = change == .swap ? 1 : 0
    let focal = focalGains ? gain : -loss
    let reference = focalGains ? -loss : gain
    return TwoByTwoTable(
      focalSelected: table.focalSelected + focal, focalRejected: table.focalRejected - focal,
      referenceSelected: table.referenceSelected + reference,
      referenceRejected: table.referenceRejected - reference)
  }
}
