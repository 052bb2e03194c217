/// Finds the values within lines of text; what stands in code is left alone.
struct ProseScanner {
  private let lines: [SourceLines.Line]
  private let file: String
  private let firstLine: Int
  private(set) var parts: [Notebook.Part] = []
  private(set) var problems: [NotebookProblem] = []

  init(lines: [SourceLines.Line], file: String, firstLine: Int) {
    self.lines = lines
    self.file = file
    self.firstLine = firstLine
  }

  /// Reads everything.
  mutating func scan() {
    var text = ""
    // A code span ends with its paragraph at the latest, and so does a value.
    var paragraph: [SourceLines.Line] = []
    var start = firstLine
    for (offset, line) in lines.enumerated() {
      if line.text.trimmed.isEmpty {
        scan(paragraph.map(\.whole).joined(), line: start, into: &text)
        text += line.whole
        paragraph = []
        start = firstLine + offset + 1
      } else {
        paragraph.append(line)
      }
    }
    scan(paragraph.map(\.whole).joined(), line: start, into: &text)
    if !text.isEmpty { parts.append(.text(text)) }
  }

  private mutating func scan(_ paragraph: String, line: Int, into text: inout String) {
    let bytes = Array(paragraph.utf8)
    let open = Array("<!--=".utf8)
    let shut = Array("-->".utf8)
    let closing = Array(InlineValue.closing.utf8)
    var position = 0
    var kept = 0
    var line = line
    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\n"):
        line += 1
        position += 1
      case UInt8(ascii: "\\"):
        position = min(bytes.count, position + 2)
        if position <= bytes.count, bytes[position - 1] == UInt8(ascii: "\n") { line += 1 }
      case UInt8(ascii: "`"):
        let end = Self.endOfCode(bytes, position)
        line += bytes[position..<end].count { $0 == UInt8(ascii: "\n") }
        position = end
      case UInt8(ascii: "<") where bytes[position...].starts(with: open):
        let start = position
        guard let inner = Self.find(shut, in: bytes, from: start + open.count),
          let end = Self.find(closing, in: bytes, from: inner + shut.count)
        else {
          problems.append(
            NotebookProblem(
              .badValue, file, line, "the value does not end",
              fix: "write <!--= id.path %.2f --><!--/=-->"))
          position += open.count
          continue
        }
        do {
          let value = try InlineValue(
            string((start + open.count)..<inner).trimmed, line: line,
            opening: string(start..<(inner + shut.count)),
            written: string((inner + shut.count)..<end))
          text += string(kept..<start)
          if !text.isEmpty { parts.append(.text(text)) }
          text = ""
          parts.append(.value(value))
        } catch {
          problems.append(
            NotebookProblem(error.kind, file, line, error.message, fix: error.fix))
        }
        position = end + closing.count
        line += bytes[start..<position].count { $0 == UInt8(ascii: "\n") }
        kept = position
      default: position += 1
      }
    }
    text += string(min(kept, bytes.count)..<bytes.count)
  }

  /// Where a code span that begins here ends; behind its backticks where it does not.
  private static func endOfCode(_ bytes: [UInt8], _ start: Int) -> Int {
    let length = bytes[start...].prefix { $0 == UInt8(ascii: "`") }.count
    var position = start + length
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "`") else {
        position += 1
        continue
      }
      let run = bytes[position...].prefix { $0 == UInt8(ascii: "`") }.count
      position += run
      if run == length { return position }
    }
    return start + length
  }

  private static func find(_ pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard start + pattern.count <= bytes.count else { return nil }
    return (start...(bytes.count - pattern.count)).first {
      bytes[$0..<($0 + pattern.count)].elementsEqual(pattern)
    }
  }
}
