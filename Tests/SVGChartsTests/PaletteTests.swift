import Testing

@testable import SVGCharts

@Suite("Palette")
struct PaletteTests {
  private static func contrast(_ first: String, _ second: String) -> Double {
    guard let first = Color(first), let second = Color(second) else { return 0 }
    return first.contrast(with: second)
  }

  private static func swatch(_ name: String) -> Palette.Swatch? {
    Palette.standard.swatches.first { $0.name == name }
  }

  @Test("text reaches 4.5 and series reach 3, light and dark")
  func contrasts() throws {
    for color in [\Palette.Swatch.light, \.dark] {
      let page = try #require(Self.swatch("page"))[keyPath: color]
      let band = try #require(Self.swatch("band"))[keyPath: color]
      for name in ["ink", "muted"] {
        let ink = try #require(Self.swatch(name))[keyPath: color]
        #expect(Self.contrast(ink, page) >= 4.5)
        #expect(Self.contrast(ink, band) >= 4.5)
      }
      for name in ["s1", "s2", "s3", "s4", "s5", "s6", "context"] {
        let paint = try #require(Self.swatch(name))[keyPath: color]
        #expect(Self.contrast(paint, page) >= 3, "\(name)")
      }
    }
  }

  @Test("values printed on a shade reach 4.5")
  func shades() {
    for (index, color) in Palette.sequential.enumerated() {
      let ink = index >= 3 ? Palette.lightInk : Palette.darkInk
      #expect(Self.contrast(ink, color) >= 4.5, "sequential \(index)")
    }
    for (index, color) in Palette.diverging.enumerated() {
      let ink = index == 0 || index == 6 ? Palette.lightInk : Palette.darkInk
      #expect(Self.contrast(ink, color) >= 4.5, "diverging \(index)")
    }
  }

  @Test("styles name every variable and hold no address")
  func styles() {
    for swatch in Palette.standard.swatches {
      for variables in [
        ChartStyle.lightVariables(), ChartStyle.darkVariables(), ChartStyle.forcedVariables(),
      ] {
        #expect(variables.contains("--\(swatch.name):"))
      }
    }
    #expect(!ChartStyle.rules.contains("url("))
  }
}
