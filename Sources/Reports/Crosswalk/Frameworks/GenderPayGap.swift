import Estimates

/// The six figures of the United Kingdom's gender pay gap.
extension CrosswalkFramework {
  static let genderPayGap = CrosswalkFramework(
    id: "uk-gpg", title: "UK gender pay gap",
    source: "Equality Act 2010 (Gender Pay Gap Information) Regulations 2017, SI 2017/172, and for "
      + "public bodies SI 2017/353",
    version: "as made in 2017; amendments since are not read here", isBySexInLaw: true,
    differs: [
      "The regulations fix the day: 5 April, or 31 March for public bodies. This report counts on "
        + "its own snapshot day.",
      "The regulations leave out people on reduced pay because of leave; this report counts "
        + "everyone whose pay is in the extract.",
    ],
    lines: [
      CrosswalkLine(
        label: "Mean hourly gap",
        asks: "How much lower the mean hourly pay of women is, as a share of men's",
        answer: .numbers(
          CrosswalkPattern(
            kind: .payGap, characteristic: .sex, isOfWomenAndMen: true, isHourly: true),
          row: "Mean", columns: ["gap"]),
        differs: ["The line counts bonus paid in the pay period as hourly pay."]),
      CrosswalkLine(
        label: "Median hourly gap",
        asks: "How much lower the median hourly pay of women is, as a share of men's",
        answer: .numbers(
          CrosswalkPattern(
            kind: .payGap, characteristic: .sex, isOfWomenAndMen: true, isHourly: true),
          row: "Median", columns: ["gap"]),
        differs: [
          "The line counts bonus paid in the pay period as hourly pay.",
          "The median is taken of pay rounded to three digits.",
        ]),
      CrosswalkLine(
        label: "Mean bonus gap",
        asks: "The same of mean bonus pay over twelve months, of those who received any",
        answer: .numbers(
          CrosswalkPattern(kind: .bonus, characteristic: .sex, isOfWomenAndMen: true),
          row: "Mean", columns: ["gap"]),
        differs: ["The bonus is the one in the extract, whatever months it covers."]),
      CrosswalkLine(
        label: "Median bonus gap",
        asks: "The same of median bonus pay over twelve months, of those who received any",
        answer: .numbers(
          CrosswalkPattern(kind: .bonus, characteristic: .sex, isOfWomenAndMen: true),
          row: "Median", columns: ["gap"]),
        differs: [
          "The bonus is the one in the extract, whatever months it covers.",
          "The median is taken of pay rounded to three digits.",
        ]),
      CrosswalkLine(
        label: "Receiving bonus", asks: "The shares of women and of men who received any bonus",
        answer: .numbers(
          CrosswalkPattern(
            kind: .bonus, characteristic: .sex, isOfWomenAndMen: true, suffix: "/receipt"),
          row: nil, columns: ["focal_rate", "reference_rate"]),
        differs: ["The bonus is the one in the extract, whatever months it covers."]),
      CrosswalkLine(
        label: "Pay quarters",
        asks: "The shares of women and men in each quarter of hourly pay, lowest to highest",
        answer: .table(
          CrosswalkPattern(kind: .payQuarters, characteristic: .sex, isHourly: true)),
        differs: ["The shares printed here are of all groups shown, not of women and men alone."]),
    ])
}
