import Configuration
import Testing

@Suite("Brand file") struct BrandReaderTests {
  static let colors =
    "[\"#1F41A1\", \"#DE712E\", \"#1F8477\", \"#4E1B32\", \"#9072CA\", \"#3C4202\"]"

  static func read(_ text: String) throws(ConfigurationProblems) -> BrandConfiguration {
    try BrandReader.read(text: text, file: "brand.toml", folder: "board")
  }

  @Test("every key is read with its line")
  func whole() throws {
    let brand = try Self.read(
      """
      schema = 1
      name = "Example"
      logo = "logo.png"
      [light]
      series = \(Self.colors)
      link = "#1f41a1"
      """)
    #expect(brand.name == "Example")
    #expect(brand.logo?.text == "board/logo.png")
    #expect(brand.logo?.line == 3)
    #expect(brand.light.series.map(\.text).first == "#1F41A1")
    #expect(brand.light.series.count == 6)
    #expect(brand.light.link?.text == "#1f41a1")
    #expect(brand.light.link?.line == 6)
    #expect(brand.dark.series.isEmpty && brand.dark.link == nil)
  }

  @Test(
    "what is wrong is said with its line",
    arguments: zip(
      [
        "name = \"x\"", "schema = 2", "schema = 1\nnmae = \"x\"", "schema = 1\nname = 3",
        "schema = 1\n[light]\nlink = \"blue\"", "schema = 1\n[dark]\nseries = [\"#000000\"]",
        "schema = 1\n[dark]\nseries = [\(Array(repeating: "\"#000000\"", count: 7).joined(separator: ","))]",
        "schema = 1\n[light]\nlink = \"#12345g\"", "schema = 1\n[light]\nlink = \"url(x)\"",
        "schema = 1\nname = ",
      ],
      [
        "missing key \"schema\"", "brand.toml:1: \"schema\" is 2", "did you mean \"name\"?",
        "must be a text", "brand.toml:3: \"blue\" in [light] is not a colour",
        "needs at least 6 values", "has 7 colours", "is not a colour", "is not a colour", "C001",
      ]))
  func problems(text: String, part: String) {
    let error = #expect(throws: ConfigurationProblems.self) { try Self.read(text) }
    #expect(error?.description.contains(part) == true, "\(error?.description ?? "")")
  }

  @Test("every problem is found in one pass")
  func together() {
    let error = #expect(throws: ConfigurationProblems.self) {
      try Self.read("schema = 1\nlgoo = \"x\"\n[light]\nlink = \"red\"\n[dark]\nlink = 4")
    }
    #expect(error?.problems.map(\.line) == [2, 4, 6])
  }

  @Test("a key or value of the file cannot make a line or act on a screen")
  func inert() {
    for key in ["\\u001b[31mred", "a\\nerror C999 forged", "\\u202Eabc"] {
      let error = #expect(throws: ConfigurationProblems.self) {
        try Self.read("schema = 1\n\"\(key)\" = 1\n[light]\nlink = \"\(key)\"")
      }
      #expect(error?.problems.count == 2)
      for problem in error?.problems ?? [] {
        let lines = problem.description.split(separator: "\n")
        #expect(lines.count == 2 && lines[1].hasPrefix("  fix: "))
        #expect(!problem.description.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
      }
    }
  }
}
