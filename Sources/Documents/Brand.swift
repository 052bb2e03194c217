public import SVGCharts

/// How an organisation looks: its colours, its name and its logo.
///
/// Whether the colours can be read is judged before (`PaletteReview`); a brand is taken as it is.
public struct Brand: Hashable, Sendable {
  /// A picture in the PNG format.
  public struct Logo: Hashable, Sendable {
    /// The file in Base64.
    public let base64: String
    /// The width in pixels.
    public let width: Int
    /// The height in pixels.
    public let height: Int

    /// Makes a logo.
    public init(base64: String, width: Int, height: Int) {
      self.base64 = base64
      self.width = width
      self.height = height
    }
  }

  /// The colour of links, on a light and on a dark page, as `#RRGGBB`.
  public struct Links: Hashable, Sendable {
    /// On a light page.
    public let light: String
    /// On a dark page.
    public let dark: String

    /// Makes the colours of links; those not given are the standard ones.
    public init(light: Color? = nil, dark: Color? = nil) {
      self.light = light?.text ?? "#1F41A1"
      self.dark = dark?.text ?? "#9DB4F0"
    }
  }

  /// The report without a brand.
  public static let none = Brand()

  /// The name as it is displayed: above the title, or what the logo says.
  public let name: String?
  /// The logo.
  public let logo: Logo?
  /// The colours of charts.
  public let palette: Palette
  /// The colour of links.
  public let links: Links

  /// Makes a brand.
  public init(
    name: String? = nil, logo: Logo? = nil, palette: Palette = .standard, links: Links = Links()
  ) {
    self.name = name
    self.logo = logo
    self.palette = palette
    self.links = links
  }
}
