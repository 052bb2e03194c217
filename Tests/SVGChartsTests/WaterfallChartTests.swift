import Foundation
import SVGCharts
import Testing

@Suite("Waterfall chart")
struct WaterfallChartTests {
  @Test("the closing value is the opening value plus every step")
  func sums() {
    #expect(SampleCharts.bridge.end == 1_204 + 188 + 21 - 142 - 9)
    #expect(SampleCharts.bridge.summary.contains("People, 30 September 2025: 1,262."))
  }

  @Test("steps are printed with their signs")
  func signs() {
    let svg = SampleCharts.bridge.svg(
      prefix: "b", alternative: Alternative(title: "t", description: "d"), theme: .inline)
    #expect(svg.contains(">+188</text>"))
    #expect(svg.contains(">\u{2212}142</text>"))
  }

  @Test("steps that change what is recorded have a pattern and a key of their own")
  func recording() {
    let alternative = Alternative(title: "t", description: "d")
    let svg = SampleCharts.attribution.svg(prefix: "b", alternative: alternative, theme: .inline)
    #expect(svg.contains("id=\"b-p3\""))
    #expect(svg.contains(">Changes what is recorded, not who works here</text>"))
    #expect(
      SampleCharts.attribution.summary.hasSuffix(
        "Changes what is recorded, not who works here: New self-identification."))
    let plain = SampleCharts.bridge.svg(prefix: "b", alternative: alternative, theme: .inline)
    #expect(!plain.contains("id=\"b-p3\""))
  }

  @Test("rows keep the order they are given in")
  func order() {
    let svg = SampleCharts.bridge.svg(
      prefix: "b", alternative: Alternative(title: "t", description: "d"), theme: .inline)
    let places = ["Hires", "Transfers in", "Exits", "Transfers out"].compactMap {
      svg.range(of: ">\($0)<")?.lowerBound
    }
    #expect(places.count == 4)
    #expect(places == places.sorted())
  }
}
