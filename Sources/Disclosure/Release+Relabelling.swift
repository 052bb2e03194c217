public import Estimates

extension Release {
  /// The same numbers under other names: what a reader sees of each exhibit is changed, and where its
  /// numbers stand is not.
  ///
  /// An exhibit whose rows or columns would not match its numbers any more keeps its names.
  public func relabelled(_ change: (Exhibit) -> Exhibit) -> Release {
    Release(
      exhibits: exhibits.map { $0.relabelled(change($0.exhibit)) }, countsBehind: countsBehind,
      summary: summary)
  }
}

extension PublishedExhibit {
  func relabelled(_ changed: Exhibit) -> PublishedExhibit {
    guard changed.id == exhibit.id, changed.rows.count == exhibit.rows.count,
      changed.columns.count == exhibit.columns.count
    else { return self }
    let identifiers = zip(exhibit.columns, changed.columns)
    return PublishedExhibit(
      exhibit: changed, entries: entries,
      methods: methods.map { stamped in
        let column = identifiers.first { $0.0.id == stamped.column }?.1.id ?? stamped.column
        return ColumnMethod(column: column, method: stamped.method)
      }, isRolledUp: isRolledUp)
  }
}
