import Foundation
import Testing

@testable import Configuration

@Suite("Terminology file")
struct TerminologyTests {
  private let declared = TerminologyReader.Declared(
    attributes: ["gender", "level"], labels: ["Women", "Men", "Band 5"])

  private func read(_ text: String) -> (TerminologyConfiguration?, [ConfigurationProblem]) {
    var reader = TerminologyReader(file: "terms.toml")
    let read = reader.read(text: text, declared)
    return (read, reader.problems)
  }

  @Test("renames words, groups and attributes, and lists what is allowed")
  func reads() throws {
    let (read, problems) = read(
      """
      schema = 1
      allowed_attributes = ["gender", "level"]
      [words]
      hires = "starters"
      [groups]
      Women = "Frauen"
      "All other people" = "Everybody else"
      [attributes]
      gender = "Geschlecht"
      """)
    #expect(problems == [])
    let terminology = try #require(read)
    #expect(terminology.words == [.init(name: "hires", replacement: "starters")])
    #expect(terminology.groups.map(\.replacement) == ["Frauen", "Everybody else"])
    #expect(terminology.attributes.map(\.name) == ["gender"])
    #expect(terminology.allowedAttributes == ["gender", "level"])
  }

  @Test("finds every problem in one pass, with its line")
  func problems() {
    let (_, problems) = read(
      """
      schema = 1
      allowed = ["gender"]
      [words]
      hires = "2 starters"
      [groups]
      Woman = "Frauen"
      Men = "People"
      "Band 5" = "People"
      [attributes]
      height = "Size"
      """)
    #expect(problems.map(\.line) == [2, 4, 6, 8, 10])
    #expect(problems.map(\.code) == ["C010", "C014", "C031", "C042", "C030"])
    #expect(problems.allSatisfy { $0.file == "terms.toml" })
    #expect(problems[2].message.contains("did you mean \"Women\"?"))
  }

  @Test("an attribute that is not allowed is refused where it is declared")
  func allowList() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "parity-terms-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "schema = 1\nallowed_attributes = [\"gender\"]\n".write(
      to: folder.appending(path: "terms.toml"), atomically: true, encoding: .utf8)
    let text = SampleConfiguration.replacing([
      ("profiles", "profiles = [\"full\"]\nterminology = \"terms.toml\"")
    ])
    var problems: [ConfigurationProblem] = []
    do {
      _ = try ConfigurationReader.read(
        text: text, file: "parity.toml", folder: folder.path,
        environment: ["PARITY_DATA": "/data"])
    } catch {
      problems = error.problems
    }
    #expect(!problems.isEmpty)
    #expect(problems.allSatisfy { $0.code == "C047" && $0.file == "parity.toml" && $0.line > 1 })
    #expect(!problems.contains { $0.message.contains("\"gender\"") })
  }

  @Test("a file that cannot be read is one problem")
  func missing() {
    let text = SampleConfiguration.replacing([
      ("profiles", "profiles = [\"full\"]\nterminology = \"no-such-file.toml\"")
    ])
    #expect(SampleConfiguration.problems(text).map(\.code) == ["C002"])
  }
}

@Suite("Report locales")
struct ReportLocaleTests {
  @Test(
    "a mistyped one has a suggestion",
    arguments: [
      ("en-UK", "en-GB"), ("de-DE", "de"), ("fr_FR", "fr"), ("en", "en-GB"), ("ES", "es"),
      ("pt", nil),
    ])
  func suggestion(tag: String, expected: String?) {
    #expect(ReportLocale.suggestion(for: tag) == expected)
  }

  @Test("another language leaves the currency and everything else as it is")
  func reported() throws {
    let read = try SampleConfiguration.read(SampleConfiguration.text)
    let german = read.reported(in: "de")
    #expect(german.organisation.locale == "de")
    #expect(german.organisation.currency == read.organisation.currency)
    #expect(german.printed().contains("locale = \"de\"\n"))
    #expect(read.reported(in: "xx") == read)
  }
}
