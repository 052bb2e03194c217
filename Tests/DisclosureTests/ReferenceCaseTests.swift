import Analyses
import Disclosure
import Estimates
import Testing

/// Published and hand-checked patterns.
///
/// Limits come from linear programs solved elsewhere; which
/// cells a suppression by elimination hides in `privacy-R6` comes from an independent program.
@Suite("Reference cases of suppression")
struct ReferenceCaseTests {
  /// A two-way table with its axes `row` and `column`.
  struct TwoWay {
    let rows: [String]
    let columns: [String]
    let counts: [[Int]]

    var axes: [(id: String, levels: [String])] { [("row", rows), ("column", columns)] }
    var table: PlannedTable { PlanBuilding.table(axes, counts.flatMap { $0 }) }
    var keys: [CellKey] { PlanBuilding.keys(axes) }

    func key(_ row: String?, _ column: String?) -> CellKey {
      var key = CellKey("workforce")
      if let row { key = key.with("row", row) }
      if let column { key = key.with("column", column) }
      return key
    }

    func count(_ key: CellKey) -> Int {
      var sum = 0
      for (row, line) in zip(rows, counts) {
        for (column, count) in zip(columns, line) {
          let fits =
            [row, nil].contains(key.level(of: "row"))
            && [column, nil].contains(key.level(of: "column"))
          sum += fits ? count : 0
        }
      }
      return sum
    }

    var relations: [LinearRelation] {
      (rows.map(Optional.some) + [nil]).map { row in
        LinearRelation(key(row, nil), isSumOf: columns.map { key(row, $0) })
      }
        + (columns.map(Optional.some) + [nil]).map { column in
          LinearRelation(key(nil, column), isSumOf: rows.map { key($0, column) })
        }
    }

    /// The attack on a release that hides some cells.
    func audit(hiding hidden: [CellKey], atLeast: Int = 0) -> RecoverabilityAudit {
      let shown = keys.filter { !hidden.contains($0) }
      return RecoverabilityAudit(
        published: Dictionary(uniqueKeysWithValues: shown.map { ($0, count($0)) }),
        relations: relations, hiddenAtLeast: atLeast)
    }

    /// The cells the gate hides at the threshold of 5.
    func hiddenByGate() throws -> Set<CellKey> {
      let policy = try #require(DisclosurePolicy(audience: .internal))
      let plan = PlanBuilding.plan(tables: [table], cells: keys)
      let release = try DisclosureGate(policy: policy).rule(on: plan).release
      #expect(release.summary.hidden == keys.count - release.shownCounts.count)
      return Set(keys.filter { release.shownCounts[$0] == nil })
    }
  }

  @Test("privacy-R4: limits of hidden cells of a 3 x 3 table")
  func limits() {
    let table = TwoWay(
      rows: ["I", "II", "III"], columns: ["A", "B", "C"],
      counts: [[20, 50, 10], [8, 19, 22], [17, 32, 12]])
    let audit = table.audit(hiding: [
      table.key("II", "A"), table.key("II", "C"), table.key("III", "A"), table.key("III", "C"),
    ])
    let expected: [(CellKey, Int, Int)] = [
      (table.key("II", "C"), 5, 30), (table.key("II", "A"), 0, 25),
      (table.key("III", "A"), 0, 25), (table.key("III", "C"), 4, 29),
    ]
    for (key, lower, upper) in expected {
      #expect(audit.limits(of: key)?.lower == lower)
      #expect(audit.limits(of: key)?.upper == upper)
      #expect(!audit.isRecoverable(key))
    }
  }

  @Test("privacy-R5: hiding only the rare gender shows it; the women's column protects it")
  func rareGender() throws {
    let table = TwoWay(
      rows: ["D1", "D2", "D3"], columns: ["F", "M", "X"],
      counts: [[12, 14, 1], [9, 11, 0], [7, 16, 2]])
    let small = [table.key("D1", "X"), table.key("D3", "X"), table.key(nil, "X")]
    let naive = table.audit(hiding: small)
    for (key, count) in zip(small, [1, 2, 3]) {
      #expect(naive.isRecoverable(key))
      #expect(naive.limits(of: key)?.lower == count)
    }
    let cheapest = small + [table.key("D1", "F"), table.key("D3", "F"), table.key(nil, "F")]
    let audit = table.audit(hiding: cheapest)
    for (key, upper) in zip(small, [13, 9, 22]) {
      #expect(audit.limits(of: key)?.lower == 0)
      #expect(audit.limits(of: key)?.upper == upper)
    }
    #expect(try table.hiddenByGate() == Set(cheapest))
  }

