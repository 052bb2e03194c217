/// The shape that stands beside a verdict's word; the shape alone tells verdicts apart.
public enum VerdictGlyph: String, Hashable, Sendable, CaseIterable {
  /// A clear gap.
  case filledSquare = "■"
  /// A gap of uncertain size.
  case halfSquare = "◧"
  /// A small gap.
  case diamond = "◇"
  /// About the same.
  case dot = "●"
  /// Too uncertain to say.
  case openCircle = "○"
  /// Not reported.
  case none = "–"
}
