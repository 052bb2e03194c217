package import Aggregates
import Encoders
import Estimates
import Inference

/// `parity test stratified 26/48:206/259 11/48:35/259`: two groups within strata.
package struct StratifiedCalculator: Sendable {
  /// The strata, labelled by their position.
  package let tables: StratifiedTables
  /// The nominal coverage of intervals.
  package let level: Double
  /// The error probability tests are held against in words.
  package let alpha: Double

  /// Reads the strata, each `focal:reference`.
  package init(strata: [String], level: Double, alpha: Double) throws(ArgumentProblems) {
    var reader = ArgumentReader()
    let example = "26/48:206/259"
    if strata.isEmpty {
      reader.note("no stratum was given", fix: "write focal:reference per stratum, as \(example)")
    }
    var read: [StratifiedTables.Stratum] = []
    for (index, text) in strata.enumerated() {
      let name = "stratum \(index + 1)"
      let groups = text.split(separator: ":", omittingEmptySubsequences: false)
      guard groups.count == 2 else {
        reader.note(
          "\(name): \(ArgumentReader.quoted(text[...])) is not two groups with a colon between",
          fix: "write focal:reference, for example \(example)")
        continue
      }
      let focal = reader.pair(groups[0], in: "\(name), focal group", example: "26/48")
      let reference = reader.pair(groups[1], in: "\(name), reference group", example: "206/259")
      guard let focal, let reference,
        let table = TwoByTwoTable(
          focalSelected: focal.selected, focalRejected: focal.total - focal.selected,
          referenceSelected: reference.selected,
          referenceRejected: reference.total - reference.selected)
      else { continue }
      read.append(StratifiedTables.Stratum(label: String(index + 1), table: table))
    }
    try reader.finish()
    tables = StratifiedTables(read)
    self.level = level
    self.alpha = alpha
  }

  /// The answer; Zelen's test is drawn at random where it has too many sets of tables to follow.
  package func callAsFunction() -> Calculation {
    func result(
      _ heading: String, _ label: String, _ method: some StatisticalMethod<StratifiedTables>,
      _ unit: CalculatedResult.Unit = .number
    ) -> CalculatedResult {
      CalculatedResult(heading, label, method.stamp, method(tables), unit: unit)
    }
    let tests = "Tests of equal odds within strata"
    let sizes = "Common size of the gap, focal against reference"
    let homogeneity = "Tests of the same odds ratio in every stratum"
    let half = FisherExactTest.ObservedTable.half
    let within: [CalculatedResult] = [
      result(tests, "Cochran-Mantel-Haenszel", CochranMantelHaenszelTest()),
      result(
        tests, "Cochran-Mantel-Haenszel, corrected",
        CochranMantelHaenszelTest(continuityCorrection: .half)),
      result(tests, "Exact, minimum likelihood", ExactStratifiedTest()),
      result(tests, "Exact, central", ExactStratifiedTest(twoSided: .central)),
      result(tests, "Exact, min. likelihood, mid-p", ExactStratifiedTest(observedTable: half)),
      result(
        tests, "Exact, central, mid-p",
        ExactStratifiedTest(twoSided: .central, observedTable: half)),
    ]
    let common: [CalculatedResult] = [
      result(sizes, "Ratio of rates, Mantel-Haenszel", MantelHaenszelRiskRatio(level: level)),
      result(sizes, "Odds ratio, Mantel-Haenszel", MantelHaenszelOddsRatio(level: level)),
      result(sizes, "Odds ratio, conditional, exact", ConditionalCommonOddsRatio(level: level)),
      result(
        sizes, "Difference, Mantel-Haenszel", MantelHaenszelRiskDifference(level: level),
        .percentagePoints),
    ]
    let exact = result(homogeneity, "Zelen, exact", ZelenTest())
    var equal: [CalculatedResult] = [
      result(homogeneity, "Breslow-Day", BreslowDayTest(correction: .none)),
      result(homogeneity, "Breslow-Day-Tarone", BreslowDayTest()),
      result(homogeneity, "Woolf", WoolfTest()),
      exact,
    ]
    if exact.pValue == nil { equal += drawn(homogeneity) }
    var pooled: [CalculatedResult] = []
    if let table = tables.pooled {
      let ratio = ImpactRatio(level: level)
      let test = PooledZTest()
      pooled = [
        CalculatedResult(
          "All strata thrown together", "Ratio of rates, Koopman", ratio.stamp, ratio(table)),
        CalculatedResult("All strata thrown together", "Z, pooled", test.stamp, test(table)),
      ]
    }
    // A pooled number never stands without what the strata make of it.
    let method = SimpsonStatus(alpha: alpha)
    let simpson = method(tables)
    pooled.append(
      CalculatedResult(
        "All strata thrown together", "Pooled ratio against within strata", method.stamp,
        simpson.differenceTest))
    return Calculation(
      "stratified",
      input: [
        "strata": .array(
          tables.strata.map {
            .object([
              "focal": .object([
                "selected": .integer($0.table.focalSelected),
                "total": .integer($0.table.focalTotal),
              ]),
              "reference": .object([
                "selected": .integer($0.table.referenceSelected),
                "total": .integer($0.table.referenceTotal),
              ]),
            ])
          }),
        "level": .number(level), "alpha": .number(alpha),
      ],
      facts: tables.strata.map { stratum in
        Facts.rate(
          "Stratum \(stratum.label): focal", stratum.table.focalSelected, stratum.table.focalTotal)
          + "; "
          + Facts.rate("reference", stratum.table.referenceSelected, stratum.table.referenceTotal)
      },
      results: within + common + equal + pooled,
      notes: notes + [simpson.status?.words ?? simpson.reason].compactMap(\.self),
      sentence: sentence(within, common, equal))
  }

  /// Zelen's test by drawing sets of tables, with the interval of its exact p-value; nothing where
  /// it cannot be made either.
  private func drawn(_ heading: String) -> [CalculatedResult] {
    let method = ZelenMonteCarlo()
    let test = CalculatedResult(heading, "Zelen, drawn", method.stamp, method(tables))
    guard test.pValue != nil else { return [] }
    let exactly = MethodStamp(
      id: method.stamp.id + "-exact-p", title: "Exact p-value, estimated by the draws",
      convention: method.stamp.convention, source: method.stamp.source)
    return [
      test,
      CalculatedResult(
        heading, "Exact p, estimated by the draws", exactly, method.exactPValue(tables)),
    ]
  }

  private var notes: [String] {
    let silent = tables.strata.filter { stratum in
      let table = stratum.table
      return table.focalTotal == 0 || table.referenceTotal == 0 || table.selected == 0
        || table.selected == table.total
    }
    guard !silent.isEmpty else { return [] }
    let names = Facts.list(silent.map(\.label))
    return [
      silent.count == 1
        ? "Stratum \(names) has no information on the odds: a group or an outcome is missing there."
        : "Strata \(names) have no information on the odds: a group or an outcome is missing there."
    ]
  }

  private func sentence(
    _ within: [CalculatedResult], _ common: [CalculatedResult], _ equal: [CalculatedResult]
  ) -> String {
    guard let ratio = common.first?.estimate, let interval = ratio.interval else {
      return "The strata have no information on the groups' rates."
    }
    let size =
      ratio.value.isFinite
      ? "Within strata the focal group was selected at \(Figures.fixed(ratio.value, 2)) times the "
        + "rate of the reference group (Mantel-Haenszel, \(Facts.interval(interval)))"
      : "Within strata nobody of the reference group was selected, so the ratio has no upper limit"
    let level = Facts.percent(alpha)
    var homogeneity = ""
    if let pValue = equal.dropFirst().first?.pValue {
      homogeneity =
        pValue.value < alpha
        ? ", and the odds ratios of the strata differ (Breslow-Day-Tarone at the \(level) level), "
          + "so one number does not describe them all"
        : ", and the odds ratios of the strata are not shown to differ"
    }
    return size + "; " + Unanimity(tests: within, alpha: alpha).words + homogeneity + "."
  }
}
