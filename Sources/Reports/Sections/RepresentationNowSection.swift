import Disclosure
import Documents
import Estimates
import Findings

/// Section 4: who is where, overall and by level, function or place, and against benchmarks.
struct RepresentationNowSection: ReportSection {
  let id = "representation"
  let need: SectionNeed? = .of(.representation)

  func title(_ writer: SectionWriter) -> String { writer.label(.representationNow) }

  func blocks(_ writer: SectionWriter) -> [Block] {
    let kinds: [Exhibit.Kind] = [
      .representation, .representationBy, .pipeline, .benchmark,
    ]
    let attributes = writer.attributes(of: kinds)
    var blocks: [Block] = []
    for attribute in attributes {
      if attributes.count > 1 {
        blocks.append(
          .heading(
            level: 3, id: writer.slug(id + "-" + attribute.id), [.text(attribute.title)]))
      }
      blocks += self.blocks(attribute, writer)
    }
    let isShown = !blocks.isEmpty
    let hasSteps = attributes.contains {
      !PipelineBlocks(writer: writer).exhibits($0).isEmpty
    }
    blocks += writer.hiddenNote(kinds)
    if isShown {
      blocks.append(
        writer.explained(.howToRead, writer.explanation(.representation)))
      if hasSteps { blocks.append(PipelineBlocks.meaning(writer)) }
    }
    return blocks
  }

  private func blocks(_ attribute: ExhibitAttribute, _ writer: SectionWriter) -> [Block] {
    let focal = writer.release.focalGroups(of: attribute.id)
    let overall = writer.exhibits(.representation, of: attribute)
    // Where all people are in one group, there is nothing to compare.
    let byStructure = writer.exhibits(.representationBy, of: attribute).filter { published in
      writer.groups(published).count { !writer.isEmpty(published, $0) } > 1
    }
    let benchmarks = writer.exhibits(.benchmark, of: attribute)
    var items: [[Inline]] = []
    for published in overall {
      items += focal.compactMap { group in
        published.row(group).flatMap { writer.shareFact(published, row: $0, column: "share") }
      }.filter { $0.people != 0 }.map { [.text(writer.shareSentence($0))] }
    }
    for published in byStructure where published.exhibit.by?.id == "level" {
      guard let top = published.exhibit.rows.lastIndex(where: { $0.role == .item }) else {
        continue
      }
      items += focal.compactMap {
        writer.shareFact(published, row: top, column: "share/" + $0)
      }.filter { $0.people != 0 }.map { [.text(writer.shareSentence($0))] }
    }
    let pipeline = PipelineBlocks(writer: writer)
    let steps = pipeline.exhibits(attribute)
    items += steps.compactMap { pipeline.sentence($0) }.map { [.text($0)] }
    for published in benchmarks {
      let judged = writer.findings(of: published)
      if published.exhibit.by != nil, judged.count > 3 {
        items +=
          writer.partsSentence(published, lead: lead(published, writer)).map { [[.text($0)]] } ?? []
      } else {
        items += judged.map { writer.statement($0) }
      }
    }
    var blocks: [Block] = items.isEmpty ? [] : [.list(items)]
    blocks += overall.map { published in
      .table(
        writer.table(
          published,
          caption: writer.label(
            .allPeopleOf,
            ["attribute": attribute.title, "period": published.exhibit.period]),
          columns: {
            !["lowest", "highest"].contains($0.id) || Self.someDidNotSay(published)
          }))
    }
    for (index, published) in byStructure.enumerated() {
      // Structures without an order, beyond the first two, are left to their tables.
      if index < 2 || published.exhibit.by?.id == "level",
        let figure = writer.pyramidFigure(published, focal: focal, id: published.exhibit.id)
          ?? writer.shareFigure(published, groups: focal, id: published.exhibit.id)
      {
        blocks.append(.figure(figure))
      }
      blocks += tables(published, attribute, writer)
    }
    blocks += steps.map { pipeline.table($0) }
    for published in benchmarks { blocks += benchmark(published, attribute, writer) }
    return blocks
  }

  /// Whether there is anybody whose group is not known, so that shares of everyone have bounds.
  private static func someDidNotSay(_ published: PublishedExhibit) -> Bool {
    published.exhibit.rows.indices.contains { row in
      published.exhibit.rows[row].role == .undeclared
        && published.entry(row: row, column: "people").people != 0
    }
  }

  private func lead(_ published: PublishedExhibit, _ writer: SectionWriter) -> String {
    writer.label(.byLead, ["by": writer.byTitle(published.exhibit)])
  }

  private func tables(
    _ published: PublishedExhibit, _ attribute: ExhibitAttribute, _ writer: SectionWriter
  ) -> [Block] {
    let by = writer.byTitle(published.exhibit)
    let caption = writer.label(
      .attributeBy,
      ["attribute": attribute.title, "by": by, "period": published.exhibit.period])
    return [.table(writer.shareTable(published, caption: caption))]
  }

  private func benchmark(
    _ published: PublishedExhibit, _ attribute: ExhibitAttribute, _ writer: SectionWriter
  ) -> [Block] {
    let judged = writer.findings(of: published)
    var blocks: [Block] = []
    if judged.count > 1,
      let figure = writer.gapFigure(
        id: published.exhibit.id, judged: judged,
        axisTitle: writer.label(
          judged.first?.comparison.scale == .share ? .shareLessBenchmark : .shareByBenchmark),
        label: { $0.subject.part ?? $0.subject.focal })
    {
      blocks.append(.figure(figure))
    }
    let message: Label = published.exhibit.by == nil ? .againstBenchmark : .againstBenchmarkBy
    let group = published.exhibit.focal ?? attribute.title
    blocks.append(
      .table(
        writer.table(
          published,
          caption: writer.label(
            message, ["group": group, "by": writer.byTitle(published.exhibit)]),
          columns: { $0.id != "p" }, verdicts: true)))
    return blocks
  }
}
