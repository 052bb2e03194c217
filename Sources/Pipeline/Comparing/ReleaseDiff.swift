import Archive
import Encoders
import Estimates

/// What is different between two written releases, for a reader at a terminal.
public struct ReleaseDiff: Sendable {
  private let comparison: ReleaseComparison
  /// What goes to standard error beside the result.
  public let remarks: [String]

  /// The most lines of one list.
  private static let mostLines = 50

  /// Compares two releases.
  ///
  /// - Parameters:
  ///   - earlier: the folder of the earlier one, or its `results.json`.
  ///   - later: the folder of the later one, or its `results.json`.
  /// - Throws: a failure where one is missing (66) or malformed (65).
  public init(earlier: String, later: String) throws(RunFailure) {
    let old = try EarlierRelease(path: earlier).release
    let new = try EarlierRelease(path: later).release
    comparison = ReleaseComparison(earlier: old, later: new)
    remarks = DiffWords.remarks(old, new)
  }

  /// Whether there is a new gap, a changed verdict or a revised figure.
  public var needsAttention: Bool { comparison.needsAttention }

  // MARK: - Words

  /// The differences in plain words, a summary first.
  public var lines: [String] {
    var lines = [DiffWords.summary(comparison)]
    guard !comparison.isEmpty else { return (lines + [DiffWords.nothing]).map(Self.inert) }
    func list(_ title: String, _ items: [String]) {
      guard !items.isEmpty else { return }
      lines += ["", title] + items.prefix(Self.mostLines).map { "  " + $0 }
      if items.count > Self.mostLines { lines.append(DiffWords.more(items.count - Self.mostLines)) }
    }
    list(DiffWords.newGaps, comparison.verdicts(.new).map(line))
    list(DiffWords.resolved, comparison.verdicts(.resolved).map(line))
    list(DiffWords.changed, comparison.verdicts(.changed).map(line))
    list(DiffWords.revised, comparison.revisedFigures.map(line))
    list(DiffWords.methods, comparison.methods.flatMap(methodLines))
    list(
      DiffWords.notCompared,
      comparison.verdicts.filter(\.isBreak).map { "\(name($0.place)): \(DiffWords.breakMark)" }
        + comparison.figures.filter(\.isBreak).map {
          "\(name($0.place, $0.period)): \(DiffWords.breakMark)"
        })
    if comparison.newlyHidden + comparison.newlyShown > 0 {
      lines += ["", DiffWords.hidden(comparison)]
    }
    list(DiffWords.gone, comparison.gone)
    list(DiffWords.added, comparison.added)
    return lines.map(Self.inert)
  }

  /// Labels come from files that anybody may have written.
  private static func inert(_ line: String) -> String {
    let indent = line.prefix { $0 == " " }
    return indent + TerminalEncoder.text(String(line.dropFirst(indent.count)))
  }

  private func line(_ change: VerdictChange) -> String {
    let before = change.before.map { DiffWords.word($0.finding.verdict) } ?? DiffWords.noVerdict
    var line = "\(name(change.place)): \(before) -> \(DiffWords.word(change.now.finding.verdict))"
    if let old = change.before?.effect, let new = change.now.effect {
      let numbers = DiffNumbers.pair(old, new, unit: effectUnit(change.place))
      line += " (\(numbers.before) -> \(numbers.now))"
    }
    return line
  }

  private func line(_ change: FigureChange) -> String {
    guard let before = change.before, let column = change.place.column else { return "" }
    let unit = exhibit(change.place).columns[column].unit
    let numbers = DiffNumbers.pair(before.value, change.now.value, unit: unit)
    return "\(name(change.place, change.period)): \(numbers.before) -> \(numbers.now)"
  }

