public import Aggregates

/// A public rule about differences between groups, as dated data.
///
/// A pack says which line a rule draws and where the rule comes from; whether anything follows from
/// falling on one side of it is not for a number to say.
public struct RulePack: Hashable, Sendable, Codable {
  /// How a rule stands.
  public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
    /// It applies.
    case inForce = "in_force"
    /// It is a convention of courts or agencies, not a text.
    case practice
    /// It applies, and its withdrawal has been proposed or announced.
    case underReview = "under_review"
  }

  /// One line a rule draws.
  public enum Rule: Hashable, Sendable, Codable {
    /// The focal rate below a fraction of the reference rate.
    case impactRatio(below: Fraction)
    /// A pooled Z farther from 0 than a number of standard deviations.
    case standardDeviations(beyond: Int)
    /// Impact ratios are published; the rule draws no line.
    case impactRatioPublished
  }

  /// On which side of a rule's line two rates lie.
  public enum Indicator: Hashable, Sendable {
    /// The impact ratio is below the fraction.
    case below(Fraction)
    /// The impact ratio is not below the fraction; on the line is not below.
    case notBelow(Fraction)
    /// Z is farther from 0 than this many standard deviations; the sign is in the table.
    case beyond(standardDeviations: Int)
    /// Z is not farther from 0 than that.
    case within(standardDeviations: Int)
    /// The rule draws no line.
    case noLine
    /// The comparison cannot be made, and why.
    case notEstimable(reason: String)
  }

  /// A stable identifier.
  public let id: String
  /// The rule's name.
  public let title: String
  /// Where it applies.
  public let jurisdiction: String
  /// The day from which it applies or was first drawn, as year-month-day.
  public let inForceFrom: String
  /// How it stands.
  public let status: Status
  /// What is to be known about how it stands.
  public let statusNote: String
  /// When that was so, as year-month or year-month-day.
  public let statusDate: String
  /// The text.
  public let source: String
  /// The lines it draws.
  public let rules: [Rule]

  /// The indicators of a table of the favourable outcome, one per rule.
  public func indicators(_ table: TwoByTwoTable) -> [Indicator] {
    rules.map { RulePack.indicator(of: $0, table) }
  }

  private static func indicator(of rule: Rule, _ table: TwoByTwoTable) -> Indicator {
    if case .impactRatioPublished = rule { return .noLine }
    if let problem = table.problem { return .notEstimable(reason: problem) }
    switch rule {
    case .impactRatioPublished: return .noLine
    case .impactRatio(let fraction):
      guard table.referenceSelected > 0 || table.focalSelected > 0 else {
        return .notEstimable(reason: "Nobody was selected in either group.")
      }
      return fraction.isAbove(
        table.focalSelected, of: table.focalTotal, against: table.referenceSelected,
        of: table.referenceTotal) ? .below(fraction) : .notBelow(fraction)
    case .standardDeviations(let count):
      if let problem = table.outcomeProblem { return .notEstimable(reason: problem) }
      // Z squared is N (ad - bc)^2 / (n1 n2 m (N - m)); compared without a division.
      let difference = Double(table.crossDifference)
      let square = difference * difference * Double(table.total)
      let margins =
        Double(table.focalTotal) * Double(table.referenceTotal) * Double(table.selected)
        * Double(table.total - table.selected)
      let line = Double(count * count) * margins
      return square > line * (1 + 1e-12)
        ? .beyond(standardDeviations: count) : .within(standardDeviations: count)
    }
  }
}
