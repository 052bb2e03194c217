import Aggregates
import Analyses
import Disclosure
import Estimates
import Testing

/// Tables that would tell what everybody of a group declared.
@Suite("Attributes of whole groups")
struct GroupAttributeTests {
  private static let axes: [(id: String, levels: [String])] = [
    ("unit", ["Engineering", "Operations", "Legal"]), ("answer", ["No", "Yes", "Other"]),
  ]

  /// The counts shown, by cell.
  private static func shown(
    _ counts: [Int], sensitive: [String], threshold: Int = 5
  ) throws -> [CellKey: Int] {
    let table = PlanBuilding.table(axes, counts)
    let keys = PlanBuilding.keys(axes)
    let policy = try #require(
      DisclosurePolicy(
        audience: .internal, threshold: threshold, sensitiveAttributes: sensitive))
    let release = try DisclosureGate(policy: policy).rule(
      on: PlanBuilding.plan(tables: [table], cells: keys)
    ).release
    let exhibit = try #require(release.exhibits.first)
    var result: [CellKey: Int] = [:]
    for (row, key) in keys.enumerated() {
      if let people = exhibit.entry(row: row, column: "people").people { result[key] = people }
    }
    return result
  }

  private static func key(_ unit: String?, _ answer: String?) -> CellKey {
    var key = CellKey("workforce")
    if let unit { key = key.with("unit", unit) }
    if let answer { key = key.with("answer", answer) }
    return key
  }

  // Everybody in Operations said No, all but one in Legal.
  private static let counts = [20, 15, 12, 30, 0, 0, 24, 0, 1]

  @Test("a group that is all alike shows neither its level nor all of its zeros")
  func alike() throws {
    let plain = try Self.shown(Self.counts, sensitive: [])
    #expect(plain[Self.key("Operations", "No")] != nil || plain[Self.key("Operations", "Yes")] == 0)
    #expect(plain[Self.key("Operations", "Yes")] == 0)
    let protected = try Self.shown(Self.counts, sensitive: ["answer"])
    for unit in ["Operations", "Legal"] {
      #expect(protected[Self.key(unit, "No")] == nil)
      #expect(protected[Self.key(unit, "Yes")] == nil || protected[Self.key(unit, "Other")] == nil)
      // How many there are may be known.
      #expect(protected[Self.key(unit, nil)] != nil)
    }
    #expect(protected[Self.key(nil, nil)] == 102)
  }

  @Test("nothing follows from the rest: the same release could be printed with other answers")
  func unsolvable() throws {
    let shown = try Self.shown(Self.counts, sensitive: ["answer"])
    let units = Self.axes[0].levels.map(Optional.some) + [nil]
    let answers = Self.axes[1].levels.map(Optional.some) + [nil]
    let relations =
      units.map { unit in
        LinearRelation(
          Self.key(unit, nil), isSumOf: Self.axes[1].levels.map { Self.key(unit, $0) })
      }
      + answers.map { answer in
        LinearRelation(
          Self.key(nil, answer), isSumOf: Self.axes[0].levels.map { Self.key($0, answer) })
      }
    let audit = RecoverabilityAudit(published: shown, relations: relations, hiddenAtLeast: 0)
    for unit in ["Operations", "Legal"] {
      #expect(!audit.isRecoverable(Self.key(unit, "No")))
    }
  }

  @Test("that everybody declared tells nothing of what they declared")
  func everybodyDeclared() throws {
    let axes: [(id: String, levels: [String])] = [
      ("unit", ["Engineering", "Operations"]), ("answer", [Attribute.declaredLabel, "Not stated"]),
    ]
    let keys = PlanBuilding.keys(axes)
    let policy = try #require(
      DisclosurePolicy(audience: .internal, sensitiveAttributes: ["answer"]))
    let release = try DisclosureGate(policy: policy).rule(
      on: PlanBuilding.plan(
        tables: [PlanBuilding.table(axes, [30, 0, 25, 0])], cells: keys)
    ).release
    let exhibit = try #require(release.exhibits.first)
    #expect(keys.indices.allSatisfy { exhibit.entry(row: $0, column: "people").people != nil })
  }

  @Test("a group with two people who differ may be shown, zeros and all")
  func mixed() throws {
    let shown = try Self.shown([20, 15, 12, 30, 6, 0, 24, 9, 8], sensitive: ["answer"])
    #expect(shown[Self.key("Operations", "Other")] == 0)
    #expect(shown[Self.key("Operations", "No")] == 30)
  }
}
