import Estimates

/// Which cells fail an audit.
struct Judgement {
  /// The failures, one per cell, in the order of the cells' names.
  let failures: [BundleAudit.Failure]

  init(
    threshold: Int, cells: [NameEquations.Cell], told: [CellKey], limits: [BundleAudit.Limits],
    truth: [CellKey: Int]?
  ) {
    var reasons: [CellKey: BundleAudit.Reason] = [:]
    func fail(_ cell: CellKey, _ reason: BundleAudit.Reason) {
      if reasons[cell] == nil { reasons[cell] = reason }
    }
    for cell in cells {
      if let count = cell.count, count > 0, count < threshold { fail(cell.key, .shown) }
    }
    for cell in told { fail(cell, .determined) }
    for limit in limits {
      if limit.width == 0 {
        fail(limit.cell, .determined)
      } else if let upper = limit.upper, upper < threshold {
        fail(limit.cell, .small)
      }
      guard let count = truth?[limit.cell] else { continue }
      if count < limit.lower || count > (limit.upper ?? count) {
        fail(limit.cell, .untrue)
      } else if let width = limit.width, width < threshold - 1 {
        fail(limit.cell, .narrow)
      }
    }
    failures = reasons.map { BundleAudit.Failure(cell: $0.key, reason: $0.value) }
      .sorted { $0.cell < $1.cell }
  }
}
