import Configuration

/// How a cell is run and what it leaves in the text.
struct CellOptions: Sendable, Hashable {
  /// What a cell leaves in the text.
  enum Output: String, CaseIterable, Sendable {
    case text, table, markdown, figure, json, none
  }

  /// How a cell is to fail.
  enum ExpectedError: Sendable, Hashable {
    /// With this exit code.
    case exit(Int32)
    /// With a message of this code.
    case code(String)
  }

  /// When a cell is run.
  struct Condition: Sendable, Hashable {
    /// The name in `[params]`.
    let name: String
    /// The value it is held against.
    let value: String
    /// Whether it must be that value or any other.
    let isEqual: Bool
  }

  /// How far a number may be from the one in the file.
  enum Tolerance: Sendable, Hashable {
    case relative(Double)
    case absolute(Double)
  }

  var output: Output = .text
  var caption: String?
  var alternative: String?
  var digits: Int?
  var tolerance = Tolerance.relative(1e-9)
  var seed: UInt64?
  var expectedError: ExpectedError?
  var isEchoed = true
  var condition: Condition?
  var rows: String?
  var columns: [String] = []
  var header: [String] = []
  var pick: [String] = []
  /// The options that shape the output, as written and in the order of their names.
  var shaping: [String] = []

  /// The names of the options, as written.
  static let names = [
    "output", "caption", "alt", "digits", "tol", "seed", "expect-error", "echo", "if", "rows",
    "columns", "header", "pick",
  ]
  /// The options that make no difference to what the output holds.
  private static let notShaping = ["tol", "echo"]

  /// What is wrong with an option.
  struct Problem: Error {
    let kind: NotebookProblem.Kind
    let message: String
    let fix: String

    init(_ kind: NotebookProblem.Kind, _ message: String, _ fix: String = "") {
      self.kind = kind
      self.message = message
      self.fix = fix
    }
  }

  /// Reads `{#id name=value ...}`; nothing at all is a cell without output.
  static func read(_ text: String) -> (id: String?, options: CellOptions, problems: [Problem]) {
    var options = CellOptions()
    var problems: [Problem] = []
    var id: String?
    if text.isEmpty {
      options.output = .none
      return (nil, options, [])
    }
    guard text.hasPrefix("{"), text.hasSuffix("}"), text.count > 1,
      let items = OptionItems.read(String(text.dropFirst().dropLast()))
    else {
      problems.append(
        Problem(
          .badCell, "the options of the cell are not written as {#id name=value}",
          "for example {#short output=text caption=\"Two tests\"}"))
      return (nil, options, problems)
    }
    var given: [String] = []
    for item in items {
      switch item {
      case .identifier(let name):
        if id != nil { problems.append(Problem(.badIdentifier, "the cell has two identifiers")) }
        if !isIdentifier(name) {
          problems.append(
            Problem(
              .badIdentifier, "#\(name) is not an identifier",
              "use letters, digits, - and _, a letter first"))
        }
        id = name
      case .option(let name, let value):
        if given.contains(name) {
          problems.append(Problem(.badOption, "the option \(name) is given twice"))
        }
        given.append(name)
        if let problem = options.take(name, value) { problems.append(problem) }
        if names.contains(name), !notShaping.contains(name) {
          options.shaping.append("\(name)=\(value)")
        }
      }
    }
    options.shaping.sort()
    if id == nil, !given.contains("output") { options.output = .none }
    problems += options.contradictions(id: id)
    return (id, options, problems)
  }

  private func contradictions(id: String?) -> [Problem] {
    var problems: [Problem] = []
    if id == nil, output != .none {
      problems.append(
        Problem(.badIdentifier, "a cell that leaves output needs an #id", "write {#name ...}"))
    }
    if output == .figure, alternative == nil {
      problems.append(
        Problem(
          .badOption, "a figure needs alt, for readers who cannot see it",
          "say in a sentence what it shows: alt=\"...\""))
    }
    if output != .table, rows != nil || !columns.isEmpty || !header.isEmpty || !pick.isEmpty {
      problems.append(
        Problem(.badOption, "rows, columns, header and pick belong to output=table"))
    }
    if rows != nil, columns.isEmpty {
      problems.append(
        Problem(.badOption, "rows needs columns", "for example columns=\"title,p_value:%.4f\""))
    }
    if rows == nil, !columns.isEmpty {
      problems.append(Problem(.badOption, "columns needs rows", "for example rows=results"))
    }
    if !header.isEmpty, header.count != columns.count {
      problems.append(
        Problem(
          .badOption, "header has \(header.count) words for \(columns.count) columns",
          "name every column, with commas between"))
    }
    return problems
  }

