/// A text cut into lines, each with the line end it has.
struct SourceLines {
  /// One line.
  struct Line {
    /// The text without its end.
    let text: String
    /// `\n`, `\r\n`, or nothing at the end of the file.
    let ending: String

    /// The line as it stands in the file.
    var whole: String { text + ending }
  }

  /// The lines in order.
  let lines: [Line]

  /// Cuts a text.
  init(_ text: String) {
    var lines: [Line] = []
    let bytes = Array(text.utf8)
    var start = 0
    for (position, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      let isCRLF = position > start && bytes[position - 1] == UInt8(ascii: "\r")
      let end = isCRLF ? position - 1 : position
      lines.append(
        Line(
          text: String(decoding: bytes[start..<end], as: UTF8.self), ending: isCRLF ? "\r\n" : "\n")
      )
      start = position + 1
    }
    if start < bytes.count {
      lines.append(Line(text: String(decoding: bytes[start...], as: UTF8.self), ending: ""))
    }
    self.lines = lines
  }

  /// The line end of the first line, in which new lines are written.
  var ending: String { lines.first.map { $0.ending == "\r\n" ? "\r\n" : "\n" } ?? "\n" }
}

extension String {
  /// The text without blanks around it.
  var trimmed: String {
    let front = drop { $0.isWhitespace }
    var end = front.endIndex
    while end > front.startIndex, front[front.index(before: end)].isWhitespace {
      end = front.index(before: end)
    }
    return String(front[..<end])
  }
}
