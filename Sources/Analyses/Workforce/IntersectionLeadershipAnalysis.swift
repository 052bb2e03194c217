public import Aggregates
import Estimates
import Inference
import Synchronization

/// The share in leadership of each combination of two characteristics: as counted, as the two
/// characteristics alone would give it, and drawn towards that by as much as few people demand.
///
/// Small combinations come first and last by chance; the drawn shares can be compared.
public struct IntersectionLeadershipAnalysis: Analysis {
  /// Makes the analysis.
  public init() {}

  /// The queries whose answers the analysis needs.
  public func queries(in context: AnalysisContext) -> [AggregateQuery] {
    guard let people = context.input(.snapshots), LeadershipSplit(context) != nil else { return [] }
    return pairs(people, context).map {
      context.query(people, $0.map(\.attribute.id) + ["level"])
    }
  }

  /// The crossings of two characteristics that are declared.
  private func pairs(
    _ people: AnalysisContext.Input, _ context: AnalysisContext
  ) -> [[Characteristic]] {
    context.intersections.filter { $0.count == 2 && $0.allSatisfy(people.has) }
      .map { ids in
        ids.compactMap { id in context.characteristics.first { $0.attribute.id == id } }
      }
      .filter { $0.count == 2 }
  }

  /// The exhibits, each with its rungs from finest to coarsest.
  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    guard let people = context.input(.snapshots), let split = LeadershipSplit(context) else {
      return []
    }
    return pairs(people, context).compactMap { crossed in
      guard let cells = data.cells(people, crossed.map(\.attribute.id) + ["level"]) else {
        return nil
      }
      let now = cells.slice(AnalysisContext.quarter, context.reported)
        .recoded(split.attribute, target: split.target)
      return ExhibitLadder(
        Self.steps(crossed).map { exhibit($0, now, split, context) })
    }
  }

  /// The layouts to try: both as declared, both with their merges one at a time, then the first and
  /// at last both as one group against all others.
  private static func steps(_ crossed: [Characteristic]) -> [[GroupLayout]] {
    let merges = crossed.map { GroupLayout.ladder(for: $0, endsWithPair: false) }
    let pairs = crossed.compactMap { GroupLayout.ladder(for: $0, endsWithPair: true).last }
    let depth = merges.map(\.count).max() ?? 1
    var steps = (0..<depth).map { step in
      merges.map { $0[min(step, $0.count - 1)] }
    }
    if let merged = merges[1].last { steps.append([pairs[0], merged]) }
    return steps + [pairs]
  }

  private struct Combination: Sendable {
    let label: String
    let first: String
    let second: String
    let people: CellKey
    let leaders: CellKey
  }

  private func exhibit(
    _ layouts: [GroupLayout], _ cells: CellTable, _ split: LeadershipSplit,
    _ context: AnalysisContext
  ) -> PlannedExhibit {
    let ids = layouts.map(\.attribute.id)
    let id = "intersection-leadership/" + ids.joined(separator: "+")
    let everyone = WorkforceTables.everyone(context.reported)
    let combinations = layouts[0].declaredGroups.flatMap { first in
      layouts[1].declaredGroups.map { second -> Combination in
        let people = everyone.with(ids[0], first.cell).with(ids[1], second.cell)
        return Combination(
          label: "\(first.label), \(second.label)", first: first.label, second: second.label,
          people: people, leaders: people.with("level", split.label))
      }
    }
    let method = ShrunkShares(level: context.confidence)
    let drawn = DrawnShares(combinations: combinations, method: method)
    var statistics: [PlannedStatistic] = []
    let rows = combinations.enumerated().map { place, combination -> ExhibitRow in
      func statistic(
        _ column: String, _ stamp: MethodStamp,
        _ value: @escaping @Sendable (ShrunkShares.Result.Row) -> Outcome
      ) -> PlannedStatistic {
        PlannedStatistic(
          id: "\(id)/\(combination.label)/\(column)", method: stamp,
          basis: .parts(combinations.map { [$0.people, $0.leaders] }) { parts in
            drawn.row(place, from: parts).map(value)
          }, smallestBase: CensusShare.smallestBase)
      }
      let own = [
        statistic("raw", CensusShare.stamp) { CensusIndex.value($0.raw) },
        statistic("expected", method.stamp) { $0.expected },
        statistic("shrunk", method.stamp) { $0.shrunk },
      ]
      statistics += own
      return ExhibitRow(
        label: combination.label,
        entries: [.cell(combination.people)] + own.map { .statistic($0.id) })
    }
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .intersectionLeadership, attribute: layouts[0].name, by: layouts[1].name,
        period: context.reported,
        columns: [
          ExhibitColumn(id: "people", title: "People", unit: .people),
          ExhibitColumn(id: "raw", title: "In leadership", unit: .share),
          ExhibitColumn(id: "expected", title: "Expected from each alone", unit: .share),
          ExhibitColumn(id: "shrunk", title: "Drawn towards that", unit: .share),
        ], rows: rows,
        notes: layouts.flatMap { $0.groupings.isEmpty ? [] : $0.notes }
          + ["Leadership: \(split.label)."]),
      tables: [
        PlannedTable(
          population: WorkforceTables.population,
          conditions: WorkforceTables.conditions(context.reported), attributes: ids + ["level"],
          cells: cells, groupings: layouts.flatMap(\.groupings))
      ], statistics: statistics, relations: relations(layouts, split, context))
  }

  /// Where the single levels are shown too, for all or by one characteristic, a reader can add them.
  private func relations(
    _ layouts: [GroupLayout], _ split: LeadershipSplit, _ context: AnalysisContext
  ) -> [LinearRelation] {
    let everyone = WorkforceTables.everyone(context.reported)
    let keys =
      [everyone]
      + layouts.flatMap { layout in
        layout.groups.map { everyone.with(layout.attribute.id, $0.cell) }
      }
    return keys.map { key in
      LinearRelation(
        key.with("level", split.label), isSumOf: split.members.map { key.with("level", $0) })
    }
  }

  /// The drawn shares of all combinations whose counts are shown, computed once for every row and
  /// column that is made of the same counts.
  private final class DrawnShares: Sendable {
    private let combinations: [Combination]
    private let method: ShrunkShares
    private let last = Mutex<(parts: [[Int]?], rows: [ShrunkShares.Result.Row?])?>(nil)

    init(combinations: [Combination], method: ShrunkShares) {
      self.combinations = combinations
      self.method = method
    }

    /// The row of one combination; `nil` where its counts are not shown.
    func row(_ place: Int, from parts: [[Int]?]) -> ShrunkShares.Result.Row? {
      last.withLock { last in
        if let last, last.parts == parts { return last.rows[place] }
        let rows = rows(parts)
        last = (parts, rows)
        return rows[place]
      }
    }

    private func rows(_ parts: [[Int]?]) -> [ShrunkShares.Result.Row?] {
      let cells = combinations.indices.map { index -> IntersectionCounts.Cell? in
        guard let part = parts[index],
          let count = BinomialCount(successes: part[1], total: part[0])
        else { return nil }
        return IntersectionCounts.Cell(
          first: combinations[index].first, second: combinations[index].second, count: count)
      }
      var found = IntersectionCounts(cells.compactMap { $0 }).map { method($0).rows[...] } ?? []
      return cells.map { $0 == nil ? nil : found.popFirst() }
    }
  }
}
