/// One thing on a drawing.
enum Mark: Hashable, Sendable {
  /// A filled rectangle.
  case rectangle(Box, Paint)
  /// A straight line.
  case line(Place, Place, Stroke)
  /// A line through points.
  case path([Place], Stroke)
  /// A closed shape.
  case polygon([Place], Paint)
  /// A marker of a series or a verdict, centred on a point.
  case marker(MarkerShape, Place, Double, Paint)
  /// Text on one line; the point is where the baseline starts, ends or is centred.
  case text(String, Place, TextStyle)
}

/// A place on a drawing, in pixels from the top left corner.
struct Place: Hashable, Sendable {
  let x: Double
  let y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// A rectangle on a drawing.
struct Box: Hashable, Sendable {
  let x: Double
  let y: Double
  let width: Double
  let height: Double

  init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  func overlaps(_ other: Box) -> Bool {
    x < other.x + other.width && other.x < x + width && y < other.y + other.height
      && other.y < y + height
  }
}

/// The colour of a filled shape.
enum Paint: Hashable, Sendable {
  /// A series in its flat colour.
  case series(Int)
  /// A series in its colour and pattern.
  case patterned(Int)
  /// A shape of the surface colour with an outline of a series' colour.
  case hollow(Int)
  /// Grey, for references and totals.
  case context
  /// The ink of text.
  case ink
  /// The ink of muted text.
  case muted
  /// The practical band.
  case band
  /// The colour of the page.
  case surface
  /// Hatching that stands for a value not shown.
  case hidden
  /// One of five steps from small to large.
  case sequential(Int)
  /// One of seven steps from below to above.
  case diverging(Int)
}

/// The colour and width of a line.
struct Stroke: Hashable, Sendable {
  enum Color: Hashable, Sendable {
    case series(Int)
    case ink
    case muted
    case grid
    case axis
    case surface
  }

  let color: Color
  let width: Double
  let isDashed: Bool

  init(_ color: Color, _ width: Double = 1, dashed: Bool = false) {
    self.color = color
    self.width = width
    isDashed = dashed
  }
}

/// How text looks.
struct TextStyle: Hashable, Sendable {
  enum Anchor: Hashable, Sendable {
    case start
    case middle
    case end
  }

  enum Ink: Hashable, Sendable {
    case ink
    case muted
    /// Ink on a step of a scale, the same in light and dark.
    case dark
    case light
  }

  let size: Double
  let anchor: Anchor
  let ink: Ink
  let isStrong: Bool

  init(_ size: Double = 13, _ anchor: Anchor = .start, _ ink: Ink = .ink, strong: Bool = false) {
    self.size = size
    self.anchor = anchor
    self.ink = ink
    isStrong = strong
  }

  static let label = TextStyle()
  static let detail = TextStyle(12, .start, .muted)
}

/// The shape of a marker.
enum MarkerShape: Hashable, Sendable {
  case circle
  case square
  case triangle
  case diamond
  case triangleDown
  case cross
  case verdict(VerdictGlyph)

  /// The marker of a series, by its position.
  static func series(_ index: Int) -> MarkerShape {
    let shapes: [MarkerShape] = [.circle, .square, .triangle, .diamond, .triangleDown, .cross]
    return shapes[max(0, index) % shapes.count]
  }
}
