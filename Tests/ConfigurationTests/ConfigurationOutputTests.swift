import Configuration
import Foundation
import TestSupport
import Testing

@Suite("Printed configuration, templates and schema") struct ConfigurationOutputTests {
  @Test("the printed configuration marks defaults and reads back as the same one")
  func printed() throws {
    let text = SampleConfiguration.replacing([("locale", ""), ("min_group = ", "")])
    let first = try SampleConfiguration.read(text)
    let printed = first.printed()
    #expect(printed.contains("locale = \"en-GB\"  # default\n"))
    #expect(printed.contains("min_group = 10  # default\n"))
    #expect(printed.contains("currency = \"USD\"\n"))
    #expect(printed.contains("[[intersections]]\nattributes = [\"gender\", \"ethnicity\"]\n"))
    let second = try SampleConfiguration.read(printed)
    #expect(second.inputs == first.inputs)
    #expect(second.attributes == first.attributes)
    #expect(second.benchmarks == first.benchmarks && second.targets == first.targets)
    #expect(second.privacy == first.privacy && second.tests == first.tests)
    #expect(second.report == first.report && second.actions == first.actions)
    #expect(second.period == first.period && second.organisation == first.organisation)
    #expect(second.pay == first.pay && second.intersections == first.intersections)
    #expect(second.settings.map(\.value) == first.settings.map(\.value))
    #expect(second.settings.allSatisfy { !$0.isDefault })
  }

  @Test("every template reads as it is", arguments: ConfigurationTemplate.vendors)
  func template(_ vendor: String) throws {
    let text = try #require(ConfigurationTemplate.text(vendor: vendor, name: "A \"B\" \\ C"))
    #expect(SampleConfiguration.problems(text).map(\.description) == [])
    #expect(try SampleConfiguration.read(text).organisation.name == "A \"B\" \\ C")
    #expect(try SampleConfiguration.read(text).inputs.first?.profile == vendor)
  }

  @Test("every template reads with its further settings", arguments: ConfigurationTemplate.vendors)
  func templateInFull(_ vendor: String) throws {
    let text = try #require(ConfigurationTemplate.text(vendor: vendor))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("#") && !line.hasPrefix("# ") ? line.dropFirst() : line
    }
    #expect(
      SampleConfiguration.problems(lines.joined(separator: "\n")).map(\.description) == [])
  }

  @Test("there is a template for each system named, and for no other")
  func vendors() {
    #expect(
      ConfigurationTemplate.vendors == [
        "workday", "successfactors", "bamboohr", "adp", "ukg", "greenhouse", "lever", "generic",
      ])
    #expect(ConfigurationTemplate.text(vendor: "other") == nil)
  }

  @Test("the schema is JSON, closed, and has the keys of the format")
  func schema() throws {
    let text = ConfigurationSchema.json()
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let properties = try #require(root["properties"] as? [String: Any])
    #expect(
      properties.keys.sorted() == [
        "actions", "attributes", "benchmarks", "breaks", "collaboration", "derived", "inputs",
        "intersections",
        "levels",
        "mapping", "organisation", "pay", "period", "privacy", "report", "scenarios", "schema",
        "skills",
        "targets", "taxonomy", "tests", "training", "values",
      ])
    #expect(root["additionalProperties"] as? Bool == false)
    #expect(
      root["required"] as? [String] == ["schema", "organisation", "period", "inputs", "mapping"])
    let tests = try #require(properties["tests"] as? [String: Any])
    let keys = try #require(tests["properties"] as? [String: Any])
    let band = try #require(keys["band_ratio"] as? [String: Any])
    #expect(band["default"] as? [Double] == [0.8, 1.25])
  }
}
