/// A funnel plot: the limits that shares lie within, by how many people an organisation has, and one
/// organisation's own share.
///
/// The horizontal axis is the size, the vertical one the share. The middle line is the mean; the inner
/// limits are shaded, the outer ones dashed; both narrow with size. One point is drawn, the reader's
/// own: others of the pool have no place here.
public struct FunnelPlotChart: Chart {
  /// The limits at one size.
  public struct Size: Hashable, Sendable {
    /// How many people.
    public let people: Int
    /// The inner limits, 0 to 1.
    public let inner: ClosedRange<Double>
    /// The outer limits, 0 to 1, around the inner ones.
    public let outer: ClosedRange<Double>

    /// Makes the limits at a size.
    public init(people: Int, inner: ClosedRange<Double>, outer: ClosedRange<Double>) {
      self.people = people
      self.inner = inner
      self.outer = outer
    }
  }

  /// The reader's own organisation.
  public struct Own: Hashable, Sendable {
    /// The label.
    public let label: String
    /// How many people it has.
    public let people: Int
    /// The share.
    public let share: Double

    /// Makes a point.
    public init(label: String, people: Int, share: Double) {
      self.label = label
      self.people = people
      self.share = share
    }
  }

  /// The words of the legend.
  public struct Key: Hashable, Sendable {
    /// What the middle line is, for example `Mean of organisations`.
    public let mean: String
    /// What the inner limits are, for example `95% limits`.
    public let inner: String
    /// What the outer limits are, for example `99.8% limits`.
    public let outer: String

    /// Makes the words.
    public init(mean: String, inner: String, outer: String) {
      self.mean = mean
      self.inner = inner
      self.outer = outer
    }
  }

  /// The middle line.
  public let mean: Double
  /// The limits by rising size, at least two of them.
  public let sizes: [Size]
  /// The reader's own organisation, where there is one.
  public let own: Own?
  /// The words of the legend.
  public let key: Key
  /// What the vertical axis measures, for example `Share of women`.
  public let axisTitle: String
  /// What the horizontal axis measures, for example `People in an organisation`.
  public let peopleTitle: String
  /// How shares are printed.
  public let style: NumberStyle
  /// The locale's number format.
  public let format: NumberFormat

  /// Makes a chart.
  public init(
    mean: Double, sizes: [Size], own: Own?, key: Key, axisTitle: String, peopleTitle: String,
    style: NumberStyle = .percent(0), format: NumberFormat = NumberFormat()
  ) {
    self.mean = mean
    self.sizes = sizes
    self.own = own
    self.key = key
    self.axisTitle = axisTitle
    self.peopleTitle = peopleTitle
    self.style = style
    self.format = format
  }
}
