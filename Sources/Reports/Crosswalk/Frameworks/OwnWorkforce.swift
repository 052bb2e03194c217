import Estimates

/// Disclosure requirements of ESRS S1 about the characteristics, diversity and pay of employees.
extension CrosswalkFramework {
  static let ownWorkforce = CrosswalkFramework(
    id: "esrs-s1", title: "ESRS S1, own workforce",
    source: "Commission Delegated Regulation (EU) 2023/2772, annex I, ESRS S1",
    version: "31 July 2023; the simplified standards are not read here",
    differs: [
      "The standard reports on the end of the financial year; this report counts on its own snapshot "
        + "day."
    ],
    lines: [
      CrosswalkLine(
        label: "S1-6, 50 a", asks: "Employees by gender, as heads",
        answer: .table(CrosswalkPattern(kind: .representation, characteristic: .sex))),
      CrosswalkLine(
        label: "S1-6, 50 a", asks: "Employees by country, where 50 or more make up a tenth",
        answer: .needs(.record("the country of each person"))),
      CrosswalkLine(
        label: "S1-6, 50 b",
        asks: "Permanent and temporary employees and those without guaranteed hours, by gender",
        answer: .needs(.record("the kind of contract as a structure of the workforce"))),
      CrosswalkLine(
        label: "S1-6, 50 c", asks: "Employees who left in the period, and the rate of turnover",
        answer: .table(
          CrosswalkPattern(kind: .retention, characteristic: .sex)),
        differs: ["The rate is of the average headcount of four quarters."]),
      CrosswalkLine(
        label: "S1-9, 66 a", asks: "Gender at the level of top management, as heads and shares",
        answer: .table(
          CrosswalkPattern(kind: .representationBy, characteristic: .sex, by: .level)),
        differs: [
          "The standard's top management is one or two levels below the governing bodies; say which "
            + "levels of the table these are."
        ]),
      CrosswalkLine(
        label: "S1-9, 66 b",
        asks: "Employees by age group: under 30, 30 to 50, over 50",
        answer: .table(CrosswalkPattern(kind: .representation, characteristic: .age)),
        differs: ["The age groups are those of this organisation."]),
      CrosswalkLine(
        label: "S1-12, 79", asks: "The share of employees with a disability",
        answer: .table(CrosswalkPattern(kind: .representation, characteristic: .disability)),
        differs: ["The share is of the people who declared."]),
      CrosswalkLine(
        label: "S1-16, 97 a", asks: "The gap of mean pay between women and men",
        answer: .numbers(
          CrosswalkPattern(
            kind: .payGap, characteristic: .sex, isOfWomenAndMen: true, isHourly: true),
          row: "Mean", columns: ["gap"]),
        differs: ["The standard takes gross hourly pay with all its components."]),
      CrosswalkLine(
        label: "S1-16, 97 b",
        asks: "The yearly pay of the highest paid person as a multiple of the median of all others",
        answer: .needs(.record("the pay of one person, which is never published"))),
      CrosswalkLine(
        label: "S1-17, 103",
        asks: "Incidents of unequal treatment and harassment, complaints, and fines",
        answer: .needs(.record("a record of incidents and complaints"))),
    ])
}
