import Foundation
import Testing

@testable import SVGCharts

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Chart contract")
struct ChartContractTests {
  private static let alternative = Alternative(
    title: "A <finding> & more", description: "\"Described\"")

  /// Every sample in both widths and both themes.
  private static func drawn() -> [(name: String, svg: String, theme: Theme)] {
    SampleCharts.all.flatMap { name, chart in
      [Theme.inline, .standalone].flatMap { theme in
        [Drawing.wide, Drawing.narrow].map { width in
          (
            "\(name) \(theme) \(width)",
            chart.svg(prefix: name, alternative: alternative, theme: theme, width: width), theme
          )
        }
      }
    }
  }

  @Test("well-formed, with allowed elements and attributes only")
  func elements() {
    for (name, svg, _) in Self.drawn() {
      let reader = ElementReader()
      let parser = XMLParser(data: Data(svg.utf8))
      parser.delegate = reader
      #expect(parser.parse(), "\(name)")
      #expect(
        reader.elements.isSubset(of: [
          "svg", "title", "desc", "defs", "pattern", "path", "rect", "line", "polyline", "polygon",
          "circle", "text",
        ]), "\(name) \(reader.elements)")
      #expect(
        reader.attributes.isDisjoint(with: ["style", "href", "xlink:href", "onload", "src"]),
        "\(name)")
      #expect(reader.identifiers.count == Set(reader.identifiers).count, "\(name)")
    }
  }

  @Test("named, described, scalable")
  func name() {
    for (name, svg, theme) in Self.drawn() {
      let prefix = name.split(separator: " ")[0]
      let head = svg.prefix { $0 != ">" }
      #expect(head.contains("role=\"img\""), "\(name)")
      #expect(head.contains("aria-labelledby=\"\(prefix)-t \(prefix)-d\""), "\(name)")
      #expect(head.contains("viewBox=\""), "\(name)")
      #expect(!head.contains(" height=") && !head.contains(" width="), "\(name)")
      #expect(
        svg.contains("<title id=\"\(prefix)-t\">A &lt;finding&gt; &amp; more</title>"), "\(name)")
      #expect(svg.contains("<desc id=\"\(prefix)-d\">&quot;Described&quot;</desc>"), "\(name)")
      let outside = svg.replacingOccurrences(of: "http://www.w3.org/2000/svg", with: "")
      #expect(!outside.contains("http"), "\(name)")
      let colors = svg.contains("=\"#")
      #expect(colors == (theme == .standalone), "\(name)")
    }
  }

  @Test("no text under 12 pixels")
  func size() {
    for (name, chart) in SampleCharts.all {
      for width in [Drawing.wide, Drawing.narrow] {
        for mark in chart.drawing(width: width).marks {
          if case .text(_, _, let style) = mark { #expect(style.size >= 12, "\(name)") }
        }
      }
    }
  }

  @Test(
    "texts neither touch nor leave the drawing",
    arguments: [Drawing.wide, 500, 400, Drawing.narrow])
  func overlap(width: Double) {
    for (name, chart) in SampleCharts.all {
      let drawing = chart.drawing(width: width)
      let texts = drawing.marks.compactMap { mark -> (String, Box)? in
        guard case .text(let text, let place, let style) = mark else { return nil }
        return (text, TextMeasure.box(text, at: place, style))
      }
      for (index, first) in texts.enumerated() {
        let box = first.1
        #expect(
          box.x >= -1 && box.x + box.width <= width + 1 && box.y >= -1
            && box.y + box.height <= drawing.height + 1, "\(name) at \(width): \(first)")
        for second in texts[(index + 1)...] {
          #expect(
            !first.1.overlaps(second.1), "\(name) at \(width): \(first.0) on \(second.0)")
        }
      }
    }
  }

  @Test("text on a bar stands on a plate", arguments: [Drawing.wide, Drawing.narrow])
  func plates(width: Double) {
    for (name, chart) in SampleCharts.all {
      var filled: [Box] = []
      for mark in chart.drawing(width: width).marks {
        switch mark {
        case .rectangle(let box, .surface):
          filled.removeAll { $0.overlaps(box) }
        case .rectangle(let box, .series), .rectangle(let box, .patterned),
          .rectangle(let box, .context), .rectangle(let box, .hidden):
          filled.append(box)
        case .text(let text, let place, let style):
          let box = TextMeasure.box(text, at: place, style)
          #expect(!filled.contains { $0.overlaps(box) }, "\(name) at \(width): \(text)")
        default: break
        }
      }
    }
  }

  @Test("hidden values are drawn as [c] and said to be not shown")
  func hidden() {
    for name in [
      "ratios", "shares", "pyramid", "bars", "trend", "quarters", "declaration", "heat",
      "survival-hidden",
    ] {
      let chart = SampleCharts.all.first { $0.name == name }?.chart
      let svg =
        chart?.svg(prefix: name, alternative: Self.alternative, theme: .inline) ?? ""
      #expect(svg.contains(">[c]</text>"), "\(name)")
    }
    #expect(SampleCharts.ratios.summary.contains("Started: not shown"))
  }

  @Test("a label too long for the drawing is whole in the summary")
  func fullLabels() {
    #expect(
      SampleCharts.manyRatios.summary.contains(
        "Department of Something Rather Long-windedly Named and Numbered 14"))
  }

  @Test("labels cannot leave their text")
  func hostile() {
    let chart = BarChart(
      rows: [.init(label: "</text><script>alert(1)</script>", value: 1)],
      axisTitle: "\" onload=\"x", style: .number(0))
    let svg = chart.svg(
      prefix: "a\"><script>", alternative: Alternative(title: "<x>", description: "</desc>"),
      theme: .inline)
    #expect(!svg.contains("<script"))
    #expect(!svg.contains("onload=\""))
    #expect(svg.hasPrefix("<svg class=\"chart\" role=\"img\" aria-labelledby=\"a---script--t"))
  }

  @Test("empty charts are drawn without harm")
  func empty() {
    let charts: [any Chart] = [
      DotWhiskerChart(rows: [], axisTitle: "", parity: 1, scale: .logarithmic, style: .ratio),
      ShareDotChart(groups: [], rows: [], axisTitle: "", nowLabel: ""),
      PyramidChart(left: "", right: "", rows: [], axisTitle: ""),
      BarChart(rows: [], axisTitle: "", style: .ratio),
      TrendChart(quarters: [], series: [], axisTitle: ""),
      SurvivalStepsChart(ends: [], series: [], axisTitle: "", timeTitle: ""),
      SurvivalStepsChart(
        ends: [1], series: [.init(label: "Women", points: [nil])], axisTitle: "", timeTitle: ""),
      LorenzCurveChart(series: [], axisTitle: "", peopleTitle: "", equality: ""),
      StackedBarChart(parts: [], bars: [], axisTitle: ""),
      WaterfallChart(startLabel: "", start: 0, steps: [], endLabel: "", axisTitle: ""),
      DeclarationChart(rows: [], nowLabel: ""),
      HeatGridChart(rows: [], columns: [], values: [], axisTitle: "", style: .ratio),
      TrendChart(
        quarters: ["2025Q3"], series: [.init(label: "Women", values: [nil])], axisTitle: "Share"),
      BarChart(rows: [.init(label: "x", value: nil)], axisTitle: "", style: .ratio),
      DotWhiskerChart(
        rows: [.init(label: "x", value: .infinity, lower: 0, upper: .infinity)], axisTitle: "",
        parity: 1, scale: .logarithmic, style: .ratio),
    ]
    for chart in charts {
      for width in [Drawing.wide, Drawing.narrow] {
        let drawing = chart.drawing(width: width)
        #expect(drawing.height.isFinite && drawing.height >= 0)
        let svg = chart.svg(
          prefix: "e", alternative: Self.alternative, theme: .standalone, width: width)
        #expect(!svg.contains("nan") && !svg.contains("inf\""))
      }
    }
  }
}

/// Collects what an SVG is made of.
private final class ElementReader: NSObject, XMLParserDelegate {
  var elements: Set<String> = []
  var attributes: Set<String> = []
  var identifiers: [String] = []

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?, attributes attributeDict: [String: String] = [:]
  ) {
    elements.insert(elementName)
    attributes.formUnion(attributeDict.keys)
    if let id = attributeDict["id"] { identifiers.append(id) }
  }
}
