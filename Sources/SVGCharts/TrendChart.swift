/// Up to four lines over quarters, labelled at their ends, with gaps where a quarter is not shown.
public struct TrendChart: Chart {
  /// One line.
  public struct Series: Hashable, Sendable {
    /// The line's label.
    public let label: String
    /// One value per quarter; `nil` where it is not shown.
    public let values: [Double?]

    /// Makes a line.
    public init(label: String, values: [Double?]) {
      self.label = label
      self.values = values
    }
  }

  /// A range of values to come, shaded around the first line.
  public struct Fan: Hashable, Sendable {
    /// What the range holds, for the key.
    public let label: String
    /// The lower ends, one per quarter; `nil` before the range begins.
    public let lower: [Double?]
    /// The upper ends, one per quarter.
    public let upper: [Double?]

    /// Makes a range.
    public init(label: String, lower: [Double?], upper: [Double?]) {
      self.label = label
      self.lower = lower
      self.upper = upper
    }
  }

  /// The quarters, oldest first, for example `2025Q3`.
  public let quarters: [String]
  /// The lines, at most four; further lines are not drawn.
  public let series: [Series]
  /// What the axis measures.
  public let axisTitle: String
  /// A target path or benchmark, one value per quarter, drawn dashed.
  public let target: Series?
  /// The range the first line may take in quarters to come; where it begins, the line is dashed.
  public let fan: Fan?
  /// The positions of quarters that cannot be compared with the quarter before them.
  public let breaks: [Int]
  /// A range the axis covers at least, so that small multiples share one axis.
  public let range: ClosedRange<Double>?
  /// How values are printed.
  public let style: NumberStyle
  /// The locale's number format.
  public let format: NumberFormat

  /// Makes a chart.
  public init(
    quarters: [String], series: [Series], axisTitle: String, target: Series? = nil,
    fan: Fan? = nil, breaks: [Int] = [], range: ClosedRange<Double>? = nil,
    style: NumberStyle = .percent(0),
    format: NumberFormat = NumberFormat()
  ) {
    self.quarters = quarters
    self.series = series
    self.axisTitle = axisTitle
    self.target = target
    self.fan = fan
    self.breaks = breaks
    self.range = range
    self.style = style
    self.format = format
  }
}
