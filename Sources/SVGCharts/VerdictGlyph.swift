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

extension VerdictGlyph {
  /// The shape as a small SVG in the colour of the text around it, for a page.
  public var svg: String {
    let square = "x=\"1.5\" y=\"1.5\" width=\"9\" height=\"9\""
    let shape =
      switch self {
      case .filledSquare: "<rect \(square) class=\"k\"/>"
      case .halfSquare: "<rect \(square)/><path d=\"M1.5 1.5H6V10.5H1.5Z\" class=\"k\"/>"
      case .diamond: "<path d=\"M6 1L11 6L6 11L1 6Z\"/>"
      case .dot: "<circle cx=\"6\" cy=\"6\" r=\"5\" class=\"k\"/>"
      case .openCircle: "<circle cx=\"6\" cy=\"6\" r=\"4.5\"/>"
      case .none: "<path d=\"M2 6H10\"/>"
      }
    return "<svg class=\"glyph\" viewBox=\"0 0 12 12\" aria-hidden=\"true\">"
      + "\(shape)</svg>"
  }
}
