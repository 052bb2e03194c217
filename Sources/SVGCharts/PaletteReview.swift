/// What is wrong with the colours of a page.
public enum PaletteReview {
  /// The least contrast of text with what it stands on.
  public static let leastTextContrast = 4.5
  /// The least contrast of a mark with the page.
  public static let leastMarkContrast = 3.0
  /// The least difference (CIEDE2000) of two slots, for every reader: what the standard palette keeps.
  public static let leastDifference = 15.0

  /// A colour that does not stand out.
  public struct Faint: Hashable, Sendable {
    /// The slot, 0 for the first.
    public let slot: Int
    /// Its contrast with the page.
    public let contrast: Double
  }

  /// Two slots a reader can take for each other.
  public struct Alike: Hashable, Sendable {
    /// The first slot, 0 for the first.
    public let first: Int
    /// The second slot.
    public let second: Int
    /// The reader for whom they are closest.
    public let vision: ColorVision
    /// How far apart they are (CIEDE2000).
    public let difference: Double
  }

  /// The slots that do not reach the contrast of graphics with the page.
  public static func faint(_ colors: [Color], on page: Page) -> [Faint] {
    guard let paper = Palette.standard.color("page", on: page) else { return [] }
    return colors.enumerated().compactMap { slot, color in
      let contrast = color.contrast(with: paper)
      return contrast < leastMarkContrast ? Faint(slot: slot, contrast: contrast) : nil
    }
  }

  /// The least contrast of a colour of text with the page and with the band that passages stand on.
  public static func textContrast(_ color: Color, on page: Page) -> Double {
    ["page", "band"].compactMap { Palette.standard.color($0, on: page) }
      .map { color.contrast(with: $0) }.min() ?? 1
  }

  /// The pairs of slots that some reader can take for each other, each with the reader it is worst
  /// for.
  public static func alike(_ colors: [Color]) -> [Alike] {
    colors.indices.flatMap { first in
      colors.indices.dropFirst(first + 1).compactMap { second -> Alike? in
        let pairs = ColorVision.allCases.map { vision in
          Alike(
            first: first, second: second, vision: vision,
            difference: colors[first].difference(from: colors[second], seenWith: vision))
        }
        let worst = pairs.min { $0.difference < $1.difference }
        return worst.flatMap { $0.difference < leastDifference ? $0 : nil }
      }
    }
  }
}

/// The page a colour stands on.
public enum Page: String, Hashable, Sendable, CaseIterable {
  /// White.
  case light
  /// Nearly black.
  case dark
}
