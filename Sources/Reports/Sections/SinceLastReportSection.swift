import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts

/// Section 14: verdicts, figures and methods that are not what they were in the last report.
struct SinceLastReportSection: ReportSection {
  let id = "since-last-report"
  let need: SectionNeed? = SectionNeed(what: .missingPrevious, key: "[report] previous_release")

  /// The most revised figures listed; `parity diff` lists them all.
  private static let mostFigures = 100

  func title(_ writer: SectionWriter) -> String { writer.label(.sinceLastReport) }

  func blocks(_ writer: SectionWriter) -> [Block] {
    guard let changes = writer.input.changes else { return [] }
    var blocks: [Block] = [.paragraph([.text(writer.sinceLastReport(changes))])]
    if !changes.verdicts.isEmpty { blocks.append(.table(verdicts(changes, writer))) }
    if !changes.figures.isEmpty { blocks.append(.table(figures(changes, writer))) }
    if !changes.methods.isEmpty { blocks.append(.table(methods(changes, writer))) }
    if changes.newlyHidden + changes.newlyShown > 0 {
      blocks.append(
        .paragraph([
          .text(
            writer.text(
              .sinceHidden,
              [
                "hidden": writer.format.people(changes.newlyHidden),
                "shown": writer.format.people(changes.newlyShown),
              ]))
        ]))
    }
    if changes.goneTables + changes.addedTables > 0 {
      blocks.append(
        .paragraph([
          .text(
            writer.text(
              .sinceTables,
              [
                "gone": writer.format.people(changes.goneTables),
                "added": writer.format.people(changes.addedTables),
              ]))
        ]))
    }
    return blocks
  }

  // MARK: - Verdicts

  private func verdicts(_ changes: ReleaseChanges, _ writer: SectionWriter) -> DataTable {
    let rows = changes.verdicts.compactMap { change -> DataTable.Row? in
      guard let published = writer.published(at: change.exhibit),
        let finding = writer.findings(of: published).first(where: { $0.row == change.row })
      else { return nil }
      let before = change.before.map { TableCell.text([.verdict(writer.badge($0))]) }
      return DataTable.Row(
        header: [.text(writer.placeName(published, row: change.row))],
        cells: [
          change.isBreak ? .marker(.breakInSeries) : .text([.text(word(change.kind, writer))]),
          before ?? .empty, .text([.verdict(writer.badge(finding.verdict))]),
        ])
    }
    return DataTable(
      id: "table-since-verdicts", caption: writer.label(.verdictsChanged),
      corner: writer.label(.comparison),
      columns: [
        DataTable.Column(writer.label(.change), alignment: .leading),
        DataTable.Column(writer.label(.lastReport), alignment: .leading),
        DataTable.Column(writer.label(.thisReport), alignment: .leading),
      ], rows: rows)
  }

  private func word(_ kind: ReleaseChanges.Kind, _ writer: SectionWriter) -> String {
    switch kind {
    case .new: writer.text(.sinceNew)
    case .resolved: writer.text(.sinceResolved)
    case .changed: writer.text(.sinceChanged)
    }
  }

  // MARK: - Figures

  private func figures(_ changes: ReleaseChanges, _ writer: SectionWriter) -> DataTable {
    let rows = changes.figures.prefix(Self.mostFigures).compactMap { change -> DataTable.Row? in
      guard let published = writer.published(at: change.exhibit),
        published.exhibit.columns.indices.contains(change.column)
      else { return nil }
      let column = published.exhibit.columns[change.column]
      let label = published.exhibit.rows[change.row].label
      let row = label == change.period ? nil : label
      return DataTable.Row(
        header: [
          .text(
            writer.subjectName(published.exhibit) + writer.context.language.colon
              + [row, column.title].compactMap(\.self).joined(separator: ", "))
        ],
        cells: [.text([.text(change.period)])]
          + numbers(change.before, published, row: change.row, column, writer))
    }
    let more = changes.figures.count - Self.mostFigures
    return DataTable(
      id: "table-since-figures", caption: writer.label(.figuresRevised),
      corner: writer.label(.figure),
      columns: [
        DataTable.Column(writer.label(.period), alignment: .leading),
        DataTable.Column(writer.label(.lastReport)), DataTable.Column(writer.label(.thisReport)),
      ], rows: rows,
      notes: more > 0 ? [writer.text(.sinceMore, ["number": writer.format.people(more)])] : [])
  }

  /// Both numbers, with as many digits as show that they differ.
  private func numbers(
    _ before: Double?, _ published: PublishedExhibit, row: Int, _ column: ExhibitColumn,
    _ writer: SectionWriter
  ) -> [TableCell] {
    let present = writer.cell(published, row: row, column)
    guard let before else { return [.marker(.breakInSeries), present] }
    let entry = published.entry(row: row, column: column.id)
    let now =
      entry.people.map(Double.init) ?? entry.estimate?.value ?? entry.test?.pValue.value
    for extra in 0...4 {
      let style = writer.style(column.unit, before, extraDigits: extra)
      let old = writer.format.text(before, style)
      if let now, writer.format.text(now, style) != old {
        return [.number(old), .number(writer.format.text(now, style))]
      }
    }
    return [.number(writer.format.text(before, writer.style(column.unit, before))), present]
  }

