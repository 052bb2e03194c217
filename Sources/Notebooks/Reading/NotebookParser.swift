import Configuration

/// Cuts the lines of a notebook into text, values and cells.
struct NotebookParser {
  private let lines: [SourceLines.Line]
  let file: String
  private var position: Int
  private(set) var parts: [Notebook.Part] = []
  private(set) var problems: [NotebookProblem] = []

  init(lines: [SourceLines.Line], file: String, start: Int) {
    self.lines = lines
    self.file = file
    position = start
  }

  mutating func report(
    _ kind: NotebookProblem.Kind, line: Int?, _ message: String, fix: String = ""
  ) {
    problems.append(NotebookProblem(kind, file, line, message, fix: fix))
  }

  /// Reads everything.
  mutating func parse() {
    var prose: [SourceLines.Line] = []
    var proseStart = position
    func flush(_ parser: inout NotebookParser) {
      var scanner = ProseScanner(lines: prose, file: parser.file, firstLine: proseStart + 1)
      scanner.scan()
      parser.parts += scanner.parts
      parser.problems += scanner.problems
      prose = []
    }
    while position < lines.count {
      let line = lines[position]
      if let fence = Fence(opening: line.text) {
        flush(&self)
        block(fence)
        proseStart = position
      } else {
        if line.text.hasPrefix("```parity") {
          report(
            .badCell, line: position + 1, "the options of the cell have a backtick in them",
            fix: "leave it out; Markdown reads the line as text")
        }
        if let output = OutputMarker.read(line.text) {
          report(
            .strayOutput, line: position + 1, "the output of \(output.id) does not follow its cell",
            fix: "remove it from here to \(OutputMarker.end)")
        }
        prose.append(line)
        position += 1
      }
    }
    flush(&self)
    checkIdentifiers()
  }

  /// Reads a block of code, and the output behind it where it is a cell.
  private mutating func block(_ fence: Fence) {
    let start = position
    position += 1
    while position < lines.count, !fence.isClosed(by: lines[position].text) { position += 1 }
    let isClosed = position < lines.count
    if isClosed { position += 1 }
    let source = lines[start..<position].map(\.whole).joined()
    guard let text = fence.cellOptions else {
      parts.append(.text(source))
      return
    }
    if !isClosed {
      report(.badCell, line: start + 1, "the cell does not end", fix: "close it with ```")
    }
    let (id, options, found) = CellOptions.read(text)
    for problem in found {
      report(problem.kind, line: start + 1, problem.message, fix: problem.fix)
    }
    let content = lines[(start + 1)..<max(start + 1, position - (isClosed ? 1 : 0))].map(\.text)
    var words: [CommandWords.Word] = []
    do {
      words = try CommandWords.read(content)
    } catch {
      let message =
        switch error {
        case .empty: "the cell has no command"
        case .several: "the cell has more than one command"
        case .openQuote: "a quotation mark of the command is not closed"
        }
      report(
        .badCommand, line: start + 2, message,
        fix: error == .several
          ? "make a cell of each; a command goes on after \\ at a line's end" : "")
    }
    let (gap, written) = output(id, after: start + 1)
    parts.append(
      .cell(
        Cell(
          id: id, line: start + 1, options: options, words: words, source: source, gap: gap,
          written: written)))
  }

  /// Reads the output that follows a cell, blank lines between.
  private mutating func output(_ id: String?, after cellLine: Int) -> (String, Cell.Written?) {
    var start = position
    while start < lines.count, lines[start].text.trimmed.isEmpty { start += 1 }
    guard start < lines.count, let marker = OutputMarker.read(lines[start].text) else {
      return ("", nil)
    }
    let gap = lines[position..<start].map(\.whole).joined()
    guard let end = lines[start...].firstIndex(where: { OutputMarker.isEnd($0.text) }) else {
      report(
        .strayOutput, line: start + 1, "the output of \(marker.id) does not end",
        fix: "end it with \(OutputMarker.end), or remove its first line")
      position = start + 1
      return ("", nil)
    }
    position = end + 1
    if marker.id != id {
      report(
        .strayOutput, line: start + 1,
        "the output of \(marker.id) follows "
          + (id.map { "cell #\($0)" } ?? "a cell that leaves none"),
        fix: "remove it up to \(OutputMarker.end)")
    }
    let text = lines[(start + 1)..<end].map { $0.text + "\n" }.joined()
    return (gap, Cell.Written(digest: marker.digest, text: text))
  }

  private mutating func checkIdentifiers() {
    var lineOf: [String: Int] = [:]
    for part in parts {
      switch part {
      case .cell(let cell):
        guard let id = cell.id else { continue }
        if let line = lineOf[id] {
          report(
            .identifierTwice, line: cell.line,
            "#\(id) is the identifier of the cell in line \(line)",
            fix: "give each cell its own")
        } else {
          lineOf[id] = cell.line
        }
      case .value(let value):
        guard case .answer(let id, _, _) = value.source, lineOf[id] == nil else { continue }
        let isLater = parts.contains { part in
          if case .cell(let cell) = part { return cell.id == id }
          return false
        }
        let meant = EditDistance.nearest(to: id, among: lineOf.keys.sorted())
        report(
          .laterCell, line: value.line,
          isLater
            ? "cell #\(id) stands below this value"
            : "there is no cell #\(id)"
              + (meant.map { "; did you mean #\($0)?" } ?? ""),
          fix: isLater ? "move the cell above it" : "")
      case .text: continue
      }
    }
  }

  /// Checks every `@name` of cells, conditions and values against the front matter.
  mutating func checkNames(_ header: FrontMatter) {
    let known = (header.parameters + header.data).map(\.name)
    func check(_ name: String, _ line: Int, _ parser: inout NotebookParser) {
      guard !known.contains(name) else { return }
      let meant = EditDistance.nearest(to: name, among: known)
      parser.report(
        .unknownName, line: line,
        "@\(name) is not declared" + (meant.map { "; did you mean @\($0)?" } ?? ""),
        fix: "add it under [params] or [data]; @@ is a plain @")
    }
    for part in parts {
      switch part {
      case .cell(let cell):
        if let condition = cell.options.condition { check(condition.name, cell.line, &self) }
        for word in cell.words {
          for case .name(let name) in word.pieces { check(name, cell.line + 1, &self) }
        }
      case .value(let value):
        if case .name(let name) = value.source { check(name, value.line, &self) }
      case .text: continue
      }
    }
  }
}
