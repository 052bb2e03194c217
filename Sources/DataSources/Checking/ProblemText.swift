/// The printed form of a problem.
public enum ProblemText {
  private static let rowsShown = 3

  /// The lines of a problem: what is wrong, in which rows, and how to mend it.
  ///
  ///     error D104 employees.csv, column "Hire Date": 37 of 4,212 dates are ambiguous
  ///           rows 18, 19, 240, … (34 more; full list: --json)
  ///       fix: set format = "dd/MM/yyyy" or "MM/dd/yyyy" under [mapping.employees] hire_date
  ///
  /// No line holds a control character, a direction mark or a line break, whatever the file does.
  public static func lines(for problem: SourceProblem) -> [String] {
    lines(for: problem, fullList: "; full list: --json")
  }

  /// The lines of a problem where the command has no list of all rows.
  package static func linesWithoutList(for problem: SourceProblem) -> [String] {
    lines(for: problem, fullList: "")
  }

  private static func lines(for problem: SourceProblem, fullList: String) -> [String] {
    var place = neutralised(problem.file)
    if let column = problem.column { place += ", column \"\(neutralised(column))\"" }
    var lines = [
      "\(problem.severity.rawValue) \(problem.code) \(place): \(neutralised(problem.message))"
    ]
    if !problem.rows.isEmpty {
      let indent = String(repeating: " ", count: problem.severity.rawValue.count + 1)
      var text = problem.rows.prefix(rowsShown).map { grouped($0) }.joined(separator: ", ")
      let more = max(problem.count, problem.rows.count) - min(rowsShown, problem.rows.count)
      if more > 0 { text += ", … (\(grouped(more)) more\(fullList))" }
      lines.append("\(indent)row\(problem.rows.count + more == 1 ? "" : "s") \(text)")
    }
    if !problem.fix.isEmpty { lines.append("  fix: \(neutralised(problem.fix))") }
    return lines
  }

  /// A whole number with commas between thousands.
  package static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return number < 0 ? "-" + text : text
  }

  /// A number and its noun: `1 row`, `2 rows`, `1,204 rows`.
  package static func counted(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// A sentence about one thing with its verb in the singular: `1 row has`, `1 of 19 dates is`.
  static func agreeing(_ message: String) -> String {
    guard message.hasPrefix("1 ") else { return message }
    var words = message.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard let verb = words.firstIndex(where: { singular[$0] != nil }) else { return message }
    words[verb] = singular[words[verb]] ?? words[verb]
    return words.joined(separator: " ")
  }

  private static let singular = [
    "are": "is", "have": "has", "were": "was", "hold": "holds", "begin": "begins", "lie": "lies",
    "repeat": "repeats", "stand": "stands", "differ": "differs", "end": "ends", "look": "looks",
  ]

  /// The text on one line, at most 400 characters, with what cannot be seen spelt out.
  package static func neutralised(_ text: String) -> String {
    var clean = ""
    for scalar in text.unicodeScalars {
      if InvisibleCharacter.contains(scalar) {
        clean += "<U+\(hexadecimal(scalar.value))>"
      } else {
        clean.unicodeScalars.append(scalar)
      }
    }
    return clean.unicodeScalars.count > 400 ? "\(clean.prefix(397))..." : clean
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
