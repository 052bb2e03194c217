import Encoders

/// A table of values picked from the JSON that a command prints.
struct TableOutput {
  /// One column.
  private struct Column {
    let path: ValuePath
    let isPerHundred: Bool
    let format: ValueFormat
    let title: String
  }

  private let rows: ValuePath
  private let columns: [Column]
  private let pick: [String]

  /// Reads the options of a cell.
  ///
  /// - Throws: what is wrong with one of them.
  init?(_ options: CellOptions) throws(CellOptions.Problem) {
    guard let rows = options.rows else { return nil }
    do {
      self.rows = try ValuePath(rows)
      var columns: [Column] = []
      for (position, text) in options.columns.enumerated() {
        let split = text.firstRange(of: ":%") ?? text.firstRange(of: ":")
        let reference = split.map { String(text[..<$0.lowerBound]).trimmed } ?? text
        let pattern = split.map { String(text[text.index(after: $0.lowerBound)...]) }
        let (path, isPerHundred) = try InlineValue.scaled(reference)
        let format: ValueFormat
        if let pattern {
          format = try ValueFormat(pattern)
        } else {
          format = ValueFormat(significant: options.digits ?? 4)
        }
        columns.append(
          Column(
            path: path, isPerHundred: isPerHundred, format: format,
            title: position < options.header.count
              ? options.header[position] : Self.title(of: path)))
      }
      self.columns = columns
    } catch {
      throw CellOptions.Problem(.badOption, error.message, error.fix)
    }
    pick = options.pick
  }

  /// The table as Markdown.
  ///
  /// - Throws: where the answer has no such rows, or a value is not what its format prints.
  func markdown(of document: JSONValue) throws(CellOptions.Problem) -> String {
    guard case .array(var elements)? = rows.value(in: document) else {
      throw CellOptions.Problem(
        .noSuchValue, "the answer has no list at \(rows.printed)",
        "add --json to the command in a terminal to see what there is")
    }
    if !pick.isEmpty {
      var picked: [JSONValue] = []
      for id in pick {
        let found = elements.filter { $0.has("id", id) }
        guard !found.isEmpty else {
          throw CellOptions.Problem(.noSuchValue, "no row has the id \(id)")
        }
        picked += found
      }
      elements = picked
    }
    var isNumeric = columns.map { _ in true }
    var lines: [[String]] = []
    for element in elements {
      var cells: [String] = []
      for (position, column) in columns.enumerated() {
        let value = column.path.value(in: element) ?? .null
        if case .null = value {
          cells.append("")
          continue
        }
        guard let text = column.format.text(value, isPerHundred: column.isPerHundred) else {
          throw CellOptions.Problem(
            .unprintableValue,
            "\(column.path.printed) of row \(lines.count + 1) is not what its format prints")
        }
        if !value.isNumber { isNumeric[position] = false }
        cells.append(text)
      }
      lines.append(cells)
    }
    let head = columns.map { MarkdownEncoder.inline($0.title) }
    let rule = isNumeric.map { $0 && !lines.isEmpty ? "---:" : "---" }
    return ([head, rule] + lines).map { cells in
      "|" + cells.map { $0.isEmpty ? " " : " \($0) " }.joined(separator: "|") + "|\n"
    }.joined()
  }

  /// `p_value` as `P value`.
  private static func title(of path: ValuePath) -> String {
    guard case .name(let name)? = path.steps.last else { return "" }
    let words = name.replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

extension ValuePath {
  /// The path as it is written.
  var printed: String {
    steps.map { step in
      switch step {
      case .name(let name): name
      case .element(let pairs):
        "[" + pairs.map { "\($0.name)=\($0.value)" }.joined(separator: ",") + "]"
      }
    }.joined(separator: ".")
  }
}

extension JSONValue {
  /// Whether it is a number, an infinite one included.
  fileprivate var isNumber: Bool {
    switch self {
    case .integer, .number: true
    case .text(let text): text == "inf" || text == "-inf"
    case .null, .bool, .array, .object: false
    }
  }
}
