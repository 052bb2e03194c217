import TestSupport
import Testing

@testable import SVGCharts

/// The reference values are those of the note the palette was chosen in, found there by another
/// program, and the published test pairs of CIEDE2000 (Sharma, Wu and Dalal 2005, table 1).
@Suite("Colour arithmetic")
struct ColorTests {
  static let light = ["#1F41A1", "#DE712E", "#1F8477", "#4E1B32", "#9072CA", "#3C4202"]
  static let dark = ["#627FC4", "#E46F13", "#A0FAD9", "#C391A2", "#BDB6E5", "#E6D186"]

  private static func colors(_ texts: [String]) throws -> [Color] {
    try texts.map { try #require(Color($0)) }
  }

  @Test("a colour is six hexadecimal digits after a hash")
  func reading() {
    #expect(Color("#1f41a1")?.text == "#1F41A1")
    #expect(Color("#00000A")?.text == "#00000A")
    for text in ["", "#", "1F41A1", "#1F41A", "#1F41A1F", "#1F41AG", "red", "＃1F41A1", "#1F41A1 "] {
      #expect(Color(text) == nil, "\(text)")
    }
  }

  @Test(
    "contrast with white and with the dark page",
    arguments: zip(
      light + dark,
      [9.02, 3.23, 4.54, 13.75, 3.86, 10.65, 4.54, 5.59, 14.57, 6.70, 9.33, 11.74]))
  func contrast(text: String, expected: Double) throws {
    let page = try #require(Color(Self.light.contains(text) ? "#FFFFFF" : "#14181D"))
    let contrast = try #require(Color(text)).contrast(with: page)
    #expect(abs(contrast - expected) <= 0.0051, "\(text) \(contrast)")
  }

  @Test("black on white is 21, and order does not matter")
  func extremes() throws {
    let colors = try Self.colors(["#000000", "#FFFFFF", "#767676"])
    expectClose(colors[0].contrast(with: colors[1]), 21)
    expectClose(colors[1].contrast(with: colors[2]), colors[2].contrast(with: colors[1]))
    expectClose(colors[2].contrast(with: colors[2]), 1)
  }

  /// L*, a* and b* of two colours, and their difference.
  private static let pairs: [([Double], [Double], Double)] = [
    ([50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425),
    ([50, 3.1571, -77.2803], [50, 0, -82.7485], 2.8615),
    ([50, 2.8361, -74.0200], [50, 0, -82.7485], 3.4412),
    ([50, 0, 0], [50, -1, 2], 2.3669),
    ([50, 2.4900, -0.0010], [50, -2.4900, 0.0009], 7.1792),
    ([50, 2.4900, -0.0010], [50, -2.4900, 0.0011], 7.2195),
    ([50, -0.0010, 2.4900], [50, 0.0011, -2.4900], 4.7461),
    ([50, 2.5, 0], [50, 0, -2.5], 4.3065),
    ([50, 2.5, 0], [73, 25, -18], 27.1492),
    ([50, 2.5, 0], [61, -5, 29], 22.8977),
    ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
    ([22.7233, 20.0904, -46.6940], [23.0331, 14.9730, -42.5619], 2.0373),
    ([90.8027, -2.0831, 1.4410], [91.1528, -1.6435, 0.0447], 1.4441),
    ([2.0776, 0.0795, -1.1350], [0.9033, -0.0636, -0.5514], 0.9082),
  ]

  @Test("CIEDE2000 agrees with its published pairs", arguments: pairs.indices)
  func difference(index: Int) {
    let (first, second, expected) = Self.pairs[index]
    let one = LabColor(lightness: first[0], redGreen: first[1], yellowBlue: first[2])
    let two = LabColor(lightness: second[0], redGreen: second[1], yellowBlue: second[2])
    expectClose(one.difference(from: two), expected, relative: 0, absolute: 0.00006)
    expectClose(two.difference(from: one), expected, relative: 0, absolute: 0.00006)
  }

  @Test("the palette's closest pairs for every reader are those of its note")
  func palette() throws {
    for (texts, expected) in [
      (Self.light, [23.5, 18.8, 19.5, 19.1]), (Self.dark, [18.0, 15.1, 17.2, 15.3]),
    ] {
      let colors = try Self.colors(texts)
      for (vision, value) in zip(ColorVision.allCases, expected) {
        let least = colors.indices.flatMap { first in
          colors.indices.dropFirst(first + 1).map {
            colors[first].difference(from: colors[$0], seenWith: vision)
          }
        }.min()
        expectClose(least, value, relative: 0, absolute: 0.0501, "\(vision)")
      }
      #expect(PaletteReview.alike(colors).isEmpty)
    }
  }

  @Test("a palette known to fail does: the reference six of another house")
  func known() throws {
    let colors = try Self.colors([
      "#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1",
    ])
    expectClose(
      colors[0].difference(from: colors[2], seenWith: .protanopia), 6.5, relative: 0,
      absolute: 0.05)
    expectClose(
      colors[2].difference(from: colors[4], seenWith: .deuteranopia), 4.9, relative: 0,
      absolute: 0.05)
    let alike = PaletteReview.alike(colors)
    #expect(alike.contains { $0.first == 0 && $0.second == 2 && $0.vision == .protanopia })
    #expect(alike.contains { $0.first == 2 && $0.second == 4 && $0.vision == .deuteranopia })
  }

  @Test("what is too faint is named")
  func faint() throws {
    // Okabe and Ito's orange and sky blue on white: 2.25 and 2.31.
    let colors = try Self.colors(["#E69F00", "#1F41A1", "#56B4E9"])
    let faint = PaletteReview.faint(colors, on: .light)
    #expect(faint.map(\.slot) == [0, 2])
    expectClose(faint.first?.contrast, 2.25, relative: 0, absolute: 0.005)
    #expect(PaletteReview.faint(colors, on: .dark).map(\.slot) == [1])
  }

  @Test("colours of a brand take the six slots and nothing else")
  func replaced() throws {
    let colors = try Self.colors(Self.dark)
    let palette = Palette(light: colors)
    for (swatch, standard) in zip(palette.swatches, Palette.standard.swatches) {
      #expect(swatch.dark == standard.dark && swatch.forced == standard.forced)
      #expect((swatch.light == standard.light) == !swatch.name.hasPrefix("s"), "\(swatch.name)")
    }
    #expect(Palette(light: Array(colors.prefix(5))) == .standard)
  }
}
