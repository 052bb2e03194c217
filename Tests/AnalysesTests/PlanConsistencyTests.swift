import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Analyses

/// Holds every rung of a plan against the counts it is made of.
@Suite("Plan consistency")
struct PlanConsistencyTests {
  private static let plan: ReleasePlan = {
    let sample = SampleWorkforce(seed: 11)
    return AnalysisCatalogue.plan(from: sample.data, in: sample.context)
  }()

  /// Every count of the planned tables, margins and merged levels included, each key once.
  private static func counts(_ tables: [PlannedTable]) -> [CellKey: Set<Int>] {
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
      .benchmark, .funnel, .funnelBy, .hiring, .progression, .progressionBy, .retention, .payGap,
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
        == Self.plan.ladders.flatMap { $0.rungs.map(\.exhibit) })
  }
}
