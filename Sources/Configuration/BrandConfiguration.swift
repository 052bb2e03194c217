/// A brand file as it is written; whether its colours can be read is judged elsewhere.
public struct BrandConfiguration: Sendable, Hashable {
  /// A text with the line it stands on.
  public struct Placed: Sendable, Hashable {
    /// The text.
    public let text: String
    /// The line, 1 for the first.
    public let line: Int
  }

  /// The colours of one page, each as `#RRGGBB`.
  public struct Colors: Sendable, Hashable {
    /// The six colours of groups, in order; empty where the standard ones hold.
    public let series: [Placed]
    /// The colour of links, where it is given.
    public let link: Placed?
  }

  /// The name of the file, as problems print it.
  public let file: String
  /// The name as it is displayed.
  public let name: String?
  /// The path of the logo.
  public let logo: Placed?
  /// The colours on a light page.
  public let light: Colors
  /// The colours on a dark page.
  public let dark: Colors
}

/// Reads a brand file.
public enum BrandReader {
  /// The tables and keys of a brand file.
  static let shape = TableShape([
    KeyShape("schema", .whole(least: 1, greatest: 1), .required, "The version of this format: 1."),
    KeyShape("name", .text, .none, "The name as it is displayed."),
    KeyShape("logo", .text, .none, "A PNG file, relative to this file."),
    KeyShape("light", .table(colors), .none, "The colours on a white page."),
    KeyShape("dark", .table(colors), .none, "The colours on a dark page."),
  ])

  private static let colors = TableShape([
    KeyShape("series", .list(.text, least: 6), .none, "Six colours of groups, as \"#RRGGBB\"."),
    KeyShape("link", .text, .none, "The colour of links, as \"#RRGGBB\"."),
  ])

  /// Reads a brand and reports everything that is wrong with it at once.
  ///
  /// - Parameters:
  ///   - text: the text of the file.
  ///   - file: its name, as problems print it.
  ///   - folder: the folder that the logo's path is relative to.
  /// - Throws: `ConfigurationProblems`, in the order of the lines.
  public static func read(
    text: String, file: String, folder: String
  ) throws(ConfigurationProblems) -> BrandConfiguration {
    let root = try ConfigurationNode.parsed(text, file: file)
    var problems: [ConfigurationProblem] = []
    ShapeCheck.run(root, against: shape) { kind, node, message, fix in
      problems.append(
        ConfigurationProblem(
          code: kind.rawValue, file: file, line: node.line, message: message, fix: fix))
    }
    let pages = ["light", "dark"].map { page in
      let table = root[page]
      let series = table?["series"]?.list ?? []
      if series.count > 6, let node = table?["series"] {
        problems.append(
          ConfigurationProblem(
            code: ProblemKind.badValue.rawValue, file: file, line: node.line,
            message: "\"series\" in [\(page)] has \(series.count) colours",
            fix: "list exactly six"))
      }
      for node in series + [table?["link"]].compactMap(\.self) {
        guard let text = node.text, !isColor(text) else { continue }
        problems.append(
          ConfigurationProblem(
            code: ProblemKind.badValue.rawValue, file: file, line: node.line,
            message: "\(TOMLText.quoted(text)) in [\(page)] is not a colour",
            fix: "write \"#\" and six hexadecimal digits, for example \"#1F41A1\""))
      }
      return BrandConfiguration.Colors(
        series: series.compactMap(placed), link: table?["link"].flatMap(placed))
    }
    guard problems.isEmpty else { throw ConfigurationProblems(problems) }
    let logo = root["logo"].flatMap(placed).map { logo in
      let isComplete = logo.text.hasPrefix("/") || folder.isEmpty || folder == "."
      return BrandConfiguration.Placed(
        text: isComplete ? logo.text : "\(folder)/\(logo.text)", line: logo.line)
    }
    return BrandConfiguration(
      file: file, name: root["name"]?.text, logo: logo, light: pages[0], dark: pages[1])
  }

  private static func placed(_ node: ConfigurationNode) -> BrandConfiguration.Placed? {
    node.text.map { BrandConfiguration.Placed(text: $0, line: node.line) }
  }

  private static func isColor(_ text: String) -> Bool {
    let digits = text.utf8.dropFirst()
    return text.hasPrefix("#") && digits.count == 6
      && digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }
}
