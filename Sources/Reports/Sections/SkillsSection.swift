import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts

/// Section 17: vacancies by specialization, how many of them were filled, and what equal rates of
/// hiring and leaving would add.
struct SkillsSection: ReportSection {
  let id = "skills-gap"
  let need: SectionNeed? = .of(.skillsGap)

  func title(_ writer: SectionWriter) -> String { writer.label(.skillsGap) }

  func blocks(_ writer: SectionWriter) -> [Block] {
    let gaps = writer.exhibits(.skillsGap)
    var blocks: [Block] = []
    for published in gaps {
      let judged = writer.findings(of: published).filter { $0.role == .item }
      let items = [total(published, writer)].compactMap(\.self) + judged.map(writer.statement)
      if !items.isEmpty { blocks.append(.list(items)) }
      if let figure = figure(published, judged, writer) { blocks.append(.figure(figure)) }
      blocks.append(
        .table(
          writer.table(
            published,
            caption: writer.label(
              .vacanciesBy,
              [
                "attribute": writer.inSentence(published.exhibit.attribute?.title ?? ""),
                "period": published.exhibit.period,
              ]), columns: { $0.id != "p" }, verdicts: true)))
      if let table = occupations(published, writer) { blocks.append(.table(table)) }
    }
    if !gaps.isEmpty { blocks.append(writer.explained(.howToRead, writer.explanation(.skills))) }
    let lens = InclusionLensBlocks(writer: writer).blocks
    return blocks + lens + writer.hiddenNote([.skillsGap, .inclusionLens])
  }

  /// How many vacancies there were, and how many of them were filled.
  private func total(_ published: PublishedExhibit, _ writer: SectionWriter) -> [Inline]? {
    guard let row = published.exhibit.rows.firstIndex(where: { $0.role == .total }),
      let vacancies = writer.printed(published, row: row, column: "vacancies"),
      let filled = writer.printed(published, row: row, column: "filled"),
      let rate = writer.printed(published, row: row, column: "rate"),
      let gap = writer.printed(published, row: row, column: "gap")
    else { return nil }
    return [
      .text(
        writer.text(
          .skillsTotal,
          ["vacancies": vacancies, "filled": filled, "rate": rate, "gap": gap]))
    ]
  }

  /// The share filled of each specialization, with its interval, against that of the other posts.
  private func figure(
    _ published: PublishedExhibit, _ judged: [Finding], _ writer: SectionWriter
  ) -> Figure? {
    let exhibit = published.exhibit
    func rate(_ row: Int) -> Estimate? { published.entry(row: row, column: "rate").estimate }
    guard
      let base = exhibit.rows.firstIndex(where: { $0.role == .reference })
        ?? exhibit.rows.firstIndex(where: { $0.role == .total }),
      let parity = rate(base)?.value,
      judged.count(where: { rate($0.row)?.interval != nil }) > 1
    else { return nil }
    let rows = (judged.map(\.row) + [base]).map { row in
      let finding = judged.first { $0.row == row }
      let filled = writer.printed(published, row: row, column: "filled")
      let vacancies = writer.printed(published, row: row, column: "vacancies")
      return DotWhiskerChart.Row(
        label: exhibit.rows[row].label,
        detail: filled.flatMap { filled in
          vacancies.map { writer.label(.filledOf, ["filled": filled, "vacancies": $0]) }
        },
        value: rate(row)?.value, lower: rate(row)?.interval?.lower,
        upper: rate(row)?.interval?.upper,
        verdict: finding.map { writer.badge($0.verdict).glyph })
    }
    let reference = writer.inSentence(exhibit.rows[base].label)
    // The line stands at a whole per cent, as its label does.
    let line = (parity * 100).rounded() / 100
    return Figure(
      id: writer.slug("figure-" + exhibit.id),
      title: writer.label(
        .shareFilledBy, ["attribute": writer.inSentence(exhibit.attribute?.title ?? "")]),
      chart: DotWhiskerChart(
        rows: rows, axisTitle: writer.label(.shareFilled), parity: line, scale: .linear,
        below: writer.label(.fewerFilled, ["reference": reference]),
        above: writer.label(.moreFilled, ["reference": reference]), style: .percent(0),
        format: writer.format),
      caption: [.text(writer.label(.linesAreIntervalsAlone, ["confidence": writer.confidence]))])
  }

