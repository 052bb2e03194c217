/// A grid of two crossed attributes, each cell shaded and its value printed.
public struct HeatGridChart: Chart {
  /// What the shading measures.
  public enum Shading: Hashable, Sendable {
    /// Distance from a value that means no gap, in seven steps that end `extent` away from it.
    case diverging(around: Double, extent: Double)
    /// Size, in five steps from the smallest to the largest value.
    case sequential
  }

  /// The row labels, top first.
  public let rows: [String]
  /// The column labels, left first.
  public let columns: [String]
  /// One row of values per row label; `nil` where a value is not shown.
  public let values: [[Double?]]
  /// What the values are, for example `Share of people at each level`.
  public let axisTitle: String
  /// What the shading measures.
  public let shading: Shading
  /// How values are printed.
  public let style: NumberStyle
  /// The locale's number format.
  public let format: NumberFormat

  /// Makes a chart.
  public init(
    rows: [String], columns: [String], values: [[Double?]], axisTitle: String,
    shading: Shading = .sequential, style: NumberStyle, format: NumberFormat = NumberFormat()
  ) {
    self.rows = rows
    self.columns = columns
    self.values = values
    self.axisTitle = axisTitle
    self.shading = shading
    self.style = style
    self.format = format
  }
}
