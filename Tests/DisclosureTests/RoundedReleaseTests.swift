import Aggregates
import Analyses
import Disclosure
import Estimates
import TestSupport
import Testing

@Suite("Releases of rounded counts")
struct RoundedReleaseTests {
  let gender: (id: String, levels: [String]) = ("gender", ["Women", "Men", "X"])
  let level: (id: String, levels: [String]) = ("level", ["L1", "L2", "L3"])
  let counts = [31, 42, 3, 27, 26, 0, 54, 47, 4]

  func release(rounding: Int?, statistics: [PlannedStatistic] = []) throws -> Release {
    let policy = try #require(
      DisclosurePolicy(audience: .internal, threshold: 5, roundingBase: rounding))
    let plan = PlanBuilding.plan(
      tables: [PlanBuilding.table([level, gender], counts)],
      cells: PlanBuilding.keys([level, gender]), statistics: statistics)
    return try DisclosureGate(policy: policy).rule(on: plan).release
  }

  @Test("hides what exact counts would hide, and shows multiples of the base")
  func rounds() throws {
    let exact = try release(rounding: nil)
    let rounded = try release(rounding: 5)
    #expect(Set(rounded.shownCounts.keys) == Set(exact.shownCounts.keys))
    #expect(rounded.summary.hidden == exact.summary.hidden && exact.summary.hidden > 0)
    for (cell, count) in exact.shownCounts {
      let shown = try #require(rounded.shownCounts[cell])
      #expect(shown % 5 == 0 && abs(shown - count) <= 2 && (count == 0) == (shown == 0))
    }
    #expect(rounded.summary.roundingBase == 5 && exact.summary.roundingBase == nil)
  }

  @Test("statistics are worked out from rounded counts, without interval; tests are refused")
  func statistics() throws {
    let women = CellKey("workforce", [.init("gender", "Women")])
    let all = CellKey("workforce")
    let stamp = MethodStamp(
      id: "s", title: "s", convention: "", source: "", inference: .process)
    let share = PlannedStatistic(
      id: "share", method: stamp,
      basis: .counts([women, all]) { counts in
        guard
          let interval = ConfidenceInterval(
            lower: 0.1, upper: 0.9, level: 0.95, method: "any"),
          let estimate = Estimate(
            Double(counts[0]) / Double(counts[1]), standardError: 0.1, interval: interval)
        else { return .notEstimable(reason: "none") }
        return .estimate(estimate)
      })
    let test = PlannedStatistic(
      id: "test", method: stamp,
      basis: .counts([women, all]) { _ in
        PValue(0.5).map {
          .test(TestResult(pValue: $0, convention: "any"))
        } ?? .notEstimable(reason: "none")
      })
    let rounded = try release(rounding: 5, statistics: [share, test])
    let rows = try #require(rounded.exhibits.first).entries.suffix(2)
    let entries = rows.compactMap(\.last)
    let estimate = try #require(entries.first?.estimate)
    #expect(estimate.value == 110.0 / 235 && estimate.interval == nil)
    #expect(estimate.standardError == nil)
    #expect(entries.last?.status == .notApplicable && entries.last?.test == nil)
    let exact = try release(rounding: nil, statistics: [share, test])
    #expect(exact.exhibits.first?.entries.last?.last?.test != nil)
  }

  @Test("a base that would round a group away is refused")
  func bases() {
    for base in [-5, 0, 1, 6] {
      #expect(DisclosurePolicy(audience: .internal, threshold: 5, roundingBase: base) == nil)
    }
    #expect(DisclosurePolicy(audience: .alreadyPublished, roundingBase: 5) == nil)
    #expect(DisclosurePolicy(audience: .public, roundingBase: 10) != nil)
  }
}
