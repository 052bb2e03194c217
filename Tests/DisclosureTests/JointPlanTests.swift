import Aggregates
import Analyses
import Disclosure
import Estimates
import TestSupport
import Testing

@Suite("Reports of the whole and of its parts are protected together")
struct JointPlanTests {
  let gender: (id: String, levels: [String]) = ("gender", ["Women", "Men"])

  func gate() throws -> DisclosureGate {
    DisclosureGate(policy: try #require(DisclosurePolicy(audience: .internal, threshold: 5)))
  }

  func part(_ level: String, _ counts: [Int], isReported: Bool = true) -> ReleasePlan.PartPlan {
    ReleasePlan.PartPlan(
      part: WorkforcePart(attribute: "site", level: level),
      plan: PlanBuilding.plan(
        tables: [PlanBuilding.table([gender], counts)], cells: PlanBuilding.keys([gender])),
      isReported: isReported)
  }

  @Test("a small group of a part without report does not follow from the other reports")
  func subtraction() throws {
    let whole = PlanBuilding.plan(
      tables: [PlanBuilding.table([gender], [33, 60])], cells: PlanBuilding.keys([gender]))
    let parts = [
      part("North", [18, 22]), part("South", [12, 18]),
      part("Islands", [3, 20], isReported: false),
    ]
    // Each report alone hides nothing.
    for plan in [whole, parts[0].plan, parts[1].plan] {
      #expect(try gate().rule(on: plan).release.summary.hidden == 0)
    }
    let result = try gate().rule(on: ReleasePlan.joint(whole: whole, parts: parts))
    let shown = result.release.shownCounts
    let women = CellKey("workforce", [.init("gender", "Women")])
    let behind = [women, women.with("site", "North"), women.with("site", "South")]
    #expect(behind.contains { shown[$0] == nil })
    // Nor by way of totals and men.
    let men = CellKey("workforce", [.init("gender", "Men")])
    let total = CellKey("workforce")
    let known = { (key: CellKey) in shown[key] != nil }
    for key in behind where !known(key) {
      let site = key.level(of: "site")
      let siblings = [total, men].map { one in site.map { one.with("site", $0) } ?? one }
      #expect(!siblings.allSatisfy(known))
    }
    #expect(result.release.summary.hidden > 0)
  }

  @Test("a release falls apart into the whole's and the parts', and loses nothing")
  func split() throws {
    let whole = PlanBuilding.plan(
      tables: [PlanBuilding.table([gender], [30, 40])], cells: PlanBuilding.keys([gender]))
    let parts = [part("North", [18, 22]), part("South", [12, 18])]
    let release = try gate().rule(on: ReleasePlan.joint(whole: whole, parts: parts)).release
    let prefixes = parts.map(\.part.prefix)
    let everyone = release.whole(without: prefixes)
    #expect(everyone.exhibits.map(\.exhibit.id) == ["exhibit"])
    let north = release.part(prefixes[0])
    #expect(north.exhibits.map(\.exhibit.id) == ["exhibit"])
    #expect(
      north.shownCounts[
        CellKey("workforce", [.init("gender", "Women"), .init("site", "North")])] == 18)
    #expect(
      everyone.exhibits.count + prefixes.reduce(0) { $0 + release.part($1).exhibits.count }
        == release.exhibits.count)
    #expect(north.summary.threshold == 5 && north.summary.hidden == 0)
  }
}
