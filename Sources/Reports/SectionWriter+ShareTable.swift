import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts

/// Shares of groups by level or another structure as one table.
extension SectionWriter {
  /// People and share of each group where they fit a page; for more groups the people of all of
  /// them together, then one share each.
  ///
  /// Shares of a year ago are given for the focal groups alone: what the others make up together is
  /// the rest. A group without a single person has no column.
  func shareTable(_ published: PublishedExhibit, caption: String) -> DataTable {
    let exhibit = published.exhibit
    let groups = groups(published).filter { !isEmpty(published, $0) }
    let focal = exhibit.attribute.map { release.focalGroups(of: $0.id) } ?? []
    let before = groups.filter { group in
      focal.contains(group) && exhibit.columns.contains { $0.id == "year_ago/" + group }
    }
    guard groups.count > 3 else {
      return table(
        published, caption: caption,
        columns: { column in
          let parts = column.id.split(separator: "/", maxSplits: 1).map(String.init)
          guard parts.count == 2 else { return true }
          return parts[0] == "year_ago" ? before.contains(parts[1]) : groups.contains(parts[1])
        })
    }
    let shares = groups.compactMap { group in
      exhibit.columns.first { $0.id == "share/" + group }
    }
    let rows = exhibit.rows.indices.map { row in
      DataTable.Row(
        header: [.text(exhibit.rows[row].label)],
        cells: [people(published, groups, row)]
          + shares.map { cell(published, row: row, $0) },
        role: exhibit.rows[row].role == .total ? .total : .item,
        exact: [sum(published, groups, row).map { ExactNumber(Double($0)) }]
          + shares.map { exact(published, row: row, $0) })
    }
    return DataTable(
      id: slug("table-" + exhibit.id), caption: caption,
      corner: exhibit.by?.title ?? label(.partCorner),
      columns: [DataTable.Column(label(.people))]
        + groups.map { DataTable.Column($0, unit: label(.share)) },
      rows: rows, notes: notes(published))
  }

  /// The people of several groups together; hidden where one of them is.
  private func people(
    _ published: PublishedExhibit, _ groups: [String], _ row: Int
  ) -> TableCell {
    sum(published, groups, row).map { .number(format.people($0)) } ?? .marker(.notShown)
  }

  private func sum(_ published: PublishedExhibit, _ groups: [String], _ row: Int) -> Int? {
    var sum = 0
    for group in groups {
      guard let people = published.entry(row: row, column: "people/" + group).people else {
        return nil
      }
      sum += people
    }
    return sum
  }

  /// Whether a group has nobody in any part.
  func isEmpty(_ published: PublishedExhibit, _ group: String) -> Bool {
    published.exhibit.rows.indices.allSatisfy { row in
      published.entry(row: row, column: "people/" + group).people == 0
    }
  }
}
