import Ledger
import LinearPrograms
import TestSupport
import Testing

/// Amounts of movers, versions of a period, and attributes cut otherwise.
@Suite("Audits across releases")
struct AuditTests {
  @Test("privacy-R15: a joiner's pay follows exactly from exact means, and is refused")
  func exactMeans() throws {
    let amounts = try SumDifference(
      before: PublishedMean(measure: "pay", people: 12, mean: 61_000),
      after: PublishedMean(measure: "pay", people: 13, mean: 61_500), movers: 1)
    #expect(amounts.lower == 67_500 && amounts.upper == 67_500 && amounts.isExact)
    #expect(!amounts.isSafe(share: 0.1) && !amounts.isSafe(share: 0))
  }

  @Test("privacy-R15: from means rounded to 500 only [61,250, 73,750] follows")
  func roundedMeans() throws {
    let amounts = try SumDifference(
      before: PublishedMean(measure: "pay", people: 12, mean: 61_000, base: 500),
      after: PublishedMean(measure: "pay", people: 13, mean: 61_500, base: 500), movers: 1)
    #expect(amounts.lower == 61_250 && amounts.upper == 73_750 && !amounts.isExact)
    expectClose(amounts.relativeWidth, 12_500.0 / 67_500)
    #expect(amounts.isSafe(share: 0.1) && !amounts.isSafe(share: 0.2))
  }

  @Test("a replacement whose net amount is near 0 is held against the usual pay")
  func replacement() throws {
    let amounts = try SumDifference(
      before: PublishedMean(measure: "pay", people: 12, mean: 61_000, base: 100),
      after: PublishedMean(measure: "pay", people: 12, mean: 61_000, base: 100), movers: 2)
    #expect(amounts.lower == -1200 && amounts.upper == 1200)
    expectClose(amounts.relativeWidth, 2400.0 / 122_000)
    #expect(!amounts.isSafe(share: 0.1))
  }

