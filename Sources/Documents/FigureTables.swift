import SVGCharts

/// Where a figure's numbers are printed.
enum FigureTables {
  /// The most rows a table has to stand under its figure.
  static let mostRows = 12

  /// The table under the figure, if it is short enough.
  static func beside(_ figure: Figure) -> DataTable? {
    figure.table.flatMap { $0.rows.count <= mostRows ? $0 : nil }
  }

  /// The identifier of the block that holds the numbers, where they are not under the figure.
  static func elsewhere(_ figure: Figure) -> String? {
    beside(figure) == nil ? figure.annex ?? figure.table?.id : nil
  }

  /// The tables too long to stand under their figures and printed nowhere else, in document order.
  static func annex(of blocks: [Block]) -> [DataTable] {
    figures(in: blocks).compactMap { figure in
      beside(figure) == nil && figure.annex == nil ? figure.table : nil
    }
  }

  /// Every table that is printed, in document order.
  static func tables(in blocks: [Block]) -> [DataTable] {
    blocks.flatMap { block -> [DataTable] in
      switch block {
      case .table(let table): [table]
      case .figure(let figure): [beside(figure)].compactMap(\.self)
      case .figureRow(let figures): figures.compactMap(beside)
      case .callout(_, _, let inner): Self.tables(in: inner)
      case .heading, .paragraph, .list, .orderedList, .definitions, .keyFigures, .scorecard,
        .pageBreak:
        []
      }
    }
  }

  /// Every figure, in document order.
  static func figures(in blocks: [Block]) -> [Figure] {
    blocks.flatMap { block -> [Figure] in
      switch block {
      case .figure(let figure): [figure]
      case .figureRow(let figures): figures
      case .callout(_, _, let inner): Self.figures(in: inner)
      case .heading, .paragraph, .list, .orderedList, .table, .definitions, .keyFigures,
        .scorecard, .pageBreak:
        []
      }
    }
  }
}

extension Document {
  /// The content with an annex of the tables that are too long to stand under their figures.
  var blocksWithAnnex: [Block] {
    let tables = FigureTables.annex(of: blocks)
    guard !tables.isEmpty else { return blocks }
    let title = DocumentWords.of(language).annexTitle
    return blocks + [.heading(level: 2, id: "figure-tables", [.text(title)])]
      + tables.map(Block.table)
  }
}

extension Figure {
  /// What a reader who cannot see the chart is told: the given words, then the chart's own.
  var alternative: Alternative {
    let parts = [description, chart.summary].filter { !$0.isEmpty }
    return Alternative(title: title, description: parts.joined(separator: " "))
  }
}

extension DataTable {
  /// The markers used in the cells, in the order of the key.
  var markers: [Marker] {
    let used = Set(
      rows.flatMap(\.cells).flatMap { cell -> [Marker] in
        switch cell {
        case .marker(let marker), .marked(_, let marker): [marker]
        case .text(let inlines): inlines.markers
        case .number, .estimate, .empty: []
        }
      })
    return Marker.allCases.filter(used.contains)
  }
}

extension Scorecard {
  /// The markers used in the cells, in the order of the key.
  var markers: [Marker] {
    let cells = rows.flatMap { [$0.now, $0.before, $0.target] }
    return DataTable(
      id: id, caption: caption, corner: "", columns: [],
      rows: [DataTable.Row(header: [], cells: cells)]
    ).markers
  }
}

extension [Inline] {
  var markers: [Marker] {
    compactMap { inline in
      if case .marker(let marker) = inline { return marker }
      return nil
    }
  }

  /// The words alone.
  var plainText: String {
    map { inline in
      switch inline {
      case .text(let text), .strong(let text), .emphasis(let text), .code(let text): text
      case .link(let text, _): text
      case .verdict(let badge): badge.word
      case .marker(let marker): marker.rawValue
      case .lineBreak: " "
      }
    }.joined()
  }
}
