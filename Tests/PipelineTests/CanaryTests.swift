import Configuration
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Pipeline

/// Canaries: what is confidential is in no byte that a run leaves behind.
@Suite("Canaries")
struct CanaryTests {
  /// A person of the made-up extract.
  private struct Person {
    let key: String
    let gender: String
    let unit: String
    let pay: Int
  }

  private static let units = ["North", "South", "East"]

  /// As many people of each unit and gender, with pay that no two people share.
  private static func people(_ counts: [(unit: String, gender: String, count: Int)]) -> [Person] {
    var number = 0
    return counts.flatMap { group in
      (0..<group.count).map { _ in
        number += 1
        let key = String(format: "%06x", (number * 7_654_321 + 1_234_567) % 16_777_213)
        // Seven digits that mean nothing else in any output.
        return Person(
          key: "k\(key)q", gender: group.gender, unit: group.unit,
          pay: 3_000_000 + (number * 104_729 + 7_919) % 5_999_993)
      }
    }
  }

  private static func write(_ people: [Person], pay: Bool, in folder: String) throws -> String {
    try Data(
      """
      schema = 1
      [organisation]
      name = "Example"
      currency = "EUR"
      [period]
      quarter = "2025Q3"
      snapshot = 2025-09-30
      quarters = 1
      [inputs.employees]
      kind = "snapshots"
      path = "employees.csv"
      [mapping.employees]
      person_id = "id"
      snapshot_date = { column = "date", format = "yyyy-MM-dd" }
      gender = "gender"
      unit = "unit"
      \(pay
        ? "pay = { column = \"pay\", unit = \"EUR/year\", title = \"Pay\", scale = 0,"
          + " minimum = 1, maximum = 90000000 }" : "drop = [\"pay\"]")
      [attributes.gender]
      title = "Gender"
      role = "characteristic"
      levels = ["Women", "Men", "Nonbinary people"]
      reference = "Men"
      [attributes.unit]
      title = "Unit"
      role = "structure"
      levels = ["North", "South", "East"]
      \(pay ? "[pay]\nmeasure = \"pay\"" : "")
      """.utf8
    ).write(to: URL(fileURLWithPath: "\(folder)/parity.toml"))
    let rows = people.map { "\($0.key),2025-09-30,\($0.gender),\($0.unit),\($0.pay)" }
    try Data(("id,date,gender,unit,pay\n" + rows.joined(separator: "\n") + "\n").utf8)
      .write(to: URL(fileURLWithPath: "\(folder)/employees.csv"))
    return "\(folder)/parity.toml"
  }

  /// Every way a number could be printed.
  private static func forms(_ number: Int) -> [String] {
    let digits = String(number)
    let head = digits.dropLast(6)
    let middle = digits.suffix(6).prefix(3)
    let tail = digits.suffix(3)
    return [digits]
      + [",", ".", " ", "\u{202F}", "\u{A0}", "'"].map {
        "\(head)\($0)\(middle)\($0)\(tail)"
      }
  }

  private static func leaks(_ tokens: [String], in texts: [(name: String, text: String)])
    -> [String]
  {
    texts.flatMap { name, text in
      tokens.filter { text.contains($0) }.map { "\($0) in \(name)" }
    }
  }

