import DataSources
import Encoders

/// A column whose texts say yes or no, typed in as `column` or `column=text`.
struct YesNoColumn: Hashable, Sendable {
  let column: String
  /// The text that counts as yes; `nil` where the column itself says yes and no.
  let text: String?

  /// The column, with the text that counts where one was named, as it is printed.
  var words: String { Facts.name(text.map { "\(column) = \($0)" } ?? column) }

  private static let yes: Set<String> = ["1", "yes", "y", "true"]
  private static let no: Set<String> = ["0", "no", "n", "false"]

  /// What each row says, `nil` where its field is empty.
  func answers(
    in table: NamedColumns, argument: String
  ) -> (values: [Bool?], problems: [SourceProblem]) {
    let texts = table.texts(column)
    if let text {
      return (
        texts.map { $0.isEmpty ? nil : $0 == text }, table.variants(of: [text], in: column)
      )
    }
    var unclear: [Int] = []
    let values = zip(table.rows, texts).map { row, text -> Bool? in
      let plain = text.lowercased()
      if Self.yes.contains(plain) { return true }
      if Self.no.contains(plain) { return false }
      if !text.isEmpty { unclear.append(row) }
      return nil
    }
    return (
      values,
      table.problem(
        .unknownLabels, column, rows: unclear,
        "\(Facts.fields(unclear.count)) are neither yes nor no",
        fix: "write yes or no, true or false, 1 or 0, or name the text that counts: "
          + "\(argument) \(ArgumentReader.plain(column))=text")
    )
  }
}

extension ArgumentReader {
  /// Reads columns of a file; what is wrong with the file is told beside what was noted before.
  func reading(_ path: String, _ columns: [String]) throws(FileProblems) -> NamedColumns {
    do {
      return try .read(
        path: path,
        columns: columns.indices.filter { columns.firstIndex(of: columns[$0]) == $0 }
          .map { columns[$0] })
    } catch {
      throw FileProblems(arguments: problems, data: error.problems.map(\.withoutConfiguration))
    }
  }

  /// `column` or `column=text`; the problem is noted otherwise.
  mutating func yesNo(_ text: String, in argument: String, example: String) -> YesNoColumn? {
    guard let sign = text.firstIndex(of: "=") else {
      if !text.isEmpty { return YesNoColumn(column: text, text: nil) }
      note("\(argument): a column has no name", fix: "for example \(argument) \(example)")
      return nil
    }
    let value = text[text.index(after: sign)...]
    if sign > text.startIndex, !value.isEmpty {
      return YesNoColumn(column: String(text[..<sign]), text: String(value))
    }
    note(
      "\(argument): \(Self.quoted(text[...])) is not a column and a text with an equals sign between",
      fix: "write column or column=text, for example \(argument) \(example)")
    return nil
  }

  /// Notes a text that counts as yes and that no row has.
  mutating func noteAbsent(_ wanted: YesNoColumn, in argument: String, of table: NamedColumns) {
    if let text = wanted.text {
      noteAbsent(text, in: argument, column: wanted.column, of: table)
    }
  }

  /// Notes a column that is given for two purposes.
  mutating func noteTwice(_ columns: [(argument: String, column: String?)]) {
    var seen: [(argument: String, column: String)] = []
    for (argument, column) in columns {
      guard let column else { continue }
      if let first = seen.first(where: { $0.column == column }) {
        note(
          "\(argument): the column \(Self.quoted(column[...])) is given as \(first.argument) already",
          fix: "name every column for one purpose")
      }
      seen.append((argument, column))
    }
  }

  /// A text that is put into the fix of a problem: at most 40 characters and inert.
  static func plain(_ text: String) -> String { String(TerminalEncoder.text(text).prefix(40)) }
}

extension ArgumentReader {
  /// Whole numbers of at least 0, separated by commas and each once, in order; problems are noted.
  mutating func wholeNumbers(_ text: String?, in argument: String, example: String) -> [Int]? {
    guard let text else { return nil }
    var numbers: [Int] = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      if let number = Int(word), (0...1_000_000_000).contains(number) {
        numbers.append(number)
      } else {
        note(
          "\(argument): \(Self.quoted(word)) is not a whole number of at least 0",
          fix: "write whole numbers with commas between, as \(example)")
      }
    }
    if Set(numbers).count < numbers.count {
      note("\(argument): a number is given twice", fix: "give every number once, as \(example)")
    }
    return Set(numbers).sorted()
  }
}

/// A column that is held equal.
struct ControlColumn: Hashable, Sendable {
  let column: String
  /// Whether it enters as a number; else each of its texts has a rate of its own.
  let isNumber: Bool

  /// The column as it was typed in.
  var argument: String { column + (isNumber ? ":number" : "") }

  /// Numbers are kept to six decimals.
  static let decimals = 6
  /// What numbers are divided by.
  static let unit = 1_000_000.0
}

extension ArgumentReader {
  /// Controls separated by commas, `name` or `name:number`.
  mutating func controls(_ text: String?) -> [ControlColumn] {
    columns(text, in: "--controls", example: "department,experience:number").map { name in
      name.hasSuffix(":number")
        ? ControlColumn(column: String(name.dropLast(7)), isNumber: true)
        : ControlColumn(column: name, isNumber: false)
    }
  }
}

extension SourceProblem {
  /// The problem with a fix that does not speak of a configuration, which a calculator has not.
  fileprivate var withoutConfiguration: SourceProblem {
    guard fix.contains(" under [") else { return self }
    return SourceProblem(
      code: code, severity: severity, file: file, column: column, rows: rows, count: count,
      message: message,
      fix: exitCode == 66 ? "check the path" : "save the file as UTF-8 text with its header first",
      exitCode: exitCode)
  }
}

extension NamedColumns {
  /// The numbers of the controls that are numbers, by column.
  func numbers(
    of controls: [ControlColumn]
  ) -> (values: [String: [Int64?]], problems: [SourceProblem]) {
    var values: [String: [Int64?]] = [:]
    var problems: [SourceProblem] = []
    for control in controls where control.isNumber && !missing.contains(control.column) {
      let read = numbers(control.column, decimals: ControlColumn.decimals, in: -1e12...1e12)
      values[control.column] = read.values
      problems += read.problems
    }
    return (values, problems)
  }
}

/// The rows of a file that are used, and how many are not and why.
struct RowSelection {
  /// The positions of the rows that are used.
  private(set) var used: [Int]
  /// Why rows are left out, as sentences.
  private(set) var remarks: [String] = []

  init(_ table: NamedColumns) { used = Array(table.rows.indices) }

  /// Leaves out the rows that do not hold a condition.
  mutating func keep(_ reason: (Int) -> String, where isKept: (Int) -> Bool) {
    let before = used.count
    used = used.filter(isKept)
    let out = before - used.count
    if out > 0 {
      remarks.append("\(Facts.rows(out)) left out: \(reason(out)).")
    }
  }

  /// Leaves out the rows with an empty field in a column.
  mutating func keepFilled(_ column: String, of table: NamedColumns) {
    let texts = table.texts(column)
    keep({ _ in "\(Facts.name(column)) is empty" }, where: { !texts[$0].isEmpty })
  }
}
