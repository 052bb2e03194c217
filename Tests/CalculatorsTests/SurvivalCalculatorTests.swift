import DataSources
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Calculators

@Suite("Calculator of times to an event")
struct SurvivalCalculatorTests {
  private static func answer(
    _ path: String = FilePeople.path, time: String = "days", entry: String? = nil,
    event: String = "reason", group: String = "sex", focal: String? = "Women",
    reference: String? = "Men", strata: String? = nil, controls: String? = nil,
    cause: String? = nil, times: String? = "200,400"
  ) throws(FileProblems) -> Calculation {
    try SurvivalCalculator(
      path: path, time: time, entry: entry, event: event, group: group, focal: focal,
      reference: reference, strata: strata, controls: controls, cause: cause, times: times,
      level: 0.95, alpha: 0.05)()
  }

  /// The people with a column that says yes where there is any reason.
  private static func withEvents<Answer, Problem: Error>(
    _ body: (String) throws(Problem) -> Answer
  ) throws(Problem) -> Answer {
    let lines = ((try? String(contentsOfFile: FilePeople.path, encoding: .utf8)) ?? "")
      .split(separator: "\n").map(String.init)
    let header = lines[0].split(separator: ",")
    let reason = header.firstIndex(of: "reason") ?? 0
    let made = lines.dropFirst().map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      return line + (fields[reason].isEmpty ? ",no" : ",yes")
    }
    return try FilePeople.withFile(([lines[0] + ",left"] + made).joined(separator: "\n"), body)
  }

  /// R's survfit, survdiff, coxph and cox.zph.
  @Test("one cause beside others: Aalen-Johansen and the cause's own rate")
  func cause() throws {
    let answer = try Self.answer(cause: "resigned")
    try FilePeople.expect("survival-cause", in: answer, relative: 1e-7)
    #expect(answer.facts.contains("Women: 70 rows, 33 events, 19 events of other causes"))
    #expect(
      answer.sentence.hasPrefix(
        "Women have the event of resigned at 2.37 times the rate of Men (Cox, 95% interval 1.43 to")
    )
    #expect(answer.notes.contains("56 rows with an empty reason count as without event."))
  }

  /// R's survfit, coxph and cox.zph with Surv(entry, time, event).
  @Test("people who enter late, with controls")
  func late() throws {
    let answer = try Self.withEvents { path throws(FileProblems) in
      try Self.answer(path, entry: "entry", event: "left", controls: "unit,age:number")
    }
    try FilePeople.expect("survival-late", in: answer, relative: 1e-7)
    #expect(answer.sentence.hasPrefix("With unit and age equal, Women have the event at 3.05"))
    #expect(answer.sentence.contains("(Cox, likelihood ratio, p = 1.862e-7)"))
  }

  @Test("within strata")
  func strata() throws {
    let answer = try Self.withEvents { path throws(FileProblems) in
      try Self.answer(path, event: "left", strata: "department")
    }
    try FilePeople.expect("survival-strata", in: answer, relative: 1e-7)
    #expect(answer.sentence.hasPrefix("Within department, Women have the event at 2.95"))
    #expect(answer.sentence.contains("(log-rank, within strata, p = 2.819e-7)"))
  }

  @Test("several groups are compared with the largest one")
  func groups() throws {
    let answer = try Self.withEvents { path throws(FileProblems) in
      try Self.answer(path, event: "left", group: "department", focal: nil, reference: nil)
    }
    try FilePeople.expect("survival-groups", in: answer, relative: 1e-7)
    #expect(
      answer.sentence
        == "3 groups are compared; that is not shown to differ from equal rates at the 5% level "
        + "(log-rank, p = 0.4837).")
    let named = try Self.withEvents { path throws(FileProblems) in
      try Self.answer(path, event: "left", group: "department", focal: nil, reference: "Sales")
    }
    #expect(
      Set(named.results.filter { $0.method.id == "hazard-ratio" }.compactMap(\.subject))
        == ["Engineering", "Finance"])
  }

  @Test("groups exchanged, the ratio is the reciprocal and the p-value the same")
  func exchanged() throws {
    let one = try Self.answer(cause: "resigned")
    let other = try Self.answer(focal: "Men", reference: "Women", cause: "resigned")
    let ratios = try (
      #require(one.result("hazard-ratio")?.estimate?.value),
      #require(other.result("hazard-ratio")?.estimate?.value)
    )
    #expect(abs(ratios.0 * ratios.1 - 1) < 1e-9)
    let tests = (one.result("log-rank")?.pValue?.value, other.result("log-rank")?.pValue?.value)
    expectClose(tests.0, try #require(tests.1), relative: 1e-12)
  }

  @Test("a text of the event alone ends the other watches, and says so")
  func text() throws {
    let answer = try Self.answer(event: "reason=resigned", times: nil)
    #expect(answer.notes.contains { $0.contains("name this one with --cause") })
    let own = try Self.answer(cause: "resigned")
    #expect(
      answer.result("hazard-ratio")?.estimate == own.result("hazard-ratio")?.estimate)
    #expect(
      answer.results.filter { $0.label.hasPrefix("Women, by ") }.map(\.label)
        == ["Women, by 289", "Women, by 578", "Women, by 867"])
  }

  @Test("a group without events has no ratio, and the sentence says so")
  func none() throws {
    let answer = try FilePeople.withFile(
      "g,t,e\nA,0,yes\nA,2,yes\nA,3,no\nB,4,no\nB,5,no\nB,6,no\n"
    ) { path throws(FileProblems) in
      try Self.answer(
        path, time: "t", event: "e", group: "g", focal: "A", reference: "B", times: "1,9")
    }
    #expect(answer.result("hazard-ratio")?.estimate == nil)
    #expect(answer.sentence.hasPrefix("A and B cannot be compared by one ratio of their rates"))
    #expect(
      answer.results.first { $0.label == "A, by 1" }?.estimate.map {
        abs($0.value - 2.0 / 3) < 1e-12
      }
        == true)
    #expect(answer.results.first { $0.label == "B, by 9" }?.estimate == nil)
    let nobody = try FilePeople.withFile("g,t,e\nA,1,no\nB,4,no\n") { path throws(FileProblems) in
      try Self.answer(
        path, time: "t", event: "e", group: "g", focal: nil, reference: nil, times: nil)
    }
    #expect(nobody.sentence.contains("cannot be tested with these rows"))
  }

  @Test("every problem of arguments and file is told at once, and none repeats a value")
  func problems() throws {
    let text = """
      sex,start,days,reason
      Women,5,5,resigned
      Men,9,8,secret-reason
      women,0,soon,
      Men,0,-3,
      Men,0,2.5,Resigned
      """
    let found = try #require(
      FilePeople.withFile(text) { path in
        #expect(throws: FileProblems.self) {
          try Self.answer(
            path, entry: "start", event: "reason=resigned", focal: "Women", reference: nil,
            strata: "days", controls: "grade", cause: "retired", times: "1,x,1")
        }
      })
    #expect(
      found.arguments.map(\.message) == [
        "--event: a text, \"resigned\", is named and a cause too",
        "--focal is given and --reference is not",
        "--at: \"x\" is not a whole number of at least 0", "--at: a number is given twice",
        "--strata: the column \"days\" is given as --time already",
        "people.csv has no column \"grade\"",
        "--cause: no row of people.csv has \"retired\" in the column \"reason\"",
      ])
    #expect(Set(found.data.map(\.code)) == ["D100", "D101", "D105", "D122"])
    #expect(found.data.first { $0.message.contains("entry") }?.rows == [2, 3])
    #expect(found.data.allSatisfy { !$0.fix.isEmpty && $0.column != nil })
    #expect(!found.data.contains { "\($0)".contains("secret") })
  }

  @Test("a single group and too many groups are refused")
  func groupCount() throws {
    let one = FilePeople.withFile("g,t,e\nA,1,1\nA,2,0\n") { path in
      #expect(throws: FileProblems.self) {
        try Self.answer(path, time: "t", event: "e", group: "g", focal: nil, reference: nil)
      }
    }
    #expect(one?.arguments.first?.message == "--group: 1 group has rows that can be used")
    let rows = (0..<40).map { "G\($0 % 20),\($0 + 1),1" }.joined(separator: "\n")
    let many = FilePeople.withFile("g,t,e\n" + rows) { path in
      #expect(throws: FileProblems.self) {
        try Self.answer(path, time: "t", event: "e", group: "g", focal: nil, reference: nil)
      }
    }
    #expect(many?.arguments.first?.fix.contains("2 to 12 groups") == true)
  }

  @Test("the document for machines")
  func document() throws {
    let json = try Self.answer(cause: "resigned").json
    #expect(json.contains("\"schema\": \"parity.test/1\""))
    #expect(json.contains("\"id\": \"aalen-johansen\""))
    #expect(json.contains("\"cause\": \"resigned\""))
    #expect(!json.contains("/Fixtures/"))
  }
}