  /// The occupations of the labour market that the specializations shown are held beside.
  private func occupations(
    _ published: PublishedExhibit, _ writer: SectionWriter
  ) -> DataTable? {
    let shown = published.exhibit.rows.map(\.label)
    let name = { writer.wording.group($0) }
    let occupations = writer.context.occupations.filter { shown.contains(name($0.specialization)) }
    guard !occupations.isEmpty else { return nil }
    let groups = occupations.reduce(into: [String]()) { groups, occupation in
      for share in occupation.shares where !groups.contains(share.group) {
        groups.append(share.group)
      }
    }
    let rows = occupations.map { occupation in
      DataTable.Row(
        header: [.text(name(occupation.specialization))],
        cells: [
          .text([.text(occupation.occupation)]),
          .text([.text(occupation.codes.joined(separator: ", "))]),
        ]
          + groups.map { group in
            occupation.shares.first { $0.group == group }.map {
              .number(writer.format.percent($0.value))
            } ?? .empty
          })
    }
    return DataTable(
      id: writer.slug("table-" + published.exhibit.id + "-occupations"),
      caption: writer.label(.occupationsBeside), corner: writer.label(.specialization),
      columns: [
        DataTable.Column(writer.label(.occupation), alignment: .leading),
        DataTable.Column(writer.label(.occupationCodes), alignment: .leading),
      ]
        + groups.map {
          DataTable.Column(
            writer.label(.shareOfOccupation, ["group": writer.wording.group($0)]))
        },
      rows: rows,
      notes: [writer.context.occupationSource.map { $0 + "." }].compactMap(\.self)
        + occupations.compactMap { occupation in
          occupation.note.map {
            name(occupation.specialization) + writer.context.language.colon + $0
          }
        })
  }
}

extension SectionWriter {
  /// How many vacancies of a specialization were filled, against the others, and how that went.
  func vacanciesFilled(_ finding: Finding, _ published: PublishedExhibit) -> [String] {
    let row = finding.row
    guard let vacancies = printed(published, row: row, column: "vacancies"),
      let filled = printed(published, row: row, column: "filled"),
      let rate = printed(published, row: row, column: "rate")
    else { return [] }
    let part = published.exhibit.rows[row].label
    let other = published.exhibit.rows.firstIndex { $0.role == .reference }
    let reference =
      other.map { inSentence(published.exhibit.rows[$0].label) } ?? label(.allOtherPosts)
    var sentences: [String] = []
    if let other, let otherVacancies = printed(published, row: other, column: "vacancies"),
      let otherFilled = printed(published, row: other, column: "filled"),
      let otherRate = printed(published, row: other, column: "rate")
    {
      sentences.append(
        text(
          .skillsFilled,
          [
            "part": part, "filled": filled, "vacancies": vacancies, "rate": rate,
            "otherFilled": otherFilled, "otherVacancies": otherVacancies, "otherRate": otherRate,
            "reference": reference,
          ]))
    } else {
      sentences.append(
        text(
          .skillsFilledAlone,
          ["part": part, "filled": filled, "vacancies": vacancies, "rate": rate]))
    }
    if let effect = finding.effect, let interval = effect.interval {
      sentences.append(
        text(
          .skillsRatio,
          [
            "ratio": format.ratio(effect.value), "reference": reference,
            "confidence": confidence, "interval": printed(interval, .ratio),
          ]))
    }
    if let days = printed(published, row: row, column: "days") {
      sentences.append(text(.skillsDays, ["days": days]))
    }
    if let suitable = printed(published, row: row, column: "suitable") {
      sentences.append(text(.skillsSuitable, ["suitable": suitable]))
    }
    return sentences
  }
}
