import Estimates

extension PublishedExhibit {
  /// Fills a skeleton with what may be shown.
  init(
    filling exhibit: Exhibit, cells: CellRuling, rulings: [String: StatisticRuling.Ruling],
    stamps: [String: MethodStamp], isRolledUp: Bool
  ) throws(GateError) {
    var methods: [ColumnMethod] = []
    var holdsTests: [Bool] = []
    for (index, column) in exhibit.columns.enumerated() {
      let ids = exhibit.rows.compactMap { row -> String? in
        guard row.entries.indices.contains(index), case .statistic(let id)? = row.entries[index]
        else { return nil }
        return id
      }
      if let stamp = ids.lazy.compactMap({ stamps[$0] }).first {
        methods.append(ColumnMethod(column: column.id, method: stamp))
      }
      holdsTests.append(
        column.unit == .pValue
          || ids.contains { id in
            if case .computed(.test, _)? = rulings[id] { return true }
            return false
          })
    }
    var entries: [[PublishedEntry]] = []
    for row in exhibit.rows {
      var filled: [PublishedEntry] = []
      for (index, reference) in row.entries.enumerated() {
        switch reference {
        case nil: filled.append(.empty)
        case .cell(let key)?:
          let position = try cells.position(of: key, usedBy: exhibit.id)
          filled.append(.count(Published(count: cells.shownCount(position))))
        case .statistic(let id)?:
          guard let ruling = rulings[id] else {
            throw .unknownStatistic(id, exhibit: exhibit.id)
          }
          let isTest = holdsTests.indices.contains(index) && holdsTests[index]
          filled.append(PublishedEntry(ruling, isTest: isTest))
        }
      }
      entries.append(filled)
    }
    self.init(exhibit: exhibit, entries: entries, methods: methods, isRolledUp: isRolledUp)
  }
}

extension Published<Int> {
  /// A count that is shown, or `nil` for a hidden one.
  fileprivate init(count: Int?) {
    switch count {
    case nil: self.init(.notShown)
    case 0?: self.init(.zero, value: 0)
    case let people?: self.init(people)
    }
  }
}

extension PublishedEntry {
  /// What a ruling lets a reader see.
  fileprivate init(_ ruling: StatisticRuling.Ruling, isTest: Bool) {
    switch ruling {
    case .computed(.estimate(let estimate), _): self = .estimate(Published(estimate))
    case .computed(.test(let test), _): self = .test(Published(test))
    case .computed(.notEstimable(let reason), let isBaseEmpty):
      self =
        isTest
        ? .test(Published(isBaseEmpty ? .noData : .notApplicable, reason: reason))
        : .estimate(Published(isBaseEmpty ? .noData : .notApplicable, reason: reason))
    case .hidden: self = isTest ? .test(Published(.notShown)) : .estimate(Published(.notShown))
    }
  }
}
