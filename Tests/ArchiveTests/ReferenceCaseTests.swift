import Archive
import Estimates
import LinearPrograms
import Testing

/// The reference cases of disclosure control, each written as a small bundle and attacked from its
/// names alone.
@Suite("Reference cases as bundles")
struct ReferenceCaseTests {
  private func limits(
    _ audit: BundleAudit, _ attacker: AttackerModel, _ row: String, _ column: String
  ) -> [Int?] {
    let name: String =
      row == "All"
      ? "workforce[group=\(column), quarter=2025Q3]"
      : "workforce[department=\(row), group=\(column), quarter=2025Q3]"
    return audit.limits.filter { $0.attacker == attacker && $0.cell.description == name }
      .flatMap { [$0.lower, $0.upper] }
  }

  private func reasons(_ audit: BundleAudit) -> [BundleAudit.Reason] {
    audit.failures.map(\.reason)
  }

  @Test("R4: a 2 by 2 of hidden cells has the published intervals")
  func intervals() throws {
    let audit = try Bundles.audit(
      Bundles.table(
        [("I", [20, 50, 10]), ("II", [8, 19, 22]), ("III", [17, 32, 12])],
        columns: ["A", "B", "C"],
        hidden: [["II", "A"], ["II", "C"], ["III", "A"], ["III", "C"]], threshold: 10))
    #expect(limits(audit, .nonNegative, "II", "C") == [5, 30])
    #expect(limits(audit, .nonNegative, "II", "A") == [0, 25])
    #expect(limits(audit, .nonNegative, "III", "A") == [0, 25])
    #expect(limits(audit, .nonNegative, "III", "C") == [4, 29])
    // With zeros public both ends of the free pair move in by one.
    #expect(limits(audit, .zerosPublic, "II", "A") == [1, 24])
    #expect(audit.hiddenCells == 4 && audit.components == 1 && audit.narrowest == 23)
    #expect(audit.passed)
  }

  private static let rareGender: [(String, [Int])] = [
    ("D1", [12, 14, 1]), ("D2", [9, 11, 0]), ("D3", [7, 16, 2]),
  ]

  @Test("R5: hiding only the rare gender gives it away; hiding a second column does not")
  func rareGender() throws {
    let small: Set<[String]> = [["D1", "X"], ["D3", "X"], ["All", "X"]]
    let weak = try Bundles.audit(
      Bundles.table(
        Self.rareGender, columns: ["F", "M", "X"], hidden: small, threshold: 5))
    #expect(reasons(weak) == [.determined, .determined, .determined])
    #expect(!weak.passed && weak.narrowest == 0)
    let safe = try Bundles.audit(
      Bundles.table(
        Self.rareGender, columns: ["F", "M", "X"],
        hidden: small.union([["D1", "F"], ["D3", "F"], ["All", "F"]]), threshold: 5))
    #expect(limits(safe, .nonNegative, "D1", "X") == [0, 13])
    #expect(limits(safe, .nonNegative, "D3", "X") == [0, 9])
    #expect(limits(safe, .nonNegative, "All", "X") == [0, 22])
    #expect(safe.passed)
  }

  private static let fourByThree: [(String, [Int])] = [
    ("A", [20, 3, 15]), ("B", [18, 12, 9]), ("C", [25, 30, 11]), ("D", [14, 7, 22]),
  ]

  @Test("R6: the elimination pattern is safe, one row alone is not")
  func fourByThree() throws {
    let audit = try Bundles.audit(
      Bundles.table(
        Self.fourByThree, columns: ["X", "Y", "Z"],
        hidden: [["A", "Y"], ["A", "Z"], ["B", "Y"], ["B", "Z"]], threshold: 5))
    #expect(limits(audit, .nonNegative, "A", "Y") == [0, 15])
    #expect(limits(audit, .nonNegative, "A", "Z") == [3, 18])
    #expect(limits(audit, .nonNegative, "B", "Y") == [0, 15])
    #expect(limits(audit, .nonNegative, "B", "Z") == [6, 21])
    #expect(audit.passed)
    for hidden: Set<[String]> in [[["A", "Y"]], [["A", "Y"], ["A", "X"]]] {
      let weak = try Bundles.audit(
        Bundles.table(
          Self.fourByThree, columns: ["X", "Y", "Z"], hidden: hidden, threshold: 5))
      #expect(reasons(weak) == hidden.map { _ in .determined })
    }
  }

  private static let diagonal: [(String, [Int])] = [
    ("P", [4, 10, 6]), ("Q", [7, 3, 9]), ("R", [12, 8, 2]),
  ]

