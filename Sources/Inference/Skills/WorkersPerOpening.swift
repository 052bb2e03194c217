public import Estimates

/// People who work in an occupation per opening in it.
///
///     workers per opening = employed / openings
///
/// Range 0 and up, people per opening; a low number means that openings are many beside those who do
/// the work. It says nothing of who is looking: another ratio than `SupplyCoverage` and
/// `SkillsGapRatio`. No openings leave it undefined.
/// - Source: definition; Katz et al. (1978), Biometrics 34, 469-474, for the log scale.
public struct WorkersPerOpening: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "workers-per-opening", title: "Workers per opening",
    formula: "employed / openings",
    range: "0 and up, people per opening; low where openings are many",
    assumptions: [
      "Employed people and openings are of one occupation, place and time, and independent Poisson "
        + "counts."
    ],
    source: "definition: employed / openings; Katz et al. (1978), Biometrics 34, 469-474")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "employed over openings, log-scale interval from counts, "
        + ConfidenceLevel.words(level))
  }

  /// The people per opening, or why there are none.
  public func callAsFunction(_ counts: LabourMarketCounts) -> Outcome {
    SkillsGapRatio.ratio(
      of: counts.employed, over: counts.openings,
      logVariance: 1 / Double(counts.employed) + 1 / Double(counts.openings), level: level,
      without: "There are no openings.")
  }
}
