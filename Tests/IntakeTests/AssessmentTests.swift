import Aggregates
import DataSources
import Foundation
import Intake
import TestSupport
import Testing

@Suite("Reading and judging an extract")
struct AssessmentTests {
  private static func attribute(
    _ id: String, _ levels: [String], ordered: Bool = false
  ) -> AttributeColumn {
    AttributeColumn(
      attribute: Attribute(
        id: id, title: id, levels: levels.map { Level($0) } + [.blank], isOrdered: ordered))
  }

  private static func schema(
    _ path: String, kind: InputSchema.Kind = .snapshots, more: [ColumnSchema] = []
  ) -> InputSchema {
    InputSchema(
      id: "employees", kind: kind, path: path,
      columns: [
        ColumnSchema(.header("id"), .key("person_id")),
        ColumnSchema(.header("day"), .date(DateColumn(id: "snapshot_date"))),
        ColumnSchema(.header("unit"), .attribute(attribute("unit", ["A", "B"]))),
        ColumnSchema(.header("band"), .attribute(attribute("age_band", ["20", "21", "95"]))),
        ColumnSchema(
          .header("disability"), .attribute(attribute("disability", ["Yes", "No"]))),
        ColumnSchema(
          .header("pay"), .measure(NumberColumn(id: "pay", title: "Pay", unit: "EUR/year"))),
        ColumnSchema(.header("hired"), .date(DateColumn(id: "hire_date"))),
        ColumnSchema(.header("note"), .drop),
      ] + more,
      derivedAttributes: [
        DerivedAttribute(
          attribute: Attribute(
            id: "tenure", title: "Tenure", levels: [Level("0-4"), Level("5+"), .blank]),
          date: "hire_date", rule: .completedYears(onDay: "2025-09-30", lowerBounds: [0, 5]))
      ])
  }

  /// Two snapshots of 60 people whose keys are not in the order of hiring.
  private static func file(note: (Int) -> String = { _ in "" }, key: (Int) -> String) -> String {
    var text = "id,day,unit,band,disability,pay,hired,note\n"
    for day in ["2025-06-30", "2025-09-30"] {
      for index in 0..<60 {
        let fields = [
          key(index), day, index % 2 == 0 ? "A" : "B", ["20", "21", "95", ""][index % 4],
          index % 6 == 0 ? "Yes" : "No", "\(30_000 + index * 17).50",
          "20\(10 + index * 7 % 13)-0\(1 + index % 9)-1\(index % 7)", note(index),
        ]
        text += fields.joined(separator: ",") + "\n"
      }
    }
    return text
  }

  private static func random(_ index: Int) -> String {
    let number = (UInt64(index) &+ 77) &* 0x9E37_79B9_7F4A_7C15 >> 24
    return "K" + String(number % 1_000_000_000 + 1_000_000_000)
  }

  private func assess(
    _ text: String, kind: InputSchema.Kind = .snapshots, minimum: Int = 10
  ) throws -> IntakeAssessment {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("parity-intake-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: path) }
    try Data(text.utf8).write(to: path)
    let reader = ExtractReader(Self.schema(path.path, kind: kind), day: "2025-09-30")
    return IntakeAssessment(try reader.read(), minimum: minimum)
  }

  @Test("roles, the day's people, derived attributes and the earlier keys come out of one reading")
  func reading() throws {
    let found = try assess(Self.file(key: Self.random))
    #expect(found.extract.rows == 120)
    #expect(
      found.extract.roles.columns.map(\.role) == [
        .key, .period, .quasiIdentifier, .quasiIdentifier, .sensitive, .measure, .quasiIdentifier,
        .dropped,
      ])
    let table = try #require(found.extract.table.value)
    #expect(table.people == 60)
    #expect(table.columns.map(\.name) == ["unit", "band", "disability", "tenure"])
    let measures = try #require(found.anonymity.value)
    #expect(measures.whole.attributes == ["unit", "band", "tenure"])
    // Unit and band go together: four bands (one of them no answer) of 15 people each.
    #expect(measures.pairs[0].attributes == ["unit", "band"])
    #expect(measures.pairs[0].anonymity.k == 15 && measures.pairs[0].anonymity.classes == 4)
    #expect(found.keys.map(\.quality.overlap) == [1])
    #expect(found.keys[0].quality.keys == 60 && found.keys[0].quality.hired == 60)
  }

