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
    let attributes = writer.attributes(of: kinds)
    var blocks: [Block] = []
    for attribute in attributes {
      if attributes.count > 1 {
        blocks.append(
          .heading(
            level: 3, id: writer.slug(id + "-" + attribute.id), [.text(attribute.title)]))
      }
      blocks += SeparationBlocks(attribute: attribute, writer: writer).blocks
    }
    let isShown = !blocks.isEmpty
    let curves = attributes.flatMap { writer.exhibits(.segregationCurve, of: $0) }
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
