import Aggregates
import DataSources
import Encoders
import Inference

/// What a regression is asked, as it was typed in.
struct RegressionArguments {
  let outcome: String
  let group: String
  let focal: String
  let reference: String
  let controls: String?
  let strata: String?
  let cluster: String?
}

/// People of a file put together to patterns that are alike in everything a regression looks at.
struct RegressionData: Sendable {
  /// The controls.
  let controls: [ControlColumn]
  /// The people without strata and clusters.
  let patterns: BinomialPatterns
  /// The people within strata, without the columns that are the same for everyone of every stratum.
  let withinStrata: (patterns: BinomialPatterns, leftOut: [String])?
  /// The people with their clusters.
  let clusters: BinomialPatterns?
  /// How many clusters there are.
  let clusterCount: Int?
  /// The two groups without controls.
  let table: TwoByTwoTable
  /// The two groups within strata.
  let strataTables: StratifiedTables?
  /// What was read, line by line.
  let facts: [String]
  /// What was asked.
  let input: [String: JSONValue]
  /// The column that is 1 for the focal group.
  let focalColumn: String
  /// The groups as they are printed.
  let focalName: String
  let referenceName: String
  private let strataColumn: String?

  /// What is held equal, in words.
  var heldEqual: String {
    let names = controls.map { Facts.name($0.column) }
    let equal = names.isEmpty ? "without controls" : "with \(Facts.list(names)) equal"
    return strataColumn.map { "within \(Facts.name($0)), \(equal)" } ?? equal
  }

  /// The most columns a regression is made with.
  private static let mostColumns = 300

  init(path: String, arguments: RegressionArguments) throws(FileProblems) {
    var reader = ArgumentReader()
    let outcome = reader.yesNo(arguments.outcome, in: "--outcome", example: "hired=yes")
    let group = arguments.group
    let (focal, reference) = (arguments.focal, arguments.reference)
    reader.noteSame(focal, reference)
    let controls = reader.controls(arguments.controls)
    let strata = arguments.strata
    let cluster = arguments.cluster
    reader.noteTwice(
      [("--outcome", outcome?.column), ("--group", group)]
        + controls.map { ("--controls", $0.column) } + [("--strata", strata)])
    reader.noteTwice([
      ("--outcome", outcome?.column), ("--group", group), ("--cluster", cluster),
    ])
    let columns =
      [outcome?.column, group].compactMap(\.self) + controls.map(\.column)
      + [strata, cluster].compactMap(\.self)
    let table = try reader.reading(path, columns)
    reader.noteMissing(table)
    if let outcome { reader.noteAbsent(outcome, in: "--outcome", of: table) }
    reader.noteAbsent(focal, in: "--focal", column: group, of: table)
    reader.noteAbsent(reference, in: "--reference", column: group, of: table)
    let answers = outcome?.answers(in: table, argument: "--outcome")
    let numbers = table.numbers(of: controls)
    let problems =
      (answers?.problems ?? []) + table.variants(of: [focal, reference], in: group)
      + numbers.problems
    try reader.finish(data: problems)
    guard let outcome, let answers else { throw FileProblems() }

    var selection = RowSelection(table)
    for (index, column) in columns.enumerated() where columns.firstIndex(of: column) == index {
      selection.keepFilled(column, of: table)
    }
    let groups = table.texts(group)
    selection.keep(
      { _ in "neither \(Facts.name(focal)) nor \(Facts.name(reference))" },
      where: { groups[$0] == focal || groups[$0] == reference })
    let rows = RegressionRows(
      used: selection.used, isFocal: groups.map { $0 == focal },
      hasOutcome: answers.values.map { $0 == true },
      factors: controls.filter { !$0.isNumber }.map { ($0.column, table.texts($0.column)) },
      numbers: controls.filter(\.isNumber).map { ($0.column, numbers.values[$0.column] ?? []) },
      unit: ControlColumn.unit)
    let focalColumn = "\(group) \(focal)"
    let names = rows.columnNames(focal: focalColumn)
    if names.count > Self.mostColumns {
      reader.note(
        "--controls: the regression would have \(names.count) columns, more than "
          + "\(Self.mostColumns)",
        fix: "give a column of numbers as name:number, or a column of many texts as --strata")
    }
    if Set(names).count < names.count {
      reader.note(
        "--controls: two columns of the regression would have one name",
        fix: "rename a column of the file")
    }
    try reader.finish(data: [])
    guard let patterns = rows.patterns(focal: focalColumn, units: nil),
      let pooled = rows.table(where: { _ in true })
    else { throw FileProblems() }
    self.controls = controls
    self.focalColumn = focalColumn
    self.patterns = patterns
    self.table = pooled
    focalName = Facts.name(focal)
    referenceName = Facts.name(reference)
    strataColumn = strata
    let strataTexts = strata.map { table.texts($0) }
    withinStrata = strataTexts.flatMap { rows.within($0, focal: focalColumn) }
    strataTables = strataTexts.map { rows.tables(by: $0) }
    let clusterTexts = cluster.map { table.texts($0) }
    clusters = clusterTexts.flatMap { rows.patterns(focal: focalColumn, units: $0) }
    clusterCount = clusterTexts.map { texts in Set(selection.used.map { texts[$0] }).count }
    var facts = [
      "Outcome: \(outcome.words). \(Facts.rows(selection.used.count)) used.",
      Facts.rate(focalName, pooled.focalSelected, pooled.focalTotal),
      Facts.rate(referenceName, pooled.referenceSelected, pooled.referenceTotal),
    ]
    if let strata, let tables = strataTables {
      facts.append("Strata: \(tables.strata.count) of \(Facts.name(strata))")
    }
    if let cluster, let count = clusterCount {
      facts.append("Clusters: \(count) of \(Facts.name(cluster))")
    }
    self.facts = facts + selection.remarks
    var input: [String: JSONValue] = [
      "file": .text(table.file), "outcome": .text(arguments.outcome),
      "group": .text(group), "focal": .text(focal), "reference": .text(reference),
      "controls": .array(controls.map { .text($0.argument) }),
      "rows_used": .integer(selection.used.count),
      "rows_left_out": .integer(table.rows.count - selection.used.count),
    ]
    input["strata"] = strata.map { .text($0) }
    input["cluster"] = cluster.map { .text($0) }
    self.input = input
  }
}

extension ArgumentReader {
  /// Notes two groups that are one.
  mutating func noteSame(_ focal: String, _ reference: String) {
    if focal == reference {
      note(
        "--reference: \(Self.quoted(reference[...])) is the focal group too",
        fix: "name two different texts of the column")
    }
  }
}