  // MARK: - Methods

  private func name(_ subject: ReleaseChanges.Subject, _ writer: SectionWriter) -> String {
    switch subject {
    case .engine: writer.text(.changedEngine)
    case .audience: writer.text(.changedAudience)
    case .threshold: writer.text(.changedThreshold)
    case .payThreshold: writer.text(.changedPayThreshold)
    case .rounding: writer.text(.changedRounding)
    case .confidence: writer.text(.changedConfidence)
    case .multiplicity: writer.text(.changedMultiplicity)
    case .bandOfRatios: writer.text(.changedBandOfRatios)
    case .bandOfShares: writer.text(.changedBandOfShares)
    case .bandOfPay: writer.text(.changedBandOfPay)
    case .method(let title): title
    case .groups: writer.text(.changedGroups)
    case .note: writer.text(.changedDefinition)
    case .members(let label): writer.text(.changedMembers, ["label": writer.wording.group(label)])
    case .levels(let id): writer.text(.changedLevels, ["attribute": writer.title(of: id)])
    }
  }

  private func methods(_ changes: ReleaseChanges, _ writer: SectionWriter) -> DataTable {
    let rows = changes.methods.map { change in
      DataTable.Row(
        header: [.text(name(change.subject, writer))],
        cells: [
          change.before.map { .text([.text($0)]) } ?? .marker(.breakInSeries),
          change.now.map { .text([.text($0)]) } ?? .empty,
          change.tables.map { .number(writer.format.people($0)) }
            ?? .text([.text(writer.text(.sinceAllTables))]),
        ])
    }
    return DataTable(
      id: "table-since-methods", caption: writer.label(.methodsChanged),
      corner: writer.label(.whatChanged),
      columns: [
        DataTable.Column(writer.label(.lastReport), alignment: .leading),
        DataTable.Column(writer.label(.thisReport), alignment: .leading),
        DataTable.Column(writer.label(.tables)),
      ], rows: rows)
  }
}

extension SectionWriter {
  /// What is different since the last report, in one sentence.
  func sinceLastReport(_ changes: ReleaseChanges) -> String {
    guard !(changes.verdicts.isEmpty && changes.figures.isEmpty && changes.methods.isEmpty) else {
      return text(.sinceNothing, ["period": changes.period])
    }
    return text(
      .sinceLast,
      [
        "period": changes.period, "new": format.people(changes.count(.new)),
        "resolved": format.people(changes.count(.resolved)),
        "changed": format.people(changes.count(.changed)),
        "revised": format.people(changes.revised),
      ])
  }

  /// The title of an attribute inside a sentence; its identifier where no exhibit is about it.
  func title(of attribute: String) -> String {
    let known = release.exhibits.lazy.flatMap { [$0.exhibit.attribute, $0.exhibit.by] }
      .compactMap(\.self).first { $0.id == attribute }
    return known.map { inSentence($0.title) } ?? attribute
  }

  /// The exhibit at a position of the release.
  func published(at position: Int) -> PublishedExhibit? {
    release.exhibits.indices.contains(position) ? release.exhibits[position] : nil
  }

  /// What a row of an exhibit compares: `Exits of women`, `Hiring of women by level: Manager`.
  func placeName(_ published: PublishedExhibit, row: Int) -> String {
    let exhibit = published.exhibit
    let label = exhibit.rows[row].label
    if exhibit.kind.rowsAreGroups, exhibit.by == nil {
      return subjectName(exhibit, of: label)
    }
    return subjectName(exhibit) + context.language.colon + label
  }

  /// What an exhibit is about, or one group of it, at the beginning of a table's row.
  func subjectName(_ exhibit: Exhibit, of group: String? = nil) -> String {
    // A trend shows every group; the focal one is no property of the table.
    let isTrend = exhibit.kind == .trend || exhibit.kind == .declarationTrend
    let shown = isTrend ? withoutFocal(exhibit) : exhibit
    let name = hiddenName(shown, of: group)
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  private func withoutFocal(_ exhibit: Exhibit) -> Exhibit {
    Exhibit(
      id: exhibit.id, kind: exhibit.kind, attribute: exhibit.attribute, by: exhibit.by,
      period: exhibit.period, columns: exhibit.columns, rows: exhibit.rows, notes: exhibit.notes)
  }

  /// How a number of a unit is printed, with more digits than usual.
  func style(_ unit: ExhibitColumn.Unit, _ value: Double, extraDigits: Int) -> NumberStyle {
    let usual = style(unit, value)
    guard extraDigits > 0 else { return usual }
    return switch usual {
    case .percent(let digits): .percent(digits + extraDigits)
    case .percentagePoints(let digits): .percentagePoints(digits + extraDigits)
    case .number(let digits): .number(digits + extraDigits)
    case .people: .people
    default: .number(2 + extraDigits)
    }
  }
}
