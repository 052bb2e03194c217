/// Colours as classes in a page and as attributes in a file.
extension SVGWriter {
  func fill(_ paint: Paint) -> String {
    switch paint {
    case .series(let slot), .patterned(let slot):
      fill(class: "f\(slot % 6 + 1)", "s\(slot % 6 + 1)")
    case .hollow(let slot):
      theme == .inline
        ? " class=\"h\(slot % 6 + 1)\""
        : " fill=\"\(palette.light("page"))\" stroke=\"\(palette.light("s\(slot % 6 + 1)"))\""
          + " stroke-width=\"2\""
    case .context: fill(class: "fc", "context")
    case .ink: fill(class: "fi", "ink")
    case .muted: fill(class: "fm", "muted")
    case .band: fill(class: "fb", "band")
    case .surface, .hidden: fill(class: "fp", "page")
    case .sequential(let step): fill(class: "q\(step + 1)", color: Palette.sequential[step])
    case .diverging(let step): fill(class: "d\(step + 1)", color: Palette.diverging[step])
    }
  }

  func stroke(_ color: Stroke.Color) -> String {
    let (letter, name) =
      switch color {
      case .series(let slot): ("\(slot % 6 + 1)", "s\(slot % 6 + 1)")
      case .ink: ("i", "ink")
      case .muted: ("m", "muted")
      case .grid: ("g", "grid")
      case .axis: ("a", "axis")
      case .surface: ("p", "page")
      }
    return theme == .inline
      ? " class=\"l\(letter)\"" : " fill=\"none\" stroke=\"\(palette.light(name))\""
  }

  func ink(_ ink: TextStyle.Ink) -> String {
    switch ink {
    case .ink: fill(class: "fi", "ink")
    case .muted: fill(class: "fm", "muted")
    case .dark: fill(class: "td", color: Palette.darkInk)
    case .light: fill(class: "tl", color: Palette.lightInk)
    }
  }

  private func fill(class name: String, _ variable: String) -> String {
    fill(class: name, color: palette.light(variable))
  }

  private func fill(class name: String, color: String) -> String {
    theme == .inline ? " class=\"\(name)\"" : " fill=\"\(color)\""
  }

  /// The name of the pattern a paint carries over its colour.
  func pattern(of paint: Paint) -> String? {
    switch paint {
    case .patterned(let slot): slot % 6 == 0 ? nil : "p\(slot % 6 + 1)"
    case .hidden: "ph"
    default: nil
    }
  }

  /// The patterns that the marks use.
  func definitions(of marks: [Mark]) -> [String] {
    let used = Set(
      marks.compactMap { mark -> String? in
        guard case .rectangle(_, let paint) = mark else { return nil }
        return pattern(of: paint)
      })
    let lines = Self.patterns.filter { used.contains($0.name) }.map { pattern in
      let color = pattern.name == "ph" ? Stroke.Color.axis : .surface
      return "<pattern id=\"\(prefix)-\(pattern.name)\" width=\"8\" height=\"8\""
        + " patternUnits=\"userSpaceOnUse\"><path d=\"\(pattern.path)\"\(stroke(color))"
        + " stroke-width=\"\(number(pattern.width))\"\(pattern.cap)/></pattern>"
    }
    return lines.isEmpty ? [] : ["<defs>"] + lines + ["</defs>"]
  }

  private static let patterns: [(name: String, path: String, width: Double, cap: String)] = [
    ("p2", "M-2 2L2 -2M0 8L8 0M6 10L10 6", 1.6, ""),
    ("p3", "M2 2h.01M6 6h.01", 2.6, " stroke-linecap=\"round\""),
    ("p4", "M0 2H8M0 6H8", 1.3, ""),
    ("p5", "M-2 6L2 10M0 0L8 8M6 -2L10 2", 1.6, ""),
    ("p6", "M0 0L8 8M8 0L0 8", 1.3, ""),
    ("ph", "M-2 2L2 -2M0 8L8 0M6 10L10 6", 1, ""),
  ]
}
