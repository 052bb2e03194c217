public import Estimates
import NumericalKernel

/// Which skills more people have than a year before, beyond what chance and the size of the
/// workforce make.
///
///     growth ratio = (now / people now) / (then / people then)
///     shrunk ratio = (a + now) / (a / m + expected),   expected = then x people now / people then
///
/// Range 0 and up; 1 as many of a hundred as before, above 1 a growing skill. The shrunk ratio is
/// the mean of the gamma distribution that a skill's true ratio has once its count is known, if true
/// ratios have a gamma distribution with mean m, the ratio of all skills together, and shape a, of
/// the largest likelihood; its interval holds the middle of that distribution. Rank skills by it: raw
/// ratios put rare skills first and last by chance. Where ratios differ no more than chance would make
/// them all are drawn to m. The test of a skill is exact given its two counts; p-values are adjusted
/// for all skills by Benjamini and Hochberg. People counted twice, then and now, make true changes
/// seem less certain than they are. Cost: the sum of the counts, some hundred times.
/// - Source: DuMouchel (1999), The American Statistician 53, 177-190, for gamma-Poisson shrinkage;
///   Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57, 289-300.
public struct EmergingSkills: CataloguedMethod {
  /// One skill.
  public struct Row: Hashable, Sendable {
    /// What the skill is called.
    public let name: String
    /// The growth ratio as counted, with its exact conditional interval.
    public let raw: Outcome
    /// The growth ratio drawn towards that of all skills.
    public let shrunk: Outcome
    /// The exact test of an unchanged share.
    public let test: Outcome
    /// The p-value adjusted for all skills; `nil` where there is no test.
    public let adjustedPValue: PValue?

    /// Whether the skill grows: the whole interval of the shrunk ratio is above 1 and the adjusted
    /// p-value is at most `alpha`.
    public func isEmerging(alpha: Double) -> Bool {
      guard case .estimate(let estimate) = shrunk, let interval = estimate.interval,
        let adjustedPValue
      else { return false }
      return interval.lower > 1 && adjustedPValue.value <= alpha
    }
  }

  /// The nominal coverage of the intervals.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "emerging-skills", title: "Emerging skills, growth shrunk (gamma-Poisson)",
    formula: "(a + now) / (a / m + expected), with the count then as expected",
    range: "0 and up; 1 without a change of the share, above 1 a growing skill",
    assumptions: [
      "Counts a year ago are taken as known where ratios are shrunk.",
      "True ratios spread around that of all skills as a gamma distribution does.",
      "The people then and now are independent, which makes the tests cautious where most stayed.",
    ],
    source:
      "DuMouchel (1999), The American Statistician 53, 177-190; Benjamini and Hochberg (1995), "
      + "JRSS B 57, 289-300")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention:
        "towards the ratio of all skills, shape of the largest likelihood, false discovery "
        + "rate over all skills, " + ConfidenceLevel.words(level))
  }

  /// The skills in the order given; those that are `nil` may not be shown, and their tests count as
  /// p = 1.
  public func callAsFunction(_ counts: SkillCounts) -> [Row?] {
    let expected = counts.skills.map { skill in
      skill.map { Double($0.then) * Double(counts.peopleNow) / Double(counts.peopleThen) }
    }
    let known = zip(counts.skills, expected).compactMap { skill, expected -> GammaPoisson.Count? in
      guard let skill, let expected, expected > 0 else { return nil }
      return GammaPoisson.Count(count: skill.now, expected: expected)
    }
    let prior = GammaPoisson(known)
    let tests = counts.skills.map { skill -> Outcome? in
      skill.flatMap { counts.rates(of: $0) }.map { PoissonRateTest()($0) }
    }
    let adjusted = BenjaminiHochbergAdjustment.adjust(
      tests.map { outcome in
        if case .test(let test)? = outcome { test.pValue } else { .one }
      })
    return counts.skills.indices.map { position in
      guard let skill = counts.skills[position], let test = tests[position] else { return nil }
      let isTested = if case .test = test { true } else { false }
      return Row(
        name: skill.name,
        raw: counts.rates(of: skill).map { PoissonRateRatio(level: level)($0) }
          ?? .notEstimable(reason: "The counts are impossible."),
        shrunk: prior.ratio(skill.now, expected: expected[position] ?? 0, level: level),
        test: test, adjustedPValue: isTested ? adjusted[position] : nil)
    }
  }
}

/// How many people have each skill now and had it a year before.
public struct SkillCounts: Hashable, Sendable, Codable {
  /// One skill.
  public struct Skill: Hashable, Sendable, Codable {
    /// What it is called.
    public let name: String
    /// People who had it then.
    public let then: Int
    /// People who have it now.
    public let now: Int

    /// Makes a skill.
    public init(name: String, then: Int, now: Int) {
      self.name = name
      self.then = then
      self.now = now
    }
  }

  /// The skills; `nil` for one whose counts may not be shown.
  public let skills: [Skill?]
  /// Everyone then.
  public let peopleThen: Int
  /// Everyone now.
  public let peopleNow: Int

  /// Makes counts; `nil` where nobody was there, a count is negative or above everyone.
  public init?(skills: [Skill?], peopleThen: Int, peopleNow: Int) {
    guard min(peopleThen, peopleNow) > 0,
      skills.compactMap({ $0 }).allSatisfy({
        (0...peopleThen).contains($0.then) && (0...peopleNow).contains($0.now)
      })
    else { return nil }
    self.skills = skills
    self.peopleThen = peopleThen
    self.peopleNow = peopleNow
  }

  /// Reads counts, with the conditions of new ones.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard
      let counts = SkillCounts(
        skills: try container.decode([Skill?].self, forKey: .skills),
        peopleThen: try container.decode(Int.self, forKey: .peopleThen),
        peopleNow: try container.decode(Int.self, forKey: .peopleNow))
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .skills, in: container, debugDescription: "The counts of skills are impossible.")
    }
    self = counts
  }

  func rates(of skill: Skill) -> EventRates? {
    EventRates(
      focalEvents: skill.now, focalExposure: Double(peopleNow), referenceEvents: skill.then,
      referenceExposure: Double(peopleThen))
  }
}
