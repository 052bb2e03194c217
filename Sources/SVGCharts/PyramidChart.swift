/// Two groups back to back on one scale, one pair of bars per level, top level first.
public struct PyramidChart: Chart {
  /// One level.
  public struct Row: Hashable, Sendable {
    /// The level's label.
    public let label: String
    /// The value of the left group; `nil` where it is not shown.
    public let left: Double?
    /// The value of the right group; `nil` where it is not shown.
    public let right: Double?
    /// The people the level holds, as printed, for example `n = 1,204`.
    public let base: String?

    /// Makes a row.
    public init(label: String, left: Double?, right: Double?, base: String? = nil) {
      self.label = label
      self.left = left
      self.right = right
      self.base = base
    }
  }

  /// The group on the left.
  public let left: String
  /// The group on the right.
  public let right: String
  /// The rows, top level first.
  public let rows: [Row]
  /// What the two axes measure.
  public let axisTitle: String
  /// How values are printed.
  public let style: NumberStyle
  /// The locale's number format.
  public let format: NumberFormat

  /// Makes a chart.
  public init(
    left: String, right: String, rows: [Row], axisTitle: String, style: NumberStyle = .percent(0),
    format: NumberFormat = NumberFormat()
  ) {
    self.left = left
    self.right = right
    self.rows = rows
    self.axisTitle = axisTitle
    self.style = style
    self.format = format
  }
}
