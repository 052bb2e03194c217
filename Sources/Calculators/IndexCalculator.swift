package import Aggregates
import Encoders
import Estimates
package import Inference

/// `parity test index "60,20,10,10;30,15,5,0"`: how separated groups are over units, beside what
/// chance alone would give.
package struct IndexCalculator: Sendable {
  /// Units in rows, groups in columns.
  package let table: ContingencyTable
  /// The base of logarithms.
  package let base: LogarithmBase
  /// The nominal coverage of intervals.
  package let level: Double
  /// The error probability tests are held against in words.
  package let alpha: Double

  /// Reads the rows, separated by semicolons, with counts separated by commas.
  package init(
    tables: [String], base: String, level: Double, alpha: Double
  ) throws(ArgumentProblems) {
    var reader = ArgumentReader()
    let table = reader.table(
      tables, rows: "unit", columns: "group", example: "\"60,20,10;30,15,5\"")
    let bases: [String: LogarithmBase] = ["e": .natural, "2": .two, "10": .ten]
    if bases[base] == nil {
      reader.note(
        "--base: \(ArgumentReader.quoted(base[...])) is no base of logarithms here",
        fix: "give e (nats), 2 (bits) or 10 (bans)")
    }
    try reader.finish()
    guard let table, let base = bases[base] else { throw ArgumentProblems([]) }
    self.table = table
    self.base = base
    self.level = level
    self.alpha = alpha
  }

  /// The indices, in the order they are printed.
  private var indices: [(label: String, index: any SegregationIndex)] {
    [
      ("Mutual information M", MutualInformationIndex(base: base, level: level)),
      ("M, bias taken off", MutualInformationIndex(base: base, bias: .subtracted, level: level)),
      ("Theil's H", TheilInformationIndex(level: level)),
      ("Dissimilarity D, all groups", MultigroupDissimilarityIndex()),
      ("Dissimilarity D, first group against the rest", DissimilarityIndex()),
      ("Gini, all groups", SegregationGini()), ("Normalized exposure P", NormalizedExposure()),
      ("Relative diversity R", RelativeDiversity()),
      ("Squared coefficient of variation C", SquaredCoefficientOfVariation()),
      ("Correlation ratio, first group", CorrelationRatio()),
      ("Isolation of the first group, self excluded", IsolationIndex(themselves: .excluded)),
      ("Atkinson 0.5, first group", AtkinsonSegregationIndex(shape: 0.5)),
      ("Hutchens' square root, first group", HutchensSquareRootIndex()),
    ]
  }

  /// The answer.
  package func callAsFunction() -> Calculation {
    let read = indices.map { (label: $0.label, result: $0.index(table)) }
    let separation = read.map {
      CalculatedResult(
        "Separation of groups over units", $0.label, $0.result.stamp, $0.result.index)
    }
    // The bias of M is taken off against the expectation of M itself, which stands there already.
    let chance = read.filter { !$0.result.stamp.id.hasSuffix("-debiased") }.map {
      CalculatedResult(
        "The same by chance alone, people dealt out at random", $0.label,
        Self.chance($0.result.stamp), $0.result.nullExpectation)
    }
    let moves = KarmelMacLachlanIndex()(table)
    let everyone = MultigroupDissimilarityIndex()(table)
    let people = "People who would have to move for the same mix everywhere"
    let undefined = Outcome.notEstimable(reason: "There is nobody to move.")
    let results =
      separation + chance + diversity + [
        CalculatedResult(
          people, "All groups", Self.move(everyone.stamp), everyone.peopleToMove ?? undefined,
          unit: .people),
        CalculatedResult(
          people, "First group against the rest", Self.move(moves.stamp),
          moves.peopleToMove ?? undefined, unit: .people),
        CalculatedResult(
          "Test that every unit has the same mix", "Likelihood ratio (G)", GTableTest().stamp,
          GTableTest()(table)),
      ]
    return Calculation(
      "index",
      input: [
        "rows": .array(table.rows.map { .array($0.map { .integer($0) }) }),
        "base": .text(base.rawValue), "level": .number(level), "alpha": .number(alpha),
      ],
      facts: table.rows.enumerated().map { index, row in
        "Unit \(index + 1): " + row.map(String.init).joined(separator: ", ")
      },
      results: results, notes: notes(everyone), sentence: sentence(everyone))
  }

  /// The diversity of all people together: the totals of the columns.
  private var diversity: [CalculatedResult] {
    let totals = (0..<table.columnCount).map { group in
      table.rows.reduce(0) { $0 + $1[group] }
    }
    guard let groups = CategoryCounts(totals, declared: totals.count) else { return [] }
    func line(
      _ label: String, _ method: some StatisticalMethod<CategoryCounts>
    ) -> CalculatedResult {
      CalculatedResult(
        "Diversity of all people together", label, method.stamp, method(groups))
    }
    return [
      line("Effective number of groups, Hill 1", HillNumber(order: .one, level: level)),
      line("Inverse Simpson, Hill 2", InverseSimpsonIndex(level: level)),
      line("Shannon entropy", ShannonEntropy(base: base, level: level)),
      line(
        "Shannon entropy, Miller-Madow",
        ShannonEntropy(estimator: .millerMadow, base: base, level: level)),
      line("Blau (Gini-Simpson)", BlauIndex(level: level)),
      line("Blau, unbiased", BlauIndex(estimator: .unbiased, level: level)),
      line("Evenness over groups present", PielouEvenness(categories: .observed, level: level)),
      line("Evenness over all columns", PielouEvenness(categories: .declared, level: level)),
      line("Berger-Parker", BergerParkerIndex(level: level)),
    ]
  }

  private static func chance(_ stamp: MethodStamp) -> MethodStamp {
    MethodStamp(
      id: stamp.id + "-by-chance", title: stamp.title + ", expected by chance",
      convention: "exact; sizes of units and groups kept", source: stamp.source)
  }

  private static func move(_ stamp: MethodStamp) -> MethodStamp {
    MethodStamp(
      id: stamp.id + "-people", title: "People to move", convention: "sizes of units kept",
      source: stamp.source)
  }

  private func notes(_ result: SegregationResult) -> [String] {
    var notes: [String] = []
    if !result.emptyUnits.isEmpty {
      notes.append("Units without people are left out: \(Facts.list(result.emptyUnits)).")
    }
    if !result.emptyGroups.isEmpty {
      notes.append("Groups without people are left out: \(Facts.list(result.emptyGroups)).")
    }
    if result.units > 0, result.people < Self.smallUnits * result.units {
      let mean = Figures.fixed(Double(result.people) / Double(result.units), 1)
      notes.append(
        "Units have \(mean) people on average: with so few, indices far above 0 are what chance "
          + "gives, and the standard errors are too small. Read the excess over chance and the test."
      )
    }
    return notes
  }

  /// The mean size under which units are called small.
  private static let smallUnits = 30

  private func sentence(_ result: SegregationResult) -> String {
    guard case .estimate(let index) = result.index,
      case .estimate(let chance) = result.nullExpectation,
      case .estimate(let move)? = result.peopleToMove, case .test(let test) = result.test
    else {
      guard case .notEstimable(let reason) = result.index else {
        return "The groups cannot be compared over these units."
      }
      return "There is no index: \(reason)"
    }
    let words = "(G test, p \(Figures.pValue(test.pValue.value)))"
    let people = Figures.text(move.value, .people)
    let opening =
      "For the same mix in every unit \(people) of \(result.people) people would have to move "
      + "(D \(Figures.fixed(index.value, 3)), by chance alone \(Figures.fixed(chance.value, 3)))"
    return test.pValue.value < alpha
      ? opening + "; chance alone would seldom separate the groups this much \(words)."
      : opening + ", which is no more than chance would often make \(words)."
  }
}
