package import Configuration

/// A notebook as it was read: the text in parts, put together again byte for byte.
package struct Notebook: Sendable {
  /// One part of the text.
  enum Part: Sendable {
    /// Text that stays as it is.
    case text(String)
    /// A value within the text.
    case value(InlineValue)
    /// A cell with its output.
    case cell(Cell)
  }

  /// The name of the file, as problems print it.
  package let file: String
  /// What stands at its head.
  package let header: FrontMatter
  /// Everything, in order.
  let parts: [Part]
  /// The line end that new lines get.
  let ending: String

  /// The cells in order.
  var cells: [Cell] {
    parts.compactMap { part in
      if case .cell(let cell) = part { return cell }
      return nil
    }
  }

  /// How many cells there are.
  package var cellCount: Int { cells.count }

  /// The identifiers of the cells, in order.
  package var ids: [String] { cells.compactMap(\.id) }

  /// The values of the text in order.
  var values: [InlineValue] {
    parts.compactMap { part in
      if case .value(let value) = part { return value }
      return nil
    }
  }

  /// Whether a text is one of a notebook: its first line is `+++`.
  package static func isNotebook(_ text: String) -> Bool {
    SourceLines(String(text.prefix(8))).lines.first?.text.trimmed == "+++"
  }

  /// Reads a notebook and reports everything that is wrong with it at once.
  ///
  /// - Parameters:
  ///   - text: the text of the file.
  ///   - file: its name, as problems print it.
  /// - Throws: `NotebookProblems`, in the order of the lines.
  package init(text: String, file: String) throws(NotebookProblems) {
    let source = SourceLines(text)
    self.file = file
    ending = source.ending
    let lines = source.lines
    guard lines.first?.text.trimmed == "+++",
      let end = lines.dropFirst().firstIndex(where: { $0.text.trimmed == "+++" })
    else {
      throw NotebookProblems([
        NotebookProblem(
          .noFrontMatter, file, 1, "there is no front matter",
          fix: "begin with +++, title = \"...\", summary = \"...\", +++, each on a line of its own")
      ])
    }
    var problems: [String] = []
    var header: FrontMatter?
    do {
      header = try FrontMatter.read(
        text: lines[1..<end].map { $0.text + "\n" }.joined(), file: file, above: 1)
    } catch {
      problems += error.problems.map(\.description)
    }
    var parser = NotebookParser(lines: lines, file: file, start: end + 1)
    parser.parse()
    if let header { parser.checkNames(header) }
    problems += parser.problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) }.map(\.description)
    guard problems.isEmpty, let header else { throw NotebookProblems(lines: problems) }
    self.header = header
    let head = lines[...end].map(\.whole).joined()
    parts = [.text(head)] + parser.parts
  }
}
