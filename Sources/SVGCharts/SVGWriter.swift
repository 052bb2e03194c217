import Encoders

/// Writes a drawing as SVG: an image with a name and a description, real text, classes or colour
/// attributes and nothing that acts.
struct SVGWriter {
  let prefix: String
  let theme: Theme
  let palette: Palette
  private let named: String

  /// - Parameter named: The prefix of the name and description, where they stand in another chart.
  init(prefix: String, theme: Theme, palette: Palette = .standard, named: String? = nil) {
    self.prefix = SVGEncoder.identifier(prefix)
    self.palette = palette
    self.theme = theme
    self.named = SVGEncoder.identifier(named ?? prefix)
  }

  /// The drawing as SVG text.
  func text(of drawing: Drawing, _ alternative: Alternative?) -> String {
    let size = "\(number(drawing.width)) \(number(drawing.height))"
    var lines: [String] = []
    let name = "aria-labelledby=\"\(named)-t \(named)-d\""
    switch theme {
    case .inline:
      lines.append("<svg class=\"chart\" role=\"img\" \(name) viewBox=\"0 0 \(size)\">")
    case .standalone:
      // A margin keeps the marks off the edge of the file's opaque background.
      let whole = "-16 -16 \(number(drawing.width + 32)) \(number(drawing.height + 32))"
      lines.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" \(name) viewBox=\"\(whole)\""
          + " font-family=\"\(Self.fonts)\">")
    }
    if let alternative {
      lines.append("<title id=\"\(prefix)-t\">\(SVGEncoder.text(alternative.title))</title>")
      lines.append("<desc id=\"\(prefix)-d\">\(SVGEncoder.text(alternative.description))</desc>")
    }
    lines += definitions(of: drawing.marks)
    if theme == .standalone {
      lines.append(
        "<rect x=\"-16\" y=\"-16\" width=\"\(number(drawing.width + 32))\""
          + " height=\"\(number(drawing.height + 32))\"\(fill(.surface))/>")
    }
    lines += theme == .inline ? shapesInPage(drawing.marks) : drawing.marks.flatMap(shape)
    lines.append("</svg>")
    return lines.joined(separator: "\n") + "\n"
  }

  private static let fonts =
    "system-ui, -apple-system, &quot;Segoe UI&quot;, Roboto, &quot;Helvetica Neue&quot;, Arial,"
    + " sans-serif"

  /// A coordinate: hundredths in a file, tenths in a page.
  func number(_ value: Double) -> String {
    SVGEncoder.number(theme == .inline && value.isFinite ? (value * 10).rounded() / 10 : value)
  }

  func shape(_ mark: Mark) -> [String] {
    switch mark {
    case .rectangle(let box, let paint):
      if theme == .inline { return rectangleInPage(box, paint) }
      let place =
        "x=\"\(number(box.x))\" y=\"\(number(box.y))\" width=\"\(number(max(0, box.width)))\""
        + " height=\"\(number(max(0, box.height)))\""
      var lines = ["<rect \(place)\(fill(paint))/>"]
      if let pattern = pattern(of: paint) {
        lines.append("<rect \(place) fill=\"url(#\(prefix)-\(pattern))\"/>")
      }
      return lines
    case .line(let start, let end, let stroke):
      return [
        "<line x1=\"\(number(start.x))\" y1=\"\(number(start.y))\" x2=\"\(number(end.x))\""
          + " y2=\"\(number(end.y))\"\(attributes(stroke))/>"
      ]
    case .path(let points, let stroke):
      return ["<polyline points=\"\(list(points))\"\(attributes(stroke))/>"]
    case .polygon(let points, let paint):
      return ["<polygon points=\"\(list(points))\"\(fill(paint))/>"]
    case .marker(let shape, let centre, let radius, let paint):
      return marker(shape, centre, radius, paint)
    case .text(let text, let point, let style):
      let anchor =
        switch style.anchor {
        case .start: ""
        case .middle: " text-anchor=\"middle\""
        case .end: " text-anchor=\"end\""
        }
      let weight = style.isStrong ? " font-weight=\"600\"" : ""
      // The page's styles set text in ink at 13 pixels.
      let isPlain = theme == .inline && style.ink == .ink
      let size =
        theme == .inline && style.size == 13 ? "" : " font-size=\"\(number(style.size))\""
      return [
        "<text x=\"\(number(point.x))\" y=\"\(number(point.y))\"\(size)"
          + "\(anchor)\(weight)\(isPlain ? "" : ink(style.ink))>\(SVGEncoder.text(text))</text>"
      ]
    }
  }

  func list(_ points: [Place]) -> String {
    points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
  }

  func attributes(_ stroke: Stroke) -> String {
    let width = stroke.width == 1 ? "" : " stroke-width=\"\(number(stroke.width))\""
    let dash = stroke.isDashed ? " stroke-dasharray=\"5 4\"" : ""
    return self.stroke(stroke.color) + width + dash
  }
}