  @Test("R7: a diagonal follows from the totals; three more cells protect it")
  func diagonal() throws {
    let small: Set<[String]> = [["P", "X"], ["Q", "Y"], ["R", "Z"]]
    let weak = try Bundles.audit(
      Bundles.table(Self.diagonal, columns: ["X", "Y", "Z"], hidden: small, threshold: 5))
    #expect(reasons(weak) == [.determined, .determined, .determined])
    let safe = try Bundles.audit(
      Bundles.table(
        Self.diagonal, columns: ["X", "Y", "Z"],
        hidden: small.union([["P", "Z"], ["Q", "X"], ["R", "Y"]]), threshold: 5))
    #expect(limits(safe, .nonNegative, "P", "X") == [2, 10])
    #expect(limits(safe, .nonNegative, "Q", "Y") == [1, 9])
    #expect(limits(safe, .nonNegative, "R", "Z") == [0, 8])
    #expect(safe.passed)
  }

  private static let bridge: [(String, [Int])] = [
    ("P", [6, 8, 20, 15]), ("Q", [9, 7, 3, 30]), ("R", [25, 18, 11, 12]), ("S", [22, 16, 14, 9]),
  ]

  @Test("R7b: two hidden in every line are not enough where one is a bridge")
  func bridge() throws {
    let hidden: Set<[String]> = [
      ["P", "W"], ["P", "X"], ["Q", "W"], ["Q", "X"], ["Q", "Y"], ["R", "Y"], ["R", "Z"],
      ["S", "Y"],
      ["S", "Z"],
    ]
    let weak = try Bundles.audit(
      Bundles.table(Self.bridge, columns: ["W", "X", "Y", "Z"], hidden: hidden, threshold: 5))
    #expect(limits(weak, .nonNegative, "Q", "Y") == [3, 3])
    #expect(reasons(weak) == [.determined])
    let safe = try Bundles.audit(
      Bundles.table(
        Self.bridge, columns: ["W", "X", "Y", "Z"], hidden: hidden.union([["P", "Z"]]),
        threshold: 5))
    #expect(limits(safe, .nonNegative, "Q", "Y") == [0, 18])
    #expect(safe.passed)
  }

  @Test("R8: with zeros public 15 = 10 + 3 + x + x gives both away")
  func zerosPublic() throws {
    let audit = try Bundles.audit(
      Bundles.table(
        [("A", [10, 3, 1, 1])], columns: ["P", "Q", "R", "S"],
        hidden: [["A", "R"], ["A", "S"], ["All", "R"], ["All", "S"]], threshold: 2))
    #expect(limits(audit, .nonNegative, "A", "R") == [0, 2])
    #expect(limits(audit, .zerosPublic, "A", "R") == [1, 1])
    #expect(limits(audit, .zerosPublic, "A", "S") == [1, 1])
    #expect(reasons(audit).allSatisfy { $0 == .determined } && audit.failures.count == 4)
  }

  @Test("R8: 0 = x + x + 0 contradicts what zeros being public means")
  func emptyTotal() {
    #expect(throws: (any Error).self) {
      try Bundles.audit(
        Bundles.table(
          [("A", [0, 0, 0])], columns: ["P", "Q", "R"], hidden: [["A", "P"], ["A", "Q"]],
          threshold: 5))
    }
  }

  @Test("with the truth a small cell must be wide, a large one need not be")
  func truth() throws {
    let bytes = Bundles.table(
      [("A", [3, 5, 40]), ("B", [5, 4, 40])], columns: ["X", "Y", "Z"],
      hidden: [["A", "X"], ["A", "Y"], ["B", "X"], ["B", "Y"]], threshold: 5)
    // Limits are 1 to 7 and so on: six apart, enough for a threshold of 5, too little for 8.
    let small = try #require(
      CellKey(archived: "workforce[department=A, group=X, quarter=2025Q3]"))
    #expect(try Bundles.audit(bytes, truth: [small: 3]).passed)
    let strict = Bundles.table(
      [("A", [3, 5, 40]), ("B", [5, 4, 40])], columns: ["X", "Y", "Z"],
      hidden: [["A", "X"], ["A", "Y"], ["B", "X"], ["B", "Y"]], threshold: 9)
    #expect(
      try Bundles.audit(strict, truth: [small: 3]).failures.contains {
        $0.cell == small && $0.reason != .untrue
      })
    #expect(
      try Bundles.audit(bytes, truth: [small: 30]).failures
        == [BundleAudit.Failure(cell: small, reason: .untrue)])
  }
}
