import Encoders

extension HTMLWriter {
  /// A table on a page, cards on a phone; the roles keep it a table for every reader.
  mutating func scorecard(_ scorecard: Scorecard) -> [String] {
    let id = identifier(scorecard.id)
    let headings = scorecard.headings
    let titles = [
      headings.measure, headings.now, headings.before, headings.verdict, headings.target,
    ].map(HTMLEncoder.text)
    let shown = [
      true, true, scorecard.rows.contains { $0.before != .empty },
      scorecard.rows.contains { $0.verdict != nil },
      scorecard.rows.contains { $0.target != .empty },
    ]
    let notes = self.notes(scorecard.notes, scorecard.markers, id: id)
    let described = notes.isEmpty ? "" : " aria-describedby=\"\(id)-notes\""
    let numeric = ["", " class=\"n\"", " class=\"n\"", "", " class=\"n\""]
    var lines = ["<div class=\"table\">"]
    lines.append("<table id=\"\(id)\" class=\"scorecard\" role=\"table\"\(described)>")
    lines.append("<caption><span>\(HTMLEncoder.text(scorecard.caption))</span></caption>")
    let heads = titles.indices.filter { shown[$0] }.map { index in
      "<th scope=\"col\" role=\"columnheader\"\(numeric[index])>\(titles[index])</th>"
    }
    lines.append(
      "<thead role=\"rowgroup\"><tr role=\"row\">\(heads.joined())</tr></thead>")
    lines.append("<tbody role=\"rowgroup\">")
    for row in scorecard.rows {
      let detail =
        row.detail.map { "<span class=\"detail\">\(HTMLEncoder.text($0))</span>" } ?? ""
      let verdict = row.verdict.map(verdict) ?? ""
      let contents = ["", content(row.now), content(row.before), verdict, content(row.target)]
      let cells = (1..<5).filter { shown[$0] }.map { index in
        let label = contents[index].isEmpty ? "" : " data-label=\"\(titles[index])\""
        return "<td role=\"cell\"\(numeric[index])\(label)>\(contents[index])</td>"
      }
      lines.append(
        "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">"
          + "\(HTMLEncoder.text(row.measure))\(detail)</th>\(cells.joined())</tr>")
    }
    lines.append("</tbody>")
    lines.append("</table>")
    return lines + notes + ["</div>"]
  }

  /// A strip of large numbers.
  func keyFigures(_ figures: [KeyFigure]) -> [String] {
    ["<ul class=\"key-figures\">"]
      + figures.map { figure in
        let detail =
          figure.detail.map { "<span class=\"detail\">\(HTMLEncoder.text($0))</span>" } ?? ""
        return "<li><span class=\"label\">\(HTMLEncoder.text(figure.label))</span>"
          + "<span class=\"value\">\(HTMLEncoder.text(figure.value))</span>\(detail)"
          + "\(figure.verdict.map(verdict) ?? "")</li>"
      } + ["</ul>"]
  }
}
