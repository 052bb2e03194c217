import TestSupport
import Testing

@testable import SVGCharts

/// Charts of random data: whatever the labels and values, texts keep apart.
@Suite("Chart layout")
struct ChartLayoutTests {
  private static let words = [
    "Women", "Research", "and", "development", "Asian", "or", "Pacific", "Islander", "n", "=",
    "engineering/architecture", "W", "Verwaltungsangestellte", "女性", "mmmmmmmm", "Band", "8-9",
  ]

  /// What no one would call a group, and what a spreadsheet may hold all the same.
  private static let hostile = [
    "", " ", String(repeating: "W", count: 300), String(repeating: "long ", count: 2_000),
    "a/b-c/d-e/f-g/h-i/j-k/l-m/n-o/p-q/r-s/t-u/v-w/x-y/z-aa/bb-cc/dd-ee/ff-gg/hh-ii/jj",
    "\u{202E}gnirts desrever", "e\u{301}\u{302}\u{303}\u{304}",
    "👩\u{200D}⚕️👩\u{200D}⚕️👩\u{200D}⚕️ 🏥🏥🏥",
    "زن\u{200C}ها و مردان", "line\nbreak\ttab", "</text><script>", "𝕎𝕎𝕎𝕎𝕎𝕎𝕎𝕎𝕎𝕎𝕎𝕎𝕎𝕎𝕎𝕎𝕎𝕎",
    "﷽﷽﷽﷽﷽﷽", String(repeating: "m-", count: 200), String(repeating: "…", count: 60),
  ]

  private static func label(_ generator: inout SeededGenerator) -> String {
    if Int.random(in: 0..<6, using: &generator) == 0 {
      return hostile.randomElement(using: &generator) ?? ""
    }
    let count = Int.random(in: 1...6, using: &generator)
    return (0..<count).map { _ in words.randomElement(using: &generator) ?? "x" }
      .joined(separator: " ")
  }

  private static func value(_ range: ClosedRange<Double>, _ generator: inout SeededGenerator)
    -> Double?
  {
    Int.random(in: 0..<8, using: &generator) == 0
      ? nil : Double.random(in: range, using: &generator)
  }

