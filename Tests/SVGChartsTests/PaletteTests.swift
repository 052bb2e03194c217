import Foundation
import TestSupport
import Testing

@testable import SVGCharts

@Suite("Palette")
struct PaletteTests {
  /// The contrast ratio of WCAG 2.
  private static func contrast(_ first: String, _ second: String) -> Double {
    let (one, two) = (luminance(first), luminance(second))
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  private static func luminance(_ color: String) -> Double {
    let value = Int(color.dropFirst(), radix: 16) ?? 0
    let parts = [value >> 16, (value >> 8) & 255, value & 255].map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private static func swatch(_ name: String) -> Palette.Swatch? {
    Palette.swatches.first { $0.name == name }
  }

  @Test("the measure agrees with published pairs")
  func measure() {
    expectClose(Self.contrast("#000000", "#FFFFFF"), 21, relative: 1e-12)
    expectClose(Self.contrast("#767676", "#FFFFFF"), 4.54, relative: 1e-3)
    expectClose(Self.contrast("#1F41A1", "#FFFFFF"), 9.02, relative: 1e-3)
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
    for swatch in Palette.swatches {
      for variables in [
        ChartStyle.lightVariables, ChartStyle.darkVariables, ChartStyle.forcedVariables,
      ] {
        #expect(variables.contains("--\(swatch.name):"))
      }
    }
    #expect(!ChartStyle.rules.contains("url("))
  }
}
