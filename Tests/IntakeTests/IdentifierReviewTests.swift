import DataSources
import Intake
import TestSupport
import Testing

@Suite("Identifiers")
struct IdentifierReviewTests {
  private func review(
    _ values: [String], header: String = "remark", role: ColumnRole? = .quasiIdentifier,
    isDate: Bool = false, countsPeople: Bool = true
  ) -> [IntakeVerdict.Line] {
    var column = IdentifierReview.Column(
      name: header, role: role, isDate: isDate, scan: IdentifierScan(header: header))
    for (index, value) in values.enumerated() {
      column.see(ArraySlice(value.utf8), row: index + 2)
    }
    return IdentifierReview([column], file: "f.csv", countsPeople: countsPeople).lines
  }

  /// A pattern with texts that have it, and texts like them whose check digits or ranges are broken.
  struct Case: Sendable, CustomTestStringConvertible {
    let pattern: IdentifierPattern
    let valid: [String]
    let broken: [String]
    var testDescription: String { pattern.rawValue }
  }

  static let cases: [Case] = [
    Case(
      pattern: .email, valid: ["ana@example.org", "<jo.b+x@mail.example.co.uk>"],
      broken: ["ana@example", "@example.org", "a@@example.org"]),
    Case(
      pattern: .telephone, valid: ["+44 20 7946 0018", "(555) 010-4477", "020 7946 0018"],
      broken: ["+44 20", "00207946018", "555 010"]),
    Case(
      pattern: .webAddress, valid: ["https://example.org/a", "www.example.org"],
      broken: ["example.org", "httpx://example.org"]),
    Case(
      pattern: .internetAddress,
      valid: [
        "192.168.0.17", "2001:db8::1", "::1", "fe80::", "2001:0db8:0000:0000:0000:ff00:0042:8329",
      ],
      broken: [
        "256.1.1.1", "1.2.3", "2001:db8::1::2", "12:30:45", "2001:db8:0:0:0:0:1", "::", ":::1",
        "12345::1", "1:2:3:4:5:6:7:8::",
      ]),
    Case(
      pattern: .paymentCard,
      valid: ["4111 1111 1111 1111", "378282246310005", "5555-5555-5555-4444", "6011000990139424"],
      broken: ["4111 1111 1111 1112", "378282246310006", "9111111111111111"]),
    Case(
      pattern: .bankAccount,
      valid: [
        "GB29 NWBK 6016 1331 9268 19", "DE89370400440532013000", "NL91ABNA0417164300",
        "FR14 2004 1010 0505 0001 3M02 606",
      ],
      broken: ["GB28 NWBK 6016 1331 9268 19", "DE89370400440532013001", "NL91ABNA0417164301"]),
    Case(
      pattern: .socialSecurity, valid: ["078-05-1120", "219-09-9999"],
      broken: ["000-12-3456", "666-12-3456", "900-12-3456", "123-00-4567", "123-45-0000"]),
    Case(
      pattern: .nationalInsurance, valid: ["AB 12 34 56 C", "ab123456d"],
      broken: ["QQ123456C", "BG123456A", "AB123456E", "AO123456A"]),
    Case(
      pattern: .postcode, valid: ["SW1A 1AA", "M1 1AE", "EC1A1BB"],
      broken: ["SW1A 1A", "M11 CC1", "SWA 1AA"]),
    Case(
      pattern: .fullDate, valid: ["1987-12-31", "31.12.1987", "5/30/1999 0:00"],
      broken: ["1987-12", "12.87", "2025Q3"]),
  ]

  @Test("a pattern is found with its checks, and not without them", arguments: cases)
  func patterns(_ example: Case) {
    for text in example.valid {
      #expect(IdentifierPattern.of(ArraySlice(text.utf8)) == example.pattern, "\(text)")
    }
    for text in example.broken {
      #expect(IdentifierPattern.of(ArraySlice(text.utf8)) != example.pattern, "\(text)")
    }
  }

  @Test(
    "a column of identifiers under a harmless header is refused, without any value",
    arguments: cases)
  func planted(_ example: Case) {
    let lines = review(example.valid)
    #expect(lines.map(\.code) == ["D202"] && lines.allSatisfy { $0.level == .refuse })
    #expect(IntakeVerdict(lines).exitCode == 77)
    for line in lines {
      for value in example.valid { #expect(!(line.reason + line.action).contains(value)) }
    }
    #expect(review(example.broken.map { "x\($0.count)" }).isEmpty)
  }

  @Test("a clean column says no more than that no known pattern was found")
  func clean() {
    #expect(review(["Finance", "Sales", "Finance"]).isEmpty)
    #expect(IdentifierReview.clean == "no known pattern found")
  }

  @Test("names, sentences and headers that name people are refused by their own codes")
  func others() {
    let distinct = (0..<60).map { "Unit \($0 * 7919 % 1009)" }
    #expect(review(distinct).map(\.code) == ["D203"])
    #expect(review(distinct, countsPeople: false).isEmpty)
    #expect(review(distinct + distinct).isEmpty)
    let note = "She asked to move to another team because of a long conflict there"
    #expect(review((0..<30).map { "\(note) \($0)" }).map(\.code) == ["D204"])
    #expect(review(["A", "B"], header: "Surname").map(\.code) == ["D201"])
    #expect(review(["1987-12-31"], header: "Date of birth").map(\.code) == ["D205"])
    #expect(review(["1987", "1990"], header: "Birth date").isEmpty)
  }

  @Test("what a role makes of the same values")
  func roles() {
    let mail = ["ana@example.org", "jo@example.org"]
    #expect(review(mail, role: .key).map(\.code) == ["D206"])
    #expect(review(mail, role: .measure).map(\.code) == ["D202"])
    #expect(review(mail, role: nil).map(\.code) == ["D202"])
    let dropped = review(mail, role: .dropped)
    #expect(dropped.map(\.code) == ["D208"] && dropped[0].level == .warn)
    #expect(review(["2020-01-31"], role: .period, isDate: true).isEmpty)
    #expect(review(["2020-01-31"], isDate: true).isEmpty)
    let distinct = (0..<60).map { "k\($0)" }
    #expect(review(distinct, role: .key).isEmpty)
    // One value in twenty looks like a telephone number: too few to refuse, enough to look.
    let few = review((0..<19).map { "Unit \($0)" } + ["+44 20 7946 0018"])
    #expect(few.map(\.code) == ["D207"] && few[0].level == .warn)
    #expect(few[0].reason == "1 of 20 different values has the form of telephone numbers")
  }
}
