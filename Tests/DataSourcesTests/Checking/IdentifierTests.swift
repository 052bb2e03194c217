import DataSources
import Testing

@Suite("Identifiers")
struct IdentifierTests {
  private func pattern(_ text: String) -> IdentifierPattern? {
    IdentifierPattern.of(ArraySlice(text.utf8))
  }

  @Test(
    "values that are identifiers",
    arguments: [
      ("ana@example.org", IdentifierPattern.email), ("Ana <ana.b+c@mail.example.co.uk>", .email),
      ("https://example.org/ana", .webAddress), ("www.example.org", .webAddress),
      ("192.168.0.17", .internetAddress),
      // Test numbers of the card schemes.
      ("4111 1111 1111 1111", .paymentCard), ("378282246310005", .paymentCard),
      ("5555-5555-5555-4444", .paymentCard),
      // The examples of the IBAN registry.
      ("GB29 NWBK 6016 1331 9268 19", .bankAccount), ("DE89370400440532013000", .bankAccount),
      ("FR14 2004 1010 0505 0001 3M02 606", .bankAccount),
      ("078-05-1120", .socialSecurity), ("AB 12 34 56 C", .nationalInsurance),
      ("ab123456d", .nationalInsurance), ("SW1A 1AA", .postcode), ("M1 1AE", .postcode),
      ("+44 20 7946 0018", .telephone), ("(555) 010-4477", .telephone),
      ("555-010-4477", .telephone), ("020 7946 0018", .telephone),
      ("1987-12-31", .fullDate), ("31.12.1987", .fullDate), ("5/30/1999 0:00", .fullDate),
    ])
  func positive(_ text: String, _ expected: IdentifierPattern) {
    #expect(pattern(text) == expected)
  }

  @Test(
    "values that are none",
    arguments: [
      "Finance", "a@b", "user@", "@home.org", "4111 1111 1111 1112", "GB28 NWBK 6016 1331 9268 19",
      "000-12-3456", "666-12-3456", "900-12-3456", "123-00-4567", "QQ123456C", "BG123456A",
      "256.1.1.1", "1.2.3", "2025Q3", "71,296.74", "30-39", "2715000", "FIRE2ENG21", "Band 8-9",
      "40135.06", "2019-2020", "51-60", "12345", "D2FIR",
    ])
  func negative(_ text: String) { #expect(pattern(text) == nil) }

  @Test(
    "headers that name identifiers",
    arguments: [
      "Name", "First Name", "SURNAME", "e-mail", "workEmail", "Email Address", "Phone Number",
      "Home Address", "SSN", "Candidate SSN", "NINO", "National ID", "Passport No", "IBAN",
      "Date of Birth", "DOB", "birth_date", "Geburtsdatum", "Nachname", "Prénom",
      "date de naissance", "Apellidos", "Correo electrónico", "LinkedIn Profile", "Employee ID",
    ])
  func identifyingHeaders(_ header: String) {
    #expect(IdentifierLexicon.meaning(of: header) != nil)
  }

  @Test(
    "headers that do not",
    arguments: [
      "Department Name", "DEPTNAME", "JOBTITLE", "Gender", "hire_date", "snapshot_date",
      "entered_on", "Level", "Base Pay", "Location", "Age Band", "Job Family Name", "STD_HOURS",
      "Mobile team", "Telephony", "Address quality",
    ])
  func harmlessHeaders(_ header: String) {
    #expect(IdentifierLexicon.meaning(of: header) == nil)
  }

  private func scan(_ header: String, _ values: [String]) -> [IdentifierScan.Finding] {
    var scan = IdentifierScan(header: header)
    for (index, value) in values.enumerated() { scan.see(ArraySlice(value.utf8), row: index + 2) }
    return scan.findings
  }

  @Test("harmless headers hide no identifiers")
  func harmlessHeaderScan() {
    let many = (0..<60).map { "Unit \($0 * 7919 % 1009)" }
    #expect(scan("contact", ["none", "ana@example.org", "none"]) == [.values(.email)])
    #expect(scan("unit", many) == [.nearlyDistinct])
    #expect(scan("unit", many + many) == [])
    let note = "She asked to move to another team because of a long conflict there"
    #expect(scan("remark", (0..<30).map { "\(note) \($0)" }) == [.freeText])
    // A few codes that happen to satisfy a weak pattern prove nothing.
    #expect(scan("code", ["D1 2AB"] + (0..<40).map { "X\($0 % 20)" }) == [])
  }

  private func check(
    _ header: String, _ role: ColumnSchema.Role, values: [String]
  ) throws -> CheckReport {
    let file = try WrittenFile(header + "\n" + values.joined(separator: "\n") + "\n")
    let columns = [ColumnSchema(.header(header), role)]
    return try InputChecker(schema: SampleWorkforce.schema(file.path, columns: columns)).check()
  }

  @Test("a column that is counted by may not identify; a dropped or key column may")
  func roles() throws {
    let department = AttributeColumn(attribute: SampleWorkforce.department)
    let mails = (0..<30).map { "p\($0)@example.org" }
    let counted = try check("unit", .attribute(department), values: mails)
    #expect(counted.problems("D202").map(\.exitCode) == [77])
    #expect(try check("unit", .drop, values: mails).problems.isEmpty)
    #expect(try check("unit", .key("person_id"), values: mails).problems.isEmpty)
    let named = try check("Name", .attribute(department), values: ["Finance", "007"])
    #expect(named.exitCode == 77)
    #expect(named.errorCodes == ["D201"])
  }

  @Test("full dates of birth are refused, other dates are not")
  func birthDates() throws {
    let births = (0..<30).map { "19\(55 + $0)-0\(1 + $0 % 9)-11" }
    #expect(try check("DOB", .date(DateColumn(id: "since")), values: births).exitCode == 77)
    #expect(try check("x", .date(DateColumn(id: "birth_date")), values: births).exitCode == 77)
    let hidden = try check("since", .date(DateColumn(id: "since")), values: births)
    #expect(hidden.errorCodes == ["D205"])
    #expect(
      try check("hire_date", .date(DateColumn(id: "hire_date")), values: births).problems.isEmpty)
  }

  @Test("an undeclared column that identifies is told so")
  func undeclared() throws {
    let file = try WrittenFile(
      "gender,contact,colour\nF,ana@example.org,red\nM,bo@example.org,blue\n")
    let schema = SampleWorkforce.schema(file.path, columns: [SampleWorkforce.columns[1]])
    let report = try InputChecker(schema: schema).check()
    #expect(report.exitCode == 77)
    let messages = report.problems("D050").map(\.message)
    #expect(messages.count == 2)
    #expect(messages.filter { $0.contains("looks like an identifier") }.count == 1)
    #expect(report.problems("D050").first { $0.column == "contact" }?.fix.contains("drop") == true)
  }
}
