import Encoders
import SVGCharts

extension MarkdownWriter {
  func table(_ table: DataTable) -> [String] {
    let heads =
      [MarkdownEncoder.inline(table.corner)]
      + table.columns.map { column in
        MarkdownEncoder.inline(
          column.unit.map { "\(column.title) (\($0))" } ?? column.title)
      }
    let isNumeric = [false] + table.columns.map { $0.alignment == .trailing }
    let rows = table.rows.map { row in
      let header =
        row.role == .total
        ? emphasised(row.header.plainText, "**") : onOneLine(row.header)
      let cells = table.columns.indices.map { index in
        index < row.cells.count ? content(row.cells[index]) : ""
      }
      return [header] + cells
    }
    return [emphasised(table.caption, "**"), grid(heads, isNumeric, rows)]
      + notes(table.notes, table.markers) + file(of: table)
  }

  /// The link to a table's file.
  private func file(of table: DataTable) -> [String] {
    guard let tableFolder, let name = tableFiles[table] else { return [] }
    return ["[\(words.csv)](\(MarkdownEncoder.destination("\(tableFolder)/\(name)")))"]
  }

  func scorecard(_ scorecard: Scorecard) -> [String] {
    let headings = scorecard.headings
    let heads = [
      headings.measure, headings.now, headings.before, headings.verdict, headings.target,
    ].map(MarkdownEncoder.inline)
    let rows = scorecard.rows.map { row in
      let measure = row.detail.map { "\(row.measure) (\($0))" } ?? row.measure
      return [
        MarkdownEncoder.inline(measure), content(row.now), content(row.before),
        row.verdict.map { inline([.verdict($0)]) } ?? "", content(row.target),
      ]
    }
    return [
      emphasised(scorecard.caption, "**"),
      grid(heads, [false, true, true, false, true], rows),
    ] + notes(scorecard.notes, scorecard.markers)
  }

  func keyFigures(_ figures: [KeyFigure]) -> [String] {
    let hasDetail = figures.contains { $0.detail != nil }
    let hasVerdict = figures.contains { $0.verdict != nil }
    let heads =
      [words.measure, words.value] + (hasDetail ? [words.detail] : [])
      + (hasVerdict ? [words.verdict] : [])
    let rows = figures.map { figure in
      [MarkdownEncoder.inline(figure.label), emphasised(figure.value, "**")]
        + (hasDetail ? [MarkdownEncoder.inline(figure.detail ?? "")] : [])
        + (hasVerdict ? [figure.verdict.map { inline([.verdict($0)]) } ?? ""] : [])
    }
    return [grid(heads, [false, true, false, false].prefix(heads.count).map { $0 }, rows)]
  }

  private func grid(_ heads: [String], _ isNumeric: [Bool], _ rows: [[String]]) -> String {
    let lines =
      [heads, isNumeric.map { $0 ? "---:" : "---" }] + rows
    return lines.map { cells in
      let padded = cells.map { $0.isEmpty ? " " : " \($0) " }
      return "|" + padded.joined(separator: "|") + "|"
    }.joined(separator: "\n")
  }

  private func notes(_ notes: [String], _ markers: [Marker]) -> [String] {
    let key = markers.map {
      "\(MarkdownEncoder.inline($0.rawValue)) \(MarkdownEncoder.inline($0.meaning(in: document.language)))"
    }
    return notes.map(MarkdownEncoder.inline)
      + (key.isEmpty ? [] : ["\(words.key)\(words.colon)\(key.joined(separator: "; "))"])
  }
}
