/// Shares that fall in steps, for one group and the group it is compared with, with their intervals.
///
/// The first line is solid with a shaded interval, the second dashed with dashed limits, so that
/// they can be told apart without colour. Values stand at the ends of the steps alone; a line ends
/// where a value is not shown.
public struct SurvivalStepsChart: Chart {
  /// One value with its interval.
  public struct Point: Hashable, Sendable {
    /// The share.
    public let value: Double
    /// The lower limit of its interval, where it has one.
    public let lower: Double?
    /// The upper limit of its interval.
    public let upper: Double?

    /// Makes a point.
    public init(value: Double, lower: Double? = nil, upper: Double? = nil) {
      self.value = value
      self.lower = lower
      self.upper = upper
    }
  }

  /// One line.
  public struct Series: Hashable, Sendable {
    /// The line's label.
    public let label: String
    /// One point per end; `nil` where it is not shown.
    public let points: [Point?]

    /// Makes a line.
    public init(label: String, points: [Point?]) {
      self.label = label
      self.points = points
    }
  }

  /// The times at which the lines fall, rising, in the axis's unit.
  public let ends: [Int]
  /// The lines, at most two; further ones are not drawn.
  public let series: [Series]
  /// What the vertical axis measures.
  public let axisTitle: String
  /// What the horizontal axis measures, for example `Years of service`.
  public let timeTitle: String
  /// How shares are printed.
  public let style: NumberStyle
  /// The locale's number format.
  public let format: NumberFormat

  /// Makes a chart.
  public init(
    ends: [Int], series: [Series], axisTitle: String, timeTitle: String,
    style: NumberStyle = .percent(0), format: NumberFormat = NumberFormat()
  ) {
    self.ends = ends
    self.series = series
    self.axisTitle = axisTitle
    self.timeTitle = timeTitle
    self.style = style
    self.format = format
  }
}
