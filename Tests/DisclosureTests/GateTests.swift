import Aggregates
import Analyses
import Disclosure
import Estimates
import TestSupport
import Testing

@Suite("The gate on whole plans")
struct GateTests {
  let gender: (id: String, levels: [String]) = ("gender", ["Women", "Men", "X"])
  let level: (id: String, levels: [String]) = ("level", ["L1", "L2", "L3"])
  let site: (id: String, levels: [String]) = ("site", ["North", "South"])

  func gate(_ threshold: Int = 5) throws -> DisclosureGate {
    DisclosureGate(
      policy: try #require(DisclosurePolicy(audience: .internal, threshold: threshold)))
  }

  @Test("A ladder takes the first rung without a small cell")
  func rollsUp() throws {
    let counts = [30, 40, 3, 25, 26, 0, 50, 45, 4]
    let axes = [level, gender]
    let merged = Grouping(attribute: "gender", label: "Men or X", members: ["Men", "X"])
    let pair: (id: String, levels: [String]) = ("gender", ["Women", "Men or X"])
    let fine = PlannedExhibit(
      exhibit: PlanBuilding.exhibit("fine", cells: PlanBuilding.keys(axes)),
      tables: [PlanBuilding.table(axes, counts)], statistics: [])
    let coarse = PlannedExhibit(
      exhibit: PlanBuilding.exhibit("coarse", cells: PlanBuilding.keys([level, pair])),
      tables: [PlanBuilding.table(axes, counts, groupings: [merged])], statistics: [])
    let plan = ReleasePlan(ladders: [try #require(ExhibitLadder([fine, coarse]))])
    let result = try gate().rule(on: plan)
    let exhibit = try #require(result.release.exhibits.first)
    #expect(exhibit.exhibit.id == "coarse")
    #expect(exhibit.isRolledUp)
    #expect(result.release.summary.hidden == 0)
    #expect(result.release.summary.rolledUp == 1)
    #expect(result.log.rolledUp.map(\.rung) == [1])
    #expect(
      result.release.shownCounts[CellKey("workforce").with("gender", "Men or X")] == 118)
    let finest = try gate().rule(
      on: ReleasePlan(ladders: [try #require(ExhibitLadder([fine]))]))
    #expect(finest.release.exhibits.first?.isRolledUp == false)
    #expect(finest.release.summary.hidden > 2)
  }

  @Test("Where no rung is free of small cells the coarsest is taken and cells are hidden")
  func coarsestRung() throws {
    let merged = Grouping(attribute: "gender", label: "Other", members: ["Men", "X"])
    let counts = [30, 2, 1, 25, 26, 0, 50, 45, 4]
    let pair: (id: String, levels: [String]) = ("gender", ["Women", "Other"])
    let rungs = [[], [merged]].map { groupings in
      PlannedExhibit(
        exhibit: PlanBuilding.exhibit(
          cells: PlanBuilding.keys([level, groupings.isEmpty ? gender : pair])),
        tables: [PlanBuilding.table([level, gender], counts, groupings: groupings)],
        statistics: [])
    }
    let release = try gate().rule(
      on: ReleasePlan(ladders: [try #require(ExhibitLadder(rungs))])
    ).release
    let shown = release.shownCounts
    #expect(shown[CellKey("workforce").with("level", "L1").with("gender", "Other")] == nil)
    #expect(shown[CellKey("workforce")] == 183)
    #expect(release.exhibits.first?.isRolledUp == true)
  }

  @Test("Two tables that are not nested cannot be subtracted from each other")
  func differencing() throws {
    // By level all is large; by site all is large; a third table names the people in one of both.
    let north = CellKey("workforce").with("site", "North")
    let first = PlanBuilding.table([level, gender], [30, 40, 12, 25, 26, 11, 50, 45, 14])
    let second = PlanBuilding.table([site, gender], [102, 109, 2, 3, 2, 35])
    let keys = PlanBuilding.keys([level, gender]) + PlanBuilding.keys([site, gender])
    let release = try gate().rule(
      on: PlanBuilding.plan(tables: [first, second], cells: keys)
    ).release
    let shown = release.shownCounts
    for (group, count) in [("Women", 3), ("Men", 2)] {
      let small = CellKey("workforce").with("site", "South").with("gender", group)
      #expect(shown[small] == nil)
      // The other site's cell or the margin is hidden too, else the difference shows it.
      let rest = [
        shown[CellKey("workforce").with("gender", group)], shown[north.with("gender", group)],
      ]
      #expect(rest.contains(nil), "\(count)")
    }
    #expect(shown[north.with("gender", "X")] == nil)
    let lines = [site, gender].flatMap { axis in
      axis.levels.map { label -> LinearRelation in
        let other = axis.id == "site" ? gender : site
        let whole = CellKey("workforce").with(axis.id, label)
        return LinearRelation(whole, isSumOf: other.levels.map { whole.with(other.id, $0) })
      }
    }
    let audit = RecoverabilityAudit(published: shown, relations: lines)
    for group in gender.levels {
      for place in site.levels {
        let cell = CellKey("workforce").with("site", place).with("gender", group)
        if shown[cell] == nil { #expect(!audit.isRecoverable(cell)) }
      }
    }
  }

  @Test("The headcount bridge does not give away a small flow")
  func bridge() throws {
    func key(_ population: String, _ period: String) -> CellKey {
      CellKey(population).with("period", period)
    }
    func total(_ population: String, _ period: String, _ count: Int) -> PlannedTable {
      PlanBuilding.table(
        population: population, conditions: [CellKey.Condition("period", period)], [], [count])
    }
    let tables = [
      total("workforce", "2025Q2", 120), total("workforce", "2025Q3", 127),
      total("hires", "2025Q3", 10), total("exits", "2025Q3", 3),
    ]
    let cells = [
      key("workforce", "2025Q2"), key("workforce", "2025Q3"), key("hires", "2025Q3"),
      key("exits", "2025Q3"),
    ]
    let identity = LinearRelation([
      LinearRelation.Term(cells[1], 1), LinearRelation.Term(cells[0], -1),
      LinearRelation.Term(cells[2], -1), LinearRelation.Term(cells[3], 1),
    ])
    let free = try gate().rule(on: PlanBuilding.plan(tables: tables, cells: cells)).release
    #expect(free.summary.hidden == 1)
    let tied = try gate().rule(
      on: PlanBuilding.plan(tables: tables, cells: cells, relations: [identity])
    ).release
    #expect(tied.shownCounts[cells[3]] == nil)
    #expect(tied.summary.hidden == 2)
    let attack = RecoverabilityAudit(published: tied.shownCounts, relations: [identity])
    #expect(!attack.isRecoverable(cells[3]))
  }

  @Test("A yearly window does not give away a small quarter")
  func window() throws {
    let quarters = ["2025Q1", "2025Q2", "2025Q3", "2025Q4"]
    func exits(_ period: String) -> CellKey { CellKey("exits").with("period", period) }
    let counts = [12, 3, 15, 20]
    var tables = zip(quarters, counts).map { quarter, count in
      PlanBuilding.table(
        population: "exits", conditions: [CellKey.Condition("period", quarter)], [], [count])
    }
    tables.append(
      PlanBuilding.table(
        population: "exits", conditions: [CellKey.Condition("period", "2025")], [], [50]))
    let identity = LinearRelation(exits("2025"), isSumOf: quarters.map(exits))
    let release = try gate().rule(
      on: PlanBuilding.plan(
        tables: tables, cells: (quarters + ["2025"]).map(exits), relations: [identity])
    ).release
    #expect(release.shownCounts[exits("2025")] == 50)
    #expect(release.shownCounts[exits("2025Q2")] == nil)
    #expect(release.shownCounts[exits("2025Q1")] == nil)
    #expect(release.shownCounts[exits("2025Q4")] == 20)
  }

  @Test("A member of a merged level is not to be had from another table")
  func virtualMembers() throws {
    // The merged level has 14 people; the small one among them is shown nowhere, but a second
    // table shows the other member.
    let merged = Grouping(attribute: "gender", label: "Merged", members: ["Men", "X"])
    let table = PlanBuilding.table([gender], [40, 12, 2], groupings: [merged])
    let inside = PlanBuilding.table(
      conditions: [CellKey.Condition("gender", "Men")], [site], [6, 6])
    let keys = [
      CellKey("workforce"), CellKey("workforce").with("gender", "Women"),
      CellKey("workforce").with("gender", "Merged"), CellKey("workforce").with("gender", "Men"),
    ]
    let release = try gate().rule(
      on: PlanBuilding.plan(tables: [table, inside], cells: keys)
    ).release
    let shown = release.shownCounts
    #expect(shown[keys[2]] == nil || shown[keys[3]] == nil)
  }

  @Test("A table that is not published still shields what follows from it")
  func virtualTable() throws {
    let hidden = PlanBuilding.table([site, gender], [20, 30, 9, 3, 30, 12], isPublished: false)
    let shown = PlanBuilding.table([gender], [23, 60, 21])
    let north = PlanBuilding.table(
      conditions: [CellKey.Condition("site", "North")], [gender], [20, 30, 9])
    let keys = PlanBuilding.keys([gender])
    let northKeys = PlanBuilding.keys(conditions: [CellKey.Condition("site", "North")], [gender])
    let release = try gate().rule(
      on: PlanBuilding.plan(tables: [hidden, shown, north], cells: keys + northKeys)
    ).release.shownCounts
    let women = CellKey("workforce").with("gender", "Women")
    #expect(release[women] == nil || release[women.with("site", "North")] == nil)
    #expect(release[CellKey("workforce").with("gender", "Men")] == 60)
  }

  @Test("The one person of a one-person cell cannot work out another small cell")
  func singleton() throws {
    let axes = [site, ("gender", ["Women", "Men", "X"])]
    // The remainder of the north line would be 1 + 4 = 5 people, no fewer than the threshold.
    let table = PlanBuilding.table(axes, [40, 1, 4, 30, 50, 60])
    let release = try gate().rule(
      on: PlanBuilding.plan(tables: [table], cells: PlanBuilding.keys(axes))
    ).release.shownCounts
    let north = CellKey("workforce").with("site", "North")
    let hidden = PlanBuilding.keys([gender]).filter {
      $0 != CellKey("workforce") && release[$0.with("site", "North")] == nil
    }
    #expect(release[north] == nil || hidden.count == 3)
  }

  @Test(
    "A rate is shown only if its counts are, its base is large enough and its rest is not small")
  func rates() throws {
    let method = MethodStamp(id: "share", title: "Share", source: "definition")
    func share(_ id: String, _ part: CellKey, _ whole: CellKey) -> PlannedStatistic {
      PlannedStatistic(
        id: id, method: method,
        basis: .counts([part, whole]) { counts in
          guard let value = Estimate(Double(counts[0]) / Double(counts[1])) else {
            return .notEstimable(reason: "nobody to take a share of")
          }
          return .estimate(value)
        }, smallestBase: 20, bases: [whole])
    }
    let axes = [level, ("gender", ["Women", "Men"])]
    let table = PlanBuilding.table(axes, [30, 40, 22, 2, 6, 8])
    func women(_ level: String) -> CellKey {
      CellKey("workforce").with("level", level).with("gender", "Women")
    }
    let statistics = ["L1", "L2", "L3"].map { level in
      share(level, women(level), CellKey("workforce").with("level", level))
    }
    let result = try gate().rule(
      on: PlanBuilding.plan(
        tables: [table], cells: PlanBuilding.keys(axes), statistics: statistics))
    let exhibit = try #require(result.release.exhibits.first)
    func entry(_ id: String) throws -> PublishedEntry {
      exhibit.entry(row: try #require(exhibit.row(id)), column: "value")
    }
    // Level 2 has 24 people of whom 2 are men: the share would give them away.
    #expect(try entry("L2").isHidden)
    // Level 3 has 14 people.
    #expect(try entry("L3").isHidden)
    #expect(exhibit.methods.map(\.method.id) == ["share"])
    let hidden = exhibit.entries.joined().filter(\.isHidden).count
    #expect(result.release.summary.hidden == hidden)
    #expect(result.log.hiddenStatistics.map(\.id).contains("L3"))
  }

  @Test("A statistic without a base is not shown as hidden")
  func emptyBase() throws {
    let method = MethodStamp(id: "share", title: "Share", source: "definition")
    let axes = [("gender", ["Women", "Men"])].map { (id: $0.0, levels: $0.1) }
    let keys = PlanBuilding.keys(axes)
    let statistic = PlannedStatistic(
      id: "rate", method: method,
      basis: .counts([keys[0]]) { _ in .notEstimable(reason: "nobody applied") },
      smallestBase: 20, bases: [keys[0]])
    let exhibit = try #require(
      try gate().rule(
        on: PlanBuilding.plan(
          tables: [PlanBuilding.table(axes, [0, 30])], cells: keys, statistics: [statistic])
      ).release.exhibits.first)
    #expect(exhibit.entry(row: 0, column: "people").status == .zero)
    let entry = exhibit.entry(row: keys.count, column: "value")
    #expect(entry.status == .noData)
    guard case .estimate(let estimate) = entry else {
      Issue.record("no estimate")
      return
    }
    #expect(estimate.reason == "nobody applied")
  }

  @Test("Figures that are public already pass as they are")
  func alreadyPublished() throws {
    let axes = [site, gender]
    let table = PlanBuilding.table(axes, [1, 2, 0, 3, 4, 5])
    let policy = try #require(DisclosurePolicy(audience: .alreadyPublished))
    let result = try DisclosureGate(policy: policy).rule(
      on: PlanBuilding.plan(tables: [table], cells: PlanBuilding.keys(axes)))
    #expect(result.release.summary.hidden == 0)
    #expect(result.release.shownCounts.count == 12)
    #expect(result.release.summary.audience == "already-published")
  }

  @Test("Tables that disagree, and cells that no table holds, are refused without a number")
  func refusals() throws {
    let first = PlanBuilding.table([gender], [30, 40, 12])
    let second = PlanBuilding.table([site], [30, 41])
    #expect(throws: GateError.inconsistent(CellKey("workforce"))) {
      _ = try gate().rule(
        on: PlanBuilding.plan(tables: [first, second], cells: [CellKey("workforce")]))
    }
    let stranger = CellKey("workforce").with("gender", "Unknown")
    #expect(throws: GateError.unknownCell(stranger, usedBy: "exhibit")) {
      _ = try gate().rule(on: PlanBuilding.plan(tables: [first], cells: [stranger]))
    }
    #expect(!GateError.inconsistent(stranger).description.contains("30"))
  }

  @Test("What is published cannot be read back from a file")
  func notDecodable() {
    #expect(!(Published<Int>.self is any Decodable.Type))
    #expect(!(PublishedEntry.self is any Decodable.Type))
    #expect(!(PublishedExhibit.self is any Decodable.Type))
    #expect(!(Release.self is any Decodable.Type))
  }
}

@Suite("Statistics of parts")
struct PartStatisticTests {
  /// Three parts with two counts each, the whole first.
  private func plan(
    _ counts: [(whole: Int, some: Int)], smallestBase: Int
  ) throws -> (ReleasePlan, [CellKey]) {
    let levels = counts.indices.map { "part \($0)" }
    let table = PlanBuilding.table(
      [("part", levels), ("answer", ["yes", "no"])],
      counts.flatMap { [$0.some, $0.whole - $0.some] })
    let keys = levels.map { CellKey("workforce").with("part", $0) }
    let parts = keys.map { [$0, $0.with("answer", "yes")] }
    let statistic = PlannedStatistic(
      id: "sum of what is shown",
      method: MethodStamp(id: "sum", title: "Sum", source: "definition"),
      basis: .parts(parts) { shown in
        let counts = shown.compactMap(\.self)
        return counts.isEmpty
          ? nil
          : Estimate(Double(counts.map { $0[1] }.reduce(0, +))).map(Outcome.estimate)
      }, smallestBase: smallestBase)
    return (
      PlanBuilding.plan(tables: [table], cells: keys, statistics: [statistic]), parts.flatMap { $0 }
    )
  }

  private func value(_ plan: ReleasePlan, _ policy: DisclosurePolicy) throws -> PublishedEntry {
    let exhibit = try #require(
      try DisclosureGate(policy: policy).rule(on: plan).release.exhibits.first)
    let row = try #require(exhibit.row("sum of what is shown"))
    return exhibit.entry(row: row, column: "value")
  }

  @Test("a part with a hidden count or a small base is left out; without parts nothing is shown")
  func leftOut() throws {
    let policy = try #require(DisclosurePolicy(audience: .internal))
    let (all, _) = try plan([(60, 30), (80, 40), (90, 50)], smallestBase: 20)
    #expect(try value(all, policy).estimate?.value == 120)
    // 3 of 80 said yes: hidden, and with it the smallest other part.
    let (hidden, _) = try plan([(60, 30), (80, 3), (90, 50)], smallestBase: 20)
    let shown = try #require(try value(hidden, policy).estimate?.value)
    #expect([30, 50, 80].contains(shown))
    // A part of 18 is shown as a count, and no rate is made of it.
    let (small, _) = try plan([(60, 30), (18, 9), (90, 50)], smallestBase: 20)
    #expect(try value(small, policy).estimate?.value == 80)
    let (none, _) = try plan([(60, 58), (60, 58), (60, 58)], smallestBase: 20)
    #expect(try value(none, policy).status == .notShown)
    // Figures that are public already have no floor.
    let published = try #require(DisclosurePolicy(audience: .alreadyPublished))
    #expect(try value(small, published).estimate?.value == 89)
    #expect(try value(hidden, published).estimate?.value == 83)
  }
}
