import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts

/// Section 11: indices for readers who work with them, each beside what chance alone would give and
/// the people it stands for.
struct IndicesSection: ReportSection {
  let id = "indices"
  let need: SectionNeed? = .of(.diversity)

  func title(_ writer: SectionWriter) -> String { writer.label(.indices) }

  func blocks(_ writer: SectionWriter) -> [Block] {
    let kinds: [Exhibit.Kind] = [
      .diversity, .segregation, .segregationModel, .segregationCurve, .inequality,
      .inequalityBetween, .lorenz,
    ]
    let parts = writer.attributes(of: kinds).map { attribute in
      (
        attribute: attribute,
        blocks: SeparationBlocks(attribute: attribute, writer: writer).blocks
          + diversity(attribute, writer)
      )
    }.filter { !$0.blocks.isEmpty }
    var blocks = parts.flatMap { part -> [Block] in
      let id = writer.slug(id + "-" + part.attribute.id)
      let heading = Block.heading(level: 3, id: id, [.text(part.attribute.title)])
      return (parts.count > 1 ? [heading] : []) + part.blocks
    }
    let isShown = !blocks.isEmpty
    let curves = parts.flatMap { writer.exhibits(.segregationCurve, of: $0.attribute) }
      .compactMap { SeparationBlocks.figure($0, writer) }
    for start in stride(from: 0, to: curves.count, by: 2) {
      let pair = Array(curves[start..<min(start + 2, curves.count)])
      blocks.append(pair.count == 2 ? .figureRow(pair) : .figure(pair[0]))
    }
    let pay = InequalityBlocks(writer: writer).blocks
    if !pay.isEmpty {
      blocks.append(.heading(level: 3, id: writer.slug(id + "-pay"), [.text(writer.label(.pay))]))
      blocks += pay
    }
    blocks += writer.hiddenNote(kinds)
    if isShown {
      blocks += [
        writer.explained(.leadDiversity, writer.explanation(.diversity)),
        writer.explained(.howToRead, writer.explanation(.separation)),
      ]
    }
    if !pay.isEmpty { blocks.append(writer.explained(.leadPay, writer.explanation(.inequality))) }
    return blocks
  }

  /// The diversity of everyone by one characteristic; where it is undefined there is one group.
  private func diversity(_ attribute: ExhibitAttribute, _ writer: SectionWriter) -> [Block] {
    let exhibits = writer.exhibits(.diversity, of: attribute).filter { published in
      published.exhibit.rows.indices.contains {
        writer.value(published, row: $0, column: "now").map { $0 > 0 } ?? false
      } && writer.value(published, row: 2, column: "now") != nil
    }
    return exhibits.map { published in
      .table(
        writer.table(
          published,
          caption: writer.label(
            .diversityBy, ["attribute": writer.inSentence(attribute.title)])))
    }
  }
}
