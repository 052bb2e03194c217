import Estimates
import Findings
import TestSupport
import Testing

@testable import Disclosure

@Suite("Findings engine")
struct FindingsEngineTests {
  private let gender = ExhibitAttribute(id: "gender", title: "Gender")

  private func engine(_ multiplicity: Multiplicity = .holm) throws -> FindingsEngine {
    let bands = try #require(PracticalBands.standard)
    return try #require(
      FindingsEngine(confidence: 0.95, bands: bands, multiplicity: multiplicity))
  }

  private func ratio(_ value: Double, _ lower: Double, _ upper: Double) throws -> PublishedEntry {
    let interval = ConfidenceInterval(lower: lower, upper: upper, level: 0.95, method: "test")
    return .estimate(Published(try #require(Estimate(value, interval: interval))))
  }

  private func test(_ pValue: Double) throws -> PublishedEntry {
    .test(Published(TestResult(pValue: try #require(PValue(pValue)), convention: "two-sided")))
  }

  /// One exhibit with rows of (label, role, effect, test).
  private func exhibit(
    _ id: String, _ kind: Exhibit.Kind, polarity: Comparison.Polarity = .favourable,
    focal: String? = nil, reference: String? = nil,
    rows: [(String, ExhibitRow.Role, PublishedEntry, PublishedEntry)]
  ) -> PublishedExhibit {
    let skeleton = Exhibit(
      id: id, kind: kind, attribute: gender, period: "2025Q3", focal: focal, reference: reference,
      columns: [
        ExhibitColumn(id: "ratio", title: "Ratio", unit: .ratio),
        ExhibitColumn(id: "p", title: "p", unit: .pValue),
      ],
      rows: rows.map { ExhibitRow(label: $0.0, role: $0.1, entries: [nil, nil]) },
      comparison: Comparison(
        effectColumn: "ratio", testColumn: "p", scale: .ratio, polarity: polarity,
        inference: .process))
    return PublishedExhibit(
      exhibit: skeleton, entries: rows.map { [$0.2, $0.3] }, methods: [], isRolledUp: false)
  }

  private func release(_ exhibits: [PublishedExhibit], hidden: Int = 0) -> Release {
    Release(
      exhibits: exhibits,
      summary: DisclosureSummary(
        threshold: 10, payThreshold: 10, audience: "public", hidden: hidden, rolledUp: 0))
  }

  @Test("adjusts over the exhibits of a section, withheld tests counted as p = 1")
  func family() throws {
    let release = release([
      exhibit(
        "funnel/gender", .funnel, focal: "Women", reference: "Men",
        rows: [
          ("Applied to Screened", .item, try ratio(0.6, 0.5, 0.7), try test(0.015)),
          (
            "Screened to Hired", .item, .estimate(Published(.notShown)),
            .test(Published(.notShown))
          ),
        ]),
      exhibit(
        "hiring/gender", .hiring,
        rows: [
          ("Men", .reference, .empty, .empty),
          ("Women", .item, try ratio(0.6, 0.5, 0.7), try test(0.02)),
        ]),
      exhibit(
        "retention/gender", .retention, polarity: .adverse,
        rows: [
          ("Men", .reference, .empty, .empty),
          ("Women", .item, try ratio(1.6, 1.3, 1.9), try test(0.04)),
        ]),
    ])
    let findings = try engine().findings(in: release)
    #expect(
      findings.map(\.id) == [
        "funnel/gender#Applied to Screened", "funnel/gender#Screened to Hired",
        "hiring/gender#Women", "retention/gender#Women",
      ])
    #expect(findings.map(\.familySize) == [3, 3, 3, 1])
    expectClose(findings[0].adjustedP?.value, 0.045)
    expectClose(findings[2].adjustedP?.value, 0.045)
    expectClose(findings[3].adjustedP?.value, 0.04)
    #expect(findings.map(\.verdict) == [.clearGap, .notReported, .clearGap, .clearGap])
    #expect(findings[1].limit == .hidden)
    #expect(
      findings.map(\.direction) == [
        .focalWorseOff, .neither, .focalWorseOff, .focalWorseOff,
      ])
    #expect(findings[0].subject.focal == "Women")
    #expect(findings[0].subject.part == "Applied to Screened")
    #expect(findings[2].subject.focal == "Women")
    #expect(findings[2].subject.reference == "Men")
    #expect(findings[2].subject.part == nil)
    let alone = try engine(.none).findings(in: release)
    expectClose(alone[0].adjustedP?.value, 0.015)
  }

  @Test("says why a comparison is too uncertain")
  func limits() throws {
    let release = release([
      exhibit(
        "progression/gender", .progression,
        rows: [
          ("Women", .item, try ratio(0.6, 0.4, 0.7), try test(0.04)),
          ("Another gender", .item, try ratio(0.9, 0.3, 2.1), try test(0.8)),
          ("Men", .reference, .empty, .empty),
        ])
    ])
    let findings = try engine().findings(in: release)
    #expect(findings.map(\.verdict) == [.tooUncertain, .tooUncertain])
    #expect(findings.map(\.limit) == [.familyAdjustment, .intervalTooWide])
    #expect(findings.map(\.direction) == [.neither, .neither])
  }

  @Test("an undefined quantity is not reported and adds nothing to the family")
  func undefined() throws {
    let release = release([
      exhibit(
        "hiring/gender", .hiring,
        rows: [
          (
            "Women", .item, .estimate(Published(.notApplicable, reason: "nobody applied")),
            .test(Published(.notApplicable))
          ),
          ("Asian", .item, try ratio(0.5, 0.4, 0.6), try test(0.04)),
        ])
    ])
    let findings = try engine().findings(in: release)
    #expect(findings[0].limit == .notApplicable("nobody applied"))
    #expect(findings[1].familySize == 1)
    #expect(findings[1].verdict == .clearGap)
  }

  @Test("does not judge a characteristic that too few people declared")
  func lowDeclaration() throws {
    let declaration = Exhibit(
      id: "declaration", kind: .declaration, period: "2025Q3",
      columns: [ExhibitColumn(id: "share_declared", title: "Declared", unit: .share)],
      rows: [ExhibitRow(label: "Gender", entries: [nil])])
    let release = release([
      PublishedExhibit(
        exhibit: declaration,
        entries: [[.estimate(Published(try #require(Estimate(0.48))))]], methods: [],
        isRolledUp: false),
      exhibit(
        "retention/gender", .retention, polarity: .adverse,
        rows: [("Women", .item, try ratio(1.6, 1.3, 1.9), try test(0.01))]),
    ])
    let engine = try engine()
    let findings = engine.findings(in: release)
    #expect(findings.map(\.verdict) == [.notReported])
    #expect(findings.map(\.limit) == [.lowDeclaration])
    #expect(findings[0].effect == nil && findings[0].adjustedP == nil)
    let limits = engine.limits(of: release, findings: findings)
    #expect(
      limits.first
        == .lowDeclaration(DeclaredShare(title: "Gender", attribute: "gender", share: 0.48)))
  }

  @Test("chooses at most six headlines, clear gaps first, no kind twice for one group")
  func headlines() throws {
    let kinds: [(String, Exhibit.Kind)] = [
      ("a", .hiring), ("b", .progression), ("c", .retention), ("d", .training),
    ]
    var exhibits: [PublishedExhibit] = []
    for (id, kind) in kinds {
      exhibits.append(
        exhibit(
          id, kind,
          rows: [
            ("Women", .item, try ratio(0.85, 0.7, 0.95), try test(0.0001)),
            ("Asian", .item, try ratio(0.5, 0.4, 0.6), try test(0.0001)),
            ("Black", .item, try ratio(1, 0.5, 2), try test(1)),
          ]))
    }
    exhibits.append(
      exhibit(
        "e", .funnel, focal: "Women", reference: "Men",
        rows: [
          ("Applied to Screened", .item, try ratio(0.5, 0.4, 0.6), try test(0.0001)),
          ("Applied to Hired", .total, try ratio(0.5, 0.4, 0.6), try test(0.0001)),
        ]))
    let release = release(exhibits)
    let findings = try engine().findings(in: release)
    let headlines = HeadlineSelection().headlines(in: release, findings: findings)
    let ids = headlines.map { headline in
      if case .finding(let finding) = headline { finding.id } else { "share" }
    }
    #expect(
      ids == ["e#Applied to Hired", "b#Asian", "c#Asian", "d#Asian", "a#Asian", "b#Women"])
  }
}