  private func methodLines(_ change: MethodChange) -> [String] {
    let title = "\(DiffWords.subject(change.subject)) (\(DiffWords.tables(change.exhibits)))"
    guard change.before != nil || change.now != nil else {
      return ["\(title): \(DiffWords.breakMark)"]
    }
    return [
      "\(title): \(change.before ?? DiffWords.notStated) -> \(change.now ?? DiffWords.notStated)"
    ]
  }

  private func exhibit(_ place: ComparedPlace) -> ArchivedExhibit {
    comparison.later.exhibits[place.exhibit]
  }

  private func effectUnit(_ place: ComparedPlace) -> String {
    let exhibit = exhibit(place)
    return exhibit.columns.first { $0.id == exhibit.comparison?.effect }?.unit ?? ""
  }

  /// The exhibit, the row and the column of a place, and the period where the row does not say it.
  private func name(_ place: ComparedPlace, _ period: String? = nil) -> String {
    let exhibit = exhibit(place)
    let row = exhibit.rows[place.row].label
    let column = place.column.map { exhibit.columns[$0].title }
    return exhibit.id + ", "
      + [row, column, period == row ? nil : period].compactMap(\.self).joined(separator: ", ")
  }

  // MARK: - JSON

  /// The differences as a document of the schema `parity.diff/1`.
  public var json: String {
    JSONValue.object([
      "schema": .text("parity.diff/1"),
      "earlier": Self.run(comparison.earlier), "later": Self.run(comparison.later.run),
      "needs_attention": .bool(needsAttention),
      "summary": .object([
        "new": .integer(comparison.verdicts(.new).count),
        "resolved": .integer(comparison.verdicts(.resolved).count),
        "changed": .integer(comparison.verdicts(.changed).count),
        "revised": .integer(comparison.revisedFigures.count),
        "methods": .integer(comparison.methods.count),
        "not_comparable": .integer(
          comparison.verdicts.count { $0.isBreak } + comparison.figures.count { $0.isBreak }),
        "newly_hidden": .integer(comparison.newlyHidden),
        "newly_shown": .integer(comparison.newlyShown),
      ]),
      "verdicts": .array(comparison.verdicts.map(json)),
      "figures": .array(comparison.figures.map(json)),
      "methods": .array(
        comparison.methods.map { change in
          .object([
            "subject": .text(DiffWords.subject(change.subject)),
            "before": Self.text(change.before), "now": Self.text(change.now),
            "exhibits": change.exhibits.map { .integer($0) } ?? .null,
          ])
        }),
      "gone": .array(comparison.gone.map { .text($0) }),
      "added": .array(comparison.added.map { .text($0) }),
    ]).document
  }

  private static func text(_ text: String?) -> JSONValue { text.map { .text($0) } ?? .null }

  private static func run(_ run: ArchivedRun) -> JSONValue {
    .object([
      "organisation": text(run.organisation), "period": text(run.period),
      "engine": text(run.engine),
    ])
  }

  private func json(_ change: VerdictChange) -> JSONValue {
    .object([
      "change": .text(change.kind.rawValue), "exhibit": .text(exhibit(change.place).id),
      "row": .text(exhibit(change.place).rows[change.place.row].label),
      "before": Self.text(change.before?.finding.verdict.rawValue),
      "now": .text(change.now.finding.verdict.rawValue), "comparable": .bool(!change.isBreak),
      "effect_before": change.isBreak
        ? .null : change.before?.effect.map { .number($0) } ?? .null,
      "effect_now": change.now.effect.map { .number($0) } ?? .null,
    ])
  }

  private func json(_ change: FigureChange) -> JSONValue {
    let exhibit = exhibit(change.place)
    return .object([
      "exhibit": .text(exhibit.id), "row": .text(exhibit.rows[change.place.row].label),
      "column": Self.text(change.place.column.map { exhibit.columns[$0].id }),
      "period": .text(change.period),
      "before": change.before.map { .number($0.value) } ?? .null,
      "now": .number(change.now.value), "comparable": .bool(!change.isBreak),
    ])
  }
}
