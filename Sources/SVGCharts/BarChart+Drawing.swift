extension BarChart {
  /// The chart in words.
  public var summary: String { axisTitle }

  /// The marks of the chart.
  public func drawing(width: Double) -> Drawing { Drawing(width: width, height: 100, marks: []) }
}