  @Test("privacy-R6: a 4 x 3 table")
  func fourByThree() throws {
    let table = TwoWay(
      rows: ["A", "B", "C", "D"], columns: ["X", "Y", "Z"],
      counts: [[20, 3, 15], [18, 12, 9], [25, 30, 11], [14, 7, 22]])
    #expect(table.audit(hiding: [table.key("A", "Y")]).isRecoverable(table.key("A", "Y")))
    #expect(
      table.audit(hiding: [table.key("A", "Y"), table.key("A", "X")])
        .isRecoverable(table.key("A", "Y")))
    let hidden = try table.hiddenByGate()
    #expect(
      hidden == [
        table.key("A", "Y"), table.key("A", "Z"), table.key("B", "Y"), table.key("B", "Z"),
      ])
    let audit = table.audit(hiding: Array(hidden))
    let expected: [(CellKey, Int, Int)] = [
      (table.key("A", "Y"), 0, 15), (table.key("A", "Z"), 3, 18), (table.key("B", "Y"), 0, 15),
      (table.key("B", "Z"), 6, 21),
    ]
    for (key, lower, upper) in expected {
      #expect(audit.limits(of: key)?.lower == lower)
      #expect(audit.limits(of: key)?.upper == upper)
    }
  }

  @Test("privacy-R7: three small cells on a diagonal")
  func diagonal() throws {
    let table = TwoWay(
      rows: ["P", "Q", "R"], columns: ["X", "Y", "Z"],
      counts: [[4, 10, 6], [7, 3, 9], [12, 8, 2]])
    let small = [table.key("P", "X"), table.key("Q", "Y"), table.key("R", "Z")]
    let naive = table.audit(hiding: small)
    for (key, count) in zip(small, [4, 3, 2]) {
      #expect(naive.isRecoverable(key))
      #expect(naive.limits(of: key)?.lower == count)
    }
    let best = small + [table.key("P", "Z"), table.key("Q", "X"), table.key("R", "Y")]
    let audit = table.audit(hiding: best)
    for (key, limits) in zip(small, [(2, 10), (1, 9), (0, 8)]) {
      #expect(audit.limits(of: key)?.lower == limits.0)
      #expect(audit.limits(of: key)?.upper == limits.1)
    }
    #expect(try table.hiddenByGate() == Set(best))
  }

  @Test("privacy-R7b: two hidden cells in every line are not enough")
  func bridge() throws {
    let table = TwoWay(
      rows: ["P", "Q", "R", "S"], columns: ["W", "X", "Y", "Z"],
      counts: [[6, 8, 20, 15], [9, 7, 3, 30], [25, 18, 11, 12], [22, 16, 14, 9]])
    let trap = [
      ("P", "W"), ("P", "X"), ("Q", "W"), ("Q", "X"), ("Q", "Y"), ("R", "Y"), ("R", "Z"),
      ("S", "Y"), ("S", "Z"),
    ].map { table.key($0.0, $0.1) }
    let small = table.key("Q", "Y")
    #expect(table.audit(hiding: trap).isRecoverable(small))
    let repaired = table.audit(hiding: trap + [table.key("P", "Z")])
    #expect(!repaired.isRecoverable(small))
    #expect(repaired.limits(of: small)?.lower == 0)
    let hidden = try table.hiddenByGate()
    #expect(!table.audit(hiding: Array(hidden), atLeast: 1).isRecoverable(small))
  }

  @Test("privacy-R8: where zeros are shown, a remainder of two for two cells is one each")
  func zerosShown() {
    let line = TwoWay(
      rows: ["only"], columns: ["a", "b", "c", "d"], counts: [[10, 3, 1, 1]])
    let hidden = [
      line.key("only", "c"), line.key("only", "d"), line.key(nil, "c"),
      line.key(nil, "d"),
    ]
    let blind = line.audit(hiding: hidden, atLeast: 0)
    let informed = line.audit(hiding: hidden, atLeast: 1)
    #expect(blind.limits(of: hidden[0])?.lower == 0)
    #expect(blind.limits(of: hidden[0])?.upper == 2)
    #expect(!blind.isRecoverable(hidden[0]))
    #expect(informed.isRecoverable(hidden[0]))
    let nobody = TwoWay(rows: ["only"], columns: ["a", "b", "c"], counts: [[0, 0, 0]])
    let unknown = [
      nobody.key("only", "a"), nobody.key("only", "b"), nobody.key(nil, "a"),
      nobody.key(nil, "b"),
    ]
    #expect(nobody.audit(hiding: unknown, atLeast: 0).isRecoverable(unknown[0]))
  }

  @Test("privacy-R8 through the gate: the small cells do not follow")
  func zerosShownByGate() throws {
    let line = TwoWay(
      rows: ["p", "q"], columns: ["a", "b", "c", "d"], counts: [[10, 13, 1, 1], [20, 0, 8, 9]])
    let hidden = try line.hiddenByGate()
    let audit = line.audit(hiding: Array(hidden), atLeast: 1)
    #expect(!audit.isRecoverable(line.key("p", "c")))
    #expect(!audit.isRecoverable(line.key("p", "d")))
    #expect(!hidden.contains(line.key("q", "b")))
  }
}
