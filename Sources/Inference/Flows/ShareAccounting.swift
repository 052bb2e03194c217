import Aggregates
public import Estimates

/// What each flow of people did to a group's share of a stock, without a remainder.
///
///     s1 - s0 = sum over inflows of n (s - s0) / N1 - sum over outflows of n (s - s0) / N1
///
/// with `s0` the opening share, `N1` the closing headcount, and `n` and `s` the people of a flow and
/// the group's share of them. Hires raise the share where the group's share of hires is above the
/// opening share; exits raise it where the group's share of leavers is below. The identity holds to
/// the person: the numerators are whole numbers over `N0 N1` and add up without rounding. Accounts
/// that do not reconcile have no division, but a reason with the difference in heads. Cost: one step
/// per flow.
/// - Source: Identity: divide N1 s1 = N0 s0 + sum of inflows - sum of outflows by N1.
public struct ShareAccounting: CataloguedMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "share-accounting", title: "Accounting for the change of a share by flows",
    formula: "inflow: n (s - s0) / N1; outflow: -n (s - s0) / N1; they add up to s1 - s0",
    range: "between -1 and 1; positive where the flow raised the share",
    assumptions: [
      "Opening headcount, flows and closing headcount reconcile to the person.",
      "A flow is measured against the opening share: a flow with the opening share changes nothing.",
      "It says how a share moved, not why people came or went.",
    ],
    source: "Identity: closing = opening + inflows - outflows, of the group and of everyone")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "flows against the opening share, over the closing headcount; no remainder",
      inference: .census)
  }

  /// What each flow did, or why that cannot be said.
  public func callAsFunction(_ accounts: ShareAccounts) -> ShareAccountingResult {
    let (opening, closing) = (accounts.opening, accounts.closing)
    let problem = accounts.problem
    func share(_ count: BinomialCount) -> Outcome {
      count.problem.map(Outcome.notEstimable) ?? .estimate(count.share)
    }
    /// `numerator / (N0 N1)`, rounded once.
    func part(_ numerator: Int128) -> Outcome {
      if let problem { return .notEstimable(reason: problem) }
      return .estimate(Double(numerator) / Double(Int128(opening.total) * Int128(closing.total)))
    }
    /// `sign (x N0 - n x0)`.
    func numerator(_ flow: HeadcountFlow) -> Int128 {
      Int128(flow.sign)
        * (Int128(flow.people.successes) * Int128(opening.total)
          - Int128(flow.people.total) * Int128(opening.successes))
    }
    func people(_ numerator: Int128) -> Outcome {
      if let problem { return .notEstimable(reason: problem) }
      return .estimate(Double(numerator) / Double(opening.total))
    }
    let numerators = accounts.flows.map(numerator)
    return ShareAccountingResult(
      opening: share(opening), closing: share(closing),
      change: part(
        Int128(closing.successes) * Int128(opening.total)
          - Int128(closing.total) * Int128(opening.successes)),
      lines: zip(accounts.flows, numerators).map { flow, numerator in
        ShareAccountingResult.Line(
          flow: flow, contribution: part(numerator), people: people(numerator))
      },
      numerators: problem == nil ? numerators : [])
  }
}