  private static func charts(_ seed: UInt64) -> [any Chart] {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...14, using: &generator)
    let labels = (0..<count).map { _ in label(&generator) }
    let ratios = labels.map { label -> DotWhiskerChart.Row in
      let value = value(0.02...9, &generator)
      let spread = Double.random(in: 1.05...4, using: &generator)
      return .init(
        label: label, detail: Self.label(&generator), value: value,
        lower: value.map { $0 / spread }, upper: value.map { $0 * spread },
        verdict: VerdictGlyph.allCases.randomElement(using: &generator))
    }
    let gaps = labels.map { label -> DotWhiskerChart.Row in
      let value = value(-0.4...0.6, &generator)
      return .init(
        label: label, value: value, lower: value.map { $0 - 0.1 }, upper: value.map { $0 + 0.2 })
    }
    let shares = labels.map { label in
      ShareDotChart.Row(
        label: label, detail: Self.label(&generator),
        points: (0..<3).map { _ in
          .init(now: value(0...1, &generator), before: value(0...1, &generator))
        })
    }
    let bars = labels.map { label -> BarChart.Row in
      let value = value(-20...90, &generator)
      return .init(
        label: label, base: Self.label(&generator), value: value, lower: value.map { $0 - 4 },
        upper: value.map { $0 + 9 })
    }
    let quarters = (0..<count).map { "20\(15 + $0 / 4)Q\($0 % 4 + 1)" }
    let series = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
      TrendChart.Series(
        label: Self.label(&generator), values: quarters.map { _ in value(0.4...0.45, &generator) })
    }
    let groups = (0..<3).map { _ in Self.label(&generator) }
    let stacks = labels.map { label in
      StackedBarChart.Bar(
        label: label, base: Self.label(&generator),
        shares: (0..<3).map { _ in value(0...0.33, &generator) })
    }
    let steps = labels.map {
      WaterfallChart.Step(
        label: $0, change: Double.random(in: -90...90, using: &generator).rounded())
    }
    return [
      DotWhiskerChart(
        rows: ratios, axisTitle: label(&generator), parity: 1, band: 0.8...1.25,
        scale: .logarithmic, below: label(&generator), above: label(&generator), style: .ratio),
      DotWhiskerChart(
        rows: gaps, axisTitle: label(&generator), parity: 0, band: -0.05...0.05, scale: .linear,
        below: label(&generator), above: label(&generator), style: .signedPercent(1)),
      ShareDotChart(
        groups: groups, rows: shares, axisTitle: label(&generator), nowLabel: "2025Q3",
        beforeLabel: "2024Q3"),
      PyramidChart(
        left: label(&generator), right: label(&generator),
        rows: labels.map {
          .init(
            label: $0, left: value(0...1, &generator), right: value(0...1, &generator),
            base: "n = 1,204")
        }, axisTitle: label(&generator), style: .percent(1)),
      BarChart(
        rows: bars, axisTitle: label(&generator),
        benchmark: .init(label: label(&generator), value: 30), style: .number(1)),
      TrendChart(
        quarters: quarters, series: series, axisTitle: label(&generator),
        target: .init(label: label(&generator), values: quarters.map { _ in 0.43 }),
        breaks: [2]),
      StackedBarChart(parts: groups, bars: stacks, axisTitle: label(&generator)),
      WaterfallChart(
        startLabel: label(&generator), start: 1_204, steps: steps, endLabel: label(&generator),
        axisTitle: label(&generator)),
      DeclarationChart(
        rows: labels.map { .init(label: $0, now: value(0...1, &generator)) }, nowLabel: "2025Q3"),
      survival(groups, count, &generator), lorenz(groups, &generator), funnel(&generator),
      HeatGridChart(
        rows: groups, columns: Array(labels.prefix(6)),
        values: groups.map { _ in labels.prefix(6).map { _ in value(0...1, &generator) } },
        axisTitle: label(&generator), style: .percent(1)),
    ]
  }

  private static func survival(
    _ groups: [String], _ count: Int, _ generator: inout SeededGenerator
  ) -> SurvivalStepsChart {
    var series: [SurvivalStepsChart.Series] = []
    for group in groups {
      var left = 1.0
      var points: [SurvivalStepsChart.Point?] = []
      for _ in 0..<count {
        left *= Double.random(in: 0.7...1, using: &generator)
        let isShown = value(0...1, &generator) != nil
        points.append(
          isShown ? .init(value: left, lower: left * 0.8, upper: min(1, left * 1.1)) : nil)
      }
      series.append(.init(label: group, points: points))
    }
    return SurvivalStepsChart(
      ends: Array(1...count), series: series, axisTitle: label(&generator),
      timeTitle: label(&generator))
  }

  private static func funnel(_ generator: inout SeededGenerator) -> FunnelPlotChart {
    let mean = Double.random(in: 0.01...0.99, using: &generator)
    return FunnelPlotChart(
      mean: mean,
      sizes: [10, 90, 900, 40_000].map { size in
        let reach = 1 / Double(size).squareRoot()
        return .init(
          people: size, inner: max(0, mean - reach)...min(1, mean + reach),
          outer: max(0, mean - 2 * reach)...min(1, mean + 2 * reach))
      },
      own: .init(
        label: label(&generator), people: Int.random(in: 10...40_000, using: &generator),
        share: Double.random(in: 0...1, using: &generator)),
      key: .init(
        mean: label(&generator), inner: label(&generator), outer: label(&generator)),
      axisTitle: label(&generator), peopleTitle: label(&generator))
  }

  private static func lorenz(
    _ groups: [String], _ generator: inout SeededGenerator
  ) -> LorenzCurveChart {
    var series: [LorenzCurveChart.Series] = []
    for group in groups {
      var points: [LorenzCurveChart.Point?] = []
      for step in [0.2, 0.4, 0.6, 0.8, 1] {
        let isShown = value(0...1, &generator) != nil
        points.append(isShown ? .init(people: step, share: step * step) : nil)
      }
      series.append(.init(label: group, points: points))
    }
    return LorenzCurveChart(
      series: series, axisTitle: label(&generator), peopleTitle: label(&generator),
      equality: label(&generator))
  }

  @Test(
    "texts neither touch nor leave the drawing",
    arguments: UInt64(1)...(ThoroughTier.isOn ? 2_000 : 60))
  func overlap(seed: UInt64) {
    for chart in Self.charts(seed) {
      for width in [Drawing.wide, 480, Drawing.narrow] {
        let drawing = chart.drawing(width: width)
        let texts = drawing.marks.compactMap { mark -> (String, Box)? in
          guard case .text(let text, let place, let style) = mark else { return nil }
          return (text, TextMeasure.box(text, at: place, style))
        }
        var clashes: [String] = []
        for (index, first) in texts.enumerated() {
          let box = first.1
          if box.x < -1 || box.x + box.width > width + 1 || box.y < -1
            || box.y + box.height > drawing.height + 1
          {
            clashes.append("\(first.0) leaves")
          }
          for second in texts[(index + 1)...] where box.overlaps(second.1) {
            clashes.append("\(first.0) on \(second.0)")
          }
        }
        #expect(clashes.isEmpty, "\(type(of: chart)) \(seed) \(width): \(clashes.prefix(3))")
      }
    }
  }
}
