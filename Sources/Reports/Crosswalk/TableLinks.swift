import Disclosure
import Documents
import Estimates

/// The tables of a document, by the exhibits they show.
struct TableLinks {
  private var tables: [DataTable] = []

  init(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .table(let table): tables.append(table)
      case .figure(let figure): tables += [figure.table].compactMap(\.self)
      case .figureRow(let figures): tables += figures.compactMap(\.table)
      case .callout(_, _, let inner): tables += TableLinks(inner).tables
      case .heading, .paragraph, .list, .orderedList, .definitions, .keyFigures, .scorecard,
        .pageBreak:
        break
      }
    }
  }

  /// The table that shows an exhibit: its own, or the one it shares with exhibits of its kind, which
  /// has the identifier of the first of them.
  func table(of published: PublishedExhibit) -> (id: String, caption: String)? {
    let exhibit = published.exhibit
    let own = "table-" + SectionWriter.slug(exhibit.id)
    let parent = exhibit.id.split(separator: "/").prefix(2).joined(separator: "/")
    let shared = "table-" + SectionWriter.slug(parent)
    let found =
      tables.first { $0.id == own } ?? tables.first { $0.id.hasPrefix(own + "-") }
      ?? tables.first { $0.id.hasPrefix(shared) && $0.caption.hasSuffix(exhibit.period) }
    return found.map { ($0.id, $0.caption) }
  }
}
