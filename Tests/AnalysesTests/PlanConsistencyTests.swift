import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Analyses

/// Holds every rung of a plan against the counts it is made of.
@Suite("Plan consistency")
struct PlanConsistencyTests {
  /// The widest plan: the report's exhibits and those of a scan.
  private static let plan: ReleasePlan = {
    let sample = SampleWorkforce(seed: 11)
    return AnalysisCatalogue.plan(
      from: sample.data(breadth: .everything), in: sample.context, breadth: .everything)
  }()

  /// What a report plans.
  private static let report: ReleasePlan = {
    let sample = SampleWorkforce(seed: 11)
    return AnalysisCatalogue.plan(from: sample.data, in: sample.context)
  }()

  /// Every count of the planned tables, margins and merged levels included, each key once.
  static func counts(_ tables: [PlannedTable]) -> [CellKey: Set<Int>] {
    var found: [CellKey: Set<Int>] = [:]
    for table in tables {
      let strides = PlannedTable.strides(table.attributes)
      var sums: [CellKey: Int] = [:]
      for (position, count) in table.counts.exposed.enumerated() {
        var keys = [CellKey(table.population, table.conditions)]
        for (attribute, stride) in zip(table.attributes, strides) {
          let label = attribute.levels[(position / stride) % attribute.levels.count].label
          let merged = table.groupings.filter {
            $0.attribute == attribute.id && $0.members.contains(label)
          }.map(\.label)
          keys = keys.flatMap { key in
            [key] + ([label] + merged).map { key.with(attribute.id, $0) }
          }
        }
        for key in keys { sums[key, default: 0] += count }
      }
      for (key, count) in sums { found[key, default: []].insert(count) }
    }
    return found
  }

  @Test("the same people are counted alike wherever they stand, in every choice of rungs")
  func oneKeyOneCount() {
    let tables = Self.plan.ladders.flatMap { $0.rungs.flatMap(\.tables) }
    let conflicting = Self.counts(tables).filter { $0.value.count > 1 }.keys.sorted()
    #expect(conflicting.isEmpty, "\(conflicting.first?.description ?? "")")
  }

  @Test("every count a statistic or an entry needs is in the rung's own tables")
  func operandsArePlanned() {
    for rung in Self.plan.ladders.flatMap(\.rungs) {
      let known = Self.counts(rung.tables.filter(\.isPublished))
      for statistic in rung.statistics {
        switch statistic.basis {
        case .counts(let cells, _):
          for cell in cells + statistic.bases where known[cell] == nil {
            Issue.record("\(statistic.id) needs \(cell)")
          }
        case .parts(let parts, _):
          for cell in parts.joined() where known[cell] == nil {
            Issue.record("\(statistic.id) needs \(cell)")
          }
        case .amounts(let arms, _, _):
          for arm in arms where known[arm.cell] == nil {
            Issue.record("\(statistic.id) needs \(arm.cell)")
          }
        }
      }
      let ids = Set(rung.statistics.map(\.id))
      #expect(ids.count == rung.statistics.count, "\(rung.exhibit.id) repeats an identifier")
      for row in rung.exhibit.rows {
        #expect(row.entries.count == rung.exhibit.columns.count, "\(rung.exhibit.id) \(row.label)")
        for entry in row.entries {
          switch entry {
          case .cell(let key): #expect(known[key] != nil, "\(rung.exhibit.id) shows \(key)")
          case .statistic(let id): #expect(ids.contains(id), "\(id)")
          case nil: break
          }
        }
      }
    }
  }

  @Test("every identity holds in the counts it ties together")
  func relationsHold() {
    var checked = 0
    for rung in Self.plan.ladders.flatMap(\.rungs) {
      let known = Self.counts(rung.tables)
      for relation in rung.relations {
        let values = relation.terms.map { known[$0.cell]?.first }
        guard values.allSatisfy({ $0 != nil }) else { continue }
        checked += 1
        let sum = zip(relation.terms, values).reduce(0) { $0 + $1.0.coefficient * ($1.1 ?? 0) }
        #expect(sum == 0, "\(rung.exhibit.id): \(relation.terms.map(\.cell.description))")
      }
    }
    #expect(checked > 300)
  }

  @Test("identifiers of exhibits are unique and every kind the sample supports is there")
  func exhibits() {
    let exhibits = Self.plan.ladders.compactMap { $0.rungs.first?.exhibit }
    #expect(Set(exhibits.map(\.id)).count == exhibits.count)
    let kinds = Set(exhibits.map(\.kind))
    let expected: Set<Exhibit.Kind> = [
      .headcountBridge, .declaration, .declarationTrend, .representation, .representationBy,
      .benchmark, .funnel, .funnelAttribution, .funnelBy, .funnelStratified, .comparisonScan,
      .hiring, .progression, .progressionBy, .retention, .timeToExit, .timeToPromotion, .payGap,
      .payGapBy, .payQuarters, .bonus, .trend,
    ]
    #expect(expected.isSubset(of: kinds), "\(expected.subtracting(kinds))")
  }

