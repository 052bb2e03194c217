import Aggregates
import Estimates

/// The data the comparisons are made on.
extension PeerCrosswalk {
  static let survey = "the survey of programs behind this engine"
  static let noCategories = Outcome.notEstimable(reason: "There are no categories.")

  private static func rates(
    _ focalSelected: Int, of focalTotal: Int, _ referenceSelected: Int, of referenceTotal: Int
  ) -> CrosswalkData<TwoByTwoTable> {
    CrosswalkData(
      "\(focalSelected) of \(focalTotal) against \(referenceSelected) of \(referenceTotal)",
      TwoByTwoTable(
        focalSelected: focalSelected, focalRejected: focalTotal - focalSelected,
        referenceSelected: referenceSelected,
        referenceRejected: referenceTotal - referenceSelected))
  }

  // Two groups.
  static let morris = rates(2, of: 10, 15, of: 25)
  static let forty = rates(12, of: 40, 48, of: 80)
  static let nine = rates(9, of: 10, 3, of: 10)
  static let fayTable = rates(28, of: 126, 23, of: 117)
  static let statXact = rates(10, of: 35, 24, of: 61)
  static let statXactSmall = rates(6, of: 13, 2, of: 7)
  static let vaccine = rates(7, of: 15, 12, of: 15)
  static let ricci = rates(3, of: 15, 25, of: 43)
  static let waisome = rates(50, of: 64, 455, of: 508)
  static let halves = rates(5, of: 197, 40, of: 90)
  static let everyone = rates(10, of: 10, 0, of: 20)
  static let relative = rates(10, of: 75, 12, of: 225)
  static let newcombe = rates(56, of: 70, 48, of: 80)
  static let exits = CrosswalkData(
    "11 events in 800 against 25 in 1,000 person-quarters",
    EventRates(focalEvents: 11, focalExposure: 800, referenceEvents: 25, referenceExposure: 1_000))
  static let plan = CrosswalkData(
    "50 people per group, rates 0.5 and 0.75",
    PowerDesign(focalTotal: 50, referenceTotal: 50, focalRate: 0.5, referenceRate: 0.75))

  // Strata and tables.
  private static func strata(_ words: String, _ counts: [[Int]]) -> CrosswalkData<StratifiedTables>
  {
    let tables = counts.enumerated().compactMap { index, row in
      TwoByTwoTable(
        focalSelected: row[0], focalRejected: row[1], referenceSelected: row[2],
        referenceRejected: row[3]
      ).map { StratifiedTables.Stratum(label: "\(index + 1)", table: $0) }
    }
    return CrosswalkData(words, StratifiedTables(tables))
  }

  static let berkeley = strata(
    "Berkeley 1973, women against men in six departments",
    [
      [89, 19, 512, 313], [17, 8, 353, 207], [202, 391, 120, 205], [131, 244, 138, 279],
      [94, 299, 53, 138], [24, 317, 22, 351],
    ])
  static let rabbits = strata(
    "Mantel's penicillin and rabbits, five strata",
    [[0, 6, 0, 5], [3, 3, 0, 6], [6, 0, 2, 4], [5, 1, 6, 0], [2, 0, 5, 0]])
  static let satisfaction = CrosswalkData(
    "Agresti's job satisfaction, 4 by 4",
    ContingencyTable(rows: [[1, 3, 10, 6], [2, 3, 10, 7], [1, 6, 14, 12], [0, 1, 9, 11]]))

  // Shares.
  static let newcombeShare = CrosswalkData(
    "81 of 263", BinomialCount(successes: 81, total: 263))
  static let nobody = CrosswalkData("0 of 20", BinomialCount(successes: 0, total: 20))
  static let available = CrosswalkData(
    "16 of 68, 26.8 per cent available", BinomialCount(successes: 16, total: 68))
  static let blood = CrosswalkData(
    "counts 91 49 37 43, the first share", CategoryCounts([91, 49, 37, 43], declared: 4))

  // Segregation: units in rows, groups in columns.
  private static let units = [
    [60, 20, 10, 10], [30, 15, 5, 0], [10, 15, 5, 10], [25, 5, 0, 5], [15, 25, 10, 20],
  ]
  static let fiveUnits = CrosswalkData(
    "295 people of four groups in five units", ContingencyTable(rows: units))
  static let fiveUnitsEmptyGroup = CrosswalkData(
    "295 people in five units, a fifth group empty", ContingencyTable(rows: units.map { $0 + [0] }))
  static let fiveUnitsTwoGroups = CrosswalkData(
    "295 people in five units, the first group and the rest",
    ContingencyTable(rows: units.map { [$0[0], $0[1] + $0[2] + $0[3]] }))
  static let evenTens = CrosswalkData(
    "ten units of ten, one of the first group in each",
    ContingencyTable(rows: Array(repeating: [1, 9], count: 10)))

