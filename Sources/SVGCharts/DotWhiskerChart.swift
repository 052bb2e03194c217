/// Estimates with their intervals against parity and a practical band, one row each.
///
/// Rows keep the order they are given in. A row without a value is drawn as [c].
public struct DotWhiskerChart: Chart {
  /// One estimate.
  public struct Row: Hashable, Sendable {
    /// The group, stage or level.
    public let label: String
    /// A second, muted line under the label, for example `128 of 640 against 212 of 858`.
    public let detail: String?
    /// The estimate; `nil` where it is not shown.
    public let value: Double?
    /// The lower limit of the interval; may be infinite or, on a logarithmic axis, zero.
    public let lower: Double?
    /// The upper limit of the interval; may be infinite.
    public let upper: Double?
    /// The verdict's glyph, drawn beside the printed value.
    public let verdict: VerdictGlyph?

    /// Makes a row.
    public init(
      label: String, detail: String? = nil, value: Double?, lower: Double? = nil,
      upper: Double? = nil, verdict: VerdictGlyph? = nil
    ) {
      self.label = label
      self.detail = detail
      self.value = value
      self.lower = lower
      self.upper = upper
      self.verdict = verdict
    }
  }

  /// The spacing of the axis.
  public enum Scale: Hashable, Sendable {
    /// Equal differences are equally long.
    case linear
    /// Equal ratios are equally long.
    case logarithmic
  }

  /// The rows, top first.
  public let rows: [Row]
  /// What the axis measures, for example `Ratio of appointment rates, women / men`.
  public let axisTitle: String
  /// The value that means no gap.
  public let parity: Double
  /// The values too close to parity to matter in practice.
  public let band: ClosedRange<Double>?
  /// The spacing of the axis.
  public let scale: Scale
  /// Words under the axis on the side below parity, for example `women less likely`.
  public let below: String?
  /// Words under the axis on the side above parity.
  public let above: String?
  /// How values are printed.
  public let style: NumberStyle
  /// The locale's number format.
  public let format: NumberFormat

  /// Makes a chart.
  public init(
    rows: [Row], axisTitle: String, parity: Double, band: ClosedRange<Double>? = nil,
    scale: Scale, below: String? = nil, above: String? = nil, style: NumberStyle,
    format: NumberFormat = NumberFormat()
  ) {
    self.rows = rows
    self.axisTitle = axisTitle
    self.parity = parity
    self.band = band
    self.scale = scale
    self.below = below
    self.above = above
    self.style = style
    self.format = format
  }
}
