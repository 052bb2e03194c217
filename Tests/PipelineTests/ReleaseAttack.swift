import Aggregates
import Analyses
import Disclosure
import Estimates

/// An attacker who knows how reports are built and reads one: every count shown, every count behind
/// a number that is shown, and that parts add up to wholes.
///
/// Shares no code with the gate: equations are drawn up from the names of counts, over all
/// populations and attributes at once; the plan's own identities are added, which only helps the
/// attacker; and all are solved by elimination modulo another prime.
struct ReleaseAttack {
  /// Counts that can be worked out exactly although they are not shown.
  let recovered: [CellKey]
  /// How many equations the attacker drew up.
  let equations: Int
  /// How many hidden counts of small groups there were to attack.
  let targets: Int

  private static let prime: Int128 = (1 << 31) - 1

  init(plan: ReleasePlan, release: Release, threshold: Int) {
    let chosen = Self.chosen(plan, release)
    let truth = Self.truth(chosen.flatMap(\.tables))
    var known = Set<CellKey>()
    for (planned, published) in zip(chosen, release.exhibits) {
      for (row, entries) in zip(published.exhibit.rows, published.entries) {
        for (reference, entry) in zip(row.entries, entries) {
          if case .cell(let key) = reference, entry.people != nil { known.insert(key) }
        }
      }
      // A number that is shown tells what it was computed from.
      let shown = Set(
        zip(published.exhibit.rows, published.entries).flatMap { row, entries in
          zip(row.entries, entries).compactMap { reference, entry -> String? in
            guard case .statistic(let id) = reference,
              entry.estimate != nil || entry.test != nil
            else { return nil }
            return id
          }
        })
      for statistic in planned.statistics where shown.contains(statistic.id) {
        switch statistic.basis {
        case .counts(let cells, _): known.formUnion(cells)
        // Made of the parts that are shown, which the exhibit of the parts tells already.
        case .parts: break
        case .amounts(let arms, _, _): known.formUnion(arms.map(\.cell))
        }
      }
    }
    let equations = Self.equations(Set(truth.keys), plan).filter { equation in
      equation.reduce(0) { $0 + $1.coefficient * (truth[$1.cell] ?? 0) } == 0
    }
    let small = truth.filter { $0.value > 0 && $0.value < threshold && !known.contains($0.key) }
    targets = small.count
    self.equations = equations.count
    let solved = Self.determined(equations, known: known, truth: truth)
    let exposed = known.filter { key in
      truth[key].map { $0 > 0 && $0 < threshold } ?? false
    }
    recovered = (small.keys.filter { solved.contains($0) } + exposed).sorted()
  }

  /// The rungs the gate took.
  private static func chosen(_ plan: ReleasePlan, _ release: Release) -> [PlannedExhibit] {
    zip(plan.ladders, release.exhibits).compactMap { ladder, published in
      ladder.rungs.first { $0.exhibit == published.exhibit }
    }
  }

  /// Every count of the planned tables, margins and merged levels included.
  private static func truth(_ tables: [PlannedTable]) -> [CellKey: Int] {
    var truth: [CellKey: Int] = [:]
    for table in tables {
      var sums: [CellKey: Int] = [:]
      let strides = PlannedTable.strides(table.attributes)
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
      truth.merge(sums) { first, _ in first }
    }
    return truth
  }

  private typealias Equation = [LinearRelation.Term]

  /// Whatever adds up by its name: any key is the sum of the keys with one more attribute, in each of
  /// the ways that attribute is cut anywhere in the release.
  ///
  /// False guesses are weeded out against the truth, which only helps the attacker.
  private static func equations(_ keys: Set<CellKey>, _ plan: ReleasePlan) -> [Equation] {
    var cuts: [String: Set<[String]>] = [:]
    for rung in plan.ladders.flatMap(\.rungs) {
      for table in rung.tables {
        for attribute in table.attributes {
          let fine = attribute.levels.map(\.label)
          cuts[attribute.id, default: []].insert(fine)
          for grouping in table.groupings where grouping.attribute == attribute.id {
            cuts[attribute.id, default: []].insert(
              [grouping.label] + fine.filter { !grouping.members.contains($0) })
          }
          let groupings = table.groupings.filter { $0.attribute == attribute.id }
          if groupings.count > 1 {
            let merged = Set(groupings.flatMap(\.members))
            cuts[attribute.id, default: []].insert(
              groupings.map(\.label) + fine.filter { !merged.contains($0) })
          }
        }
      }
    }
    var equations: [Equation] = []
    for key in keys.sorted() {
      for attribute in cuts.keys.sorted() where key.level(of: attribute) == nil {
        for cut in (cuts[attribute] ?? []).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
          let parts = cut.map { key.with(attribute, $0) }
          guard parts.allSatisfy(keys.contains) else { continue }
          equations.append([.init(key, 1)] + parts.map { .init($0, -1) })
        }
      }
    }
    let declared = plan.ladders.flatMap(\.rungs).flatMap(\.relations).map(\.terms)
    return equations + declared.filter { terms in terms.allSatisfy { keys.contains($0.cell) } }
  }

  /// The unknown counts the equations fix, by elimination to reduced rows.
  private static func determined(
    _ equations: [Equation], known: Set<CellKey>, truth: [CellKey: Int]
  ) -> Set<CellKey> {
    var rows: [CellKey: [CellKey: Int128]] = [:]
    func reduce(_ row: inout [CellKey: Int128]) {
      for key in row.keys.sorted() {
        guard let factor = row[key], let pivot = rows[key] else { continue }
        for (cell, value) in pivot {
          let changed = ((row[cell] ?? 0) - factor * value) % prime
          row[cell] = changed == 0 ? nil : (changed < 0 ? changed + prime : changed)
        }
      }
    }
    for equation in equations {
      var row: [CellKey: Int128] = [:]
      for term in equation where !known.contains(term.cell) {
        let sum = ((row[term.cell] ?? 0) + Int128(term.coefficient)) % prime
        row[term.cell] = sum == 0 ? nil : (sum < 0 ? sum + prime : sum)
      }
      // Rows keep their pivots reduced, so one sweep over a row is enough.
      reduce(&row)
      guard let pivot = row.keys.min(), let lead = row[pivot] else { continue }
      let scale = inverse(lead)
      row = row.mapValues { $0 * scale % prime }
      for (other, existing) in rows {
        guard let factor = existing[pivot] else { continue }
        var changed = existing
        for (cell, value) in row {
          let next = ((changed[cell] ?? 0) - factor * value) % prime
          changed[cell] = next == 0 ? nil : (next < 0 ? next + prime : next)
        }
        rows[other] = changed
      }
      rows[pivot] = row
    }
    return Set(rows.filter { $0.value.count == 1 }.map(\.key))
  }

  private static func inverse(_ value: Int128) -> Int128 {
    var result: Int128 = 1
    var base = value % prime
    var exponent = prime - 2
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      exponent >>= 1
    }
    return result
  }
}
