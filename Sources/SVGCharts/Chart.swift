/// A picture of numbers: data in, marks, then SVG text.
///
/// It never reads anything but its own data.
public protocol Chart: Hashable, Sendable {
  /// The chart in words: its type, its axes, its rows with their full labels and values.
  var summary: String { get }

  /// The marks of the chart, laid out for a width in pixels.
  func drawing(width: Double) -> Drawing
}

extension Chart {
  /// The chart as SVG text.
  ///
  /// - Parameters:
  ///   - prefix: Starts every identifier, so that several charts can share a page.
  ///   - alternative: The accessible name and description.
  ///   - theme: A file of its own in light colours, or a part of a page that has the chart styles.
  ///   - width: The layout width; text is never under 12 pixels at this width.
  ///   - palette: The colours of a file of its own; a page brings them as variables.
  public func svg(
    prefix: String, alternative: Alternative, theme: Theme, width: Double = Drawing.wide,
    palette: Palette = .standard
  ) -> String {
    SVGWriter(prefix: prefix, theme: theme, palette: palette).text(
      of: drawing(width: width), alternative)
  }

  /// The chart in another layout, on a page that holds it already under the prefix `named`.
  ///
  /// It takes its name and description from there.
  public func svg(prefix: String, named: String, theme: Theme, width: Double) -> String {
    SVGWriter(prefix: prefix, theme: theme, named: named).text(of: drawing(width: width), nil)
  }
}

/// What a reader who cannot see the picture is told.
public struct Alternative: Hashable, Sendable {
  /// The finding, as a short sentence.
  public let title: String
  /// The type, the axes, the extremes, the gap and its uncertainty, and where the table is.
  public let description: String

  /// Makes an alternative.
  public init(title: String, description: String) {
    self.title = title
    self.description = description
  }
}

/// How colours reach the shapes.
public enum Theme: Hashable, Sendable {
  /// A file of its own: light colours as attributes on an opaque background.
  case standalone
  /// Part of a page: classes, coloured by `ChartStyle.rules`, in light and dark.
  case inline
}