  @Test("no pseudonym, no amount and no sum or mean of a hidden group is in any file or message")
  func amounts() async throws {
    let people = Self.people(
      Self.units.flatMap { unit in
        [(unit, "Women", 41), (unit, "Men", 37), (unit, "Nonbinary people", 2)]
      }.map { (unit: $0.0, gender: $0.1, count: $0.2) })
    try await TemporaryFolder.with { folder in
      let path = try Self.write(people, pay: true, in: folder)
      let messages = Mutex<[String]>([])
      let summary = try await ReportRun(
        try ConfigurationFile.read(path), product: .report, folder: "\(folder)/out", force: false,
        planLog: "\(folder)/plan.log"
      ) { step, _ in messages.withLock { $0.append(step) } }()
      var texts = try TemporaryFolder.files("\(folder)/out").map {
        (name: $0.key, text: String(decoding: $0.value, as: UTF8.self))
      }.sorted { $0.name < $1.name }
      #expect(texts.count > 5)
      let log = try #require(FileManager.default.contents(atPath: "\(folder)/plan.log"))
      texts.append((name: "plan log", text: String(decoding: log, as: UTF8.self)))
      texts.append((name: "messages", text: messages.withLock { $0 }.joined(separator: "\n")))
      texts.append((name: "warnings", text: summary.warnings.joined(separator: "\n")))
      var tokens = people.map(\.key)
      tokens += people.flatMap { Self.forms($0.pay) }
      for unit in Self.units + [""] {
        let hidden = people.filter {
          $0.gender == "Nonbinary people" && (unit.isEmpty || $0.unit == unit)
        }
        let sum = hidden.reduce(0) { $0 + $1.pay }
        tokens += Self.forms(sum) + Self.forms(sum / hidden.count)
      }
      #expect(Self.leaks(tokens, in: texts) == [])
      // The means of large groups are there: the search would find what it looks for.
      let women = people.filter { $0.gender == "Women" }
      let mean = Double(women.reduce(0) { $0 + $1.pay }) / Double(women.count)
      #expect(
        Self.leaks(Self.forms(Int(mean.rounded())) + Self.forms(Int(mean)), in: texts) != [])
      let left = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(left == ["employees.csv", "out", "parity.toml", "plan.log"])
    }
  }

  @Test("a refused run tells nothing either, and leaves nothing behind")
  func refused() async throws {
    var people = Self.people([("North", "Women", 30), ("South", "Men", 30)])
    people.append(Person(key: "kdeadbeq", gender: "Martian4711", unit: "North", pay: 98_765_432))
    try await TemporaryFolder.with { folder in
      let path = try Self.write(people, pay: true, in: folder)
      do {
        _ = try await ReportRun(
          try ConfigurationFile.read(path), product: .report, folder: "\(folder)/out",
          force: false, planLog: "\(folder)/plan.log")()
        Issue.record("an amount over the limit was reported")
      } catch let failure as RunFailure {
        let tokens = people.map(\.key) + people.flatMap { Self.forms($0.pay) }
        #expect(
          Self.leaks(tokens, in: [(name: "message", text: failure.lines.joined(separator: "\n"))])
            == [])
      }
      let left = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(left == ["employees.csv", "parity.toml"])
    }
  }

  @Test("inputs that differ in hidden counts only leave the same bytes")
  func sameBytes() async throws {
    func counts(
      _ north: (men: Int, women: Int), _ south: (men: Int, women: Int)
    ) -> [(unit: String, gender: String, count: Int)] {
      [
        ("North", "Men", north.men), ("North", "Women", north.women), ("South", "Men", south.men),
        ("South", "Women", south.women), ("East", "Men", 110), ("East", "Women", 14),
      ].map { (unit: $0.0, gender: $0.1, count: $0.2) }
    }
    try await TemporaryFolder.with { folder in
      var outputs: [[String: Data]] = []
      for (name, input) in [("one", counts((60, 4), (80, 8))), ("two", counts((58, 6), (82, 6)))] {
        let own = "\(folder)/\(name)"
        try FileManager.default.createDirectory(
          atPath: own, withIntermediateDirectories: true)
        let path = try Self.write(Self.people(input), pay: false, in: own)
        _ = try await ReportRun(
          try ConfigurationFile.read(path), product: .report, folder: "\(own)/out", force: false)()
        outputs.append(try TemporaryFolder.files("\(own)/out"))
      }
      let text = String(decoding: try #require(outputs[0]["results.json"]), as: UTF8.self)
      #expect(text.contains("not_shown"))
      #expect(outputs[0].keys.sorted() == outputs[1].keys.sorted())
      for name in outputs[0].keys.sorted() {
        #expect(outputs[0][name] == outputs[1][name], "\(name)")
      }
    }
  }
}
