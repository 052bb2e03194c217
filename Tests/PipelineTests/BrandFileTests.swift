import Documents
import Foundation
import SVGCharts
import TestSupport
import Testing

@testable import Pipeline

@Suite("Brand of a run")
struct BrandFileTests {
  private static let light =
    "\"#1F41A1\", \"#DE712E\", \"#1F8477\", \"#4E1B32\", \"#9072CA\", \"#3C4202\""
  private static let dark =
    "\"#627FC4\", \"#E46F13\", \"#A0FAD9\", \"#C391A2\", \"#BDB6E5\", \"#E6D186\""
  /// One transparent pixel.
  static let pixel =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

  private static func brand(_ text: String) throws(RunFailure) -> BrandFile {
    try BrandFile(text: "schema = 1\n" + text, path: "board/brand.toml")
  }

  @Test("the standard colours pass, without a warning")
  func standard() throws {
    let file = try Self.brand(
      "name = \"N\"\n[light]\nseries = [\(Self.light)]\n[dark]\nseries = [\(Self.dark)]")
    #expect(file.brand.palette == .standard)
    #expect(file.brand.name == "N")
    #expect(file.warnings.isEmpty)
  }

  @Test("faint colours are refused together, each with its line")
  func faint() {
    let failure = #expect(throws: RunFailure.self) {
      try Self.brand(
        """
        [light]
        link = "#777777"
        series = [
          "#E69F00", "#1F41A1", "#1F8477",
          "#4E1B32", "#9072CA", "#56B4E9",
        ]
        [dark]
        series = [\(Self.light)]
        link = "#627FC4"
        """)
    }
    #expect(failure?.exitCode == .configurationInvalid)
    let lines = (failure?.lines ?? []).joined(separator: "\n")
    for part in [
      "error C060 board/brand.toml:5: colour 1, #E69F00 of [light] has a contrast of 2.25; it needs 3.0",
      "board/brand.toml:6: colour 6, #56B4E9 of [light]",
      "board/brand.toml:3: the colour of links, #777777 of [light]", "choose a darker one",
      "board/brand.toml:9: colour 1, #1F41A1 of [dark] has a contrast of 1.97", "choose a lighter",
      "board/brand.toml:10: the colour of links, #627FC4 of [dark]",
    ] {
      #expect(lines.contains(part), "\(part) in \(lines)")
    }
  }

  @Test("colours that look alike to some readers are a warning")
  func alike() throws {
    let file = try Self.brand(
      "[light]\nseries = [\"#12436D\", \"#1F8477\", \"#801650\", \"#DE712E\", \"#3D3D3D\", \"#9072CA\"]"
    )
    #expect(file.warnings.contains { $0.contains("colours 1 and 3 of [light] are 6.5 apart") })
    #expect(file.warnings.allSatisfy { $0.hasPrefix("warning C062 board/brand.toml:3:") })
  }

  @Test("a logo is a PNG, rid of all but its picture")
  func logo() throws {
    let bytes = Array(try #require(Data(base64Encoded: Self.pixel)))
    let logo = try PortableNetworkGraphic.logo(bytes)
    #expect(logo == Brand.Logo(base64: Self.pixel, width: 1, height: 1))
    // A comment behind the header, and bytes behind the end.
    let comment: [UInt8] = [0, 0, 0, 4] + Array("tEXtname".utf8) + [1, 2, 3, 4]
    let longer = Array(bytes.prefix(33)) + comment + Array(bytes.dropFirst(33)) + [1, 2, 3]
    #expect(try PortableNetworkGraphic.logo(longer) == logo)
  }

  @Test("what is no small PNG is refused")
  func notLogo() throws {
    let bytes = Array(try #require(Data(base64Encoded: Self.pixel)))
    var huge = bytes
    huge[16] = 1
    let broken: [[UInt8]] = [
      [], Array("<svg onload=\"alert(1)\"/>".utf8), Array(bytes.prefix(8)), Array(bytes.prefix(33)),
      Array(bytes.dropLast(1)), Array(bytes.prefix(8)) + Array(bytes.dropFirst(33)), huge,
      bytes.prefix(8) + [0xFF, 0xFF, 0xFF, 0xFF] + Array("IHDR".utf8),
    ]
    for bytes in broken {
      #expect(throws: PortableNetworkGraphic.Problem.self) {
        try PortableNetworkGraphic.logo(bytes)
      }
    }
  }

  @Test("a logo that is not there is said with its line")
  func missing() {
    let failure = #expect(throws: RunFailure.self) {
      try Self.brand("logo = \"/nowhere/logo.png\"\n")
    }
    #expect(
      failure?.lines.first
        == "error C061 board/brand.toml:2: the logo cannot be read\n  fix: correct its path")
  }
}

@Suite("Forms of a report")
struct ReportFormatsTests {
  @Test("forms are read, and a word that is none is said")
  func reading() throws {
    #expect(try ReportFormats("md,html,csv") == .standard)
    #expect(try ReportFormats("pdf, html").forms == [.pdf, .html])
    for text in ["", "md,", "svg", "HTML", "md;html", "=cmd"] {
      let failure = #expect(throws: RunFailure.self) { try ReportFormats(text) }
      #expect(failure?.exitCode == .usage)
    }
  }

  @Test("without a browser a PDF cannot be written, and that is said first")
  func noBrowser() {
    let failure = #expect(throws: RunFailure.self) { try PagePrinter(searchPath: "/nowhere") }
    #expect(failure?.exitCode == .cannotWrite)
    #expect(failure?.lines.first?.contains("Chromium") == true)
  }
}
