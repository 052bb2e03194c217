extension CellTable {
  /// The table with the levels of one attribute merged or renamed.
  ///
  /// - Parameter target: for each level of the attribute, the index of its level in `attribute`, or
  ///   `nil` to leave its people out.
  public func recoded(_ attribute: Attribute, target: [Int?]) -> CellTable {
    renamed(attribute.id, to: attribute, target: target)
  }

  /// The table with one more attribute, in front, at the same level for everyone.
  public func lifted(by attribute: Attribute, level: Int) -> CellTable {
    CellTable(
      attributes: [attribute] + attributes, measures: measures,
      entries: entries.map { Entry(coordinates: [level] + $0.coordinates, cell: $0.cell) })
  }

  /// The table with one attribute's levels that are answers counted as one level, `Declared`,
  /// followed by the ways of missing that the attribute has.
  public func declarationStates(of id: String) -> CellTable {
    guard let position = index(of: id) else { return self }
    let original = attributes[position]
    let missing = original.levels.filter { $0.declaration != .declared }
    let states = Attribute(
      id: id, title: original.title, levels: [Level(Attribute.declaredLabel)] + missing)
    let target = original.levels.map { level -> Int? in
      level.declaration == .declared ? 0 : missing.firstIndex(of: level).map { $0 + 1 }
    }
    return recoded(states, target: target)
  }
}

extension Attribute {
  /// The label of everyone who gave an answer.
  public static let declaredLabel = "Declared"
}

extension CellTable {
  /// The table with one attribute replaced by another; `target` is as in `recoded`.
  public func renamed(_ id: String, to attribute: Attribute, target: [Int?]) -> CellTable {
    guard let position = index(of: id) else { return self }
    var changed = attributes
    changed[position] = attribute
    return CellTable(
      attributes: changed, measures: measures,
      entries: entries.compactMap { entry in
        guard let level = target[entry.coordinates[position]] else { return nil }
        var coordinates = entry.coordinates
        coordinates[position] = level
        return Entry(coordinates: coordinates, cell: entry.cell)
      })
  }
}
