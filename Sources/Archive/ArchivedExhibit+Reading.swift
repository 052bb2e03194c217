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
    period = try node.optionalText("period")
    focal = try node.optionalText("focal")
    reference = try node.optionalText("reference")
    isRolledUp = try node.optionalFlag("rolled_up") == true
    comparison =
      node["comparison"] == nil ? nil : try ArchivedComparison(node.object("comparison"))
    var methods: [ArchivedMethod] = []
    for method in try node.optionalArray("methods") { methods.append(try ArchivedMethod(method)) }
    self.methods = methods
    var columns: [ArchivedColumn] = []
    for column in try node.array("columns") {
      let id = try column.text("id")
      let title = try column.optionalText("title")
      columns.append(
        ArchivedColumn(
          id: id, title: title ?? id,
          unit: try column.text("unit"), group: try column.optionalText("group")))
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
        ArchivedRow(
          label: try row.text("label"), role: try row.text("role"),
          finding: try ArchivedFinding(row), entries: entries))
    }
    self.rows = rows
  }
}

extension ArchivedComparison {
  fileprivate init(_ node: JSONNode) throws(ArchiveProblem) {
    effect = try node.text("effect")
    test = try node.optionalText("test")
    scale = try node.text("scale")
  }
}

extension ArchivedMethod {
  fileprivate init(_ node: JSONNode) throws(ArchiveProblem) {
    column = try node.text("column")
    id = try node.text("id")
    title = try node.text("title")
    convention = try node.text("convention")
    source = try node.text("source")
  }
}

extension ArchivedFinding {
  /// Reads what a row says; `nil` where it is not judged.
  fileprivate init?(_ node: JSONNode) throws(ArchiveProblem) {
    guard let verdict = try node.optionalText("verdict") else { return nil }
    guard let known = Verdict(rawValue: verdict) else { throw .wrongKind("verdict") }
    self.verdict = known
    guard let direction = try node.optionalText("direction") else {
      self.direction = nil
      return
    }
    guard let known = Direction(rawValue: direction) else { throw .wrongKind("direction") }
    self.direction = known
  }
}

extension ArchivedInterval {
  /// Reads the limits; `nil` where there is no interval.
  fileprivate init?(_ node: JSONNode?) throws(ArchiveProblem) {
    guard let node else { return nil }
    guard let lower = try node.optionalNumber("lower"),
      let upper = try node.optionalNumber("upper")
    else { throw .wrongKind("interval") }
    self.lower = lower
    self.upper = upper
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
    interval = try ArchivedInterval(node["interval"])
    pValue = try node.optionalNumber("p")
    switch node["value"] {
    case .integer(let whole)?: value = Double(whole)
    case .number(let number)?: value = number
    default: value = nil
    }
  }
}
