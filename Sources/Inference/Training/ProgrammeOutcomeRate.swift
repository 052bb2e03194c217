public import Estimates
import NumericalKernel

/// The share of people who left a programme and had an outcome some time later, with Wilson's
/// interval: employed in the second or fourth quarter after exit, or credentialed.
///
///     rate = had the outcome / (left the programme, less those left out)
///
/// Range 0 to 1; higher is better. Of some people it is not known whether they had the outcome. The
/// convention decides what they count as, and is printed: as without it, which is what public
/// programmes of the United States report, or left out of the base. Where everyone is left out the
/// rate is not defined.
/// - Source: 20 CFR 677.155(a)(1), for the outcomes; Wilson (1927), Journal of the American
///   Statistical Association 22, 209-212, for the interval.
public struct ProgrammeOutcomeRate: StatisticalMethod {
  /// What is looked for after the exit.
  public enum Sought: String, Codable, Hashable, Sendable, CaseIterable {
    /// Employment in the second quarter after the quarter of exit.
    case employedSecondQuarter = "employed_second_quarter"
    /// Employment in the fourth quarter after the quarter of exit.
    case employedFourthQuarter = "employed_fourth_quarter"
    /// A recognised credential during the programme or within a year after exit.
    case credential

    var words: String {
      switch self {
      case .employedSecondQuarter: "employed in the second quarter after exit"
      case .employedFourthQuarter: "employed in the fourth quarter after exit"
      case .credential: "credentialed within a year after exit"
      }
    }
  }

  /// What people count as of whom it is not known.
  public enum Unknown: String, Codable, Hashable, Sendable, CaseIterable {
    /// As people without the outcome.
    case without
    /// As nobody: they are left out of the base.
    case leftOut = "left_out"
  }

  /// What is looked for.
  public let sought: Sought
  /// What people count as of whom it is not known.
  public let unknown: Unknown
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(_ sought: Sought, unknown: Unknown = .without, level: Double = 0.95) {
    self.sought = sought
    self.unknown = unknown
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "programme-outcome-rate", title: "Outcome after a programme (Wilson interval)",
    formula: "had the outcome / left the programme",
    range: "0 to 1",
    assumptions: [
      "The people are independent draws with one probability.",
      "Work that no record shows counts as the convention says.",
    ],
    source: "20 CFR 677.155(a)(1); Wilson (1927), JASA 22, 209-212")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    let rule =
      switch unknown {
      case .without: "people of unknown outcome count as without it"
      case .leftOut: "people of unknown outcome are left out"
      }
    return stamp(convention: "\(sought.words), \(rule), " + ConfidenceLevel.words(level))
  }

  /// The rate, or why there is none.
  public func callAsFunction(_ exits: ProgrammeExits) -> Outcome {
    let base = unknown == .without ? exits.left : exits.left - exits.unknown
    guard base > 0, let count = BinomialCount(successes: exits.attained, total: base) else {
      return .notEstimable(
        reason: exits.left == 0
          ? "Nobody left the programme." : "The outcome of nobody who left is known.")
    }
    return WilsonInterval(level: level)(count)
  }
}

/// The people who left a programme, those who had an outcome, and those of whom it is not known.
public struct ProgrammeExits: Hashable, Sendable, Codable {
  /// Everyone who left.
  public let left: Int
  /// Those who had the outcome.
  public let attained: Int
  /// Those of whom it is not known whether they had.
  public let unknown: Int

  /// Makes the counts; `nil` where one is negative or the parts exceed the whole.
  public init?(left: Int, attained: Int, unknown: Int = 0) {
    guard min(attained, unknown) >= 0, left >= 0, attained <= left, unknown <= left - attained
    else { return nil }
    self.left = left
    self.attained = attained
    self.unknown = unknown
  }

  /// Reads the counts, with the conditions of new ones.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard
      let exits = ProgrammeExits(
        left: try container.decode(Int.self, forKey: .left),
        attained: try container.decode(Int.self, forKey: .attained),
        unknown: try container.decode(Int.self, forKey: .unknown))
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .left, in: container,
        debugDescription: "No count is negative, and the parts do not exceed the whole.")
    }
    self = exits
  }
}
