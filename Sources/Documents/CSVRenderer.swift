import Encoders

/// Renders every table of a document as a CSV file of its own.
///
/// One row of headings, no merged cells; numbers as they are, without separators or rounding beyond
/// twelve significant digits; markers such as `[c]` as text. An estimate with an interval takes three
/// columns.
public struct CSVRenderer: Renderer {
  /// The folder of the files.
  public let folder: String

  /// Makes a renderer.
  public init(folder: String = "tables") {
    self.folder = folder
  }

  /// One file a table, in document order.
  public func render(_ document: Document) -> [RenderedFile] {
    FileNames.tables(of: document).all.map { name, table in
      RenderedFile(
        path: "\(folder)/\(name)",
        bytes: Array(CSVEncoder.document(CSVTable(table).rows).utf8))
    }
  }
}

/// A table as rows of fields, the headings first.
struct CSVTable {
  let rows: [[CSVEncoder.Field]]

  init(_ table: DataTable) {
    let columns = table.columns.indices.map { Column(table, $0) }
    var headings: [String] = []
    for heading in [table.corner.isEmpty ? "Row" : table.corner] + columns.flatMap(\.headings) {
      headings.append(Self.unlike(headings, heading))
    }
    rows =
      [headings.map { .text($0) }]
      + table.rows.map { row in
        [.text(row.header.plainText)] + columns.flatMap { $0.fields(row) }
      }
  }

  private static func unlike(_ taken: [String], _ heading: String) -> String {
    var candidate = heading
    var number = 2
    while taken.contains(candidate) {
      candidate = "\(heading) (\(number))"
      number += 1
    }
    return candidate
  }

  /// A column and the columns it takes in a file.
  private struct Column {
    let index: Int
    let title: String
    let unit: String?
    let hasIntervals: Bool
    let hasMarks: Bool

    init(_ table: DataTable, _ index: Int) {
      self.index = index
      let column = table.columns[index]
      title = column.title.isEmpty ? "Column \(index + 1)" : column.title
      unit = column.unit
      hasIntervals = table.rows.contains { $0.exact(index)?.interval != nil }
      hasMarks = table.rows.contains { row in
        if case .marked? = row.cell(index) { true } else { false }
      }
    }

    var headings: [String] {
      let value = hasIntervals || unit == nil ? title : "\(title) (\(unit ?? ""))"
      let level = unit.map { $0 + " " } ?? ""
      return [value] + (hasIntervals ? ["\(title), \(level)lower", "\(title), \(level)upper"] : [])
        + (hasMarks ? ["\(title), mark"] : [])
    }

    func fields(_ row: DataTable.Row) -> [CSVEncoder.Field] {
      let cell = row.cell(index) ?? .empty
      let exact = cell.isNumber ? row.exact(index) : nil
      var fields = [exact.map { CSVEncoder.Field($0.value) } ?? cell.field]
      if hasIntervals {
        fields += [exact?.interval?.lowerBound, exact?.interval?.upperBound].map {
          $0.map { CSVEncoder.Field($0) } ?? .empty
        }
      }
      if hasMarks {
        if case .marked(_, let marker) = cell {
          fields.append(.text(marker.rawValue))
        } else {
          fields.append(.empty)
        }
      }
      return fields
    }
  }
}

extension DataTable.Row {
  func cell(_ index: Int) -> TableCell? { index < cells.count ? cells[index] : nil }
  func exact(_ index: Int) -> ExactNumber? { index < exact.count ? exact[index] : nil }
}

extension TableCell {
  fileprivate var isNumber: Bool {
    switch self {
    case .number, .estimate, .marked: true
    case .text, .marker, .empty: false
    }
  }

  /// The cell as it is printed.
  fileprivate var field: CSVEncoder.Field {
    switch self {
    case .text(let inlines): inlines.isEmpty ? .empty : .text(inlines.plainText)
    case .number(let text), .marked(let text, _): .text(text)
    case .estimate(let text, let interval): .text("\(text) (\(interval))")
    case .marker(let marker): .text(marker.rawValue)
    case .empty: .empty
    }
  }
}
