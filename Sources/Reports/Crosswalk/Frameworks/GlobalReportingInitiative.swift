import Estimates

/// Disclosures 405-1 and 405-2 of the Global Reporting Initiative.
extension CrosswalkFramework {
  private static let ages =
    "The standard has three age groups, under 30, 30 to 50 and over 50; the groups here are those "
    + "of this organisation."

  static let globalReportingInitiative = CrosswalkFramework(
    id: "gri-405", title: "GRI 405",
    source: "Global Reporting Initiative, GRI 405: Diversity and Equal Opportunity",
    version: "2016",
    differs: [
      "Levels stand for employee categories, which the standard leaves to the organisation."
    ],
    lines: [
      CrosswalkLine(
        label: "405-1 a",
        asks: "Members of governance bodies by gender, age group and other indicators of diversity",
        answer: .needs(.governance)),
      CrosswalkLine(
        label: "405-1 b i", asks: "Employees of each category by gender",
        answer: .table(
          CrosswalkPattern(kind: .representationBy, characteristic: .sex, by: .level))),
      CrosswalkLine(
        label: "405-1 b ii", asks: "Employees of each category by age group",
        answer: .table(
          CrosswalkPattern(kind: .representationBy, characteristic: .age, by: .level)),
        differs: [ages]),
      CrosswalkLine(
        label: "405-1 b iii", asks: "Employees of each category by ethnicity, where that applies",
        answer: .table(
          CrosswalkPattern(kind: .representationBy, characteristic: .ethnicity, by: .level))),
      CrosswalkLine(
        label: "405-1 b iii", asks: "Employees of each category by disability, where that applies",
        answer: .table(
          CrosswalkPattern(kind: .representationBy, characteristic: .disability, by: .level))),
      CrosswalkLine(
        label: "405-2 a",
        asks: "The ratio of the basic salary and of the remuneration of women to those of men, for "
          + "each category and main location",
        answer: .table(
          CrosswalkPattern(
            kind: .payGapBy, characteristic: .sex, by: .level, isOfWomenAndMen: true)),
        differs: [
          "The table gives gaps of medians: the ratio is one less the gap.",
          "One measure of pay stands for both, and locations are not apart.",
        ]),
      CrosswalkLine(
        label: "405-2 b", asks: "What counts as a main location",
        answer: .needs(.narrative)),
    ])
}
