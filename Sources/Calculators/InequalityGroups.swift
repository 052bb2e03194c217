import DataSources
import Estimates
import Inference

/// Amounts with their groups, from two columns of a file.
struct InequalityGroups: Sendable {
  /// The amounts by group, in the byte order of the groups' names.
  let amounts: GroupedAmounts
  /// The column of the groups.
  let column: String
  /// The column of the amounts.
  let amountColumn: String
  /// Why rows are left out, as sentences.
  let remarks: [String]

  /// The most groups that are compared at once.
  private static let mostGroups = 40

  init(
    path: String, group: String, amount: String?, _ reader: inout ArgumentReader
  ) throws(FileProblems) {
    reader.noteTwice([("--groups", group), ("--amount", amount)])
    let column = try Self.amountColumn(path, group, amount, &reader)
    let table = try reader.reading(path, [group, column].compactMap(\.self))
    reader.noteMissing(table)
    guard let column, table.missing.isEmpty else {
      try reader.finish(data: [])
      throw FileProblems()
    }
    let read = table.numbers(column, decimals: ControlColumn.decimals, in: -1e12...1e12)
    try reader.finish(data: read.problems)

    var selection = RowSelection(table)
    selection.keepFilled(group, of: table)
    selection.keep(
      { _ in "\(Facts.name(column)) is empty" }, where: { read.values[$0] != nil })
    let factor = FactorLevels(group, table.texts(group), used: selection.used)
    if factor.levels.count < 2 || factor.levels.count > Self.mostGroups {
      reader.note(
        "--groups: \(factor.levels.count) \(factor.levels.count == 1 ? "group has" : "groups have") "
          + "amounts", fix: "give a column of 2 to \(Self.mostGroups) groups")
      try reader.finish(data: [])
    }
    var values = factor.levels.map { _ in [Double]() }
    for row in selection.used {
      guard let value = read.values[row] else { continue }
      values[factor.positions[row]].append(Double(value) / ControlColumn.unit)
    }
    amounts = GroupedAmounts(
      zip(factor.levels, values).map { (label: Facts.name($0), amounts: WeightedAmounts($1)) })
    self.column = group
    amountColumn = column
    remarks = selection.remarks
  }

  /// The column of the amounts: the one named, or the other one of two.
  private static func amountColumn(
    _ path: String, _ group: String, _ amount: String?, _ reader: inout ArgumentReader
  ) throws(FileProblems) -> String? {
    if let amount { return amount }
    let read = try reader.reading(path, [group])
    let headers = read.headers
    let others = headers.filter { $0 != group }
    if others.count == 1 { return others.first }
    if others.count < headers.count {
      reader.note(
        "--amount is not given and \(read.file) has \(headers.count) columns",
        fix: "name the column of the amounts, for example --amount pay")
    }
    return nil
  }
}

/// How much of the inequality lies within groups and between them.
struct GroupParts {
  /// The answers.
  let results: [CalculatedResult]
  /// What a reader must know besides.
  let notes: [String]
  /// A clause for the closing sentence; `nil` where there is nothing to say.
  let clause: String?

  init(_ amounts: GroupedAmounts, level: Double) {
    let entropy = GeneralizedEntropyDecomposition(exponent: 1, level: level)
    let gini = GiniDecomposition(level: level)
    let theil = entropy(amounts)
    let parts = gini(amounts)
    let theilPart = Self.line("Theil's T within and between groups", entropy.stamp)
    let giniPart = Self.line("Gini within and between groups", gini.stamp)
    results =
      [
        theilPart("Within groups", "within", theil.within, .number, .line),
        theilPart("Between groups", "between", theil.between, .number, .line),
        theilPart("Between, share of T", "between-share", theil.betweenShare, .share, .line),
        theilPart(
          "Most that could lie between", "maximum-between", theil.maximumBetween, .number, .line),
        theilPart(
          "Between, share of that most", "share-of-maximum", theil.shareOfMaximum, .share, .line),
        giniPart("Within groups", "within", parts.within, .number, .line),
        giniPart("Between groups", "between", parts.between, .number, .line),
        giniPart("Overlap of groups", "overlap", parts.overlap, .number, .line),
        giniPart("Between, share of Gini", "between-share", parts.betweenShare, .share, .line),
      ]
      + Self.groups(amounts, (entropy.stamp, theil), (gini.stamp, parts))
    notes =
      amounts.problem == nil
      ? [
        "Small groups make the part between larger by chance alone; it says how far means differ, "
          + "not why."
      ] : []
    guard case .estimate(let share) = theil.betweenShare,
      case .estimate(let ofMost) = theil.shareOfMaximum
    else {
      clause = nil
      return
    }
    clause =
      "between the groups lies \(Figures.text(share.value, .share)) of Theil's T, "
      + "\(Figures.text(ofMost.value, .share)) of the most that could"
  }

  /// The lines of each group by itself, and those of what each adds to the part within.
  private static func groups(
    _ amounts: GroupedAmounts, _ theil: (MethodStamp, GeneralizedEntropyDecomposition.Result),
    _ gini: (MethodStamp, GiniDecomposition.Result)
  ) -> [CalculatedResult] {
    let places = theil.1.groups.indices
    func line(
      _ heading: String, _ stamp: MethodStamp, _ place: Int, _ suffix: String,
      _ outcome: Outcome, _ position: CalculatedResult.Place = .line
    ) -> CalculatedResult {
      let name = amounts.labels[place]
      let line = Self.line(heading, stamp, subject: name)
      let people = Facts.people(amounts.groups[place].count)
      return line("\(name), \(people)", suffix, outcome, .number, position)
    }
    let own = "Each group by itself: Theil T, Gini, and its mean over everybody's"
    let adds = "What each group adds to Theil's T within groups"
    return places.flatMap { place in
      [
        line(own, theil.0, place, "group", theil.1.groups[place].entropy),
        line(own, gini.0, place, "group", gini.1.groups[place].coefficient, .beside("Gini")),
        line(
          own, theil.0, place, "relative-mean",
          Estimate(theil.1.groups[place].relativeMean).map { .estimate($0) }
            ?? .notEstimable(reason: "The means are too large to compare."),
          .beside("mean ×")),
      ]
    }
      + places.map { place in
        line(adds, theil.0, place, "contribution", theil.1.groups[place].contribution)
      }
  }

  private typealias Line = (
    _ label: String, _ suffix: String, _ outcome: Outcome, _ unit: CalculatedResult.Unit,
    _ place: CalculatedResult.Place
  ) -> CalculatedResult

  private static func line(
    _ heading: String, _ stamp: MethodStamp, subject: String? = nil
  ) -> Line {
    { label, suffix, outcome, unit, place in
      CalculatedResult(
        heading, label,
        MethodStamp(
          id: stamp.id + "-" + suffix,
          title: stamp.title + ": "
            + suffix.replacing("-", with: " "),
          convention: stamp.convention, source: stamp.source), outcome, unit: unit,
        subject: subject, place: place)
    }
  }
}
