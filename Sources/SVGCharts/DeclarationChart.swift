/// The share of people who declared each attribute, against the rule below which it is not reported.
public struct DeclarationChart: Chart {
  /// One attribute.
  public struct Row: Hashable, Sendable {
    /// The attribute's title.
    public let label: String
    /// The share now; `nil` where it is not shown.
    public let now: Double?
    /// The shares of earlier quarters, oldest first; drawn as small muted dots.
    public let earlier: [Double?]

    /// Makes a row.
    public init(label: String, now: Double?, earlier: [Double?] = []) {
      self.label = label
      self.now = now
      self.earlier = earlier
    }
  }

  /// The rows, in declared order.
  public let rows: [Row]
  /// The share below which an attribute is not reported.
  public let rule: Double
  /// What the axis measures.
  public let axisTitle: String
  /// The name of now, for example `2025Q3`.
  public let nowLabel: String
  /// How values are printed.
  public let style: NumberStyle
  /// The locale's number format.
  public let format: NumberFormat

  /// Makes a chart.
  public init(
    rows: [Row], rule: Double = 0.6, axisTitle: String = "Share of people who declared",
    nowLabel: String, style: NumberStyle = .percent(0), format: NumberFormat = NumberFormat()
  ) {
    self.rows = rows
    self.rule = rule
    self.axisTitle = axisTitle
    self.nowLabel = nowLabel
    self.style = style
    self.format = format
  }
}
