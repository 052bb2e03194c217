import Aggregates
import Configuration
import DataSources
import Foundation
import TestSupport
import Testing

@Suite("Reading a configuration") struct ConfigurationReaderTests {
  let sample: RunConfiguration

  init() throws { sample = try SampleConfiguration.read(SampleConfiguration.text) }

  @Test("who and when")
  func period() {
    #expect(sample.organisation.name == "Example Health Trust")
    #expect(sample.organisation.currency == "USD")
    #expect(sample.organisation.status == .final)
    #expect(sample.period.snapshotDate == "2025-09-30")
    #expect(sample.period.firstMonth == 1)
    #expect(
      sample.period.quarters == [
        "2023Q3", "2023Q4", "2024Q1", "2024Q2", "2024Q3", "2024Q4", "2025Q1", "2025Q2", "2025Q3",
      ])
  }

  @Test("attributes come in the order of the text, levels before the missing ones")
  func attributes() throws {
    #expect(
      sample.attributes.map(\.attribute.id) == [
        "gender", "ethnicity", "function", "pay_group", "level", "tenure",
      ])
    let gender = try #require(sample.attribute("gender"))
    #expect(
      gender.attribute.levels == [
        Level("Women"), Level("Men"), Level("Another gender"), .declined, .blank,
      ])
    #expect(gender.reference == .level("Men"))
    #expect(gender.focal == ["Women"])
    #expect(
      gender.merge == [
        MergeStep(
          label: "Another gender or not stated",
          members: ["Another gender", "Prefer not to say", "No answer recorded"])
      ])
    let ethnicity = try #require(sample.attribute("ethnicity"))
    #expect(ethnicity.attribute.title == "Ethnicity")
    #expect(ethnicity.reference == .rest)
    #expect(ethnicity.focal == ["Asian", "Black", "White", "Two or more"])
    let function = try #require(sample.attribute("function"))
    #expect(function.attribute.levels.map(\.declaration) == [.declared, .declared, .blank])
    #expect(sample.attributes(.structure).map(\.attribute.id) == ["function", "level", "tenure"])
    #expect(sample.attribute("level")?.attribute.isOrdered == true)
    #expect(sample.leadershipLevels == ["Band 8-9", "Executive"])
  }

  @Test("the last report is found beside the configuration")
  func previousRelease() {
    #expect(sample.report.previousRelease == "/trust/2025Q2/results.json")
    #expect(sample.report.pool == "/trust/2025Q1/pool")
  }

  @Test("columns of snapshots")
  func snapshots() throws {
    let input = try #require(sample.input("employees"))
    #expect(input.schema.path == "/trust/data/employees.csv")
    #expect(input.declaredPath == "data/employees.csv")
    #expect(input.schema.format.missing == ["", "N/A"])
    #expect(input.schema.format.encoding == .utf8)
    #expect(input.exclusions == [.init(attribute: "pay_group", levels: ["Seasonal"])])
    #expect(input.snapshotDate == nil)
    let columns = input.schema.columns
    #expect(columns.first == ColumnSchema(.header("Employee ID"), .key("person_id")))
    #expect(
      columns.contains(
        ColumnSchema(.header("Snapshot"), .date(DateColumn(id: "snapshot_date")))))
    #expect(columns.contains(ColumnSchema(.header("Name"), .drop)))
    #expect(
      columns.contains(
        ColumnSchema(
          .header("Base Pay"),
          .measure(
            NumberColumn(
              id: "annual_pay", title: "Base pay", unit: "USD/year", groupSeparator: ",",
              minimum: 0, maximum: 10_000_000)))))
    let gender = columns.compactMap { column -> AttributeColumn? in
      guard case .attribute(let attribute) = column.role else { return nil }
      return attribute.attribute.id == "gender" ? attribute : nil
    }
    #expect(
      gender.first?.labels == [
        "F": "Women", "Female": "Women", "Prefer not to say": "Prefer not to say",
      ])
  }

  @Test("derived columns go where their columns are")
  func derived() throws {
    let employees = try #require(sample.input("employees")).schema
    #expect(
      employees.derivedMeasures == [
        DerivedMeasure(
          id: "hourly_pay", title: "Hourly pay", unit: "USD/hour", numerator: "annual_pay",
          denominator: "weekly_hours", factor: 52, scale: 4)
      ])
    #expect(
      employees.derivedAttributes.map(\.attribute.id) == ["quarter", "hire_quarter", "tenure"])
    #expect(
      employees.derivedAttributes.map(\.date) == ["snapshot_date", "hire_date", "hire_date"])
    #expect(
      employees.derivedAttributes.map(\.rule) == [
        .quarter(firstMonth: 1), .quarter(firstMonth: 1),
        .completedYears(onDay: "2025-09-30", lowerBounds: [0, 2, 5, 10]),
      ])
    #expect(
      employees.derivedAttributes.first?.attribute.levels.map(\.label) == sample.period.quarters)
    let hired = employees.derivedAttributes[1].attribute.levels
    #expect(hired.last == .blank)
    #expect(
      hired.dropLast().suffix(sample.period.quarters.count).map(\.label)
        == sample.period.quarters)
    #expect(hired.count == sample.period.quarters.count + 41)
    let events = try #require(sample.input("events")).schema
    #expect(events.derivedMeasures.isEmpty)
    #expect(events.derivedAttributes.map(\.date) == ["date"])
  }

  @Test("events and applications have their own attributes")
  func special() throws {
    let events = try #require(sample.input("events"))
    #expect(events.schema.path == "/data/events.csv")
    let event = try #require(events.schema.attributes.first { $0.id == "event" })
    #expect(
      event.levels.map(\.label) == [
        "Hire", "Exit", "Promotion", "Move", "Reclassification", "Declaration",
      ])
    let applications = try #require(sample.input("applications"))
    #expect(applications.isAlreadyPublished)
    #expect(!sample.isAlreadyPublished)
    let stage = try #require(applications.schema.attributes.first { $0.id == "stage" })
    #expect(stage.levels.map(\.label) == applications.stages)
    #expect(stage.isOrdered)
    #expect(applications.schema.columns.contains(ColumnSchema(.header("people"), .count)))
  }

  @Test("comparisons, rules and output")
  func rest() throws {
    #expect(sample.intersections == [["gender", "ethnicity"]])
    #expect(sample.pay?.measure.id == "hourly_pay")
    #expect(sample.pay?.measure.unit == "USD/hour")
    #expect(sample.pay?.bonus?.id == "bonus")
    let benchmark = try #require(sample.benchmarks.first)
    #expect(benchmark.value == 0.468)
    #expect(benchmark.standardError == nil)
    #expect(benchmark.within.map(\.attribute) == ["function"])
    #expect(benchmark.within.map(\.level) == ["Software development"])
    let target = try #require(sample.targets.first)
    #expect(target.attribute == "gender" && target.level == "Women")
    #expect(target.scope == .leadership && target.value == 0.45 && target.by == "2027Q4")
    #expect(sample.privacy.minGroup == 10)
    #expect(sample.privacy.keyFile == "/trust/parity.key")
    #expect(sample.privacy.ledger == "/trust/private/parity.ledger")
    #expect(sample.tests.bandRatioLower == 0.8 && sample.tests.bandRatioUpper == 1.25)
    #expect(sample.tests.bandSharePoints == 2)
    #expect(sample.report.profiles == ["leadership", "full"])
    #expect(sample.actions.first?.due == "2026-01-31")
    #expect(sample.report.crosswalk == nil && sample.breaks.isEmpty)
  }

  @Test("reads the frameworks of the annex and the breaks in the series")
  func crosswalkAndBreaks() throws {
    let text = SampleConfiguration.replacing([
      ("brand = ", "crosswalk = [\"eu-2023-970\", \"wres\"]"),
      (
        "description = ",
        """
        [[breaks]]
        attribute = "ethnicity"
        quarter = "2025Q2"
        text = "Everyone was asked again."
        """
      ),
    ])
    let configuration = try SampleConfiguration.read(text)
    #expect(configuration.report.crosswalk == ["eu-2023-970", "wres"])
    let found = try #require(configuration.breaks.first)
    #expect(configuration.breaks.count == 1)
    #expect(found.attribute == "ethnicity" && found.quarter == "2025Q2")
    #expect(found.text == "Everyone was asked again.")
    let spoilt = text.replacingOccurrences(
      of: "attribute = \"ethnicity\"\nquarter", with: "attribute = \"ethnicty\"\nquarter")
    #expect(
      SampleConfiguration.problems(spoilt).contains {
        $0.description.contains("did you mean \"ethnicity\"?")
      })
  }

  @Test("reads scenarios, and says what is wrong with them")
  func scenarios() throws {
    let text = SampleConfiguration.replacing([
      (
        "description = ",
        """
        [[scenarios]]
        name = "Half of all hires"
        attribute = "gender"
        level = "Women"
        hire_share = 0.5
        exits = 0.8
        """
      )
    ])
    let found = try #require(try SampleConfiguration.read(text).scenarios.first)
    #expect(found.name == "Half of all hires" && found.attribute == "gender")
    #expect(found.hireShare == 0.5 && found.exits == 0.8 && found.hires == nil)
    func problem(_ old: String, _ new: String) -> String {
      SampleConfiguration.problems(text.replacingOccurrences(of: old, with: new)).map(\.description)
        .joined()
    }
    #expect(problem("hire_share = 0.5", "hire_share = 50").contains("which is no share"))
    #expect(problem("exits = 0.8", "exits = -1").contains("does not lie between 0 and 10"))
    #expect(problem("hire_share = 0.5\nexits = 0.8", "").contains("changes nothing"))
    #expect(problem("level = \"Women\"\nhire", "level = \"Womn\"\nhire").contains("Womn"))
  }

  @Test("defaults hold where nothing is said")
  func defaults() throws {
    let text = """
      schema = 1
      organisation = { name = "A" }
      period = { quarter = "2020Q2", snapshot = 2020-06-30 }
      inputs.staff = { kind = "snapshots", path = "/data/staff.csv", columns_by_position = true }
      [mapping.staff]
      grade = 3
      count = 2
      [attributes.grade]
      role = "structure"
      levels = ["08", "1e3", "no"]
      """
    let read = try SampleConfiguration.read(text)
    #expect(read.organisation.locale == "en-GB" && read.organisation.currency == "GBP")
    #expect(read.period.quarters == ["2020Q2"])
    #expect(read.privacy == PrivacyExpectation.standard(of: read))
    #expect(read.tests.confidence == 0.95 && read.tests.bandPayPercent == 5)
    #expect(read.attributes.first?.attribute.declaredLevels.map(\.label) == ["08", "1e3", "no"])
    let staff = try #require(read.inputs.first)
    #expect(staff.snapshotDate == "2020-06-30")
    #expect(staff.schema.format.headerRows == 0)
    #expect(staff.schema.path == "/data/staff.csv")
    #expect(staff.schema.columns.map(\.place) == [.position(3), .position(2)])
    #expect(staff.schema.derivedAttributes.isEmpty)
  }

  private enum PrivacyExpectation {
    static func standard(of read: RunConfiguration) -> PrivacyConfiguration {
      #expect(read.privacy.audience == "public")
      #expect(read.privacy.minGroup == 10 && read.privacy.minGroupPay == 10)
      return read.privacy
    }
  }

  @Test("an internal audience may see groups of five, and pay of ten")
  func internalFloor() throws {
    let text = SampleConfiguration.replacing([
      ("audience", "audience = \"internal\""), ("min_group = ", ""), ("min_group_pay", ""),
    ])
    let read = try SampleConfiguration.read(text)
    #expect(read.privacy.minGroup == 5 && read.privacy.minGroupPay == 10)
  }

  @Test("missing levels take the labels the configuration gives them")
  func missingLabels() throws {
    let text = SampleConfiguration.replacing([
      ("declined_label", "declined_label = \"Not disclosed\"\nblank_label = \"Empty\""),
      (
        "merge = ",
        "merge = [ { label = \"Rest\", members = [\"Another gender\", \"Not disclosed\"] } ]"
      ),
      ("declined = ", "declined = [\"PNTS\"]\nnot_asked = [\"NA\"]"),
    ])
    let gender = try #require(try SampleConfiguration.read(text).attribute("gender"))
    #expect(
      gender.attribute.levels.suffix(3) == [
        Level("Not disclosed", .declined), Level("Empty", .blank), Level("Not asked", .notAsked),
      ])
  }

  @Test("fiscal quarters are named after the year they end in")
  func fiscal() throws {
    let text = SampleConfiguration.replacing([
      ("quarter = ", "quarter = \"FY2025Q2\""), ("snapshot = ", "snapshot = 2024-09-30"),
      ("quarters", "quarters = 3"), ("fiscal", "fiscal_year_start = \"04-01\""),
      ("\"gender.Women", "\"gender.Women.leadership\" = { value = 0.45, by = \"FY2027Q4\" }"),
    ])
    let read = try SampleConfiguration.read(text)
    #expect(read.period.quarters == ["FY2024Q4", "FY2025Q1", "FY2025Q2"])
    #expect(read.period.firstMonth == 4)
  }

  @Test("a target's key may be written without quotes")
  func dottedTarget() throws {
    let text = SampleConfiguration.replacing([
      ("\"gender.Women", "gender.Women.leadership = { value = 0.45, by = \"2027Q4\" }")
    ])
    #expect(
      try SampleConfiguration.read(text).targets
        == SampleConfiguration.read(SampleConfiguration.text).targets)
  }

  @Test("a file reads relative to its folder, and one that is not there is a problem")
  func file() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parity-configuration-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("parity.toml").path
    try Data(SampleConfiguration.text.utf8).write(to: URL(fileURLWithPath: path))
    let read = try ConfigurationReader.read(path: path, environment: ["PARITY_DATA": "/data"])
    #expect(read.input("employees")?.schema.path == folder.path + "/data/employees.csv")
    #expect(throws: ConfigurationProblems.self) {
      try ConfigurationReader.read(path: path + ".no")
    }
  }
}
