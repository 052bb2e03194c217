import Archive
import Estimates
import Testing

@Suite("Comparing releases")
struct ReleaseComparisonTests {
  private func compare(
    _ earlier: PlannedRelease, _ later: PlannedRelease
  ) throws -> ReleaseComparison {
    ReleaseComparison(earlier: try earlier.archived(), later: try later.archived())
  }

  @Test("a release against itself, and one identical in all but the period, show nothing")
  func nothing() throws {
    let first = PlannedRelease()
    #expect(try compare(first, first).isEmpty)
    let next = try compare(first, first.nextQuarter)
    #expect(next.isEmpty && !next.needsAttention)
  }

  @Test("the committed reports against themselves show nothing", arguments: ["healthtech"])
  func committed(_ name: String) throws {
    let release = try ArchivedRelease(resultsFile: Bundles.committed(name))
    #expect(release.exhibits.contains { $0.rows.contains { $0.finding != nil } })
    #expect(release.run.period != nil && release.exhibits.allSatisfy { $0.period != nil })
    #expect(ReleaseComparison(earlier: release, later: release).isEmpty)
  }

  @Test("new, resolved and changed verdicts, in the order of the release, with both verdicts")
  func verdicts() throws {
    let first = PlannedRelease()
    var next = first.nextQuarter
    next.rows[0].verdict = "gap_size_uncertain"
    next.rows[0].effect = PlannedRelease.value(1.4)
    next.rows[1].verdict = "about_the_same"
    next.rows.append(.init(label: "Not stated", verdict: "small_gap", effect: next.rows[0].effect))
    let forward = try compare(first, next)
    #expect(forward.verdicts.map(\.kind) == [.new, .resolved, .new])
    #expect(forward.verdicts.map(\.place.row) == [0, 1, 2])
    #expect(forward.verdicts.first?.before?.finding.verdict == .aboutTheSame)
    #expect(forward.verdicts.first?.before?.effect == 1.02)
    #expect(forward.verdicts.first?.now.effect == 1.4)
    #expect(forward.verdicts.last?.before == nil)
    #expect(forward.needsAttention)
    next.rows = first.rows
    next.rows[1].verdict = "too_uncertain"
    let uncertain = try compare(first, next)
    #expect(uncertain.verdicts.map(\.kind) == [.changed], "uncertain is not resolved")
    #expect(uncertain.verdicts.first?.before?.finding.verdict == .clearGap)
  }

  @Test("a gap that turned round is a changed verdict though its word is the same")
  func turned() throws {
    let first = PlannedRelease()
    var next = first.nextQuarter
    next.rows[1].direction = "reference_worse_off"
    #expect(try compare(first, next).verdicts.map(\.kind) == [.changed])
  }

  @Test("what was not reported before is new where it is a gap, and nothing where it is none")
  func notReportedBefore() throws {
    var first = PlannedRelease()
    first.rows[0] = .init(label: "Women", verdict: "not_reported", effect: PlannedRelease.hidden)
    first.rows[1] = .init(
      label: "Another gender", verdict: "not_reported", effect: PlannedRelease.hidden)
    var next = PlannedRelease().nextQuarter
    next.convention = "another"
    let changes = try compare(first, next).verdicts
    #expect(changes.map(\.kind) == [.new] && changes.first?.before == nil)
    #expect(changes.first?.isBreak == false, "there is nothing to compare it with")
  }

  @Test("a restated count and its share are listed with old and new, once, for their quarter")
  func revised() throws {
    let first = PlannedRelease()
    var next = first.nextQuarter
    next.trend[0].women = 395
    let figures = try compare(first, next).figures
    #expect(figures.map(\.period) == ["2025Q1", "2025Q1"])
    #expect(figures.map(\.before?.value) == [400, 0.4])
    #expect(figures.map(\.now.value) == [395, 0.395])
    #expect(try compare(first, next).needsAttention)
  }

  @Test("numbers of another period are no revisions; those of one period are")
  func periods() throws {
    let first = PlannedRelease()
    var next = first
    next.rows[0].effect = PlannedRelease.value(1.1)
    #expect(try compare(first, next).figures.map(\.before?.value) == [1.02])
    next.period = "2025Q3"
    #expect(try compare(first, next).figures.isEmpty)
    // The last digits of computing are no revision.
    next = first
    next.rows[0].effect = PlannedRelease.value(1.02 * (1 + 1e-11))
    #expect(try compare(first, next).figures.isEmpty)
  }

  @Test("what is hidden now, or shown now, is one total each and stands in no list")
  func hidden() throws {
    let first = PlannedRelease()
    var next = first.nextQuarter
    next.trend[1].women = nil
    next.rows[1] = .init(
      label: "Another gender", verdict: "not_reported", effect: PlannedRelease.hidden)
    let forward = try compare(first, next)
    #expect(forward.newlyHidden == 3 && forward.newlyShown == 0)
    #expect(forward.verdicts.isEmpty && forward.figures.isEmpty && forward.methods.isEmpty)
    #expect(!forward.needsAttention && !forward.isEmpty)
    let back = try compare(next, first)
    #expect(back.newlyHidden == 0 && back.newlyShown == 3)
    #expect(back.figures.isEmpty)
  }

  @Test("tables that are gone or added are named by identifier")
  func tables() throws {
    let first = PlannedRelease()
    var next = first.nextQuarter
    next.further = [
      #"{"id": "new", "kind": "bonus", "columns": [], "notes": [], "rows": []}"#
    ]
    #expect(try compare(first, next).added == ["new"])
    #expect(try compare(next, first).gone == ["new"])
  }

  @Test(
    "of two exhibits with one identifier the first counts, and rows of one label are told apart")
  func doubles() throws {
    var first = PlannedRelease()
    first.rows.append(first.rows[0])
    first.rows[2].verdict = "small_gap"
    #expect(try compare(first, first).isEmpty)
    first.further = [
      #"{"id": "exits/gender", "kind": "bonus", "columns": [], "notes": [], "rows": []}"#
    ]
    let release = try first.archived()
    #expect(ReleaseComparison(earlier: release, later: release).verdicts.allSatisfy { !$0.isBreak })
  }
}
