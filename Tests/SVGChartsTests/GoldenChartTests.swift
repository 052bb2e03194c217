import SVGCharts
import Testing

/// One small chart, byte for byte: a change of the marks or of their text shows here first.
@Suite("Golden chart")
struct GoldenChartTests {
  @Test("a stacked bar as a file of its own")
  func standalone() {
    let chart = StackedBarChart(
      parts: ["Women", "Men"],
      bars: [
        .init(label: "Upper quarter", shares: [0.6, 0.4]),
        .init(label: "Lower quarter", shares: [0.75, nil]),
      ],
      axisTitle: "Share of people")
    let svg = chart.svg(
      prefix: "pay", alternative: Alternative(title: "Finding", description: chart.summary),
      theme: .standalone)
    #expect(svg == Self.golden)
  }

  private static let golden = """
    <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="pay-t pay-d" viewBox="-16 -16 672 159" font-family="system-ui, -apple-system, &quot;Segoe UI&quot;, Roboto, &quot;Helvetica Neue&quot;, Arial, sans-serif">
    <title id="pay-t">Finding</title>
    <desc id="pay-d">Stacked bars of 100 per cent. Share of people. Upper quarter: Women 60%, Men 40%. Lower quarter: Women 75%, Men not shown.</desc>
    <defs>
    <pattern id="pay-p2" width="8" height="8" patternUnits="userSpaceOnUse"><path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" fill="none" stroke="#FFFFFF" stroke-width="1.6"/></pattern>
    <pattern id="pay-ph" width="8" height="8" patternUnits="userSpaceOnUse"><path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" fill="none" stroke="#9AA1AA" stroke-width="1"/></pattern>
    </defs>
    <rect x="-16" y="-16" width="672" height="159" fill="#FFFFFF"/>
    <text x="0" y="12" font-size="12" fill="#4A5058">Share of people</text>
    <rect x="0" y="22.5" width="14" height="12" fill="#1F41A1"/>
    <text x="20" y="33" font-size="13" fill="#14181D">Women</text>
    <rect x="89.74" y="22.5" width="14" height="12" fill="#DE712E"/>
    <rect x="89.74" y="22.5" width="14" height="12" fill="url(#pay-p2)"/>
    <text x="109.74" y="33" font-size="13" fill="#14181D">Men</text>
    <text x="0" y="67.5" font-size="13" fill="#14181D">Upper quarter</text>
    <text x="0" y="107.5" font-size="13" fill="#14181D">Lower quarter</text>
    <rect x="98.82" y="48" width="322.71" height="30" fill="#1F41A1"/>
    <rect x="241.22" y="54" width="37.9" height="18" fill="#FFFFFF"/>
    <text x="260.17" y="67.5" font-size="12" text-anchor="middle" font-weight="600" fill="#14181D">60%</text>
    <rect x="423.53" y="48" width="214.47" height="30" fill="#DE712E"/>
    <rect x="423.53" y="48" width="214.47" height="30" fill="url(#pay-p2)"/>
    <rect x="511.81" y="54" width="37.9" height="18" fill="#FFFFFF"/>
    <text x="530.76" y="67.5" font-size="12" text-anchor="middle" font-weight="600" fill="#14181D">40%</text>
    <rect x="98.82" y="88" width="403.89" height="30" fill="#1F41A1"/>
    <rect x="281.81" y="94" width="37.9" height="18" fill="#FFFFFF"/>
    <text x="300.76" y="107.5" font-size="12" text-anchor="middle" font-weight="600" fill="#14181D">75%</text>
    <rect x="504.7" y="88" width="133.3" height="30" fill="#FFFFFF"/>
    <rect x="504.7" y="88" width="133.3" height="30" fill="url(#pay-ph)"/>
    <rect x="558.4" y="94" width="25.9" height="18" fill="#FFFFFF"/>
    <text x="571.35" y="107.5" font-size="12" text-anchor="middle" font-weight="600" fill="#14181D">[c]</text>
    </svg>

    """
}
