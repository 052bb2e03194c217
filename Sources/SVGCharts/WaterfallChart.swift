/// A bridge from an opening value to a closing value, which is the opening plus every step.
///
/// The closing value is computed, so the bridge always sums. A caller that must hide a step merges
/// it with another before it gets here.
public struct WaterfallChart: Chart {
  /// One step of the bridge.
  public struct Step: Hashable, Sendable {
    /// The step's label.
    public let label: String
    /// What the step adds; negative where it takes away.
    public let change: Double
    /// Whether the step changes what is recorded rather than what is; it has a pattern of its own.
    public let isRecording: Bool

    /// Makes a step.
    public init(label: String, change: Double, isRecording: Bool = false) {
      self.label = label
      self.change = change
      self.isRecording = isRecording
    }
  }

  /// The label of the opening bar.
  public let startLabel: String
  /// The opening value.
  public let start: Double
  /// The steps, in order.
  public let steps: [Step]
  /// The label of the closing bar.
  public let endLabel: String
  /// What the axis measures.
  public let axisTitle: String
  /// How the opening and closing values are printed.
  public let style: NumberStyle
  /// How the steps are printed; signed.
  public let changeStyle: NumberStyle
  /// What the key says of steps that change what is recorded.
  public let recordingLabel: String?
  /// The locale's number format.
  public let format: NumberFormat

  /// The closing value: the opening value plus every step.
  public var end: Double { steps.reduce(start) { $0 + $1.change } }

  /// Makes a chart.
  public init(
    startLabel: String, start: Double, steps: [Step], endLabel: String, axisTitle: String,
    style: NumberStyle = .people, changeStyle: NumberStyle = .signedPeople,
    recordingLabel: String? = nil, format: NumberFormat = NumberFormat()
  ) {
    self.startLabel = startLabel
    self.start = start
    self.steps = steps
    self.endLabel = endLabel
    self.axisTitle = axisTitle
    self.style = style
    self.changeStyle = changeStyle
    self.recordingLabel = recordingLabel
    self.format = format
  }
}