  @Test("exact dates and ages are warned of; what is fine passes")
  func lines() throws {
    let found = try assess(Self.file(key: Self.random))
    let codes = Set(found.lines.compactMap(\.code))
    #expect(codes.contains("D210") && codes.contains("D211"))
    #expect(IntakeVerdict(found.lines).level == .warn)
    let passed = found.lines.filter { $0.level == .pass }.map(\.check)
    #expect(passed.contains(.roles) && passed.contains(.identifiers) && passed.contains(.keys))
    #expect(
      found.lines.contains {
        $0.check == .roles
          && $0.reason == "every column is declared: 1 key, 3 quasi-identifiers, 1 sensitive, "
            + "1 measure, 1 day of the row, 1 dropped"
      })
  }

  @Test("low k is a warning that names the attributes not to cross")
  func smallClasses() throws {
    let found = try assess(Self.file(key: Self.random))
    let line = try #require(found.lines.first { $0.check == .anonymity })
    #expect(line.level == .warn && line.code == "D212")
    #expect(line.action.contains(" x ") && line.action.hasPrefix("do not cross"))
    let sound = try assess(Self.file(key: Self.random), minimum: 2)
    let k = try #require(sound.anonymity.value).whole.anonymity.k
    #expect(sound.lines.first { $0.check == .anonymity }?.level == (k >= 2 ? .pass : .warn))
  }

  @Test("keys that are addresses, names, serial numbers or digests are found")
  func keys() throws {
    func codes(_ key: (Int) -> String) throws -> Set<String> {
      let found = try assess(Self.file(key: key))
      return Set(
        found.lines.filter { $0.check == .keys || $0.check == .identifiers }
          .compactMap(\.code))
    }
    #expect(try codes(Self.random) == [])
    #expect(try codes { "p\($0)@example.org" }.contains("D206"))
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    #expect(try codes { "Ana \(letters[$0 / 26])\(letters[$0 % 26])" }.contains("D206"))
    #expect(try codes { "E\(1000 + $0 * 17 % 60)" }.contains("D215"))
    #expect(
      try codes { index in
        (0..<4).map { String(UInt64(index + $0 + 1) &* 0x9E37_79B9_7F4A_7C15 | 1 << 63, radix: 16) }
          .joined()
      }.contains("D216"))
  }

  @Test("a dropped column of bank accounts is warned of, and nothing prints a field")
  func dropped() throws {
    let accounts = ["GB29NWBK60161331926819", "DE89370400440532013000", "NL91ABNA0417164300"]
    let found = try assess(Self.file(note: { accounts[$0 % 3] }, key: Self.random))
    let line = try #require(found.lines.first { $0.code == "D208" })
    #expect(line.level == .warn && line.column == "note")
    for line in found.lines {
      let text = line.reason + line.action
      for value in accounts + [Self.random(3), "30017.50", "2017-"] {
        #expect(!text.contains(value))
      }
    }
  }

  @Test("an undeclared column is refused as configuration, whatever it holds")
  func undeclared() throws {
    let text = Self.file(key: Self.random).split(separator: "\n").enumerated().map {
      $0.offset == 0 ? "\($0.element),shoe" : "\($0.element),\($0.offset % 7)"
    }.joined(separator: "\n")
    let verdict = IntakeVerdict(try assess(text).lines)
    #expect(verdict.level == .refuse && verdict.exitCode == 78)
    #expect(verdict.lines.first?.column == "shoe" && verdict.lines.first?.code == "D050")
  }

  @Test("events are no people")
  func events() throws {
    let found = try assess(Self.file(key: Self.random), kind: .events)
    #expect(found.anonymity.value == nil)
    #expect(found.lines.contains { $0.check == .anonymity && $0.level == .pass })
  }

  @Test("columns by position, without a header, are read from the first line on")
  func byPosition() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("parity-intake-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: path) }
    try Data("k1,A,3\nk2,B,2\n\nk3,A,1\n".utf8).write(to: path)
    let schema = InputSchema(
      id: "counts", kind: .snapshots, path: path.path, format: TextFormat(headerRows: 0),
      columns: [
        ColumnSchema(.position(1), .key("person_id")),
        ColumnSchema(.position(2), .attribute(Self.attribute("unit", ["A", "B"]))),
        ColumnSchema(.position(3), .count),
      ])
    let extract = try ExtractReader(schema).read()
    #expect(
      extract.rows == 3
        && extract.roles.columns.map(\.name) == ["column 1", "column 2", "column 3"])
    let table = try #require(extract.table.value)
    #expect(table.people == 6 && table.columns.map(\.codes) == [[0, 1, 0]])
    #expect(KAnonymity.of(EquivalenceClasses(table, by: [0])).value?.k == 2)
  }

  @Test("roles that are given override the rule")
  func given() {
    let schema = Self.schema("x.csv")
    let roles = RoleAssignment([
      "unit": .sensitive, "disability": .quasiIdentifier, "pay": .sensitive,
    ])
    #expect(
      schema.columns.map { roles.role(of: $0) } == [
        .key, .period, .sensitive, .quasiIdentifier, .quasiIdentifier, .sensitive, .quasiIdentifier,
        .dropped,
      ])
  }

  @Test("the order of rows changes no finding")
  func rowOrder() throws {
    let text = Self.file(key: Self.random)
    var generator = SeededGenerator(seed: 41)
    let rows = text.split(separator: "\n")
    let other = ([rows[0]] + rows.dropFirst().shuffled(using: &generator)).joined(separator: "\n")
    #expect(try assess(text).lines.map(\.reason) == assess(other).lines.map(\.reason))
  }
}
