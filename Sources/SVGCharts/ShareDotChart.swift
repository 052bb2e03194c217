/// Shares by level as dots, now and a year ago joined by a line, for up to three groups.
public struct ShareDotChart: Chart {
  /// The share of one group at one level.
  public struct Point: Hashable, Sendable {
    /// The share now; `nil` where it is not shown.
    public let now: Double?
    /// The share a year ago; `nil` where it is not shown or not asked for.
    public let before: Double?

    /// Makes a point.
    public init(now: Double?, before: Double? = nil) {
      self.now = now
      self.before = before
    }
  }

  /// One level.
  public struct Row: Hashable, Sendable {
    /// The level's label.
    public let label: String
    /// A second, muted line under the label, for example `1,204 people`.
    public let detail: String?
    /// One point per group, in the order of the chart's groups.
    public let points: [Point]

    /// Makes a row.
    public init(label: String, detail: String? = nil, points: [Point]) {
      self.label = label
      self.detail = detail
      self.points = points
    }
  }

  /// The groups, at most three; further groups are not drawn.
  public let groups: [String]
  /// The rows, top level first.
  public let rows: [Row]
  /// What the axis measures, for example `Share of people at each level`.
  public let axisTitle: String
  /// The name of now, for example `2025Q3`.
  public let nowLabel: String
  /// The name of a year ago, where it is drawn.
  public let beforeLabel: String?
  /// How values are printed.
  public let style: NumberStyle
  /// The locale's number format.
  public let format: NumberFormat

  /// Makes a chart.
  public init(
    groups: [String], rows: [Row], axisTitle: String, nowLabel: String,
    beforeLabel: String? = nil, style: NumberStyle = .percent(0),
    format: NumberFormat = NumberFormat()
  ) {
    self.groups = groups
    self.rows = rows
    self.axisTitle = axisTitle
    self.nowLabel = nowLabel
    self.beforeLabel = beforeLabel
    self.style = style
    self.format = format
  }
}
