import Archive
import Reports

extension ReleaseChanges {
  /// What a report may say of a comparison: places of its own release, and numbers that both publish.
  init(_ comparison: ReleaseComparison) {
    self.init(
      period: comparison.earlier.period ?? "",
      verdicts: comparison.verdicts.map { change in
        VerdictChange(
          kind: Kind(change.kind), exhibit: change.place.exhibit, row: change.place.row,
          before: change.before?.finding.verdict, isBreak: change.isBreak)
      },
      figures: comparison.figures.compactMap { change in
        change.place.column.map { column in
          FigureChange(
            exhibit: change.place.exhibit, row: change.place.row, column: column,
            period: change.period, before: change.before?.value)
        }
      },
      methods: comparison.methods.map { change in
        MethodChange(
          subject: Subject(change.subject), before: change.before, now: change.now,
          tables: change.exhibits)
      },
      newlyHidden: comparison.newlyHidden, newlyShown: comparison.newlyShown,
      goneTables: comparison.gone.count, addedTables: comparison.added.count)
  }
}

extension ReleaseChanges.Kind {
  fileprivate init(_ kind: Archive.VerdictChange.Kind) {
    self =
      switch kind {
      case .new: .new
      case .resolved: .resolved
      case .changed: .changed
      }
  }
}

extension ReleaseChanges.Subject {
  fileprivate init(_ subject: Archive.MethodChange.Subject) {
    self =
      switch subject {
      case .engine: .engine
      case .audience: .audience
      case .threshold: .threshold
      case .payThreshold: .payThreshold
      case .rounding: .rounding
      case .confidence: .confidence
      case .multiplicity: .multiplicity
      case .band("ratio"): .bandOfRatios
      case .band("share"): .bandOfShares
      case .band: .bandOfPay
      case .method(let title): .method(title)
      case .groups: .groups
      case .note: .note
      case .members(_, let label): .members(label)
      case .levels(let attribute): .levels(attribute)
      }
  }
}
