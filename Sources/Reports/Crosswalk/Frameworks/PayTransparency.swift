import Estimates

/// Article 9(1) of the European Union's pay transparency directive.
extension CrosswalkFramework {
  static let payTransparency = CrosswalkFramework(
    id: "eu-2023-970", title: "EU pay transparency, Article 9",
    source: "Directive (EU) 2023/970, Article 9(1)", version: "10 May 2023", isBySexInLaw: true,
    differs: [
      "The directive reports on the calendar year before, by national rules that may say more; this "
        + "report counts on its own snapshot day.",
      "Pay in the directive is everything an employer gives, in cash or in kind; here it is the "
        + "measure of pay configured.",
    ],
    lines: [
      CrosswalkLine(
        label: "(a)", asks: "The gap of mean pay between women and men",
        answer: .numbers(
          CrosswalkPattern(kind: .payGap, characteristic: .sex, isOfWomenAndMen: true),
          row: "Mean", columns: ["gap"])),
      CrosswalkLine(
        label: "(b)", asks: "The gap of mean complementary or variable pay",
        answer: .numbers(
          CrosswalkPattern(kind: .bonus, characteristic: .sex, isOfWomenAndMen: true),
          row: "Mean", columns: ["gap"]),
        differs: ["The bonus stands for all complementary or variable pay."]),
      CrosswalkLine(
        label: "(c)", asks: "The gap of median pay between women and men",
        answer: .numbers(
          CrosswalkPattern(kind: .payGap, characteristic: .sex, isOfWomenAndMen: true),
          row: "Median", columns: ["gap"]),
        differs: ["The median is taken of pay rounded to three digits."]),
      CrosswalkLine(
        label: "(d)", asks: "The gap of median complementary or variable pay",
        answer: .numbers(
          CrosswalkPattern(kind: .bonus, characteristic: .sex, isOfWomenAndMen: true),
          row: "Median", columns: ["gap"]),
        differs: [
          "The bonus stands for all complementary or variable pay.",
          "The median is taken of pay rounded to three digits.",
        ]),
      CrosswalkLine(
        label: "(e)",
        asks: "The shares of women and of men who receive complementary or variable pay",
        answer: .numbers(
          CrosswalkPattern(
            kind: .bonus, characteristic: .sex, isOfWomenAndMen: true, suffix: "/receipt"),
          row: nil, columns: ["focal_rate", "reference_rate"]),
        differs: ["The bonus stands for all complementary or variable pay."]),
      CrosswalkLine(
        label: "(f)", asks: "The shares of women and men in each quarter of the pay distribution",
        answer: .table(CrosswalkPattern(kind: .payQuarters, characteristic: .sex)),
        differs: ["The shares printed here are of all groups shown, not of women and men alone."]),
      CrosswalkLine(
        label: "(g)",
        asks: "The gap within each category of workers who do equal work or work of equal value, "
          + "for basic pay and for complementary or variable pay apart",
        answer: .table(
          CrosswalkPattern(
            kind: .payGapBy, characteristic: .sex, by: .level, isOfWomenAndMen: true)),
        differs: [
          "Levels stand for categories of workers; whether their work is of equal value is for the "
            + "employer to show.",
          "The rows compare medians, the directive means; basic and variable pay are not apart.",
        ]),
    ])
}
