import DataSources
import Encoders
import Inference

/// What a comparison of times is asked, as it was typed in.
struct SurvivalArguments {
  let time: String
  let entry: String?
  let event: String
  let group: String
  let focal: String?
  let reference: String?
  let strata: String?
  let controls: String?
  let cause: String?
  let times: String?
}

/// The spells of a file's rows, and how they were read.
struct SurvivalData: Sendable {
  /// The spells; cause 1 is the event that is compared.
  let records: SurvivalRecords
  /// The position of the group the others are compared with.
  let reference: Int
  /// The times at which shares are printed.
  let times: [Int]
  /// The event that is compared where there are others; `nil` where there is one.
  let cause: String?
  /// What was read, line by line.
  let facts: [String]
  /// What a reader must know of how it was read.
  let notes: [String]
  /// What was asked.
  let input: [String: JSONValue]
  /// What is held equal, in words.
  let heldEqual: String
  /// The column of strata.
  let strata: String?

  /// The most groups that are compared at once.
  private static let mostGroups = 12
  /// The most columns a regression is made with.
  private static let mostColumns = 100
  /// Texts that say there was no event, beside an empty field.
  private static let none: Set<String> = ["0", "no", "n", "false"]

  init(path: String, arguments: SurvivalArguments) throws(FileProblems) {
    var reader = ArgumentReader()
    let event = reader.yesNo(arguments.event, in: "--event", example: "left")
    if let text = event?.text, arguments.cause != nil {
      reader.note(
        "--event: a text, \(ArgumentReader.quoted(text[...])), is named and a cause too",
        fix: "with --cause give the column alone; its texts are the causes")
    }
    let (group, focal, cause) = (arguments.group, arguments.focal, arguments.cause)
    if let focal {
      if let reference = arguments.reference {
        reader.noteSame(focal, reference)
      } else {
        reader.note(
          "--focal is given and --reference is not",
          fix: "name both groups, or neither to compare every group with the largest one")
      }
    }
    let controls = reader.controls(arguments.controls)
    let times = reader.wholeNumbers(arguments.times, in: "--at", example: "90,180,365")
    reader.noteTwice(
      [
        ("--time", arguments.time), ("--entry", arguments.entry), ("--event", event?.column),
        ("--group", group), ("--strata", arguments.strata),
      ] + controls.map { ("--controls", $0.column) })
    let columns =
      [arguments.time, event?.column, group, arguments.entry, arguments.strata].compactMap(\.self)
      + controls.map(\.column)
    let table = try reader.reading(path, columns)
    reader.noteMissing(table)
    if let event { reader.noteAbsent(event, in: "--event", of: table) }
    if let event, let cause {
      reader.noteAbsent(cause, in: "--cause", column: event.column, of: table)
    }
    for (argument, text) in [("--focal", focal), ("--reference", arguments.reference)] {
      if let text { reader.noteAbsent(text, in: argument, column: group, of: table) }
    }
    let ends = event.map { Self.ends($0, cause, table) }
    let exits = table.numbers(arguments.time, decimals: 0, in: 0...1e9)
    let entries = arguments.entry.map { table.numbers($0, decimals: 0, in: 0...1e9) }
    let numbers = table.numbers(of: controls)
    let problems =
      (ends?.problems ?? []) + exits.problems + (entries?.problems ?? []) + numbers.problems
      + table.variants(of: [focal, arguments.reference].compactMap(\.self), in: group)
      + Self.reversed(table, arguments.time, exits.values, entries?.values)
    try reader.finish(data: problems)
    guard let event, let ends else { throw FileProblems() }

    var selection = RowSelection(table)
    for column in columns where column != event.column {
      selection.keepFilled(column, of: table)
    }
    selection.keep(
      { _ in "\(Facts.name(event.column)) is empty" }, where: { ends.causes[$0] != nil })
    let texts = table.texts(group)
    if let focal, let reference = arguments.reference {
      selection.keep(
        { _ in "neither \(Facts.name(focal)) nor \(Facts.name(reference))" },
        where: { texts[$0] == focal || texts[$0] == reference })
    }
    let used = selection.used
    let groups = Groups(texts, used: used, focal: focal, reference: arguments.reference)
    if groups.names.count < 2 || groups.names.count > Self.mostGroups {
      reader.note(
        "--group: \(groups.names.count) \(groups.names.count == 1 ? "group has" : "groups have") "
          + "rows that can be used",
        fix: "give a column of 2 to \(Self.mostGroups) groups, or name two with --focal and "
          + "--reference")
    }
    let factors = controls.filter { !$0.isNumber }.map {
      FactorLevels($0.column, table.texts($0.column), used: used)
    }
    let names = factors.flatMap(\.columnNames) + controls.filter(\.isNumber).map(\.column)
    if names.count > Self.mostColumns {
      reader.note(
        "--controls: the regression would have \(names.count) columns, more than "
          + "\(Self.mostColumns)",
        fix: "give a column of numbers as name:number, or a column of many texts as --strata")
    }
    try reader.finish(data: [])
    let strata = arguments.strata.map { FactorLevels($0, table.texts($0), used: used) }
    let measured = controls.filter(\.isNumber).map { numbers.values[$0.column] ?? [] }
    guard
      let records = SurvivalRecords(
        used.map { row in
          SurvivalSpell(
            entry: entries.map { Int($0.values[row] ?? 0) } ?? -1,
            exit: Int(exits.values[row] ?? 0), cause: ends.causes[row] ?? 0,
            group: groups.position[texts[row]] ?? 0, stratum: strata?.positions[row] ?? 0,
            covariates: factors.flatMap { $0.indicators(of: $0.positions[row]) }
              + measured.map { Double($0[row] ?? 0) / ControlColumn.unit })
        },
        groups: groups.names, causes: cause.map { [$0, "other causes"] } ?? ["event"],
        strata: strata?.levels ?? ["All"], covariates: names)
    else { throw FileProblems() }
    self.records = records
    reference = groups.reference
    self.cause = cause
    let end = records.spells.map(\.exit).max() ?? 0
    self.times = times ?? [end / 4, end / 2, end / 4 * 3 + end % 4 * 3 / 4].filter { $0 > 0 }
    facts = Self.facts(records, event: event, cause: cause) + selection.remarks
    notes = ends.notes
    self.strata = arguments.strata
    let equal =
      controls.isEmpty ? "" : "with \(Facts.list(controls.map { Facts.name($0.column) })) equal"
    heldEqual = [arguments.strata.map { "within \(Facts.name($0))" } ?? "", equal]
      .filter { !$0.isEmpty }.joined(separator: ", ")
    var input: [String: JSONValue] = [
      "file": .text(table.file), "time": .text(arguments.time), "event": .text(arguments.event),
      "group": .text(group), "reference": .text(groups.names[groups.reference]),
      "controls": .array(controls.map { .text($0.argument) }),
      "at": .array(self.times.map { .integer($0) }), "rows_used": .integer(used.count),
      "rows_left_out": .integer(table.rows.count - used.count),
    ]
    let optional = [
      ("entry", arguments.entry), ("focal", focal), ("strata", arguments.strata), ("cause", cause),
    ]
    for (key, text) in optional { input[key] = text.map { .text($0) } }
    self.input = input
  }

