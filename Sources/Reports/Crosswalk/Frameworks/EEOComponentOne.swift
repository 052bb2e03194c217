import Estimates

/// The grid of Component 1 of the EEO-1 report of the United States.
extension CrosswalkFramework {
  static let eeoComponentOne = CrosswalkFramework(
    id: "eeo-1", title: "EEO-1 Component 1",
    source: "US Equal Employment Opportunity Commission, EEO-1 Component 1 data collection",
    version: "2024 collection", isBySexInLaw: true,
    differs: [
      "The form wants ten job categories, seven groups of race and ethnicity and two of sex in one "
        + "grid; a published table of that detail would point at people, so that the form itself "
        + "goes to the commission and not into a report.",
      "The form counts one pay period of October to December.",
    ],
    lines: [
      CrosswalkLine(
        label: "Grid",
        asks: "People by job category, race or ethnicity, and sex, all at once, for each "
          + "establishment",
        answer: .needs(.threeWays)),
      CrosswalkLine(
        label: "Sex by job category", asks: "The margins of the grid: sex in each job category",
        answer: .table(
          CrosswalkPattern(kind: .representationBy, characteristic: .sex, by: .jobCategory))),
      CrosswalkLine(
        label: "Race or ethnicity by job category",
        asks: "The margins of the grid: race or ethnicity in each job category",
        answer: .table(
          CrosswalkPattern(kind: .representationBy, characteristic: .ethnicity, by: .jobCategory))),
      CrosswalkLine(
        label: "Total row", asks: "The last row of the grid: race or ethnicity by sex, all jobs",
        answer: .table(
          CrosswalkPattern(kind: .intersection, characteristic: .ethnicity, crossed: .sex)),
        differs: [
          "The groups are those of this organisation; the form has seven, and counts people who are "
            + "Hispanic or Latino there whatever their race."
        ]),
    ])
}
