extension FileInspection {
  /// The inspection as text: the file, then a line per column.
  ///
  /// Labels only where they were kept.
  public var lines: [String] {
    var lines = [
      InputFile.displayName(of: path),
      "  encoding   \(format.encoding.rawValue) (\(originName))",
      "  delimiter  \(format.delimiterName)",
      "  line ends  \(format.lineEnding.rawValue)",
      "  header     \(headerName)",
      "  rows       \(ProblemText.grouped(rows))",
      "  columns    \(columns.count)",
    ]
    let width = columns.map(\.title.count).max() ?? 0
    for column in columns {
      let padding = String(repeating: " ", count: max(0, width - column.title.count))
      let share = rows == 0 ? 0 : column.filled * 100 / rows
      lines.append("  \(column.title)\(padding)  \(column.type.name), \(share)% filled")
      if !column.labels.isEmpty {
        let shown = column.labels.prefix(12).map { ProblemText.neutralised($0) }
        let more = column.labels.count - shown.count
        lines.append(
          "  \(String(repeating: " ", count: width))  "
            + shown.joined(separator: " | ") + (more > 0 ? " | … \(more) more" : ""))
      }
    }
    for problem in problems { lines += ProblemText.lines(for: problem) }
    lines.append(
      columns.contains { if case .identifier = $0.type { true } else { false } }
        ? "  Columns marked as identifiers should be dropped."
        : "  No known pattern of an identifier was found; that is no proof that there is none.")
    return lines
  }

  private var originName: String {
    switch format.encodingOrigin {
    case .declared: "declared"
    case .byteOrderMark: "byte order mark"
    case .detected: "detected"
    }
  }

  private var headerName: String {
    guard hasHeader else { return "none found; map columns by position" }
    let row = "record \(skipRows + 1)"
    return isHeaderPartial
      ? "\(row), with columns it does not name; map columns by position" : row
  }
}

extension FileInspection.ProposedType {
  /// The type in words.
  public var name: String {
    switch self {
    case .key: return "key"
    case .categorical(let labels):
      return "categorical, \(ProblemText.counted(labels, "label"))"
    case .number(let decimal, let group, let scale):
      var name = "number, \(ProblemText.counted(scale, "decimal"))"
      if decimal != "." || group != nil { name += ", decimal \"\(decimal)\"" }
      if let group { name += ", thousands \"\(group)\"" }
      return name
    case .date(let formats): return "date, \(formats.joined(separator: " or "))"
    case .spreadsheetDate: return "spreadsheet day numbers; export as yyyy-MM-dd"
    case .identifier(let reason): return "identifier to drop: \(reason)"
    case .empty: return "empty"
    }
  }
}