  /// The groups of the rows that are used, the focal ones first and the reference last.
  private struct Groups {
    let names: [String]
    let reference: Int
    let position: [String: Int]

    init(_ texts: [String], used: [Int], focal: String?, reference: String?) {
      var counts: [String: Int] = [:]
      for row in used { counts[texts[row], default: 0] += 1 }
      let ordered = counts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      let largest = ordered.reduce(into: ("", 0)) { best, group in
        if group.value > best.1 { best = (group.key, group.value) }
      }
      let last = reference ?? largest.0
      names = ordered.map(\.key).filter { $0 != last } + (counts[last] == nil ? [] : [last])
      self.reference = max(0, names.count - 1)
      position = Dictionary(
        names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// What ended each row's watch: 0 for nothing, 1 for the event, 2 for another; `nil` if not known.
  private static func ends(
    _ event: YesNoColumn, _ cause: String?, _ table: NamedColumns
  ) -> (causes: [Int?], problems: [SourceProblem], notes: [String]) {
    let texts = table.texts(event.column)
    let empty = texts.count(where: \.isEmpty)
    let emptyNote =
      empty > 0
      ? ["\(Facts.rows(empty)) with an empty \(Facts.name(event.column)) count as without event."]
      : []
    if let cause {
      return (
        texts.map { text in
          text == cause ? 1 : text.isEmpty || none.contains(text.lowercased()) ? 0 : 2
        }, table.variants(of: [cause], in: event.column), emptyNote
      )
    }
    let answers = event.answers(in: table, argument: "--event")
    guard event.text != nil else {
      return (answers.values.map { $0.map { $0 ? 1 : 0 } }, answers.problems, [])
    }
    return (
      answers.values.map { $0 == true ? 1 : 0 }, answers.problems,
      emptyNote + [
        "Other texts of \(Facts.name(event.column)) count as the end of the watch; where they are "
          + "events that prevent this one, give the column alone and name this one with --cause."
      ]
    )
  }

  /// Times that do not come after the entry.
  private static func reversed(
    _ table: NamedColumns, _ column: String, _ exits: [Int64?], _ entries: [Int64?]?
  ) -> [SourceProblem] {
    guard let entries else { return [] }
    let rows = table.rows.indices.filter { row in
      guard let exit = exits[row], let entry = entries[row] else { return false }
      return exit <= entry
    }
    return table.problem(
      .belowMinimum, column, rows: rows.map { table.rows[$0] },
      "\(Facts.fields(rows.count)) are not above the entry of their row",
      fix: "count both from the same start, for example days since hire")
  }

  private static func facts(
    _ records: SurvivalRecords, event: YesNoColumn, cause: String?
  ) -> [String] {
    let named = cause.map { "\(event.words), cause \(Facts.name($0))" } ?? event.words
    return ["Event: \(named). \(Facts.rows(records.spells.count)) used."]
      + records.groups.indices.map { group in
        let spells = records.spells.filter { $0.group == group }
        let events = spells.count { $0.cause == 1 }
        let others = spells.count { $0.cause > 1 }
        return "\(Facts.name(records.groups[group])): \(Facts.rows(spells.count)), "
          + "\(Facts.events(events))"
          + (cause == nil ? "" : ", \(Facts.events(others)) of other causes")
      }
  }
}
