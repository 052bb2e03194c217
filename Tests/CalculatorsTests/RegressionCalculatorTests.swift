import DataSources
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Calculators

@Suite("Calculator of regressions")
struct RegressionCalculatorTests {
  private static func answer(
    _ path: String = FilePeople.path, outcome: String = "hired", group: String = "sex",
    focal: String = "Women", reference: String = "Men", controls: String? = nil,
    strata: String? = nil, cluster: String? = nil
  ) throws(FileProblems) -> Calculation {
    try RegressionCalculator(
      path: path, outcome: outcome, group: group, focal: focal, reference: reference,
      controls: controls, strata: strata, cluster: cluster, level: 0.95, alpha: 0.05)()
  }

  private static let controls = "department,experience:number"

  /// R's glm, with the sandwich covariance and the delta method written out.
  @Test("maximum likelihood, clusters and adjusted rates as R has them")
  func reference() throws {
    let answer = try Self.answer(controls: Self.controls, cluster: "team")
    try FilePeople.expect("regression", in: answer, adjusted: false, relative: 1e-7)
    // With clusters the adjusted rates have the clusters' intervals; without them R's.
    let alone = try Self.answer(controls: Self.controls)
    try FilePeople.expect("regression", in: alone, clusters: false, relative: 1e-7)
    #expect(alone.sentence.hasPrefix("With department and experience equal"))
    #expect(alone.sentence.contains("equal odds are rejected at the 5% level"))
    #expect(alone.sentence.contains("46.1% and 68.9%"))
  }

  /// R's survival::clogit and mantelhaen.test.
  @Test("within strata the conditional regression comes first")
  func strata() throws {
    let answer = try Self.answer(controls: Self.controls, strata: "requisition")
    try FilePeople.expect("strata", in: answer, relative: 1e-6)
    #expect(answer.results[0].method.id == "conditional-logistic-regression-odds-ratio")
    #expect(answer.sentence.hasPrefix("Within requisition, with department and experience equal"))
  }

