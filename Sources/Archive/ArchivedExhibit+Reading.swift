import Estimates

extension ArchivedExhibit {
  /// Reads an exhibit.
  init(
    _ node: JSONNode, position: Int, names: inout [String: CellKey]
  ) throws(ArchiveProblem) {
    id = try node.text("id")
    kind = try node.text("kind")
    attribute = try node.optionalText("attribute")
    by = try node.optionalText("by")
    var columns: [ArchivedColumn] = []
    for column in try node.array("columns") {
      columns.append(
        ArchivedColumn(
          id: try column.text("id"), unit: try column.text("unit"),
          group: try column.optionalText("group")))
    }
    self.columns = columns
    var notes: [String] = []
    for note in try node.array("notes") {
      guard case .text(let text) = note else { throw .wrongKind("notes") }
      notes.append(text)
    }
    self.notes = notes
    var rows: [ArchivedRow] = []
    for row in try node.array("rows") {
      let values = try row.object("values")
      var entries: [ArchivedEntry?] = []
      var read = 0
      for column in columns {
        guard let value = values[column.id] else {
          entries.append(nil)
          continue
        }
        read += 1
        entries.append(try ArchivedEntry(value, exhibit: position, names: &names))
      }
      // A value without a column, or two columns of one name, would be read by some and not by others.
      guard read == values.members.count else { throw .wrongKind("values") }
      rows.append(
        ArchivedRow(label: try row.text("label"), role: try row.text("role"), entries: entries))
    }
    self.rows = rows
  }
}

extension ArchivedEntry {
  /// Reads an entry.
  fileprivate init(
    _ node: JSONNode, exhibit: Int, names: inout [String: CellKey]
  ) throws(ArchiveProblem) {
    guard let status = Status(rawValue: try node.text("status")) else { throw .wrongKind("status") }
    self.status = status
    if let name = try node.optionalText("cell") {
      if let known = names[name] {
        cell = known
      } else {
        guard let key = CellKey(archived: name) else {
          throw .malformedCellName(after: names.count)
        }
        names[name] = key
        cell = key
      }
    } else {
      cell = nil
    }
    statistic = try node.optionalText("statistic_id")
    let numbers = ["count", "value", "p", "interval", "standard_error", "statistic"]
    if status == .notShown, numbers.contains(where: { node[$0] != nil }) {
      throw .numberInHiddenPlace(exhibit: exhibit)
    }
    switch (status, node["count"]) {
    case (.zero, nil): count = 0
    case (.zero, .some), (.shown, .some):
      let people = try node.count("count")
      guard people == 0 || status == .shown else { throw .wrongKind("count") }
      count = people
    case (.shown, nil):
      guard cell == nil else { throw .missing("count") }
      count = nil
    default: count = nil
    }
    switch node["value"] {
    case .integer(let whole)?: value = Double(whole)
    case .number(let number)?: value = number
    default: value = nil
    }
  }
}
