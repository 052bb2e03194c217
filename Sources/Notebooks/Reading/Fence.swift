/// The line that opens a block of code in Markdown.
struct Fence {
  /// The backtick or tilde.
  let mark: Character
  /// How many of them.
  let length: Int
  /// What stands behind them.
  let information: String
  /// The blanks in front.
  let indent: Int

  /// Reads a line; `nil` if it opens nothing.
  init?(opening line: String) {
    let rest = line.drop { $0 == " " }
    indent = line.count - rest.count
    guard indent <= 3, let mark = rest.first, mark == "`" || mark == "~" else { return nil }
    let length = rest.prefix { $0 == mark }.count
    guard length >= 3 else { return nil }
    let information = String(rest.dropFirst(length)).trimmed
    // Behind backticks there can be none, or the line is a code span.
    guard mark == "~" || !information.contains("`") else { return nil }
    self.mark = mark
    self.length = length
    self.information = information
  }

  /// Whether a line closes what this one opened.
  func isClosed(by line: String) -> Bool {
    let rest = line.drop { $0 == " " }
    guard line.count - rest.count <= 3 else { return false }
    let run = rest.prefix { $0 == mark }.count
    return run >= length && rest.dropFirst(run).allSatisfy(\.isWhitespace)
  }

  /// What stands behind the word `parity`, where the block is a cell.
  var cellOptions: String? {
    guard mark == "`", indent == 0, information.hasPrefix("parity") else { return nil }
    let rest = information.dropFirst("parity".count)
    guard rest.isEmpty || rest.first == " " || rest.first == "{" else { return nil }
    return String(rest).trimmed
  }
}
