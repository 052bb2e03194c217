/// A number or word within the text that a cell gives: `<!--= short.p %.3f -->0.041<!--/=-->`.
struct InlineValue: Sendable {
  /// Where the value comes from.
  enum Source: Sendable {
    /// `@name`: a parameter.
    case name(String)
    /// `id.path.to.value`, with or without `*100`.
    case answer(cell: String, path: ValuePath, isPerHundred: Bool)
  }

  /// What stands between the marks, as written and without blanks around it.
  let expression: String
  /// Where the value comes from.
  let source: Source
  /// How it is printed.
  let format: ValueFormat
  /// The line of the file.
  let line: Int
  /// The comment that opens it, as it stands in the file.
  let opening: String
  /// What stands in the file now.
  let written: String

  /// The comment that closes a value.
  static let closing = "<!--/=-->"

  /// Reads what stands between `<!--=` and `-->`.
  ///
  /// - Throws: what is wrong with it.
  init(
    _ expression: String, line: Int, opening: String, written: String
  ) throws(CellOptions.Problem) {
    self.expression = expression
    self.line = line
    self.opening = opening
    self.written = written
    let split = expression.firstRange(of: " %")
    let reference = (split.map { String(expression[..<$0.lowerBound]) } ?? expression).trimmed
    let pattern = split.map { String(expression[$0.lowerBound...]).trimmed }
    format = try ValueFormat(pattern ?? "%s")
    if reference.hasPrefix("@") {
      source = .name(String(reference.dropFirst()))
      return
    }
    let (path, isPerHundred) = try Self.scaled(reference)
    guard case .name(let cell)? = path.steps.first, CellOptions.isIdentifier(cell),
      path.steps.count > 1
    else {
      throw CellOptions.Problem(
        .badValue, "\(reference) does not name a value of a cell", "write id.path.to.value")
    }
    source = .answer(
      cell: cell, path: ValuePath(steps: Array(path.steps.dropFirst())), isPerHundred: isPerHundred)
  }

  /// A path with or without `*100` behind it.
  static func scaled(_ text: String) throws(CellOptions.Problem) -> (ValuePath, Bool) {
    guard let star = text.lastIndex(of: "*"), !text[star...].contains("\""),
      !text[star...].contains("]")
    else { return (try ValuePath(text), false) }
    guard text[text.index(after: star)...].trimmingBlanks == "100" else {
      throw CellOptions.Problem(.badValue, "a value can be taken times 100 only: \(text)")
    }
    return (try ValuePath(String(text[..<star]).trimmed), true)
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String { String(self).trimmed }
}
