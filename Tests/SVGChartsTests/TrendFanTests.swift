import Foundation
import SVGCharts
import Testing

@Suite("Range of paths in a trend chart")
struct TrendFanTests {
  private static let alternative = Alternative(title: "t", description: "d")

  @Test("quarters to come are shaded, and the line is dashed there")
  func drawn() {
    let svg = SampleCharts.trendFan.svg(prefix: "f", alternative: Self.alternative, theme: .inline)
    #expect(svg.contains("<polygon"))
    #expect(svg.contains(">Nine in ten paths</text>"))
    // Markers stand at the four quarters known and nowhere after.
    #expect(svg.components(separatedBy: "<circle").count - 1 <= 6)
    let plain = SampleCharts.trendMultiple.svg(
      prefix: "f", alternative: Self.alternative, theme: .inline)
    #expect(!plain.contains("<polygon"))
  }

  @Test("the words give the range at the end")
  func words() {
    #expect(
      SampleCharts.trendFan.summary.contains("Nine in ten paths: 41.4% – 44.8% in 2026Q3"))
  }

  @Test("a range that is not shown is left out")
  func hidden() {
    let chart = TrendChart(
      quarters: ["2025Q3", "2025Q4"], series: [.init(label: "Women", values: [0.4, nil])],
      axisTitle: "Share", fan: .init(label: "Range", lower: [nil, nil], upper: [nil, nil]))
    let svg = chart.svg(prefix: "f", alternative: Self.alternative, theme: .inline)
    #expect(!svg.contains("<polygon") && !svg.contains("nan"))
  }
}
