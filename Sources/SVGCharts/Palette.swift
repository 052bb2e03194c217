/// The colours of charts.
///
/// Those of the standard palette are chosen so that every pair of slots differs under the common
/// forms of colour blindness and every slot stands out from the page.
public struct Palette: Hashable, Sendable {
  /// One colour, by the name of its style variable.
  public struct Swatch: Hashable, Sendable {
    /// The variable's name without dashes, for example `s1`.
    public let name: String
    /// The colour on a light page.
    public let light: String
    /// The colour on a dark page.
    public let dark: String
    /// The system colour where the reader's own colours are forced.
    public let forced: String
  }

  /// How many groups have a colour of their own.
  public static let slots = 6

  /// Every colour, in a fixed order.
  public let swatches: [Swatch]

  /// The palette of a report without a brand.
  public static let standard = Palette(swatches: [
    Swatch(name: "page", light: "#FFFFFF", dark: "#14181D", forced: "Canvas"),
    Swatch(name: "ink", light: "#14181D", dark: "#E8EAED", forced: "CanvasText"),
    Swatch(name: "muted", light: "#4A5058", dark: "#B4BAC2", forced: "CanvasText"),
    Swatch(name: "context", light: "#6F7680", dark: "#8B939E", forced: "GrayText"),
    Swatch(name: "grid", light: "#E3E6EA", dark: "#2C333B", forced: "GrayText"),
    Swatch(name: "axis", light: "#9AA1AA", dark: "#5C6570", forced: "CanvasText"),
    Swatch(name: "band", light: "#EEF1F5", dark: "#222A33", forced: "Canvas"),
    Swatch(name: "s1", light: "#1F41A1", dark: "#627FC4", forced: "CanvasText"),
    Swatch(name: "s2", light: "#DE712E", dark: "#E46F13", forced: "CanvasText"),
    Swatch(name: "s3", light: "#1F8477", dark: "#A0FAD9", forced: "CanvasText"),
    Swatch(name: "s4", light: "#4E1B32", dark: "#C391A2", forced: "CanvasText"),
    Swatch(name: "s5", light: "#9072CA", dark: "#BDB6E5", forced: "CanvasText"),
    Swatch(name: "s6", light: "#3C4202", dark: "#E6D186", forced: "CanvasText"),
  ])

  private init(swatches: [Swatch]) { self.swatches = swatches }

  /// The standard palette with six colours of a brand on a light page, on a dark one, or on both.
  ///
  /// A list of any other length leaves its page as it is.
  public init(light: [Color] = [], dark: [Color] = []) {
    swatches = Self.standard.swatches.map { swatch in
      guard swatch.name.hasPrefix("s"), let slot = Int(swatch.name.dropFirst()),
        (1...Self.slots).contains(slot)
      else { return swatch }
      return Swatch(
        name: swatch.name,
        light: light.count == Self.slots ? light[slot - 1].text : swatch.light,
        dark: dark.count == Self.slots ? dark[slot - 1].text : swatch.dark, forced: swatch.forced)
    }
  }

  static let sequential = ["#EDF2FB", "#B9CBEC", "#7F9FD6", "#4467B8", "#1F3B85"]
  static let diverging = [
    "#9A3F0B", "#DE8A55", "#F3D3BE", "#F2F2F0", "#BED0EA", "#6D8FCB", "#1F41A1",
  ]
  static let darkInk = "#14181D"
  static let lightInk = "#FFFFFF"

  func light(_ name: String) -> String {
    swatches.first { $0.name == name }?.light ?? Self.darkInk
  }

  /// A colour by the name of its variable, on a page of a kind.
  func color(_ name: String, on page: Page) -> Color? {
    swatches.first { $0.name == name }.flatMap { Color(page == .light ? $0.light : $0.dark) }
  }
}
