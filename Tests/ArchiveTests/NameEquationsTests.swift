import Archive
import Estimates
import LinearPrograms
import Testing

@Suite("Equations drawn up from names")
struct NameEquationsTests {
  private func audit(
    _ cells: [(name: String, count: Int?)], threshold: Int = 10, notes: [String] = []
  ) throws -> BundleAudit {
    try Bundles.audit(Bundles.release(cells, threshold: threshold, notes: notes))
  }

  private func limits(_ audit: BundleAudit, _ name: String) -> [Int?] {
    audit.limits.filter { $0.attacker == .zerosPublic && $0.cell.description == name }
      .flatMap { [$0.lower, $0.upper] }
  }

  @Test("a complement needs no list of levels")
  func complement() throws {
    let audit = try audit([
      ("workforce[quarter=2025Q3]", 100), ("workforce[gender=Women, quarter=2025Q3]", nil),
      ("workforce[gender=All but Women, quarter=2025Q3]", 96),
    ])
    #expect(limits(audit, "workforce[gender=Women, quarter=2025Q3]") == [4, 4])
    #expect(audit.failures.map(\.reason) == [.determined])
  }

  @Test("a part is never more than its whole, though levels may have no name")
  func parts() throws {
    let audit = try audit([
      ("workforce[quarter=2025Q3]", 100), ("workforce[gender=Women, quarter=2025Q3]", nil),
      ("workforce[gender=Men, quarter=2025Q3]", 93),
    ])
    #expect(limits(audit, "workforce[gender=Women, quarter=2025Q3]") == [1, 7])
    #expect(audit.failures.map(\.reason) == [.small])
  }

  @Test("a list of levels is complete where a whole is shown to be their sum")
  func complete() throws {
    let cells: [(name: String, count: Int?)] = [
      ("workforce[quarter=2025Q2]", 100), ("workforce[gender=Women, quarter=2025Q2]", 40),
      ("workforce[gender=Men, quarter=2025Q2]", 60), ("workforce[quarter=2025Q3]", 100),
      ("workforce[gender=Women, quarter=2025Q3]", nil),
      ("workforce[gender=Men, quarter=2025Q3]", 60),
    ]
    #expect(limits(try audit(cells), "workforce[gender=Women, quarter=2025Q3]") == [40, 40])
    var incomplete = cells
    incomplete[2].count = 59
    #expect(limits(try audit(incomplete), "workforce[gender=Women, quarter=2025Q3]") == [1, 40])
  }

  @Test("a note names the members of a merged group")
  func merged() throws {
    let audit = try audit(
      [
        ("workforce[level=Senior, quarter=2025Q3]", 50),
        ("workforce[level=Director or Executive, quarter=2025Q3]", 31),
        ("workforce[level=Director, quarter=2025Q3]", nil),
        ("workforce[level=Executive, quarter=2025Q3]", 11),
      ], notes: ["Director or Executive: Director; Executive."])
    #expect(limits(audit, "workforce[level=Director, quarter=2025Q3]") == [20, 20])
  }

  @Test("closing headcount is opening headcount and hires less exits")
  func carriedForward() throws {
    let audit = try audit([
      ("workforce[quarter=2024Q4]", 200), ("workforce[quarter=2025Q1]", 198),
      ("hires[quarter=2025Q1]", nil), ("exits[quarter=2025Q1]", 11),
    ])
    #expect(limits(audit, "hires[quarter=2025Q1]") == [9, 9])
  }

  @Test("a window is the sum of its quarters")
  func windows() throws {
    let audit = try audit([
      ("exits[quarter=2024Q4 to 2025Q3]", 60), ("exits[quarter=2024Q4]", 15),
      ("exits[quarter=2025Q1]", 16), ("exits[quarter=2025Q2]", 20), ("exits[quarter=2025Q3]", nil),
    ])
    #expect(limits(audit, "exits[quarter=2025Q3]") == [9, 9])
    // Of a stock there is no such sum.
    let stock = try self.audit([
      ("workforce[quarter=2025Q2 to 2025Q3]", 60), ("workforce[quarter=2025Q2]", 50),
      ("workforce[quarter=2025Q3]", nil),
    ])
    #expect(limits(stock, "workforce[quarter=2025Q3]") == [1, nil])
  }

  @Test("what is declared is the sum of the declared levels")
  func declared() throws {
    let audit = try audit([
      ("workforce[quarter=2025Q3]", 100), ("workforce[gender=Declared, quarter=2025Q3]", 90),
      ("workforce[gender=Not asked, quarter=2025Q3]", 10),
      ("workforce[gender=Women, quarter=2025Q3]", nil),
      ("workforce[gender=All others who declared, not Women, quarter=2025Q3]", 85),
    ])
    #expect(limits(audit, "workforce[gender=Women, quarter=2025Q3]") == [5, 5])
  }

  @Test("parts that do not add up are told")
  func inconsistent() throws {
    let audit = try audit([
      ("workforce[quarter=2025Q3]", 100), ("workforce[gender=Women, quarter=2025Q3]", 40),
      ("workforce[gender=All but Women, quarter=2025Q3]", 61),
    ])
    #expect(!audit.inconsistencies.isEmpty && !audit.passed)
  }

  @Test("a count below the threshold that is shown fails; a zero does not")
  func shown() throws {
    let audit = try audit([
      ("workforce[gender=Women, quarter=2025Q3]", 9), ("workforce[gender=Men, quarter=2025Q3]", 10),
      ("workforce[gender=Nonbinary people, quarter=2025Q3]", 0),
    ])
    #expect(audit.failures.map(\.reason) == [.shown])
  }

  @Test("equations do not depend on the order of rows")
  func order() throws {
    var cells: [(name: String, count: Int?)] = [
      ("workforce[quarter=2025Q3]", 100), ("workforce[gender=Women, quarter=2025Q3]", nil),
      ("workforce[gender=Men, quarter=2025Q3]", nil), ("workforce[level=Lead, quarter=2025Q3]", 55),
      ("workforce[gender=Women, level=Lead, quarter=2025Q3]", 21),
    ]
    let one = try audit(cells)
    cells.reverse()
    let two = try audit(cells)
    #expect(one.limits == two.limits && one.equations == two.equations)
    #expect(limits(one, "workforce[gender=Women, quarter=2025Q3]").first == 21)
  }
}
