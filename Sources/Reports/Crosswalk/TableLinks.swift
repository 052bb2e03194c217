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

  /// The table that shows an exhibit: its own, or the one it shares with others of its kind, which has
  /// the identifier of the first of them.
  func table(of published: PublishedExhibit, in release: Release) -> (id: String, caption: String)?
  {
    let exhibit = published.exhibit
    let kin = release.exhibits(exhibit.kind).map(\.exhibit).filter {
      $0.attribute == exhibit.attribute && $0.by == exhibit.by
    }
    let ids = ([exhibit] + kin).map { "table-" + SectionWriter.slug($0.id) }
    // A funnel's table has its own identifier and a word; what its stages add is another table.
    let found =
      ids.prefix(1).compactMap { id in tables.first { $0.id == id } }.first
      ?? ids.lazy.compactMap { id in
        tables.first { table in
          table.id == id
            || (table.id.hasPrefix(id + "-") && !table.id.hasPrefix(id + "-attribution"))
        }
      }.first
    return found.map { ($0.id, $0.caption) }
  }
}
