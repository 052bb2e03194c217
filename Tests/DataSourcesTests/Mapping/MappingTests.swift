import DataSources
import Foundation
import TestSupport
import Testing

@Suite("Mapping")
struct MappingTests {
  private func propose(_ text: String, showValues: Bool = false) throws -> MappingProposal {
    let file = try WrittenFile(text)
    return try withExtendedLifetime(file) {
      try MappingProposal.propose(path: file.path, input: "employees", showValues: showValues)
    }
  }

  private func table(_ header: String, _ row: (Int) -> String, count: Int = 60) -> String {
    ([header] + (1...count).map(row)).joined(separator: "\n") + "\n"
  }

  @Test("headers match after case, punctuation and capitals are set aside, and only then")
  func aliases() {
    #expect(AliasTable.match("hireDate")?.target.id == "hire_date")
    #expect(AliasTable.match("HIRE DATE")?.target.id == "hire_date")
    #expect(AliasTable.match("Total Base Pay - Annualised")?.target.id == "base_pay")
    #expect(AliasTable.match("candidate_gender")?.vendors == [.greenhouse])
    #expect(AliasTable.match("personIdExternal")?.target.id == "person_id")
    #expect(AliasTable.match("Gendr") == nil)
    #expect(AliasTable.match("Gender of manager") == nil)
    #expect(AliasTable.match("Races") == nil)
  }

