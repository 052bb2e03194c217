import Estimates
import Findings
import TestSupport
import Testing

@testable import Disclosure

@Suite("Findings about funnels")
struct FunnelFindingsTests {
  private func test(_ pValue: Double) throws -> PublishedEntry {
    .test(Published(TestResult(pValue: try #require(PValue(pValue)), convention: "two-sided")))
  }

  private func ratio(_ value: Double) throws -> PublishedEntry {
    .estimate(Published(try #require(Estimate(value))))
  }

  private func exhibit(
    _ kind: Exhibit.Kind, _ columns: [(String, String)],
    _ rows: [(String, ExhibitRow.Role, [PublishedEntry])]
  ) -> PublishedExhibit {
    PublishedExhibit(
      exhibit: Exhibit(
        id: "e", kind: kind, period: "2025Q3", focal: "Women", reference: "Men",
        columns: columns.map { ExhibitColumn(id: $0.0, title: $0.1, unit: .number) },
        rows: rows.map {
          ExhibitRow(label: $0.0, role: $0.1, entries: $0.2.map { _ in nil })
        }), entries: rows.map(\.2), methods: [], isRolledUp: false)
  }

  private let tests = [
    ("p", "p (pooled Z)"), ("fisher", "p (Fisher)"), ("fisher_central", "p (Fisher central)"),
    ("fisher_mid_p", "p (Fisher mid-p)"), ("boschloo", "p (Boschloo)"),
  ]

  @Test("the table of Morris (2017) depends on the method: 2 of 10 against 15 of 25")
  func morris() throws {
    let published = exhibit(
      .funnel, tests,
      [
        (
          "Hired", .item,
          try [0.03243865, 0.059907834, 0.074315377, 0.043699, 0.03660282].map(test)
        )
      ])
    let agreement = try #require(MethodAgreement(published, row: 0, level: 0.05))
    #expect(agreement.dependsOnMethod)
    #expect(agreement.rejecting.map(\.name) == ["pooled Z", "Fisher mid-p", "Boschloo"])
    #expect(agreement.notRejecting.map(\.name) == ["Fisher", "Fisher central"])
    // At one per cent nobody rules equality out, at ten per cent everybody does.
    for level in [0.01, 0.1] {
      #expect(MethodAgreement(published, row: 0, level: level)?.dependsOnMethod == false)
    }
  }

  @Test("hidden and undefined tests say nothing; one test alone cannot disagree")
  func missingTests() throws {
    let hidden = PublishedEntry.test(Published(.notShown))
    let undefined = PublishedEntry.test(Published(.notApplicable, reason: "too many people"))
    let two = exhibit(
      .funnel, tests,
      [("Hired", .item, [try test(0.04), hidden, undefined, hidden, try test(0.06)])])
    #expect(MethodAgreement(two, row: 0, level: 0.05)?.tests.count == 2)
    let one = exhibit(
      .funnel, tests, [("Hired", .item, [try test(0.04), hidden, undefined, hidden, hidden])])
    #expect(MethodAgreement(one, row: 0, level: 0.05) == nil)
  }

  private func stratified(
    _ pooled: Double, _ pooledP: Double, _ common: Double, _ commonP: Double, exact: Double,
    difference: Double = 0.001, homogeneity: Double
  ) throws -> StratifiedComparison? {
    let columns = [
      "pooled_ratio", "pooled_p", "common_ratio", "common_p", "exact_p", "difference_p",
      "homogeneity_p",
    ]
    return StratifiedComparison(
      exhibit(
        .funnelStratified, columns.map { ($0, $0) },
        [
          (
            "Department", .item,
            [
              try ratio(pooled), try test(pooledP), try ratio(common), try test(commonP),
              try test(exact), try test(difference), try test(homogeneity),
            ]
          )
        ]), level: 0.05)
  }

  @Test("a gap within strata is none, the same, the other way round, or one not seen over all")
  func statuses() throws {
    // Berkeley 1973: 0.6818, p 7.8e-22; within 1.0583, p 0.2169237; Breslow-Day-Tarone 0.00207139.
    let berkeley = try #require(
      try stratified(
        0.68183, 7.8e-22, 1.058307, 0.2169237, exact: 0.2277625, homogeneity: 0.0020714)
    )
    #expect(berkeley.status == .vanishes && berkeley.isHeterogeneous)
    #expect(!berkeley.dependsOnMethod)
    let cases: [(Double, Double, Double, Double, StratifiedComparison.Status)] = [
      (0.7, 0.01, 0.75, 0.02, .remains), (0.7, 0.01, 1.3, 0.02, .reverses),
      (1.2, 0.01, 0.8, 0.02, .reverses), (0.98, 0.6, 0.8, 0.02, .appears),
      (0.98, 0.6, 1.01, 0.7, .none), (0.7, 0.05, 0.9, 0.0501, .vanishes),
    ]
    for (pooled, pooledP, common, commonP, status) in cases {
      let comparison = try stratified(
        pooled, pooledP, common, commonP, exact: commonP, homogeneity: 0.5)
      #expect(comparison?.status == status, "\(pooled) \(common)")
      #expect(comparison?.isHeterogeneous == false)
    }
    // Found once and not found once is no difference yet.
    for (pooledP, commonP) in [(0.04, 0.06), (0.06, 0.04)] {
      let unclear = try stratified(
        0.8, pooledP, 0.81, commonP, exact: commonP, difference: 0.7, homogeneity: 0.5)
      #expect(unclear?.status == .undetermined && unclear?.isFoundWithin == (commonP < 0.05))
    }
    #expect(
      try stratified(0.7, 0.01, 0.8, 0.04, exact: 0.06, homogeneity: 0.5)?.dependsOnMethod == true)
  }

  private func funnel(
    _ rows: [(String, ExhibitRow.Role, Int, Int, Int, Int, Double)]
  ) throws -> PublishedExhibit {
    let columns = [
      "focal_entered", "focal_passed", "reference_entered", "reference_passed", "p",
    ]
    return exhibit(
      .funnel, columns.map { ($0, $0) },
      try rows.map { row in
        let counts = [row.2, row.3, row.4, row.5].map { PublishedEntry.count(Published($0)) }
        return (row.0, row.1, counts + [try test(row.6)])
      })
  }

  @Test("Connecticut v. Teal: the bottom line of 1.70 hides an examination of 0.68")
  func teal() throws {
    let published = try funnel([
      ("Examination", .item, 48, 26, 259, 206, 0.000172),
      ("Promoted", .item, 26, 11, 206, 35, 0.003), ("Whole", .total, 48, 11, 259, 35, 0.09),
    ])
    let line = try #require(BottomLine(published, level: 0.05))
    #expect(line.wholeRow == 2)
    #expect(line.hiddenStages.map(\.row) == [0])
    #expect(line.hiddenStages.map(\.isAgainstFocal) == [true])
  }

  @Test("exactly four fifths is not under the line; chance alone is no stage to name")
  func edges() throws {
    let exact = try funnel([
      ("A", .item, 100, 48, 100, 60, 0.01), ("B", .item, 48, 48, 60, 48, 0.001),
      ("Whole", .total, 100, 48, 100, 48, 1),
    ])
    // 48 of 100 against 60 of 100 is 0.8; 48 of 48 against 48 of 60 turned round is 0.8 too.
    #expect(BottomLine(exact, level: 0.05)?.hiddenStages == [])
    let chance = try funnel([
      ("A", .item, 10, 4, 10, 6, 0.37), ("B", .item, 4, 4, 6, 4, 0.2),
      ("Whole", .total, 10, 4, 10, 4, 1),
    ])
    #expect(BottomLine(chance, level: 0.05)?.hiddenStages == [])
    let single = try funnel([("A", .item, 100, 20, 100, 60, 0.001)])
    #expect(BottomLine(single, level: 0.05) == nil)
  }
}
