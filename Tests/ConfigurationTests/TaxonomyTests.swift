import Aggregates
import DataSources
import Foundation
import TestSupport
import Testing

@testable import Configuration

@Suite("Taxonomy file")
struct TaxonomyTests {
  private func read(_ text: String) -> (TaxonomyConfiguration?, [ConfigurationProblem]) {
    var reader = TaxonomyReader(file: "skills.toml")
    let read = reader.read(text: text, attribute: "specialization")
    return (read, reader.problems)
  }

  @Test("specializations have an occupation, codes, titles and shares, in the order of the file")
  func reads() throws {
    let (read, problems) = read(
      """
      schema = 1
      source = "A survey, 2022"
      [[specializations]]
      name = "Telehealth"
      occupation = "Registered nurses"
      codes = ["29-1141"]
      aliases = ["Telemedicine"]
      shares = { Women = 0.879, Men = 0.121 }
      [[specializations]]
      name = "Medical imaging"
      occupation = "Radiologic technologists"
      codes = ["29-2034", "29-2035"]
      note = "Narrower."
      """)
    #expect(problems == [])
    let taxonomy = try #require(read)
    #expect(taxonomy.specializations.map(\.name) == ["Telehealth", "Medical imaging"])
    #expect(taxonomy.specializations[0].shares.map(\.group) == ["Women", "Men"])
    #expect(taxonomy.specializations[1].codes == ["29-2034", "29-2035"])
    #expect(taxonomy.source == "A survey, 2022")
  }

  @Test("finds every problem in one pass, with its line")
  func problems() {
    let (_, problems) = read(
      """
      schema = 2
      [[specializations]]
      name = "Telehealth"
      occupation = "Registered nurses"
      codes = ["29-1141"]
      aliases = ["Virtual care"]
      shares = { Women = 87.9 }
      [[specializations]]
      name = "Virtual Care"
      occupation = "Nurses"
      colour = "blue"
      """)
    #expect(
      problems.map(\.code).sorted() == ["C003", "C010", "C012", "C014", "C041"], "\(problems)")
    #expect(problems.first { $0.code == "C014" }?.line == 7)
  }

  @Test("the bundled taxonomy names every HealthTech specialization, and its titles are read")
  func bundled() throws {
    let path = ProjectFolder.file("datasets/healthtech/parity.toml").path
    let configuration = try ConfigurationReader.read(path: path)
    let taxonomy = try #require(configuration.taxonomy)
    #expect(taxonomy.attribute == "specialization")
    #expect(
      taxonomy.specializations.map(\.name) == [
        "Data science and analytics", "Software development", "Cybersecurity",
        "User experience design", "Health informatics", "Medical imaging", "Telehealth",
        "Clinical informatics",
      ])
    #expect(taxonomy.specializations.allSatisfy { !$0.codes.isEmpty && !$0.aliases.isEmpty })
    let vacancies = try #require(configuration.input("vacancies"))
    #expect(vacancies.schema.kind == .vacancies)
    let labels = vacancies.schema.columns.compactMap { column -> [String: String]? in
      guard case .attribute(let attribute) = column.role,
        attribute.attribute.id == "specialization"
      else { return nil }
      return attribute.labels
    }.first
    #expect(labels?["Information security"] == "Cybersecurity")
    #expect(labels?["Telemedicine"] == nil)
  }

  @Test("shares are those of the benchmarks of the same occupation")
  func benchmarks() throws {
    let path = ProjectFolder.file("datasets/healthtech/parity.toml").path
    let configuration = try ConfigurationReader.read(path: path)
    var checked = 0
    for specialization in configuration.taxonomy?.specializations ?? [] {
      for share in specialization.shares {
        let same = configuration.benchmarks.first { benchmark in
          benchmark.level == share.group
            && benchmark.within.first?.level == specialization.name
        }
        guard let same else { continue }
        #expect(same.value == share.value, "\(specialization.name), \(share.group)")
        checked += 1
      }
    }
    #expect(checked == 11)
  }

  @Test("an attribute that does not break people down, or has none of the names, is refused")
  func refused() throws {
    let path = ProjectFolder.file("datasets/healthtech/parity.toml").path
    let text = try String(contentsOfFile: path, encoding: .utf8)
    for (attribute, code) in [("gender", "C046"), ("location", "C035"), ("trade", "C030")] {
      let changed = text.replacing(
        "toml\"\nattribute = \"specialization\"",
        with: "toml\"\nattribute = \"\(attribute)\"")
      #expect(changed != text)
      do {
        _ = try ConfigurationReader.read(
          text: changed, file: path, folder: ProjectFolder.file("datasets/healthtech").path)
        Issue.record("\(attribute) was accepted")
      } catch let problems {
        #expect(problems.problems.contains { $0.code == code }, "\(problems.problems)")
      }
    }
  }
}
