public import SVGCharts

/// A run of text within a block.
public enum Inline: Hashable, Sendable {
  /// Plain text.
  case text(String)
  /// Strongly stressed text.
  case strong(String)
  /// Stressed text.
  case emphasis(String)
  /// An identifier, path or command.
  case code(String)
  /// A link to `#id` in the document, to an `https` address, or to a file beside the document;
  /// anything else is printed as its text alone.
  case link(String, to: String)
  /// A verdict: its glyph and its word.
  case verdict(VerdictBadge)
  /// A marker that stands in for a number.
  case marker(Marker)
  /// A new line within the block.
  case lineBreak
}

extension Inline: ExpressibleByStringLiteral {
  /// Makes plain text of a literal.
  public init(stringLiteral value: String) { self = .text(value) }
}

/// A verdict as a reader sees it.
public struct VerdictBadge: Hashable, Sendable {
  /// The shape.
  public let glyph: VerdictGlyph
  /// The word, for example `Gap, size uncertain`.
  public let word: String

  /// Makes a badge.
  public init(glyph: VerdictGlyph, word: String) {
    self.glyph = glyph
    self.word = word
  }
}
