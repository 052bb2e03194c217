package import Aggregates
import Encoders
import Estimates
package import Inference

/// `parity test index "60,20,10,10;30,15,5,0"`: how separated groups are over units, beside what
/// chance alone would give; where units are small, by a model of their shares first.
package struct IndexCalculator: Sendable {
  /// Units in rows, groups in columns.
  package let table: ContingencyTable
  /// The base of logarithms.
  package let base: LogarithmBase
  /// How many tables the permutation test draws.
  package let draws: Int
  /// The seed of everything drawn at random.
  package let seed: UInt64
  /// How far the answer goes.
  package let detail: Detail
  /// The nominal coverage of intervals.
  package let level: Double
  /// The error probability tests are held against in words.
  package let alpha: Double

  /// How far the answer goes.
  package enum Detail: Sendable {
    /// The indices of the whole table.
    case indices
    /// Besides, how far each unit and each group is from everyone's mix.
    case local
  }

  /// Reads the rows, separated by semicolons, with counts separated by commas.
  package init(
    tables: [String], base: String, draws: Int = 9_999, seed: UInt64 = 1,
    detail: Detail = .indices, level: Double, alpha: Double
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
    if draws < 1 || draws > SegregationPermutationTest.mostDraws {
      reader.note(
        "--draws: \(draws) does not lie between 1 and 10,000,000", fix: "for example --draws 9999")
    }
    try reader.finish()
    guard let table, let base = bases[base] else { throw ArgumentProblems([]) }
    self.table = table
    self.base = base
    self.draws = draws
    self.seed = seed
    self.detail = detail
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
      ("D, first group against the rest", DissimilarityIndex()),
      ("Gini, all groups", SegregationGini()), ("Normalized exposure P", NormalizedExposure()),
      ("Relative diversity R", RelativeDiversity()),
      ("Squared coefficient of variation C", SquaredCoefficientOfVariation()),
      ("Correlation ratio, first group", CorrelationRatio()),
      ("Isolation, first group, self excluded", IsolationIndex(themselves: .excluded)),
      ("Atkinson 0.5, first group", AtkinsonSegregationIndex(shape: 0.5)),
      ("Hutchens' square root, first group", HutchensSquareRootIndex()),
    ]
  }

  /// The answer.
  package func callAsFunction() -> Calculation {
    let read = indices.map { (label: $0.label, result: $0.index(table)) }
    let heading =
      "Separation of groups over units; by chance: everyone dealt out to the units at random"
    let separation = read.map {
      CalculatedResult(heading, $0.label, $0.result.stamp, $0.result.index)
    }
    // The bias of M is taken off against the expectation of M itself, which stands there already.
    let chance = read.filter { !$0.result.stamp.id.hasSuffix("-debiased") }.map {
      CalculatedResult(
        heading, $0.label, Self.chance($0.result.stamp), $0.result.nullExpectation,
        place: .beside("by chance"))
    }
    let everyone = MultigroupDissimilarityIndex()(table)
    let model = SmallUnitsModel(table, base: base, level: level)
    let bootstrap = model == nil ? resampled : nil
    let local = detail == .local ? localTerms : []
    return Calculation(
      "index", input: input, facts: facts(everyone),
      results: (model?.results ?? []) + separation + chance + (bootstrap?.results ?? []) + tests
        + peopleToMove(everyone) + diversity + local,
      notes: notes(everyone, model) + (bootstrap?.cautions ?? []),
      sentence: model?.sentence(everyone, alpha: alpha) ?? sentence(everyone))
  }

  private var input: [String: JSONValue] {
    var input: [String: JSONValue] = [
      "rows": .array(table.rows.map { .array($0.map { .integer($0) }) }),
      "base": .text(base.rawValue), "draws": .integer(draws), "seed": .integer(Int(clamping: seed)),
      "level": .number(level), "alpha": .number(alpha),
    ]
    if detail == .local { input["detail"] = .text("local") }
    return input
  }

  /// The sizes, and the counts where they are few.
  private func facts(_ everyone: SegregationResult) -> [String] {
    let sizes =
      "\(table.rowCount) units, \(table.columnCount) groups, \(Facts.people(table.total))"
    let counts = table.rows.map { $0.map(String.init).joined(separator: ",") }
    guard table.rowCount * table.columnCount <= Self.mostCountsShown else { return [sizes] }
    return Calculation.folded(sizes + ": " + counts.joined(separator: "; "))
  }

  /// The most counts that are repeated above an answer.
  private static let mostCountsShown = 60

  /// How many would have to move.
  private func peopleToMove(_ everyone: SegregationResult) -> [CalculatedResult] {
    let moves = KarmelMacLachlanIndex()(table)
    let people = "People who would have to move for the same mix everywhere"
    let undefined = Outcome.notEstimable(reason: "There is nobody to move.")
    return [
      CalculatedResult(
        people, "All groups", Self.move(everyone.stamp), everyone.peopleToMove ?? undefined,
        unit: .people),
      CalculatedResult(
        people, "First group against the rest", Self.move(moves.stamp),
        moves.peopleToMove ?? undefined, unit: .people),
    ]
  }

  /// The diversity of all people together: the totals of the columns.
  private var diversity: [CalculatedResult] {
    let totals = (0..<table.columnCount).map { group in
      table.rows.reduce(0) { $0 + $1[group] }
    }
    guard let groups = CategoryCounts(totals, declared: totals.count) else { return [] }
    func line(
      _ label: String, _ method: some StatisticalMethod<CategoryCounts>,
      _ place: CalculatedResult.Place = .line
    ) -> CalculatedResult {
      CalculatedResult(
        "Diversity of all people together", label, method.stamp, method(groups), place: place)
    }
    return [
      line("Effective number of groups, Hill 1", HillNumber(order: .one, level: level)),
      line("Inverse Simpson, Hill 2", InverseSimpsonIndex(level: level)),
      line("Shannon entropy", ShannonEntropy(base: base, level: level)),
      line(
        "Shannon entropy", ShannonEntropy(estimator: .millerMadow, base: base, level: level),
        .beside("Miller-Madow")),
      line("Blau (Gini-Simpson)", BlauIndex(level: level)),
      line(
        "Blau (Gini-Simpson)", BlauIndex(estimator: .unbiased, level: level), .beside("unbiased")),
      line("Evenness over groups present", PielouEvenness(categories: .observed, level: level)),
      line(
        "Evenness over groups present", PielouEvenness(categories: .declared, level: level),
        .beside("all columns")),
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

  private func notes(_ result: SegregationResult, _ model: SmallUnitsModel?) -> [String] {
    var notes: [String] = []
    if !result.emptyUnits.isEmpty {
      notes.append("Units without people are left out: \(Facts.list(result.emptyUnits)).")
    }
    if !result.emptyGroups.isEmpty {
      notes.append("Groups without people are left out: \(Facts.list(result.emptyGroups)).")
    }
    if let model, result.units > 0 {
      let mean = Figures.fixed(Double(result.people) / Double(result.units), 1)
      notes.append(
        "Units have \(mean) people on average: with so few, indices of the counts far above 0 are "
          + "what chance gives, and their standard errors are too small.")
      notes += model.notes
    }
    return notes
  }

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