  private mutating func take(_ name: String, _ value: String) -> Problem? {
    switch name {
    case "output":
      guard let output = Output(rawValue: value) else {
        return Self.notAmong("output", value, Output.allCases.map(\.rawValue))
      }
      self.output = output
    case "caption": caption = value
    case "alt": alternative = value
    case "digits":
      guard let digits = Int(value), (1...12).contains(digits) else {
        return Problem(.badOption, "digits=\(value) is not a whole number from 1 to 12")
      }
      self.digits = digits
    case "tol":
      guard let tolerance = Self.tolerance(value) else {
        return Problem(
          .badOption, "tol=\(value) is not a tolerance",
          "write tol=1e-6 (relative) or tol=abs:0.01")
      }
      self.tolerance = tolerance
    case "seed":
      guard let seed = UInt64(value) else {
        return Problem(.badOption, "seed=\(value) is not a whole number")
      }
      self.seed = seed
    case "expect-error":
      if let code = Int32(value) {
        expectedError = .exit(code)
      } else {
        expectedError = .code(value)
      }
      if value.isEmpty || value == "0" {
        return Problem(.badOption, "expect-error needs a code of a message or an exit code")
      }
    case "echo":
      guard value == "true" || value == "false" else {
        return Self.notAmong("echo", value, ["true", "false"])
      }
      isEchoed = value == "true"
    case "if":
      guard let condition = Condition(value) else {
        return Problem(
          .badOption, "if=\(value) is not a condition", "write if=@name==value or if=@name!=value")
      }
      self.condition = condition
    case "rows": rows = value
    case "columns": columns = Self.list(value)
    case "header": header = Self.list(value)
    case "pick": pick = Self.list(value)
    default: return Self.unknown(name)
    }
    return nil
  }

  private static func unknown(_ name: String) -> Problem {
    if let meant = EditDistance.nearest(to: name, among: names) {
      return Problem(.unknownOption, "unknown option \"\(name)\"; did you mean \"\(meant)\"?")
    }
    return Problem(
      .unknownOption, "unknown option \"\(name)\"",
      "remove it; the options are \(names.joined(separator: ", "))")
  }

  private static func notAmong(_ name: String, _ value: String, _ choices: [String]) -> Problem {
    let meant = EditDistance.nearest(to: value, among: choices)
    return Problem(
      .badOption, "\(name)=\(value) is not known" + (meant.map { "; did you mean \($0)?" } ?? ""),
      "one of \(choices.joined(separator: ", "))")
  }

  private static func tolerance(_ text: String) -> Tolerance? {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard let last = parts.last, let number = Double(last), number >= 0, number.isFinite else {
      return nil
    }
    switch parts.count == 1 ? "rel" : parts[0] {
    case "rel": return .relative(number)
    case "abs": return .absolute(number)
    default: return nil
    }
  }

  private static func list(_ text: String) -> [String] {
    text.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmed }
  }

  static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8.allSatisfy {
      isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}

extension CellOptions.Condition {
  /// Reads `@name==value` or `@name!=value`.
  fileprivate init?(_ text: String) {
    guard text.hasPrefix("@") else { return nil }
    for sign in ["==", "!="] {
      guard let range = text.firstRange(of: sign) else { continue }
      let name = String(text[text.index(after: text.startIndex)..<range.lowerBound]).trimmed
      guard !name.isEmpty else { return nil }
      self.init(
        name: name, value: String(text[range.upperBound...]).trimmed, isEqual: sign == "==")
      return
    }
    return nil
  }
}
