import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts

/// Section 11: indices for readers who work with them, each beside what chance alone would give and
/// the people it stands for.
struct IndicesSection: ReportSection {
  let id = "indices"

  func title(_ writer: SectionWriter) -> String { "Indices (research annex)" }

  func blocks(_ writer: SectionWriter) -> [Block] {
    let kinds: [Exhibit.Kind] = [.segregation, .segregationCurve]
    let parts = writer.attributes(of: kinds).map { attribute in
      (attribute: attribute, blocks: SeparationBlocks(attribute: attribute, writer: writer).blocks)
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
    blocks += writer.hiddenNote(kinds)
    if isShown { blocks += SeparationBlocks.meaning }
    return blocks
  }
}
