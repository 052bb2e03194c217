extension CellTable {
  /// The table over fewer attributes, in the order given; the others are summed over.
  ///
  /// Attributes that the table does not have are left out. Cost: one pass over the entries.
  public func margin(_ kept: [String]) -> CellTable {
    let positions = kept.compactMap { index(of: $0) }
    return CellTable(
      attributes: positions.map { attributes[$0] }, measures: measures,
      entries: entries.map { entry in
        Entry(coordinates: positions.map { entry.coordinates[$0] }, cell: entry.cell)
      })
  }

  /// The people whose attribute takes the level with this label; the attribute stays.
  public func filtered(_ attribute: String, _ labels: [String]) -> CellTable {
    guard let position = index(of: attribute) else { return self }
    let wanted = Set(
      attributes[position].levels.indices.filter {
        labels.contains(attributes[position].levels[$0].label)
      })
    return CellTable(
      attributes: attributes, measures: measures,
      entries: entries.filter { wanted.contains($0.coordinates[position]) })
  }

  /// The people at one level of an attribute; the attribute is dropped.
  public func slice(_ attribute: String, _ label: String) -> CellTable {
    filtered(attribute, [label]).margin(attributes.map(\.id).filter { $0 != attribute })
  }

  /// How many people the table holds.
  public var total: Int { entries.reduce(0) { $0 + $1.cell.count } }

  /// Everyone in one cell; `nil` for an empty table.
  public var everyone: Cell? {
    guard var all = entries.first?.cell else { return nil }
    for entry in entries.dropFirst() { all.merge(entry.cell) }
    return all
  }

  /// How many people take these levels (attribute identifier to label); the rest is summed over.
  public func count(_ conditions: [String: String]) -> Int {
    var total = 0
    let wanted = conditions.compactMap { id, label -> (Int, Int)? in
      guard let position = index(of: id),
        let level = attributes[position].levels.firstIndex(where: { $0.label == label })
      else { return nil }
      return (position, level)
    }
    guard wanted.count == conditions.count else { return 0 }
    for entry in entries
    where wanted.allSatisfy({ entry.coordinates[$0.0] == $0.1 }) {
      total += entry.cell.count
    }
    return total
  }
}