  @Test("what follows from the strata is left out within them, and named")
  func leftOut() throws {
    let answer = try FilePeople.withFile(
      """
      sex,country,office,hired
      Women,DE,Ulm,yes
      Men,DE,Ulm,no
      Women,DE,Ulm,no
      Women,FR,Lyon,no
      Men,FR,Lyon,yes
      Men,FR,Lyon,no
      """
    ) { path throws(FileProblems) in
      try Self.answer(path, controls: "country", strata: "office")
    }
    #expect(answer.notes.contains { $0.contains("left out within strata: country FR") })
    let ratio = try #require(
      answer.result("conditional-logistic-regression-odds-ratio")?.estimate)
    #expect(abs(ratio.value - 1) < 1e-9)
  }

  /// Firth's penalized likelihood written out in R.
  @Test("a separation is named, and Firth's regression stands in with its profile interval")
  func separated() throws {
    let answer = try Self.answer(outcome: "offered", controls: "unit")
    try FilePeople.expect("separated", in: answer, relative: 1e-6)
    guard case .notEstimable(let reason)? = answer.result("logistic-regression-odds-ratio")?.outcome
    else {
      Issue.record("the separation was not seen")
      return
    }
    #expect(reason.contains("unit Pilot"))
    #expect(answer.sentence.contains("(Firth, 95% interval 0.17 to 0.64)"))
    let rate = try #require(answer.result("adjusted-rates-focal"))
    #expect(rate.method.convention.contains("Firth"))
    #expect(rate.estimate != nil)
  }

  @Test("the order of the rows does not matter")
  func order() throws {
    let lines = try String(contentsOfFile: FilePeople.path, encoding: .utf8)
      .split(separator: "\n").map(String.init)
    let turned = [lines[0]] + lines.dropFirst().reversed()
    let answer = try FilePeople.withFile(turned.joined(separator: "\n")) {
      path throws(FileProblems) in
      try Self.answer(path, controls: Self.controls, strata: "requisition", cluster: "team")
    }
    let straight = try Self.answer(
      controls: Self.controls, strata: "requisition", cluster: "team")
    #expect(answer.results.map(\.answer) == straight.results.map(\.answer))
    #expect(answer.sentence == straight.sentence)
  }

  @Test("groups exchanged, the ratio is the reciprocal")
  func exchanged() throws {
    let one = try Self.answer(controls: Self.controls)
    let other = try Self.answer(focal: "Men", reference: "Women", controls: Self.controls)
    let id = "logistic-regression-odds-ratio"
    let ratios = try (
      #require(one.result(id)?.estimate?.value), #require(other.result(id)?.estimate?.value)
    )
    #expect(abs(ratios.0 * ratios.1 - 1) < 1e-9)
  }

  @Test("rows with empty fields and of other groups are left out and counted")
  func leftOutRows() throws {
    let answer = try FilePeople.withFile(
      """
      sex,grade,hired
      Women,A,yes
      Women,A,no
      Men,A,1
      Men,B,0
      Men,B,TRUE
      Women,B,no
      Women,,yes
      Other,B,no
      Men,A,
      """
    ) { path throws(FileProblems) in try Self.answer(path, controls: "grade") }
    #expect(answer.facts.contains("1 row left out: grade is empty."))
    #expect(answer.facts.contains("1 row left out: hired is empty."))
    #expect(answer.facts.contains("1 row left out: neither Women nor Men."))
    #expect(answer.facts.contains("Women: 1 of 3 (33.3%)"))
  }

  @Test("every problem of arguments and file is told at once, and none repeats a value")
  func problems() throws {
    let text = """
      sex,grade,years,hired
      Women,A,3,yes
      women,A,four,maybe-secret
      Men,B,2.1234567,no
      """
    let found = try #require(
      FilePeople.withFile(text) { path in
        #expect(throws: FileProblems.self) {
          try Self.answer(
            path, focal: "Women", reference: "Mne", controls: "grade,years:number,nothing,grade",
            cluster: "sex")
        }
      })
    #expect(
      found.arguments.map(\.message) == [
        "--controls: \"grade\" is named twice",
        "--controls: the column \"grade\" is given as --controls already",
        "--cluster: the column \"sex\" is given as --group already",
        "people.csv has no column \"nothing\"",
        "--reference: no row of people.csv has \"Mne\" in the column \"sex\"",
      ])
    #expect(found.data.map(\.code) == ["D121", "D122", "D100", "D101"])
    #expect(found.data.map(\.rows) == [[3], [3], [3], [4]])
    #expect(found.data.allSatisfy { !$0.fix.isEmpty && $0.column != nil })
    #expect(!found.data.contains { "\($0)".contains("maybe-secret") })
  }

  @Test("a file that is not there, is empty or ragged")
  func files() throws {
    let gone = #expect(throws: FileProblems.self) { try Self.answer("/nowhere/people.csv") }
    #expect(gone?.data.map(\.code) == ["D001"])
    #expect(gone?.data.first?.fix == "check the path")
    let ragged = FilePeople.withFile("sex,hired\nWomen,yes\nMen\n") { path in
      #expect(throws: FileProblems.self) { try Self.answer(path) }
    }
    #expect(ragged?.data.map(\.code) == ["D033"])
    #expect(ragged?.data.first?.rows == [3])
    let bare = FilePeople.withFile("sex,hired\n") { path in
      #expect(throws: FileProblems.self) { try Self.answer(path) }
    }
    #expect(bare?.data.map(\.code) == ["D007"])
  }

  @Test("a control with a text for everyone is refused with the way out")
  func tooMany() throws {
    let lines = (0..<400).map { "\($0 % 2 == 0 ? "Women" : "Men"),P\($0),\($0 % 3 == 0 ? 1 : 0)" }
    let found = FilePeople.withFile("sex,person,hired\n" + lines.joined(separator: "\n")) { path in
      #expect(throws: FileProblems.self) { try Self.answer(path, controls: "person") }
    }
    #expect(found?.arguments.first?.message.contains("401 columns") == true)
  }

  @Test("the document for machines has the coefficients and the file's name")
  func document() throws {
    let json = try Self.answer(controls: Self.controls).json
    #expect(json.contains("\"schema\": \"parity.test/1\""))
    #expect(json.contains("\"file\": \"people.csv\""))
    #expect(json.contains("\"name\": \"department Finance\""))
    #expect(!json.contains("/Fixtures/"))
  }
}
