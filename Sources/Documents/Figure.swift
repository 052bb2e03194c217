public import SVGCharts

/// A chart with the finding it shows and the table behind it.
public struct Figure: Hashable, Sendable {
  /// An identifier, unique in the document; also the name of the figure's file.
  public let id: String
  /// The finding, as a short sentence.
  public let title: String
  /// The chart.
  public let chart: any Chart
  /// The gap and its uncertainty, in words, for a reader who cannot see the chart.
  ///
  /// The chart's own summary (type, axes, rows) is added to it.
  public let description: String
  /// A line under the figure: base, source, how to read it.
  public let caption: [Inline]
  /// The numbers drawn.
  ///
  /// Printed under the figure where it has at most 12 rows.
  public let table: DataTable?
  /// The identifier of the block that holds the numbers, where `table` is not printed here.
  public let annex: String?

  /// Makes a figure.
  public init(
    id: String, title: String, chart: any Chart, description: String = "", caption: [Inline] = [],
    table: DataTable? = nil, annex: String? = nil
  ) {
    self.id = id
    self.title = title
    self.chart = chart
    self.description = description
    self.caption = caption
    self.table = table
    self.annex = annex
  }

  /// Whether two figures show the same chart with the same words.
  public static func == (left: Figure, right: Figure) -> Bool {
    left.id == right.id && left.title == right.title
      && AnyHashable(left.chart) == AnyHashable(right.chart)
      && left.description == right.description && left.caption == right.caption
      && left.table == right.table && left.annex == right.annex
  }

  /// Feeds every part into a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(title)
    hasher.combine(AnyHashable(chart))
    hasher.combine(description)
    hasher.combine(caption)
    hasher.combine(table)
    hasher.combine(annex)
  }
}
