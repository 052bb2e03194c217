import Testing

@testable import SVGCharts

@Suite("Funnel plots")
struct FunnelPlotChartTests {
  private static func marks(_ chart: FunnelPlotChart) -> [Mark] {
    chart.drawing(width: Drawing.wide).marks
  }

  @Test("one point is drawn beside the legend's, and none where there is no own organisation")
  func onePoint() {
    func points(_ chart: FunnelPlotChart) -> Int {
      Self.marks(chart).count { if case .marker(_, _, _, _) = $0 { true } else { false } }
    }
    #expect(points(SampleCharts.funnelPlot) == 2)
    #expect(points(SampleCharts.funnelPlotAlone) == 0)
  }

  @Test("the limits narrow with size about the mean, the inner within the outer")
  func narrowing() throws {
    let marks = Self.marks(SampleCharts.funnelPlot)
    let paths = marks.compactMap { mark -> [Place]? in
      if case .path(let places, let stroke) = mark, stroke.isDashed { places } else { nil }
    }
    #expect(paths.count == 2)
    let gaps = zip(paths[0], paths[1]).map { abs($0.y - $1.y) }
    #expect(gaps == gaps.sorted(by: >))
    let band = try #require(
      marks.compactMap { mark -> [Place]? in
        if case .polygon(let places, .band) = mark { places } else { nil }
      }.first)
    #expect(band.count == 14)
    #expect((band.map(\.y).min() ?? 0) > (paths.flatMap { $0 }.map(\.y).min() ?? 0))
  }

  @Test("the summary says what is drawn")
  func summary() {
    #expect(
      SampleCharts.funnelPlot.summary.hasPrefix(
        "Funnel of limits that narrow with size. Share of women, by: People counted"))
    #expect(SampleCharts.funnelPlot.summary.contains("Mean of organisations: 42.0%."))
    #expect(SampleCharts.funnelPlot.summary.hasSuffix("Example Health: 33.7% at 1,600."))
    #expect(!SampleCharts.funnelPlotAlone.summary.contains("Example"))
  }
}
