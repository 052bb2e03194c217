import Encoders

/// Makes what a command printed inert in a notebook: it can leave neither its block nor its markers.
enum InertOutput {
  /// A block of code that holds a text.
  ///
  /// - Parameter language: the word behind the opening fence.
  static func block(_ text: String, language: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      TerminalEncoder.text(String(line)).trimmingEnd
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    let body = withoutComments(lines.map { $0 + "\n" }.joined())
    let fence = String(repeating: "`", count: max(3, longestRun(in: body) + 1))
    return "\(fence)\(language)\n\(body)\(fence)\n"
  }

  /// JSON as it was printed; a comment cannot begin in it.
  static func json(_ text: String) -> String {
    // The escape reads back as the same character.
    let body = text.replacing("<!--", with: "\\u003c!--").trimmed + "\n"
    let fence = String(repeating: "`", count: max(3, longestRun(in: body) + 1))
    return "\(fence)json\n\(body)\(fence)\n"
  }

  /// Markdown of the program's own renderer, in which no comment can begin.
  static func markdown(_ text: String) -> String {
    text.replacing("<!--", with: "&lt;!--").trimmed + "\n"
  }

  /// A text in which an invisible joiner keeps comments from beginning.
  private static func withoutComments(_ text: String) -> String {
    text.replacing("<!--", with: "<!\u{2060}--")
  }

  private static func longestRun(in text: String) -> Int {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

extension String {
  /// The text without blanks at its end.
  fileprivate var trimmingEnd: String {
    var end = endIndex
    while end > startIndex, self[index(before: end)].isWhitespace { end = index(before: end) }
    return String(self[..<end])
  }
}
