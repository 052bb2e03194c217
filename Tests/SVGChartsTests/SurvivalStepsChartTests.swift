import Testing

@testable import SVGCharts

@Suite("Survival steps")
struct SurvivalStepsChartTests {
  @Test("the lines are told apart without colour: solid and shaded, dashed and outlined")
  func withoutColour() {
    let marks = SampleCharts.survival.drawing(width: Drawing.wide).marks
    let paths = marks.compactMap { mark -> Stroke? in
      if case .path(_, let stroke) = mark { stroke } else { nil }
    }
    #expect(paths.contains { $0.color == .series(0) && !$0.isDashed })
    #expect(paths.contains { $0.color == .series(1) && $0.isDashed })
    #expect(paths.count { $0.color == .muted && $0.isDashed } == 2)
    #expect(marks.count { if case .polygon(_, .band) = $0 { true } else { false } } == 1)
    let shapes = Set(
      marks.compactMap { mark -> MarkerShape? in
        if case .marker(let shape, _, _, _) = mark { shape } else { nil }
      })
    #expect(shapes.isSuperset(of: [.circle, .square]))
  }

  @Test("a line starts at everyone, never rises, and stops where a value is not shown")
  func steps() throws {
    let chart = SurvivalStepsChart(
      ends: [1, 2, 5],
      series: [
        .init(label: "Women", points: [.init(value: 0.9), .init(value: 0.7), nil]),
        .init(label: "Men", points: [.init(value: 0.8), nil, .init(value: 0.5)]),
      ], axisTitle: "Share", timeTitle: "Years")
    let marks = chart.drawing(width: Drawing.wide).marks
    let lines = marks.compactMap { mark -> [Place]? in
      if case .path(let points, let stroke) = mark, stroke.width > 1 { points } else { nil }
    }
    // Drawn from the last to the first.
    #expect(lines.map(\.count) == [3, 5])
    for line in lines {
      for (before, after) in zip(line, line.dropFirst()) {
        #expect(after.x >= before.x && after.y >= before.y)
        #expect(after.x == before.x || after.y == before.y)
      }
    }
    #expect(
      chart.summary
        == "Falling steps. Share, by Years. Women: 90% at 1, 70% at 2, then not shown. "
        + "Men: 80% at 1, then not shown.")
    #expect(
      marks.contains { if case .text("[c]", _, _) = $0 { true } else { false } })
  }

  @Test("the whole drawing, byte for byte")
  func golden() {
    let chart = SurvivalStepsChart(
      ends: [1, 2],
      series: [
        .init(
          label: "Women",
          points: [
            .init(value: 0.75, lower: 0.5, upper: 1), .init(value: 0.5, lower: 0.25, upper: 0.75),
          ]),
        .init(label: "Men", points: [.init(value: 0.875), .init(value: 0.625)]),
      ], axisTitle: "Share still there", timeTitle: "Years of service")
    let svg = chart.svg(
      prefix: "s", alternative: Alternative(title: "Finding", description: chart.summary),
      theme: .standalone, width: 320)
    #expect(svg == Self.golden)
  }

  private static let golden = """
    <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="s-t s-d" viewBox="-16 -16 352 297" font-family="system-ui, -apple-system, &quot;Segoe UI&quot;, Roboto, &quot;Helvetica Neue&quot;, Arial, sans-serif">
    <title id="s-t">Finding</title>
    <desc id="s-d">Falling steps. Share still there, by Years of service. Women: 75% at 1, 50% at 2. Men: 88% at 1, 63% at 2.</desc>
    <rect x="-16" y="-16" width="352" height="297" fill="#FFFFFF"/>
    <text x="0" y="12" font-size="12" fill="#4A5058">Share still there</text>
    <circle cx="6" cy="28.5" r="5" fill="#1F41A1"/>
    <text x="20" y="33" font-size="13" fill="#14181D">Women</text>
    <polygon points="91.24,24 100.24,24 100.24,33 91.24,33" fill="#DE712E"/>
    <text x="109.74" y="33" font-size="13" fill="#14181D">Men</text>
    <polygon points="54.34,51 152.97,51 152.97,51 251.6,51 251.6,93.5 251.6,178.5 251.6,136 152.97,136 152.97,51 54.34,51" fill="#EEF1F5"/>
    <line x1="48.34" y1="221" x2="257.6" y2="221" fill="none" stroke="#9AA1AA"/>
    <text x="38.34" y="225" font-size="12" text-anchor="end" fill="#4A5058">0%</text>
    <line x1="48.34" y1="178.5" x2="257.6" y2="178.5" fill="none" stroke="#E3E6EA"/>
    <text x="38.34" y="182.5" font-size="12" text-anchor="end" fill="#4A5058">25%</text>
    <line x1="48.34" y1="136" x2="257.6" y2="136" fill="none" stroke="#E3E6EA"/>
    <text x="38.34" y="140" font-size="12" text-anchor="end" fill="#4A5058">50%</text>
    <line x1="48.34" y1="93.5" x2="257.6" y2="93.5" fill="none" stroke="#E3E6EA"/>
    <text x="38.34" y="97.5" font-size="12" text-anchor="end" fill="#4A5058">75%</text>
    <line x1="48.34" y1="51" x2="257.6" y2="51" fill="none" stroke="#E3E6EA"/>
    <text x="38.34" y="55" font-size="12" text-anchor="end" fill="#4A5058">100%</text>
    <text x="54.34" y="239" font-size="12" text-anchor="middle" fill="#4A5058">0</text>
    <text x="152.97" y="239" font-size="12" text-anchor="middle" fill="#4A5058">1</text>
    <text x="251.6" y="239" font-size="12" text-anchor="middle" fill="#4A5058">2</text>
    <polyline points="54.34,51 152.97,51 152.97,72.25 251.6,72.25 251.6,114.75" fill="none" stroke="#4A5058" stroke-dasharray="5 4"/>
    <polyline points="54.34,51 152.97,51 152.97,72.25 251.6,72.25 251.6,114.75" fill="none" stroke="#4A5058" stroke-dasharray="5 4"/>
    <polyline points="54.34,51 152.97,51 152.97,72.25 251.6,72.25 251.6,114.75" fill="none" stroke="#DE712E" stroke-width="2.5" stroke-dasharray="5 4"/>
    <polygon points="149.37,68.65 156.57,68.65 156.57,75.85 149.37,75.85" fill="#DE712E"/>
    <polygon points="248,111.15 255.2,111.15 255.2,118.35 248,118.35" fill="#DE712E"/>
    <polyline points="54.34,51 152.97,51 152.97,93.5 251.6,93.5 251.6,136" fill="none" stroke="#1F41A1" stroke-width="2.5"/>
    <circle cx="152.97" cy="93.5" r="4" fill="#1F41A1"/>
    <circle cx="251.6" cy="136" r="4" fill="#1F41A1"/>
    <circle cx="271.6" cy="136" r="4" fill="#1F41A1"/>
    <text x="281.6" y="140.5" font-size="13" font-weight="600" fill="#14181D">50%</text>
    <polygon points="268,111.15 275.2,111.15 275.2,118.35 268,118.35" fill="#DE712E"/>
    <text x="281.6" y="119.25" font-size="13" font-weight="600" fill="#14181D">63%</text>
    <text x="152.97" y="257" font-size="12" text-anchor="middle" fill="#4A5058">Years of service</text>
    </svg>

    """
}
