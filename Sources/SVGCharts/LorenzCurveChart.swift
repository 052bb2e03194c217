/// A curve of cumulative shares against the diagonal of equality, for one or two populations.
///
/// The horizontal axis orders people (or units) from the least to the most of something; the
/// vertical one says which share of the whole the first of them hold together. The further a curve
/// hangs under the diagonal, the more unequal. The first curve is solid with its distance to the
/// diagonal shaded, the second dashed; every point carries a marker. A curve ends where a value is
/// not shown.
public struct LorenzCurveChart: Chart {
  /// One point after the origin.
  public struct Point: Hashable, Sendable {
    /// The share of people so far, 0 to 1.
    public let people: Double
    /// The share of the whole they hold, 0 to 1.
    public let share: Double

    /// Makes a point.
    public init(people: Double, share: Double) {
      self.people = people
      self.share = share
    }
  }

  /// One curve.
  public struct Series: Hashable, Sendable {
    /// The curve's label.
    public let label: String
    /// Its points after the origin, in rising order; `nil` where one is not shown.
    public let points: [Point?]

    /// Makes a curve.
    public init(label: String, points: [Point?]) {
      self.label = label
      self.points = points
    }
  }

  /// The curves, at most two; further ones are not drawn.
  public let series: [Series]
  /// What the vertical axis measures, for example `Share of all pay`.
  public let axisTitle: String
  /// What the horizontal axis measures, for example `Share of people, lowest paid first`.
  public let peopleTitle: String
  /// What the diagonal means, for example `Equal pay for everyone`.
  public let equality: String
  /// How shares are printed.
  public let style: NumberStyle
  /// The locale's number format.
  public let format: NumberFormat

  /// Makes a chart.
  public init(
    series: [Series], axisTitle: String, peopleTitle: String, equality: String,
    style: NumberStyle = .percent(0), format: NumberFormat = NumberFormat()
  ) {
    self.series = series
    self.axisTitle = axisTitle
    self.peopleTitle = peopleTitle
    self.equality = equality
    self.style = style
    self.format = format
  }
}
