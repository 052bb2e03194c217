/// A chart laid out: a size and the marks on it, back to front.
public struct Drawing: Hashable, Sendable {
  /// The usual layout width, in pixels.
  public static let wide = 640.0
  /// The layout width on a phone and in a row of figures: what the margins leave of a window of 320.
  public static let narrow = 288.0

  /// The width, in pixels.
  public let width: Double
  /// The height, in pixels.
  public let height: Double
  let marks: [Mark]

  init(width: Double, height: Double, marks: [Mark]) {
    self.width = width
    self.height = height
    self.marks = marks
  }
}
