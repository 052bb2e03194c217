import Testing

@testable import SVGCharts

@Suite("Lorenz curves")
struct LorenzCurveChartTests {
  private static func curves(_ chart: LorenzCurveChart) -> [[Place]] {
    chart.drawing(width: Drawing.wide).marks.compactMap { mark in
      if case .path(let places, _) = mark { places } else { nil }
    }
  }

  @Test("the plot is square, curves start at nobody and end at everybody")
  func square() throws {
    let curves = Self.curves(SampleCharts.lorenz)
    #expect(curves.map(\.count) == [6, 6])
    for curve in curves {
      let first = try #require(curve.first)
      let last = try #require(curve.last)
      #expect(abs((last.x - first.x) - (first.y - last.y)) < 1e-9)
      for (before, after) in zip(curve, curve.dropFirst()) {
        #expect(after.x > before.x && after.y < before.y)
      }
    }
  }

  @Test("curves lie under the diagonal by what they hold less than their share")
  func places() throws {
    let curve = try #require(Self.curves(SampleCharts.lorenz).last)
    let side = curve[5].x - curve[0].x
    #expect(abs((curve[1].x - curve[0].x) / side - 0.2) < 1e-9)
    #expect(abs((curve[0].y - curve[1].y) / side - 0.08) < 1e-9)
  }

  @Test("curves are told apart without colour and one of them is shaded")
  func withoutColour() {
    let marks = SampleCharts.lorenz.drawing(width: Drawing.wide).marks
    let strokes = marks.compactMap { mark -> Stroke? in
      if case .path(_, let stroke) = mark { stroke } else { nil }
    }
    #expect(strokes.map(\.isDashed) == [true, false])
    #expect(marks.count { if case .polygon(_, .band) = $0 { true } else { false } } == 1)
  }

  @Test("a curve stops where a value is not shown, and the chart says so")
  func hidden() {
    #expect(Self.curves(SampleCharts.lorenzHidden).map(\.count) == [2])
    #expect(
      SampleCharts.lorenzHidden.summary.hasSuffix(
        "Women: 10% at 30%, then not shown. Men: not shown."))
    let marks = SampleCharts.lorenzHidden.drawing(width: Drawing.narrow).marks
    #expect(marks.contains { if case .text("[c]", _, _) = $0 { true } else { false } })
  }
}
