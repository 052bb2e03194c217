import Foundation
import Testing

@testable import SVGCharts

/// Every colour a chart uses against what it stands on, light and dark, computed from the palette.
@Suite("Chart colours")
struct ChartColourTests {
  private static let widths = [Drawing.wide, Drawing.narrow]

  /// The colour of a paint; `nil` for hatching, which is a surface with thin lines.
  private static func color(_ paint: Paint, _ page: Page) -> Color? {
    switch paint {
    case .series(let slot), .patterned(let slot):
      Palette.standard.color("s\(slot % 6 + 1)", on: page)
    case .hollow, .surface, .hidden: Palette.standard.color("page", on: page)
    case .context: Palette.standard.color("context", on: page)
    case .ink: Palette.standard.color("ink", on: page)
    case .muted: Palette.standard.color("muted", on: page)
    case .band: Palette.standard.color("band", on: page)
    case .sequential(let step): Color(Palette.sequential[step])
    case .diverging(let step): Color(Palette.diverging[step])
    }
  }

  private static func color(_ ink: TextStyle.Ink, _ page: Page) -> Color? {
    switch ink {
    case .ink: Palette.standard.color("ink", on: page)
    case .muted: Palette.standard.color("muted", on: page)
    case .dark: Color(Palette.darkInk)
    case .light: Color(Palette.lightInk)
    }
  }

  @Test("text reaches 4.5 on whatever lies under it", arguments: Page.allCases)
  func text(page: Page) throws {
    let paper = try #require(Palette.standard.color("page", on: page))
    for (name, chart) in SampleCharts.all {
      for width in Self.widths {
        var painted: [(Box, Color)] = []
        for mark in chart.drawing(width: width).marks {
          switch mark {
          case .rectangle(let box, let paint):
            if let color = Self.color(paint, page) { painted.append((box, color)) }
          case .text(let text, let place, let style):
            let box = TextMeasure.box(text, at: place, style)
            let ink = try #require(Self.color(style.ink, page))
            // The paper, and every rectangle that no later one covers under the text.
            var under = [paper]
            for (shape, color) in painted where shape.overlaps(box) {
              let covers =
                shape.x <= box.x && shape.x + shape.width >= box.x + box.width
                && shape.y <= box.y && shape.y + shape.height >= box.y + box.height
              if covers { under = [color] } else { under.append(color) }
            }
            for color in under {
              let contrast = ink.contrast(with: color)
              #expect(contrast >= 4.5, "\(name) \(width) \(page): \(text) \(contrast)")
            }
          default: break
          }
        }
      }
    }
  }

  @Test("marks that carry a value reach 3 against the page", arguments: Page.allCases)
  func marks(page: Page) throws {
    let paper = try #require(Palette.standard.color("page", on: page))
    func check(_ name: String, _ color: Color?) {
      guard let color else { return }
      #expect(color.contrast(with: paper) >= 3, "\(name) \(page) \(color.text)")
    }
    for (name, chart) in SampleCharts.all {
      for mark in chart.drawing(width: Drawing.wide).marks {
        switch mark {
        case .rectangle(_, .series(let slot)), .rectangle(_, .patterned(let slot)),
          .polygon(_, .series(let slot)), .marker(_, _, _, .series(let slot)),
          .marker(_, _, _, .hollow(let slot)):
          check(name, Self.color(.series(slot), page))
        case .marker(_, _, _, let paint): check(name, Self.color(paint, page))
        case .rectangle(_, .context): check(name, Self.color(.context, page))
        case .line(_, _, let stroke), .path(_, let stroke):
          switch stroke.color {
          case .series(let slot): check(name, Self.color(.series(slot), page))
          case .ink: check(name, Self.color(Paint.ink, page))
          case .muted: check(name, Self.color(Paint.muted, page))
          case .grid, .axis, .surface: break
          }
        default: break
        }
      }
    }
  }

  @Test("every class of a chart in a page has its rule, and no style or colour stands in the chart")
  func classes() {
    let rules = ChartStyle.rules
    for (name, chart) in SampleCharts.all {
      for width in Self.widths {
        let svg = chart.svg(
          prefix: name, alternative: Alternative(title: "T", description: "D"), theme: .inline,
          width: width)
        #expect(!svg.contains("style=") && !svg.contains("=\"#"), "\(name)")
        for piece in svg.components(separatedBy: "class=\"").dropFirst() {
          let value = String(piece.prefix { $0 != "\"" })
          #expect(value == "chart" || rules.contains(".chart .\(value){"), "\(name) \(value)")
        }
      }
    }
  }

  @Test("where colours are forced, text, lines and shapes take the reader's")
  func forced() {
    for swatch in Palette.standard.swatches {
      #expect(["Canvas", "CanvasText", "GrayText"].contains(swatch.forced), "\(swatch.name)")
      if swatch.name == "ink" || swatch.name == "muted" || swatch.name == "axis" {
        #expect(swatch.forced == "CanvasText")
      }
    }
    for step in 1...5 { #expect(ChartStyle.forcedRules.contains(".chart .q\(step)")) }
    for step in 1...7 { #expect(ChartStyle.forcedRules.contains(".chart .d\(step)")) }
    #expect(ChartStyle.forcedRules.contains(".chart .td,.chart .tl{fill:CanvasText}"))
    #expect(!ChartStyle.forcedRules.contains("#") && !ChartStyle.forcedVariables().contains("#"))
  }
}