  @Test("the true amount is always within the limits of rounded means")
  func limitsHold() throws {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<500 {
      let base = [1, 10, 500, 1000][Int.random(in: 0...3, using: &generator)]
      func rounded(_ pay: [Int]) throws -> PublishedMean {
        // Half up, as means of positive amounts are rounded.
        let sum = pay.reduce(0, +)
        let steps = (2 * sum + base * pay.count) / (2 * base * pay.count)
        return try PublishedMean(
          measure: "pay", people: pay.count, mean: steps * base, base: base)
      }
      let stayers = (0..<12).map { _ in Int.random(in: 30_000...90_000, using: &generator) }
      let joiners = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        Int.random(in: 30_000...90_000, using: &generator)
      }
      let amounts = try SumDifference(
        before: rounded(stayers), after: rounded(stayers + joiners), movers: joiners.count)
      let truth = Double(joiners.reduce(0, +))
      #expect(amounts.lower <= truth && truth <= amounts.upper)
    }
  }

  @Test("means that do not fit each other or beyond all numbers are refused")
  func misfits() throws {
    let pay = try PublishedMean(measure: "pay", people: 12, mean: 61_000)
    let bonus = try PublishedMean(measure: "bonus", people: 12, mean: 61_000)
    let huge = try PublishedMean(measure: "pay", people: .max, mean: .max, base: .max)
    #expect(throws: LedgerError.misfit) {
      try SumDifference(before: pay, after: bonus, movers: 1)
    }
    #expect(throws: LedgerError.misfit) { try SumDifference(before: pay, after: pay, movers: 0) }
    #expect(throws: LedgerError.misfit) {
      try SumDifference(before: pay, after: huge, movers: 1)
    }
    #expect(throws: LedgerError.misfit) { try PublishedMean(measure: "pay", people: 0, mean: 1) }
    #expect(throws: LedgerError.misfit) {
      try PublishedMean(measure: "pay", people: 1, mean: 1, base: -1)
    }
  }

  @Test("a group left over by nested cuts follows exactly, by overlapping ones within limits")
  func union() throws {
    let nested = try UnionAudit(
      published: [Array(0..<20), Array(0..<17)], protected: [Array(17..<20)],
      solver: ExactSimplex())
    #expect(nested.findings.map { [$0.lower, $0.upper] } == [[3, 3]])
    let overlapping = try UnionAudit(
      published: [Array(0..<20), Array(15..<40)], protected: [Array(15..<20)],
      solver: ExactSimplex())
    #expect(overlapping.findings.map { [$0.lower, $0.upper] } == [[0, 20]])
    let open = try UnionAudit(
      published: [Array(0..<20)], protected: [[30, 31]], solver: ExactSimplex())
    #expect(open.findings.map { [$0.lower, $0.upper] } == [[0, nil]])
  }

  @Test("limits of a union are those of all sizes its atoms can have")
  func unionByEnumeration() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<60 {
      // Four atoms of known people, three published groups of atoms, one protected.
      let sizes = (0..<4).map { _ in Int.random(in: 1...4, using: &generator) }
      let atoms = sizes.indices.map { atom in (0..<sizes[atom]).map { 100 * atom + $0 } }
      let groups = (0..<4).map { _ in
        (0..<4).filter { _ in Bool.random(using: &generator) }
      }
      let people = groups.map { $0.flatMap { atoms[$0] }.sorted() }
      let audit = try UnionAudit(
        published: Array(people[0..<3]), protected: [people[3]], solver: ExactSimplex())
      // Whole sizes up to the total of all; atoms that no published group holds are unlimited.
      let isLimited = groups[3].allSatisfy { atom in groups[0..<3].contains { $0.contains(atom) } }
      guard isLimited else {
        #expect(audit.findings[0].upper == nil)
        continue
      }
      var (least, greatest) = (Int.max, Int.min)
      let most = 16
      for code in 0..<(most + 1) * (most + 1) * (most + 1) * (most + 1) {
        let x = [
          code % (most + 1), code / (most + 1) % (most + 1),
          code / ((most + 1) * (most + 1)) % (most + 1),
          code / ((most + 1) * (most + 1) * (most + 1)),
        ]
        let fits = groups[0..<3].allSatisfy { group in
          group.reduce(0) { $0 + x[$1] } == group.reduce(0) { $0 + sizes[$1] }
        }
        guard fits else { continue }
        let value = groups[3].reduce(0) { $0 + x[$1] }
        least = min(least, value)
        greatest = max(greatest, value)
      }
      // Real numbers may reach farther than whole ones, never less far.
      #expect(audit.findings[0].lower <= least)
      #expect(try #require(audit.findings[0].upper) >= greatest)
    }
  }

  @Test("a restated head count with few changed contributors is too close")
  func restatedHeadCount() throws {
    let key = try Workforce.key()
    let people = (0..<60).map { ContributorHash(person: "p\($0)", key: key) }
    func version(_ before: Int, _ after: Int) -> Restatement.Version {
      Restatement.Version(
        before: Array(people.prefix(before)), after: Array(people.prefix(after)),
        shownBefore: before, shownAfter: after)
    }
    let restatement = try Restatement(
      [version(20, 21), version(20, 20), version(20, 30), version(30, 21)], threshold: 5,
      fewestMovers: 10, solver: ExactSimplex())
    #expect(restatement.tooClose == [0, 3] && restatement.uncovered.isEmpty)
    let blind = try Restatement(
      [
        Restatement.Version(before: nil, after: nil, shownBefore: 20, shownAfter: 21),
        Restatement.Version(before: nil, after: nil, shownBefore: 20, shownAfter: 40),
      ], threshold: 5, fewestMovers: 10, solver: ExactSimplex())
    #expect(blind.tooClose == [0])
  }

  @Test("a cell hidden in the new version must not follow from both together")
  func unionOfVersions() throws {
    let key = try Workforce.key()
    let all = (0..<30).map { ContributorHash(person: "p\($0)", key: key) }.sorted()
    let (large, other, small) = (
      Array(all[..<17]), Array(all[17..<27]), Array(all[27...])
    )
    func version(
      _ people: [ContributorHash], _ before: Bool, _ after: Bool
    ) -> Restatement.Version {
      Restatement.Version(
        before: people, after: people, shownBefore: before ? people.count : nil,
        shownAfter: after ? people.count : nil)
    }
    // Each version hides two of three parts, but not the same two.
    let careless = try Restatement(
      [
        version(all, true, true), version(large, true, false), version(other, false, true),
        version(small, false, false),
      ], threshold: 5, fewestMovers: 10, solver: ExactSimplex())
    #expect(careless.uncovered == [3] && careless.tooClose.isEmpty)
    let careful = try Restatement(
      [
        version(all, true, true), version(large, true, true), version(other, false, false),
        version(small, false, false),
      ], threshold: 5, fewestMovers: 10, solver: ExactSimplex())
    #expect(careful.uncovered.isEmpty)
  }

  @Test("levels renamed, merged or split need a mapping, and are named")
  func drift() throws {
    func levels(_ levels: String...) -> AttributeDefinition {
      AttributeDefinition(attribute: "department", levels: levels)
    }
    let old = levels("Ops", "Sales", "IT")
    #expect(DefinitionDrift(from: old, to: levels("IT", "Ops", "Sales"), mappings: []) == nil)
    let renamed = try #require(
      DefinitionDrift(from: old, to: levels("Operations", "Sales", "IT"), mappings: []))
    #expect(renamed.gone == ["Ops"] && renamed.added == ["Operations"])
    let mapping = try LevelMapping(attribute: "department", from: ["Ops"], to: ["Operations"])
    #expect(
      DefinitionDrift(from: old, to: levels("Operations", "Sales", "IT"), mappings: [mapping])
        == nil)
    let split = try #require(
      DefinitionDrift(from: old, to: levels("Ops", "Sales", "IT", "Data"), mappings: []))
    #expect(split.gone.isEmpty && split.added == ["Data"])
    #expect(throws: LedgerError.misfit) {
      try LevelMapping(attribute: "department", from: ["A", "B"], to: ["C", "D"])
    }
    #expect(throws: LedgerError.misfit) {
      try LevelMapping(attribute: "department", from: [], to: ["C"])
    }
  }

  @Test("a re-cut that leaves few over is found, one that leaves many is not")
  func remainders() throws {
    // 40 people in Ops become 43 in Operations and IT: three came from elsewhere.
    let narrow = try DefinitionDrift.narrowRemainders(
      before: [Array(0..<40), Array(40..<90)], after: [Array(0..<43), Array(43..<90)],
      threshold: 5, solver: ExactSimplex())
    #expect(narrow.map { [$0.before, $0.after] } == [[0, 0], [1, 1]])
    let wide = try DefinitionDrift.narrowRemainders(
      before: [Array(0..<40), Array(40..<90)], after: [Array(0..<60), Array(60..<90)],
      threshold: 5, solver: ExactSimplex())
    #expect(wide.isEmpty)
  }
}