  // Diversity.
  static let fourGroups = CrosswalkData(
    "counts 140 60 30 65", CategoryCounts([140, 60, 30, 65], declared: 4))
  static let groupTotals = CrosswalkData(
    "counts 140 80 30 45", CategoryCounts([140, 80, 30, 45], declared: 4))
  static let bloodTypes = CrosswalkData(
    "counts 69 17 7 62", CategoryCounts([69, 17, 7, 62], declared: 4))
  static let elevenGroups = CrosswalkData(
    "counts 4 2 3 0 2 4 0 0 2 1 1",
    CategoryCounts([4, 2, 3, 0, 2, 4, 0, 0, 2, 1, 1], declared: 11))
  static let threeGrades = CrosswalkData(
    "counts 50 30 20 of three grades half a scale apart",
    CategoryCounts([50, 30, 20], declared: 3))

  // Amounts.
  private static let tenAmounts: [Double] = [
    541, 1_463, 2_445, 3_438, 4_437, 5_401, 6_392, 8_304, 11_904, 22_261,
  ]
  static let pay = CrosswalkData(
    "ten amounts from 541 to 22,261", WeightedAmounts(tenAmounts))
  static let payOfTens = CrosswalkData(
    "the ten amounts, ten people each",
    WeightedAmounts(tenAmounts, weights: Array(repeating: 10, count: 10)))
  static let weightedPay = CrosswalkData(
    "the ten amounts with weights 5 3 2 2 1 1 1 2 1 1",
    WeightedAmounts(tenAmounts, weights: [5, 3, 2, 2, 1, 1, 1, 2, 1, 1]))
  static let zeroPay = CrosswalkData("amounts 0 1 1 2", WeightedAmounts([0, 1, 1, 2]))
  static let negativePay = CrosswalkData("amounts -5 0 10", WeightedAmounts([-5, 0, 10]))

  // Trend.
  private static func rising(_ words: String, _ counts: [(Int, Int)])
    -> CrosswalkData<[BinomialCount]>
  {
    CrosswalkData(words, counts.compactMap { BinomialCount(successes: $0.0, total: $0.1) })
  }

  static let smokers = rising(
    "83 of 86, 90 of 93, 129 of 136, 70 of 82", [(83, 86), (90, 93), (129, 136), (70, 82)])
  static let doses = rising(
    "0, 1, 3 and 6 of 50 each", [(0, 50), (1, 50), (3, 50), (6, 50)])
  static let quarters = CrosswalkData(
    "shares 0.21 0.24 0.22 0.27 0.26 0.30 0.29 0.33 of eight quarters",
    TimeSeries([0.21, 0.24, 0.22, 0.27, 0.26, 0.30, 0.29, 0.33]))

  // Times to an event: acute myelogenous leukaemia (Miller 1997).
  private static let maintainedTimes = [
    (9, 1), (13, 1), (13, 0), (18, 1), (23, 1), (28, 0), (31, 1), (34, 1), (45, 0), (48, 1),
    (161, 0),
  ]
  private static let otherTimes = [
    (5, 1), (5, 1), (8, 1), (8, 1), (12, 1), (16, 0), (23, 1), (27, 1), (30, 1), (33, 1), (43, 1),
    (45, 1),
  ]
  private static let leukaemiaWords = "the leukaemia data of Miller, maintained against not"
  private static func spells(covariate: Bool) -> [SurvivalSpell] {
    [maintainedTimes, otherTimes].enumerated().flatMap { group, times in
      times.map {
        SurvivalSpell(
          exit: $0.0, cause: $0.1, group: group, covariates: covariate ? [group == 0 ? 1 : 0] : [])
      }
    }
  }

  private static let groupNames = ["maintained", "not maintained"]
  static let leukaemia = CrosswalkData(
    leukaemiaWords, SurvivalRecords(spells(covariate: false), groups: groupNames))
  static let leukaemiaCovariate = CrosswalkData(
    leukaemiaWords,
    SurvivalRecords(spells(covariate: true), groups: groupNames, covariates: ["maintained"]))
  static let leukaemiaStrata = CrosswalkData(
    leukaemiaWords, leukaemia.input?.stratifiedRiskTables)
  static let maintained = CrosswalkData(
    "the maintained of Miller's leukaemia data",
    SurvivalRecords(maintainedTimes.map { SurvivalSpell(exit: $0.0, cause: $0.1) })?.riskTable)

  // Pay of two groups.
  private static func summary(_ amounts: [Int64]) -> Cell.MeasureSummary {
    var moments = Moments(scale: 0)
    var tallies: [Int64: Int] = [:]
    for amount in amounts {
      moments.add(amount)
      tallies[amount, default: 0] += 1
    }
    return Cell.MeasureSummary(
      moments: moments, values: ValueCounts(scale: 0, tallies: tallies))
  }

  static let payArms = CrosswalkData(
    "10 amounts from 31 to 49 against 13 from 26 to 49",
    PayArms(
      focal: summary([36, 44, 47, 42, 49, 39, 46, 31, 33, 48]),
      reference: summary([32, 39, 26, 35, 43, 27, 40, 37, 34, 29, 49, 42, 40])))
}