  @Test("no header means two things")
  func aliasesAreUnique() {
    #expect(Set(AliasTable.targets.map(\.id)).count == AliasTable.targets.count)
    for target in AliasTable.targets { #expect(AliasTable.match(target.id)?.target == target) }
  }

  @Test("a file of one vendor is recognised and mapped")
  func workday() throws {
    let proposal = try propose(
      table(
        "Employee ID,Legal Name,Email - Primary Work,Gender,ethnicity_codes,Management Level,"
          + "Supervisory Organization,Hire Date,Total Base Pay - Annualised,date_of_birth,Shoe size"
      ) {
        "W\($0 * 7919 % 997),Ana B\($0),a\($0)@example.org,\($0 % 2 == 0 ? "F" : "M"),"
          + "\($0 % 3 == 0 ? "White; Asian" : "White"),Band \($0 % 4),Unit \($0 % 5),"
          + "\($0 % 28 + 1)/\($0 % 12 + 1)/2020,\"\(40 + $0),\(100 + $0).50\",1980-01-0\(1 + $0 % 9),"
          + "\(36 + $0 % 8)"
      })
    #expect(proposal.vendor == .workday)
    #expect(
      proposal.assignments.map(\.target.id) == [
        "person_id", "gender", "ethnicity", "hire_date", "level", "department", "base_pay",
      ])
    #expect(
      proposal.dropped.map(\.column.header) == [
        "Legal Name", "Email - Primary Work", "date_of_birth",
      ])
    #expect(proposal.undecided.map(\.column.header) == ["Shoe size"])
    let toml = proposal.toml()
    #expect(toml.contains("person_id = \"Employee ID\""))
    #expect(toml.contains("column = \"Hire Date\", format = \"d/M/yyyy\""))
    #expect(toml.contains("group = \",\""))
    #expect(toml.contains("multi = \";\""))
    #expect(
      toml.contains("drop = [\"Legal Name\", \"Email - Primary Work\", \"date_of_birth\"]"))
    #expect(toml.contains("fingerprint = \"\(proposal.inspection.fingerprint)\""))
    #expect(!toml.contains("White"))
    #expect(!toml.contains("Band 1"))
  }

  @Test("two columns for one name are a conflict and neither is taken")
  func conflict() throws {
    let proposal = try propose(
      table("person_id,Grade,Band,Sex") {
        "\($0 * 7919 % 997),G\($0 % 4),B\($0 % 3),\($0 % 2 == 0 ? "F" : "M")"
      })
    #expect(proposal.conflicts.map(\.target.id) == ["level"])
    #expect(proposal.conflicts.first?.columns.map(\.header) == ["Grade", "Band"])
    #expect(proposal.assignments.map(\.target.id) == ["person_id", "gender"])
  }

  @Test("values that contradict the header stop the mapping")
  func evidence() throws {
    let proposal = try propose(
      table("Gender,Hire Date,FTE") { "Town \($0 % 5),soon \($0 % 3),full" })
    #expect(proposal.assignments.isEmpty)
    #expect(proposal.undecided.map(\.column.header) == ["Gender", "Hire Date", "FTE"])
  }

  @Test("labels become levels where they are asked for")
  func labels() throws {
    let proposal = try propose(
      table("Gender,Department") {
        ["F,Finance", "Female,Care", "M,Care", "Prefer not to say,Finance"][$0 % 4]
      }, showValues: true)
    let toml = proposal.toml()
    #expect(toml.contains("levels = [\"Women\", \"Men\"]"))
    #expect(toml.contains("\"Women\" = [\"F\", \"Female\"]"))
    #expect(toml.contains("declined = [\"Prefer not to say\"]"))
    #expect(toml.contains("levels = [\"Care\", \"Finance\"]"))
  }

  @Test("types are proposed from values")
  func types() throws {
    let file = try WrittenFile(
      table("amount;when;either;code;group;serial date;note") {
        "\(1000 + $0),\(10 + $0 % 80);\(13 + $0 % 15).0\(1 + $0 % 9).2020;0\(1 + $0 % 9)/0\(1 + $0 % 7)/2020;"
          + "00\($0 % 9);G\($0 % 3);\(45_000 + $0);"
      })
    let inspection = try FileInspection.inspect(path: file.path)
    #expect(inspection.format.delimiter == 0x3B)
    #expect(
      inspection.columns.map(\.type) == [
        .number(decimalSeparator: ",", groupSeparator: nil, scale: 2),
        .date(formats: ["dd.MM.yyyy"]), .date(formats: ["dd/MM/yyyy", "MM/dd/yyyy"]),
        .categorical(labels: 9), .categorical(labels: 3), .spreadsheetDate, .empty,
      ])
  }

  @Test("a file without header is mapped by position")
  func noHeader() throws {
    let proposal = try propose(
      table("11,F,2020-01-01") { "\($0),\($0 % 2 == 0 ? "F" : "M"),2020-01-0\(1 + $0 % 9)" })
    #expect(!proposal.inspection.hasHeader)
    #expect(proposal.inspection.rows == 61)
    #expect(proposal.toml().contains("columns_by_position = true"))
  }

  @Test(
    "the real workforce file is read as it is", .enabled(if: ProjectFolder.realData != nil))
  func cincinnati() throws {
    let folder = try #require(ProjectFolder.realData)
    let path = folder.appendingPathComponent("cincinnati-employees-2020.csv").path
    let proposal = try MappingProposal.propose(path: path, input: "employees")
    let inspection = proposal.inspection
    #expect(inspection.rows == 6304)
    #expect(inspection.columns.count == 22)
    #expect(inspection.format.byteOrderMarkLength == 3)
    #expect(inspection.format.lineEnding == .carriageReturnLineFeed)
    #expect(inspection.problems.isEmpty)
    let uses = Dictionary(
      proposal.assignments.map { ($0.column.header, $0.target.id) }, uniquingKeysWith: { $1 })
    #expect(uses["SEX"] == "gender")
    #expect(uses["RACE"] == "ethnicity")
    #expect(uses["AGE_RANGE"] == "age_band")
    #expect(uses["ANNUAL_RT"] == "base_pay")
    #expect(uses["STD_HOURS"] == "weekly_hours")
    #expect(uses["HIRE_DATE"] == "hire_date")
    #expect(uses["GRADE"] == "level")
    let grade = proposal.assignments.first { $0.target.id == "level" }
    if case .categorical = grade?.column.type {} else { Issue.record("a grade is no amount") }
    let pay = proposal.assignments.first { $0.target.id == "base_pay" }
    #expect(
      pay?.column.type == .number(decimalSeparator: ".", groupSeparator: ",", scale: 2))
    let hired = proposal.assignments.first { $0.target.id == "hire_date" }
    #expect(hired?.column.type == .date(formats: ["M/d/yyyy H:mm"]))
    #expect(!proposal.toml().contains("TORRES"))
  }

  @Test("a published spreadsheet is inspected", .enabled(if: ProjectFolder.realData != nil))
  func publishedSpreadsheet() throws {
    let folder = try #require(ProjectFolder.realData)
    let path = folder.appendingPathComponent("cps-table11-2022.csv").path
    let inspection = try FileInspection.inspect(path: path)
    #expect(inspection.format.delimiter == 0x2C)
    #expect(inspection.columns.count == 7)
    #expect(inspection.isHeaderPartial)
    #expect(inspection.skipRows == 5)
    #expect(inspection.rows > 500)
  }
}
