import Estimates

/// What is different in a later release: verdicts, figures of the same period, methods, tables.
///
/// Exhibits are matched by identifier, rows and columns by their names, counts by the name of the cell
/// wherever it stands, verdicts by exhibit and row. Everything that is listed is published by the later
/// release; a number of the earlier one is given where both publish it. How many places are hidden now
/// that were shown, or the reverse, is one number each and never a list. All lists follow the order of
/// the later release.
///
/// Statistics are compared where both releases give them for one period: the exhibit's, or the row's
/// where rows are quarters. Two numbers within a billionth of each other are the same.
public struct ReleaseComparison: Hashable, Sendable {
  /// The earlier release's account of itself.
  public let earlier: ArchivedRun
  /// The later release.
  public let later: ArchivedRelease
  /// The verdicts that changed.
  public let verdicts: [VerdictChange]
  /// The figures for the same period that changed.
  public let figures: [FigureChange]
  /// The rules, methods and definitions that changed.
  public let methods: [MethodChange]
  /// How many places are hidden that were shown.
  public let newlyHidden: Int
  /// How many places are shown that were hidden.
  public let newlyShown: Int
  /// The exhibits of the earlier release that the later one has not, by identifier.
  public let gone: [String]
  /// The exhibits of the later release that the earlier one had not, by identifier.
  public let added: [String]

  /// Compares two releases.
  public init(earlier: ArchivedRelease, later: ArchivedRelease) {
    let paired = ExhibitPair.pairs(earlier, later)
    let pairs = paired.compactMap(\.self)
    let breaks = Breaks(earlier, later, pairs)
    self.earlier = earlier.run
    self.later = later
    verdicts = Self.verdicts(later, paired, breaks)
    figures = Self.figures(earlier, later, paired, breaks)
    methods = breaks.methods
    (newlyHidden, newlyShown) = Self.hidden(pairs)
    let ids = (earlier: Set(earlier.exhibits.map(\.id)), later: Set(later.exhibits.map(\.id)))
    gone = earlier.exhibits.map(\.id).filter { !ids.later.contains($0) }
    added = later.exhibits.map(\.id).filter { !ids.earlier.contains($0) }
  }

  /// The verdicts that changed in one way, without those that cannot be compared.
  public func verdicts(_ kind: VerdictChange.Kind) -> [VerdictChange] {
    verdicts.filter { $0.kind == kind && !$0.isBreak }
  }

  /// The figures that were revised, without those that cannot be compared.
  public var revisedFigures: [FigureChange] { figures.filter { !$0.isBreak } }

  /// Whether something is there that a reader should look at: a new gap, a changed verdict or a revised
  /// figure.
  public var needsAttention: Bool {
    !verdicts(.new).isEmpty || !verdicts(.changed).isEmpty || !revisedFigures.isEmpty
  }

  /// Whether nothing at all is different.
  public var isEmpty: Bool {
    verdicts.isEmpty && figures.isEmpty && methods.isEmpty && newlyHidden == 0 && newlyShown == 0
      && gone.isEmpty && added.isEmpty
  }

  // MARK: - Verdicts

  private static func verdicts(
    _ later: ArchivedRelease, _ pairs: [ExhibitPair?], _ breaks: Breaks
  ) -> [VerdictChange] {
    var changes: [VerdictChange] = []
    for (position, (exhibit, pair)) in zip(later.exhibits, pairs).enumerated() {
      for (row, judged) in exhibit.rows.enumerated() {
        guard let now = judged.finding else { continue }
        let before = pair.flatMap { pair in
          pair.rows[row].flatMap { self.judged(pair.earlier, row: $0) }
        }
        guard let kind = VerdictChange.kind(from: before?.finding, to: now) else { continue }
        let known = before.flatMap { $0.finding.verdict == .notReported ? nil : $0 }
        changes.append(
          VerdictChange(
            kind: kind, place: ComparedPlace(exhibit: position, row: row, column: nil),
            before: known, now: self.judged(exhibit, row: row) ?? .init(finding: now, effect: nil),
            isBreak: known != nil && pair.map { breaks.breaksVerdict($0, row: row) } ?? false))
      }
    }
    return changes
  }

  private static func judged(_ exhibit: ArchivedExhibit, row: Int) -> VerdictChange.Judged? {
    guard let finding = exhibit.rows[row].finding else { return nil }
    let column = exhibit.comparison.flatMap { comparison in
      exhibit.columns.firstIndex { $0.id == comparison.effect }
    }
    return VerdictChange.Judged(
      finding: finding, effect: column.flatMap { exhibit.rows[row].entries[$0]?.value })
  }

  // MARK: - Figures

  private static func figures(
    _ earlier: ArchivedRelease, _ later: ArchivedRelease, _ pairs: [ExhibitPair?], _ breaks: Breaks
  ) -> [FigureChange] {
    let counts = Dictionary(
      earlier.cells.map { ($0.key, $0.count) }, uniquingKeysWith: { first, _ in first })
    var seenCells: Set<CellKey> = []
    var seenStatistics: Set<[String]> = []
    var changes: [FigureChange] = []
    for (position, (exhibit, pair)) in zip(later.exhibits, pairs).enumerated() {
      for row in exhibit.rows.indices {
        for column in exhibit.columns.indices {
          guard let entry = exhibit.rows[row].entries[column],
            let now = FigureChange.Figure(entry)
          else { continue }
          let place = ComparedPlace(exhibit: position, row: row, column: column)
          if let cell = entry.cell {
            // A count without a quarter in its name is of no known period.
            guard let period = cell.level(of: LevelBook.time), seenCells.insert(cell).inserted,
              let count = counts[cell].flatMap(\.self)
            else { continue }
            let before = FigureChange.Figure(value: Double(count), interval: nil)
            guard !before.agrees(with: now) else { continue }
            changes.append(
              FigureChange(
                place: place, period: period, before: breaks.breaks(cell) ? nil : before, now: now))
          } else if let pair, let period = pair.period(row: row),
            let old = pair.entries(row: row, column: column)?.earlier,
            old.cell == nil, let before = FigureChange.Figure(old), !before.agrees(with: now)
          {
            if let id = entry.statistic {
              guard seenStatistics.insert([id, period]).inserted else { continue }
            }
            let isBreak = breaks.breaks(pair, row: row, column: column)
            changes.append(
              FigureChange(
                place: place, period: period, before: isBreak ? nil : before, now: now))
          }
        }
      }
    }
    return changes
  }

  // MARK: - Hidden places

  private static func hidden(_ pairs: [ExhibitPair]) -> (hidden: Int, shown: Int) {
    func isShown(_ entry: ArchivedEntry) -> Bool {
      entry.status == .shown || entry.status == .zero
    }
    var (hidden, shown) = (0, 0)
    for pair in pairs {
      for row in pair.later.rows.indices {
        for column in pair.later.columns.indices {
          guard let (old, new) = pair.entries(row: row, column: column) else { continue }
          if isShown(old), new.status == .notShown { hidden += 1 }
          if old.status == .notShown, isShown(new) { shown += 1 }
        }
      }
    }
    return (hidden, shown)
  }
}
