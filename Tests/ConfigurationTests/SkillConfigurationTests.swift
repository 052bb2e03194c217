import Aggregates
import Configuration
import DataSources
import Testing

@Suite("Skills and training in the configuration")
struct SkillConfigurationTests {
  private static let text = """
    schema = 1
    organisation = { name = "A" }
    period = { quarter = "2025Q3", snapshot = 2025-09-30 }
    [inputs.skills]
    kind = "skills"
    path = "skills.csv"
    [inputs.courses]
    kind = "training"
    path = "courses.csv"
    stages = ["Enrolled", "Completed"]
    [mapping.skills]
    person_id = "id"
    snapshot_date = "day"
    skills = { column = "skills", multi = ";" }
    [mapping.courses]
    date = "day"
    stage = "furthest"
    [skills]
    health = ["FHIR"]
    technology = ["SQL"]
    leadership = ["People management"]
    [training]
    cost_per_enrolment = 750.5
    """

  private static func problems(_ old: String, _ new: String) -> [ConfigurationProblem] {
    SampleConfiguration.problems(text.replacing(old, with: new))
  }

  @Test(
    "skills become domains and one answer each, stages of training an attribute, and costs a number"
  )
  func reads() throws {
    let read = try ConfigurationReader.read(
      text: Self.text, file: "parity.toml", folder: ".", environment: [:])
    #expect(read.skills.map(\.name) == ["FHIR", "SQL", "People management"])
    #expect(read.skills.map(\.domain) == [.health, .technology, .leadership])
    let schema = try #require(read.input("skills")?.schema)
    #expect(
      schema.attributes.map(\.id) == [
        "skill_domain", "skill_1", "skill_2", "skill_3", "quarter",
      ])
    let training = try #require(read.input("courses"))
    #expect(training.stages == ["Enrolled", "Completed"])
    #expect(training.schema.attributes.map(\.id).contains("training_step"))
    #expect(read.trainingCost == 750.5)
    let again = try ConfigurationReader.read(
      text: read.printed(), file: "parity.toml", folder: ".", environment: [:])
    #expect(again.skills == read.skills && again.inputs == read.inputs)
  }

  @Test("what does not fit is said with its line")
  func problems() {
    #expect(Self.problems("cost_per_enrolment = 750.5", "cost_per_enrolment = 0").count == 1)
    #expect(
      Self.problems("technology = [\"SQL\"]", "technology = [\"FHIR\"]").first?.message
        .contains("listed twice") == true)
    #expect(
      Self.problems("stages = [\"Enrolled\", \"Completed\"]", "").first?.message
        .contains("stages") == true)
    #expect(
      Self.problems("kind = \"skills\"", "kind = \"snapshots\"").contains {
        $0.message.contains("for skills only")
      })
    let none = Self.problems(
      "[skills]\nhealth = [\"FHIR\"]\ntechnology = [\"SQL\"]\nleadership = [\"People management\"]",
      "")
    #expect(none.first?.message.contains("there is no [skills]") == true)
  }
}
