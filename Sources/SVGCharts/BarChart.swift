/// Horizontal bars from zero, with optional intervals and a base per row.
public struct BarChart: Chart {
  /// One bar.
  public struct Row: Hashable, Sendable {
    /// The bar's label.
    public let label: String
    /// A second, muted line under the label, for example `n = 412`.
    public let base: String?
    /// The value; `nil` where it is not shown.
    public let value: Double?
    /// The lower limit of the interval.
    public let lower: Double?
    /// The upper limit of the interval.
    public let upper: Double?
    /// Whether the row is context (a reference or a total), drawn in grey.
    public let isContext: Bool

    /// Makes a row.
    public init(
      label: String, base: String? = nil, value: Double?, lower: Double? = nil,
      upper: Double? = nil, isContext: Bool = false
    ) {
      self.label = label
      self.base = base
      self.value = value
      self.lower = lower
      self.upper = upper
      self.isContext = isContext
    }
  }

  /// A value every bar is read against, drawn as a dashed line.
  public struct Benchmark: Hashable, Sendable {
    /// The line's label.
    public let label: String
    /// The line's value.
    public let value: Double

    /// Makes a benchmark.
    public init(label: String, value: Double) {
      self.label = label
      self.value = value
    }
  }

  /// The rows, top first.
  public let rows: [Row]
  /// What the axis measures.
  public let axisTitle: String
  /// A value every bar is read against.
  public let benchmark: Benchmark?
  /// How values are printed.
  public let style: NumberStyle
  /// The locale's number format.
  public let format: NumberFormat

  /// Makes a chart.
  public init(
    rows: [Row], axisTitle: String, benchmark: Benchmark? = nil, style: NumberStyle,
    format: NumberFormat = NumberFormat()
  ) {
    self.rows = rows
    self.axisTitle = axisTitle
    self.benchmark = benchmark
    self.style = style
    self.format = format
  }
}
