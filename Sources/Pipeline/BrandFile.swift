import Configuration
import Documents
import Foundation
import SVGCharts

/// The brand of a run: read, held against what readers need to see, and refused where they would not.
struct BrandFile: Sendable {
  /// The brand.
  let brand: Brand
  /// What a reader may not be able to tell apart.
  let warnings: [String]

  private init() {
    brand = .none
    warnings = []
  }

  /// Reads the brand that `[report] brand` names; without one the report has its own colours.
  ///
  /// - Throws: a failure if the file cannot be read, or if a colour or the logo cannot be used.
  init(_ configuration: RunConfiguration) throws(RunFailure) {
    guard let path = configuration.report.brand else {
      self.init()
      return
    }
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(validating: data, as: UTF8.self)
    else {
      throw RunFailure(
        .inputMissing,
        [
          "error C002 \(path): the brand file is missing, cannot be read or is not UTF-8 text",
          "  fix: correct [report] brand in \(configuration.file)",
        ])
    }
    try self.init(text: text, path: path)
  }

  /// Reads a brand file's text.
  ///
  /// - Throws: a failure as above.
  init(text: String, path: String) throws(RunFailure) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().relativePath
    let file: BrandConfiguration
    do {
      file = try BrandReader.read(text: text, file: path, folder: folder)
    } catch {
      throw RunFailure(.configurationInvalid, error.problems.map(\.description))
    }
    var problems = Self.faint(file.light, .light, path) + Self.faint(file.dark, .dark, path)
    var logo: Brand.Logo?
    if let placed = file.logo {
      do {
        logo = try PortableNetworkGraphic.logo(at: placed.text)
      } catch {
        problems.append(
          ConfigurationProblem(
            code: "C061", file: path, line: placed.line, message: error.message, fix: error.fix))
      }
    }
    guard problems.isEmpty else {
      throw RunFailure(
        .configurationInvalid, ConfigurationProblems(problems).problems.map(\.description))
    }
    brand = Brand(
      name: file.name, logo: logo,
      palette: Palette(light: Self.series(file.light), dark: Self.series(file.dark)),
      links: Brand.Links(
        light: file.light.link.flatMap { Color($0.text) },
        dark: file.dark.link.flatMap { Color($0.text) }))
    warnings = Self.alike(file.light, .light, path) + Self.alike(file.dark, .dark, path)
  }

  private static func series(_ colors: BrandConfiguration.Colors) -> [Color] {
    colors.series.compactMap { Color($0.text) }
  }

  private static func faint(
    _ colors: BrandConfiguration.Colors, _ page: Page, _ path: String
  ) -> [ConfigurationProblem] {
    let remedy = page == .light ? "choose a darker one" : "choose a lighter one"
    func problem(
      _ placed: BrandConfiguration.Placed, _ what: String, _ contrast: Double, _ least: Double
    ) -> ConfigurationProblem {
      ConfigurationProblem(
        code: "C060", file: path, line: placed.line,
        message: "\(what) \(placed.text) of [\(page.rawValue)] has a contrast of "
          + "\(printed(contrast, 2)); it needs \(printed(least, 1))", fix: remedy)
    }
    let marks = PaletteReview.faint(series(colors), on: page).map { faint in
      problem(
        colors.series[faint.slot], "colour \(faint.slot + 1),", faint.contrast,
        PaletteReview.leastMarkContrast)
    }
    let links = [colors.link].compactMap(\.self).compactMap { link -> ConfigurationProblem? in
      guard let color = Color(link.text) else { return nil }
      let contrast = PaletteReview.textContrast(color, on: page)
      return contrast < PaletteReview.leastTextContrast
        ? problem(link, "the colour of links,", contrast, PaletteReview.leastTextContrast) : nil
    }
    return marks + links
  }

  private static func alike(
    _ colors: BrandConfiguration.Colors, _ page: Page, _ path: String
  ) -> [String] {
    PaletteReview.alike(series(colors)).map { pair in
      let line = colors.series[pair.second].line
      return "warning C062 \(path):\(line): colours \(pair.first + 1) and \(pair.second + 1) of "
        + "[\(page.rawValue)] are \(printed(pair.difference, 1)) apart (CIEDE2000) for readers with "
        + "\(pair.vision.rawValue); the standard ones keep "
        + printed(PaletteReview.leastDifference, 0)
    }
  }

  /// A number cut off, not rounded up, so that 4.499 is never called 4.50.
  private static func printed(_ value: Double, _ digits: Int) -> String {
    let scale = pow(10, Double(digits))
    return NumberFormat().number((value * scale).rounded(.down) / scale, digits: digits)
  }
}
