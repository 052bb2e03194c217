/// The rule packs the engine knows, as they stood on their status dates.
public enum RulePackCatalogue {
  /// All packs, the oldest text first.
  public static let all: [RulePack] = [twoStandardDeviations, fourFifths, localLaw144]

  /// The pack with this identifier.
  public static func pack(_ id: String) -> RulePack? { all.first { $0.id == id } }

  /// The four-fifths rule of the Uniform Guidelines on Employee Selection Procedures.
  public static let fourFifths = RulePack(
    id: "ugesp-four-fifths", title: "Four-fifths rule",
    jurisdiction: "United States, federal", inForceFrom: "1978-09-25", status: .underReview,
    statusNote: "The Guidelines stand; rescission of their interpretive part is on the regulatory "
      + "agenda (RIN 3046-AB43). Differences smaller than four fifths can matter and larger ones "
      + "need not, by the rule's own words.",
    statusDate: "2026-09", source: "29 CFR 1607.4D; 43 FR 38290 (1978)",
    rules: [.impactRatio(below: .fourFifths)])

  /// The two or three standard deviations of Hazelwood.
  public static let twoStandardDeviations = RulePack(
    id: "two-standard-deviations", title: "Two or three standard deviations",
    jurisdiction: "United States, federal courts", inForceFrom: "1977-06-27", status: .practice,
    statusNote: "A remark of the court, taken up in the practice of federal contract enforcement, "
      + "whose basis, Executive Order 11246, was revoked in January 2025 (Executive Order 14173). "
      + "Two standard deviations and a p-value of 0.05 are different lines.",
    statusDate: "2025-01-21",
    source: "Hazelwood School District v. United States, 433 U.S. 299 (1977), notes 14 and 17; "
      + "Castaneda v. Partida, 430 U.S. 482 (1977), note 17",
    rules: [.standardDeviations(beyond: 2), .standardDeviations(beyond: 3)])

  /// The bias audit of automated employment decision tools in New York City.
  public static let localLaw144 = RulePack(
    id: "nyc-local-law-144", title: "Bias audit of automated employment decision tools",
    jurisdiction: "New York City", inForceFrom: "2023-07-05", status: .inForce,
    statusNote: "Enforced from 5 July 2023. The rule asks for impact ratios by sex, race or "
      + "ethnicity and both, and for the number of people of unknown category; it draws no line.",
    statusDate: "2026-09",
    source: "New York City Administrative Code 20-870 to 20-874; 6 RCNY 5-300 to 5-304",
    rules: [.impactRatioPublished])
}
