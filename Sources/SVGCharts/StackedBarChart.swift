/// Horizontal bars of 100 per cent, split into up to six parts with patterns and separators.
public struct StackedBarChart: Chart {
  /// One bar.
  public struct Bar: Hashable, Sendable {
    /// The bar's label.
    public let label: String
    /// A second, muted line under the label.
    public let base: String?
    /// One share per part, between 0 and 1; `nil` where it is not shown.
    ///
    /// Where any share of a bar is not shown, the rest of the bar is one hatched [c] part.
    public let shares: [Double?]

    /// Makes a bar.
    public init(label: String, base: String? = nil, shares: [Double?]) {
      self.label = label
      self.base = base
      self.shares = shares
    }
  }

  /// The parts, in the order they stand in every bar.
  public let parts: [String]
  /// The bars, top first.
  public let bars: [Bar]
  /// What the whole of a bar is, for example `Share of each quarter of pay`.
  public let axisTitle: String
  /// How shares are printed.
  public let style: NumberStyle
  /// The locale's number format.
  public let format: NumberFormat

  /// Makes a chart.
  public init(
    parts: [String], bars: [Bar], axisTitle: String, style: NumberStyle = .percent(0),
    format: NumberFormat = NumberFormat()
  ) {
    self.parts = parts
    self.bars = bars
    self.axisTitle = axisTitle
    self.style = style
    self.format = format
  }
}
