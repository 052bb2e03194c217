import Encoders

extension HTMLWriter {
  /// A table in a part of the page that scrolls sideways where it must.
  mutating func table(_ table: DataTable) -> [String] {
    let id = identifier(table.id)
    let notes = self.notes(table.notes, table.markers, id: id)
    let described = notes.isEmpty ? "" : " aria-describedby=\"\(id)-notes\""
    var lines = ["<div class=\"table\">"]
    lines.append(
      "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"\(id)-caption\">")
    let isDense = table.columns.count > Self.mostColumns
    lines.append("<table id=\"\(id)\"\(isDense ? " class=\"dense\"" : "")\(described)>")
    lines.append(
      "<caption id=\"\(id)-caption\"><span>\(HTMLEncoder.text(table.caption))</span></caption>")
    lines.append("<thead><tr><th scope=\"col\">\(HTMLEncoder.text(table.corner))</th>")
    lines += table.columns.map { column in
      let unit = column.unit.map { "<span class=\"unit\">\(HTMLEncoder.text($0))</span>" } ?? ""
      let words = column.title.isEmpty && unit.isEmpty ? "&#160;" : HTMLEncoder.text(column.title)
      return "<th scope=\"col\"\(alignment(column))>\(words)\(unit)</th>"
    }
    lines.append("</tr></thead>")
    lines.append("<tbody>")
    for row in table.rows {
      let role =
        switch row.role {
        case .item: ""
        case .reference: " class=\"reference\""
        case .total: " class=\"total\""
        case .undeclared: " class=\"undeclared\""
        }
      let cells = table.columns.indices.map { index in
        index < row.cells.count ? cell(row.cells[index], table.columns[index]) : "<td></td>"
      }
      lines.append(
        "<tr\(role)><th scope=\"row\">\(inline(row.header))</th>\(cells.joined())</tr>")
    }
    lines.append("</tbody>")
    lines.append("</table>")
    lines.append("</div>")
    return lines + notes + file(of: table) + ["</div>"]
  }

  /// The most columns a table has in its usual size; more are set closer.
  private static let mostColumns = 6

  private func alignment(_ column: DataTable.Column) -> String {
    column.alignment == .trailing ? " class=\"n\"" : ""
  }

  private func cell(_ cell: TableCell, _ column: DataTable.Column) -> String {
    "<td\(alignment(column))>\(content(cell))</td>"
  }

  /// What stands in a cell.
  func content(_ cell: TableCell) -> String {
    switch cell {
    case .text(let inlines): inline(inlines)
    case .number(let text): HTMLEncoder.text(text)
    case .estimate(let text, let interval):
      HTMLEncoder.text(text) + " <span class=\"i\">\(HTMLEncoder.text(interval))</span>"
    case .marked(let text, let marker): HTMLEncoder.text(text) + " " + inline([.marker(marker)])
    case .marker(let marker): inline([.marker(marker)])
    case .empty: ""
    }
  }

  /// The sentences and the key under a table.
  func notes(_ notes: [String], _ markers: [Marker], id: String) -> [String] {
    guard !notes.isEmpty || !markers.isEmpty else { return [] }
    var lines = ["<div class=\"notes\" id=\"\(id)-notes\">"]
    lines += notes.map { "<p>\(HTMLEncoder.text($0))</p>" }
    if !markers.isEmpty {
      let key = markers.map {
        "\(inline([.marker($0)])) \(HTMLEncoder.text($0.meaning(in: language)))"
      }
      lines.append("<p>\(key.joined(separator: " · "))</p>")
    }
    return lines + ["</div>"]
  }
}