  @Test("planning twice gives the same plan")
  func deterministic() {
    let sample = SampleWorkforce(seed: 11)
    let again = AnalysisCatalogue.plan(from: sample.data, in: sample.context)
    #expect(
      again.ladders.flatMap { $0.rungs.map(\.exhibit) }
        == Self.report.ladders.flatMap { $0.rungs.map(\.exhibit) })
  }

  @Test("a scan adds to the report's plan and changes nothing of it")
  func scanAdds() {
    let exhibits = Self.report.ladders.flatMap { $0.rungs.map(\.exhibit) }
    let all = Self.plan.ladders.flatMap { $0.rungs.map(\.exhibit) }
    #expect(Array(all.prefix(exhibits.count)) == exhibits)
    #expect(all.dropFirst(exhibits.count).allSatisfy { $0.kind == .comparisonScan })
    #expect(!exhibits.contains { $0.kind == .comparisonScan })
    // Women in everyone and in three levels: two stages and the whole way, hires and exits in all
    // four, promotions over all.
    let rows = Self.plan.ladders.compactMap(\.rungs.first).map(\.exhibit)
      .filter { $0.kind == .comparisonScan }.map(\.rows.count).reduce(0, +)
    #expect(rows == 3 * 4 + 2 * 4 + 1)
  }

  @Test("combinations of two characteristics are compared with all others, from planned counts")
  func combinations() throws {
    var sample = SampleWorkforce(seed: 11)
    sample.crosses = true
    let plan = AnalysisCatalogue.plan(
      from: sample.data(breadth: .scan), in: sample.context, breadth: .scan)
    let rungs = plan.ladders.compactMap(\.rungs.first).filter {
      $0.exhibit.kind == .comparisonScan && $0.exhibit.attribute?.id == "gender+level"
    }
    // Women, Men and the merged others by three levels, for applications, hires and exits; the level
    // of a promotion is not one level.
    #expect(rungs.count == 9 * 3)
    var compared = 0
    for rung in rungs {
      let known = Self.counts(rung.tables.filter(\.isPublished))
      for statistic in rung.statistics {
        guard case .counts(let cells, _) = statistic.basis else { continue }
        #expect(cells.allSatisfy { known[$0] != nil }, "\(statistic.id)")
        compared += 1
      }
    }
    #expect(compared > 100)
    // Focal and reference together are everyone the rates are of.
    let hired = try #require(rungs.first { $0.exhibit.id.hasPrefix("scan/applications") })
    let known = Self.counts(hired.tables)
    let row = try #require(hired.exhibit.rows.last)
    guard case .cell(let focal)? = row.entries[0], case .statistic(let id)? = row.entries[2],
      let statistic = hired.statistics.first(where: { $0.id == id }),
      case .counts(let cells, let evaluate) = statistic.basis,
      case .estimate(let reference) = evaluate(try cells.map { try #require(known[$0]?.first) })
    else {
      Issue.record("no counts")
      return
    }
    let whole = known[focal.without("gender").without("level")]?.first
    #expect(Double(try #require(known[focal]?.first)) + reference.value == whole.map(Double.init))
  }

  @Test(
    "what is made of a funnel has the funnel's tables, rung by rung, so the gate takes the same")
  func companions() {
    func ladders(_ kind: Exhibit.Kind) -> [ExhibitLadder] {
      Self.report.ladders.filter { $0.rungs.first?.exhibit.kind == kind }
    }
    func names(_ rung: PlannedExhibit) -> [String] {
      rung.tables.map { table in
        "\(table.population) \(table.conditions) \(table.attributes.map(\.id)) "
          + "\(table.groupings) \(table.counts.exposed) \(table.isPublished) "
          + "\(table.guidesRungs)"
      }
    }
    for (kind, made) in [
      (Exhibit.Kind.funnel, Exhibit.Kind.funnelAttribution), (.funnelBy, .funnelStratified),
    ] {
      let sources = ladders(kind)
      let companions = ladders(made)
      #expect(!sources.isEmpty && sources.count == companions.count)
      for (source, companion) in zip(sources, companions) {
        #expect(source.rungs.map(names) == companion.rungs.map(names))
        #expect(source.rungs.map(\.exhibit.focal) == companion.rungs.map(\.exhibit.focal))
        #expect(source.rungs.map(\.exhibit.by) == companion.rungs.map(\.exhibit.by))
      }
    }
  }

  @Test("with every count shown the parts of a funnel add up to its shortfall and its log ratio")
  func attributionSums() throws {
    for ladder in Self.report.ladders
    where ladder.rungs.first?.exhibit.kind == .funnelAttribution {
      for rung in ladder.rungs {
        let known = Self.counts(rung.tables)
        func value(_ row: ExhibitRow, _ column: String) throws -> Double? {
          let place = try #require(rung.exhibit.columns.firstIndex { $0.id == column })
          guard case .statistic(let id)? = row.entries[place],
            let statistic = rung.statistics.first(where: { $0.id == id }),
            case .counts(let cells, let evaluate) = statistic.basis
          else { return nil }
          let counts = try cells.map { try #require(known[$0]?.first) }
          guard case .estimate(let estimate) = evaluate(counts) else { return nil }
          return estimate.value
        }
        let total = try #require(rung.exhibit.rows.last)
        for column in ["people", "log_ratio"] {
          let sum = try rung.exhibit.rows.dropLast().map {
            try #require(try value($0, column))
          }.reduce(0, +)
          expectClose(sum, try #require(try value(total, column)), relative: 1e-9, absolute: 1e-9)
        }
        let shares = try rung.exhibit.rows.dropLast().compactMap { try value($0, "share") }
        expectClose(shares.reduce(0, +), 1, relative: 1e-9)
      }
    }
  }
}
