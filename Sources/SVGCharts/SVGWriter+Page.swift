/// Shapes in a page, written short: a page holds every chart twice.
extension SVGWriter {
  /// The marks as shapes; lines that follow each other in one stroke are one path.
  func shapesInPage(_ marks: [Mark]) -> [String] {
    var shapes: [String] = []
    var path = ""
    var stroke: Stroke?
    func closePath() {
      if let stroke { shapes.append("<path d=\"\(path)\"\(attributes(stroke))/>") }
      path = ""
      stroke = nil
    }
    for mark in marks {
      guard case .line(let start, let end, let next) = mark else {
        closePath()
        shapes += shape(mark)
        continue
      }
      if stroke != next { closePath() }
      path += segment(start, end)
      stroke = next
    }
    closePath()
    return shapes
  }

  /// A rectangle, with its pattern over it.
  func rectangleInPage(_ box: Box, _ paint: Paint) -> [String] {
    let width = number(max(0, box.width))
    let path =
      "M\(number(box.x)) \(number(box.y))h\(width)v\(number(max(0, box.height)))h-\(width)z"
    let shape = "<path d=\"\(path)\"\(fill(paint))/>"
    guard let pattern = pattern(of: paint) else { return [shape] }
    return [shape, "<path d=\"\(path)\" fill=\"url(#\(prefix)-\(pattern))\"/>"]
  }

  private func segment(_ start: Place, _ end: Place) -> String {
    let from = "M\(number(start.x)) \(number(start.y))"
    if number(start.x) == number(end.x) { return from + "V" + number(end.y) }
    if number(start.y) == number(end.y) { return from + "H" + number(end.x) }
    return from + "L\(number(end.x)) \(number(end.y))"
  }
}
