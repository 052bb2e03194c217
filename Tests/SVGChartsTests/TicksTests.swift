import TestSupport
import Testing

@testable import SVGCharts

@Suite("Ticks")
struct TicksTests {
  @Test("round steps that enclose the range")
  func linear() {
    #expect(Ticks.linear(0...1, count: 5) == [0, 0.2, 0.4, 0.6, 0.8, 1])
    #expect(Ticks.linear(0...0.634, count: 4) == [0, 0.2, 0.4, 0.6, 0.8])
    #expect(Ticks.linear(-0.03...0.27, count: 3) == [-0.1, 0, 0.1, 0.2, 0.3])
    #expect(Ticks.linear(0...1_415, count: 4) == [0, 500, 1_000, 1_500])
    #expect(Ticks.linear(0.29...0.38, count: 4) == [0.275, 0.3, 0.325, 0.35, 0.375, 0.4])
  }

  @Test("any range is enclosed by few ticks")
  func property() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let low = Double.random(in: -1e4...1e4, using: &generator)
      let span = Double.random(in: 1e-4...1e4, using: &generator)
      let ticks = Ticks.linear(low...(low + span), count: 5)
      #expect((ticks.first ?? .infinity) <= low + span * 1e-6)
      #expect((ticks.last ?? -.infinity) >= low + span * (1 - 1e-6))
      #expect((2...9).contains(ticks.count), "\(low) \(span) \(ticks)")
    }
  }

  @Test("ratios on a logarithmic axis")
  func logarithmic() {
    #expect(
      Ticks.logarithmic(0.39...2) == [0.4, 0.5, 0.6, 0.8, 1, 1.25, 1.5, 2])
  }

  @Test("preferred labels win their place")
  func spaced() {
    let kept = Ticks.spaced([0, 1, 2, 3, 4], preferring: [3], gap: 0) { ($0 * 10, 15) }
    #expect(kept == [0, 3])
  }
}

@Suite("Text measure")
struct TextMeasureTests {
  private let style = TextStyle(10)

  @Test("the table is wider than common sans-serif fonts")
  func conservative() {
    // Advance widths of Helvetica, in thousandths: W 944, o 556, m 833, e 556, n 556.
    #expect(TextMeasure.width("Women", style) >= (944 + 556 + 833 + 556 + 556) / 100)
    #expect(TextMeasure.width("1,204", style) >= (4 * 556 + 278) / 100)
  }

  @Test("text wraps at spaces and hyphens and ends in an ellipsis")
  func wrap() {
    let width = TextMeasure.width("Research and", style) + 1
    #expect(
      TextMeasure.wrap("Research and development", style, to: width, lines: 2)
        == ["Research and", "development"])
    let short = TextMeasure.wrap("Research and development of all", style, to: width, lines: 1)
    #expect(short.count == 1)
    #expect(short.first?.hasSuffix("…") == true)
    for line in TextMeasure.wrap(
      String(repeating: "x", count: 10_000), style, to: width, lines: 3)
    {
      #expect(TextMeasure.width(line, style) <= width)
    }
    #expect(TextMeasure.wrap("", style, to: 10, lines: 2).isEmpty)
  }
}
