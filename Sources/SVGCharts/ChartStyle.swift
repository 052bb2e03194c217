/// The styles a page needs for charts in its text.
public enum ChartStyle {
  /// The rules that colour charts through variables.
  public static let rules: String = {
    var lines = [
      ".chart{display:block;width:100%;height:auto;font-family:inherit;"
        + "font-variant-numeric:tabular-nums;font-size:13px;fill:var(--ink)}",
      // A reader's text spacing would push the labels off the drawing; the table takes it.
      ".chart text{letter-spacing:0!important;word-spacing:0!important}",
    ]
    let plain = [
      ("i", "ink"), ("m", "muted"), ("c", "context"), ("g", "grid"), ("a", "axis"), ("b", "band"),
      ("p", "page"),
    ]
    for (letter, name) in plain {
      lines.append(".chart .f\(letter){fill:var(--\(name))}")
      lines.append(".chart .l\(letter){stroke:var(--\(name));fill:none}")
    }
    for slot in 1...6 {
      lines.append(".chart .f\(slot){fill:var(--s\(slot))}")
      lines.append(".chart .l\(slot){stroke:var(--s\(slot));fill:none}")
      lines.append(".chart .h\(slot){fill:var(--page);stroke:var(--s\(slot));stroke-width:2}")
    }
    for (index, color) in Palette.sequential.enumerated() {
      lines.append(".chart .q\(index + 1){fill:\(color)}")
    }
    for (index, color) in Palette.diverging.enumerated() {
      lines.append(".chart .d\(index + 1){fill:\(color)}")
    }
    lines.append(".glyph *{fill:none;stroke:currentColor;stroke-width:1.5}")
    lines.append(".glyph .k{fill:currentColor;stroke:none}")
    lines.append(".chart .td{fill:\(Palette.darkInk)}")
    lines.append(".chart .tl{fill:\(Palette.lightInk)}")
    return lines.joined(separator: "\n")
  }()

  /// Rules for readers who force their own colours: steps of a scale become outlines.
  public static let forcedRules: String =
    [
      (1...5).map { ".chart .q\($0)" }.joined(separator: ","),
      (1...7).map { ".chart .d\($0)" }.joined(separator: ","),
    ].joined(separator: ",") + "{fill:Canvas;stroke:CanvasText}\n"
    + ".chart .td,.chart .tl{fill:CanvasText}\n.chart .fb{stroke:CanvasText}"

  /// The variables of a light page.
  public static func lightVariables(_ palette: Palette = .standard) -> String {
    variables(palette, \.light)
  }

  /// The variables of a dark page.
  public static func darkVariables(_ palette: Palette = .standard) -> String {
    variables(palette, \.dark)
  }

  /// The variables where the reader's own colours are forced.
  public static func forcedVariables(_ palette: Palette = .standard) -> String {
    variables(palette, \.forced)
  }

  private static func variables(
    _ palette: Palette, _ color: (Palette.Swatch) -> String
  ) -> String {
    palette.swatches.map { "--\($0.name):\(color($0))" }.joined(separator: ";")
  }
}
