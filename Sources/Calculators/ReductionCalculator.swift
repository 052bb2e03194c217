import Aggregates
import DataSources
import Encoders
import Estimates
import Inference

/// `parity test reduction people.csv --age age --selected let_go`: who was let go, by age.
package struct ReductionCalculator: Sendable {
  let reduction: ReductionByAge
  let protectedAge: Int
  let bandStarts: [Int]
  let level: Double
  let alpha: Double
  private let facts: [String]
  private let input: [String: JSONValue]

  /// Ages that are believed.
  private static let ages = 14...110
  /// The most steps of a scan that takes but a moment.
  private static let longestScan = 2e9

  /// Reads the arguments and the file they name.
  package init(
    path: String, age: String, selected: String, from: Int?, bands: String?, level: Double,
    alpha: Double
  ) throws(FileProblems) {
    var reader = ArgumentReader()
    let chosen = reader.yesNo(selected, in: "--selected", example: "let_go")
    let protectedAge = from ?? 40
    if !Self.ages.contains(protectedAge) {
      reader.note(
        "--from: \(protectedAge) is no age between \(Self.ages.lowerBound) and "
          + "\(Self.ages.upperBound)", fix: "give the first age of the older group, for example 40")
    }
    let starts = reader.wholeNumbers(bands, in: "--bands", example: "40,50,60")
    if let starts, starts.contains(where: { !Self.ages.contains($0) }) {
      reader.note(
        "--bands: an age does not lie between \(Self.ages.lowerBound) and "
          + "\(Self.ages.upperBound)",
        fix: "give the first age of every band but the youngest, as 40,50,60")
    }
    reader.noteTwice([("--age", age), ("--selected", chosen?.column)])
    let table = try reader.reading(path, [age, chosen?.column].compactMap(\.self))
    reader.noteMissing(table)
    if let chosen { reader.noteAbsent(chosen, in: "--selected", of: table) }
    let answers = chosen?.answers(in: table, argument: "--selected")
    let years = table.numbers(
      age, decimals: 0, in: Double(Self.ages.lowerBound)...Double(Self.ages.upperBound))
    try reader.finish(data: (answers?.problems ?? []) + years.problems)
    guard let chosen, let answers else { throw FileProblems() }
    var selection = RowSelection(table)
    selection.keepFilled(age, of: table)
    selection.keep(
      { _ in "\(Facts.name(chosen.column)) is empty" }, where: { answers.values[$0] != nil })
    let counts = selection.used.map { row in
      let isLetGo = answers.values[row] == true
      return ReductionByAge.AgeCount(
        age: Int(years.values[row] ?? 0), terminated: isLetGo ? 1 : 0, retained: isLetGo ? 0 : 1)
    }
    guard let reduction = ReductionByAge(counts) else { throw FileProblems() }
    self.reduction = reduction
    self.protectedAge = protectedAge
    bandStarts = starts ?? [protectedAge, protectedAge + 10, protectedAge + 20]
    self.level = level
    self.alpha = alpha
    var facts = [
      "Let go: \(chosen.words). \(Facts.rows(selection.used.count)) used, ages in whole years."
    ]
    if let split = reduction.table(from: protectedAge, counting: .terminated) {
      facts += [
        Facts.rate("\(protectedAge) and over", split.focalSelected, split.focalTotal),
        Facts.rate("Under \(protectedAge)", split.referenceSelected, split.referenceTotal),
      ]
    }
    self.facts = facts + selection.remarks
    input = [
      "file": .text(table.file), "age": .text(age), "selected": .text(selected),
      "from": .integer(protectedAge), "bands": .array(bandStarts.map { .integer($0) }),
      "rows_used": .integer(selection.used.count),
      "rows_left_out": .integer(table.rows.count - selection.used.count),
      "level": .number(level), "alpha": .number(alpha),
    ]
  }

  /// The older against the younger: tests, then ratios of leaving and of staying.
  private var split: [CalculatedResult] {
    guard let leaving = reduction.table(from: protectedAge, counting: .terminated),
      let staying = reduction.table(from: protectedAge, counting: .retained)
    else { return [] }
    let heading = "\(protectedAge) and over against under \(protectedAge)"
    let odds = ConditionalOddsRatio(level: level)
    let (fisher, pooled) = (FisherExactTest(), PooledZTest())
    let (ratio, difference) = (ImpactRatio(level: level), RiskDifference(level: level))
    return [
      CalculatedResult(heading, "Z, pooled", pooled.stamp, pooled(leaving)),
      CalculatedResult(heading, "Fisher, minimum likelihood", fisher.stamp, fisher(leaving)),
      CalculatedResult(
        heading, "Ratio of the rates of being let go", ratio.stamp, ratio(leaving),
        subject: "let go"),
      CalculatedResult(
        heading, "Ratio of the rates of staying", ratio.stamp, ratio(staying), subject: "staying"),
      CalculatedResult(
        heading, "Difference of the rates of being let go", difference.stamp, difference(leaving),
        unit: .percentagePoints),
      CalculatedResult(heading, "Odds ratio, conditional", odds.stamp, odds(leaving)),
    ]
  }

  /// Each band against everybody else, as one family.
  private var bands: [CalculatedResult] {
    let bands = reduction.bands(from: bandStarts, counting: .terminated)
      .filter { $0.table.focalTotal > 0 && $0.table.referenceTotal > 0 }
    let (ratio, fisher) = (ImpactRatio(level: level), FisherExactTest())
    let heading = "Being let go, each band of ages against everybody else"
    var results: [CalculatedResult] = []
    var family: [(position: Int, pValue: PValue)] = []
    for band in bands {
      let counts = Facts.rate(band.label, band.table.focalSelected, band.table.focalTotal)
      results.append(
        CalculatedResult(
          heading, "\(counts), ratio", ratio.stamp, ratio(band.table), subject: band.label))
      let test = CalculatedResult(
        heading, "\(band.label), Fisher, Holm over the bands",
        MethodStamp(
          id: "\(fisher.stamp.id)-holm", title: fisher.stamp.title,
          convention: "\(fisher.stamp.convention), adjusted by Holm over \(bands.count) bands",
          source: fisher.stamp.source), fisher(band.table), subject: band.label)
      if let pValue = test.pValue { family.append((results.count, pValue)) }
      results.append(test)
    }
    for (member, adjusted) in zip(family, HolmAdjustment.adjust(family.map(\.pValue))) {
      let test = results[member.position]
      results[member.position] = CalculatedResult(
        test.heading, test.label, test.method,
        .test(TestResult(pValue: adjusted, convention: test.method.convention)),
        subject: test.subject)
    }
    return results
  }

  private var permutations: [CalculatedResult] {
    let sides: [(AgeAlternative, String)] = [(.older, "older"), (.twoSided, "two-sided")]
    return sides.map { alternative, words in
      let method = MeanAgePermutationTest(alternative: alternative)
      return CalculatedResult(
        "Mean age of those let go among all sets of as many people", "Permutation, \(words)",
        method.stamp, method(reduction))
    }
  }

  private var scan: AgeCutPointScan.Scan {
    let steps =
      Double(reduction.ages.count) * Double(reduction.total) * Double(reduction.terminated)
    return steps <= Self.longestScan
      ? AgeCutPointScan()(reduction)
      : .notEstimable(reason: "With so many people the scan would take too long.")
  }

  private func cuts(_ scan: AgeCutPointScan.Scan) -> [CalculatedResult] {
    let heading = "Every age at which people can be cut into older and younger"
    let stamp = AgeCutPointScan().stamp
    switch scan {
    case .notEstimable(let reason):
      return [CalculatedResult(heading, "Scan", stamp, .notEstimable(reason: reason))]
    case .cuts(let cuts, let smallest):
      let cut = cuts[smallest]
      let alone = MethodStamp(
        id: "\(stamp.id)-alone", title: stamp.title,
        convention: "of the clearest cut alone, without account of the search",
        source: stamp.source)
      return [
        CalculatedResult(
          heading, "Clearest cut, \(cut.age) and over, for the search", stamp,
          .test(TestResult(pValue: cut.adjusted, convention: stamp.convention))),
        CalculatedResult(
          heading, "The same alone, as if chosen beforehand", alone,
          .test(TestResult(pValue: cut.pValue, convention: alone.convention))),
      ]
    }
  }

  private func supplement(_ scan: AgeCutPointScan.Scan) -> [Calculation.Supplement] {
    guard case .cuts(let cuts, let smallest) = scan else { return [] }
    let shown = cuts.indices.sorted {
      (cuts[$0].pValue.value, $0) < (cuts[$1].pValue.value, $1)
    }.prefix(5).sorted()
    func line(_ cut: AgeCutPointScan.Cut) -> String {
      let table = cut.table
      return Facts.rate("\(cut.age) and over", table.focalSelected, table.focalTotal) + " against "
        + Facts.rate("younger", table.referenceSelected, table.referenceTotal)
        + ", p \(Figures.pValue(cut.adjusted.value)) for the search"
    }
    return [
      Calculation.Supplement(
        "cuts", heading: "The clearest cuts",
        lines: shown.map { line(cuts[$0]) }
          + (cuts.count > shown.count ? ["all \(cuts.count) with --json"] : []),
        json: .object([
          "smallest": .integer(cuts[smallest].age),
          "cuts": .array(
            cuts.map { cut in
              .object([
                "age": .integer(cut.age), "older_let_go": .integer(cut.table.focalSelected),
                "older": .integer(cut.table.focalTotal),
                "younger_let_go": .integer(cut.table.referenceSelected),
                "younger": .integer(cut.table.referenceTotal),
                "p_value": .number(cut.pValue.value), "p_adjusted": .number(cut.adjusted.value),
              ])
            }),
        ]))
    ]
  }

  /// The answer.
  package func callAsFunction() -> Calculation {
    let (split, scan) = (split, scan)
    let found = cuts(scan)
    return Calculation(
      "reduction", input: input, facts: facts,
      results: split + bands + permutations + found, supplements: supplement(scan),
      notes: notes(split, scan), sentence: sentence(split, scan))
  }

  private func notes(_ split: [CalculatedResult], _ scan: AgeCutPointScan.Scan) -> [String] {
    var notes: [String] = []
    func ratio(_ subject: String) -> Double? {
      split.first { $0.subject == subject }?.estimate?.value
    }
    if let leaving = ratio("let go"), let staying = ratio("staying"),
      (leaving > 1.25) != (staying < 0.8)
    {
      notes.append(
        "By the rates of being let go the ratio is beyond four fifths and by the rates of staying it "
          + "is not, or the other way round; which one is right is not a question of statistics.")
    }
    if case .cuts(let cuts, let smallest) = scan, cuts[smallest].pValue.value < alpha,
      cuts[smallest].adjusted.value >= alpha
    {
      notes.append(
        "The clearest cut, at \(cuts[smallest].age), would count alone; it was found by searching, and "
          + "a search finds as clear a cut by chance with the probability printed.")
    }
    return notes
  }

  private func sentence(_ split: [CalculatedResult], _ scan: AgeCutPointScan.Scan) -> String {
    guard reduction.terminated > 0, reduction.terminated < reduction.total else {
      return reduction.total == 0
        ? "Nobody is left in the rows, so there is nothing to compare."
        : "\(reduction.terminated == 0 ? "Nobody" : "Everybody") was let go, so ages cannot be "
          + "compared."
    }
    guard let table = reduction.table(from: protectedAge, counting: .terminated),
      table.focalTotal > 0, table.referenceTotal > 0,
      let ratio = split.first(where: { $0.subject == "let go" })?.estimate
    else {
      return
        "Everybody is on one side of the age of \(protectedAge), so the two cannot be compared."
    }
    let interval = ratio.interval.map { " (\(Facts.interval($0)))" } ?? ""
    let size =
      ratio.value.isFinite
      ? "People of \(protectedAge) and over were let go at \(Figures.fixed(ratio.value, 2)) times the "
        + "rate of the younger\(interval)"
      : "Nobody under \(protectedAge) was let go"
    let votes = split.filter { $0.pValue != nil }
    var words = size + "; " + Unanimity(tests: votes, alpha: alpha).words
    if case .cuts(let cuts, let smallest) = scan {
      words +=
        "; the clearest cut is at \(cuts[smallest].age), p "
        + "\(Figures.pValue(cuts[smallest].adjusted.value)) with account of the search"
    }
    return words + "."
  }
}
