/// Markers as shapes, so that they look the same in every font.
extension SVGWriter {
  func marker(
    _ shape: MarkerShape, _ centre: Place, _ radius: Double, _ paint: Paint
  ) -> [String] {
    switch shape {
    case .circle:
      return [circle(centre, radius, fill(paint))]
    case .square:
      let side = radius * 0.9
      return [
        polygon(centre, [(-side, -side), (side, -side), (side, side), (-side, side)], paint)
      ]
    case .triangle:
      let size = radius * 1.15
      return [polygon(centre, [(0, -size), (size, size * 0.8), (-size, size * 0.8)], paint)]
    case .triangleDown:
      let size = radius * 1.15
      return [polygon(centre, [(0, size), (size, -size * 0.8), (-size, -size * 0.8)], paint)]
    case .diamond:
      let size = radius * 1.25
      return [polygon(centre, [(0, -size), (size, 0), (0, size), (-size, 0)], paint)]
    case .cross:
      let long = radius * 1.1
      let short = radius * 0.4
      return [
        polygon(
          centre,
          [
            (-short, -long), (short, -long), (short, -short), (long, -short), (long, short),
            (short, short), (short, long), (-short, long), (-short, short), (-long, short),
            (-long, -short), (-short, -short),
          ], paint)
      ]
    case .verdict(let glyph):
      return verdict(glyph, centre, radius)
    }
  }

  private func verdict(_ glyph: VerdictGlyph, _ centre: Place, _ radius: Double) -> [String] {
    let outline = stroke(.ink) + " stroke-width=\"1.5\""
    let side = radius * 0.9
    let square =
      "x=\"\(number(centre.x - side))\" y=\"\(number(centre.y - side))\""
      + " width=\"\(number(2 * side))\" height=\"\(number(2 * side))\""
    switch glyph {
    case .filledSquare:
      return ["<rect \(square)\(fill(.ink))/>"]
    case .halfSquare:
      let half =
        "x=\"\(number(centre.x - side))\" y=\"\(number(centre.y - side))\""
        + " width=\"\(number(side))\" height=\"\(number(2 * side))\""
      return ["<rect \(half)\(fill(.ink))/>", "<rect \(square)\(outline)/>"]
    case .diamond:
      let size = radius * 1.15
      let points = [(0, -size), (size, 0), (0, size), (-size, 0)].map {
        Place(centre.x + $0.0, centre.y + $0.1)
      }
      return ["<polygon points=\"\(list(points))\"\(outline)/>"]
    case .dot:
      return [circle(centre, radius, fill(.ink))]
    case .openCircle:
      return [circle(centre, radius - 0.5, outline)]
    case .none:
      return [
        "<line x1=\"\(number(centre.x - side))\" y1=\"\(number(centre.y))\""
          + " x2=\"\(number(centre.x + side))\" y2=\"\(number(centre.y))\"\(outline)/>"
      ]
    }
  }

  private func circle(_ centre: Place, _ radius: Double, _ attributes: String) -> String {
    "<circle cx=\"\(number(centre.x))\" cy=\"\(number(centre.y))\" r=\"\(number(radius))\""
      + "\(attributes)/>"
  }

  private func polygon(
    _ centre: Place, _ offsets: [(Double, Double)], _ paint: Paint
  ) -> String {
    let points = offsets.map { Place(centre.x + $0.0, centre.y + $0.1) }
    return "<polygon points=\"\(list(points))\"\(fill(paint))/>"
  }
}
