import Aggregates
import Estimates

extension ReleasePlan {
  /// The plan of one part, before it is joined with the others.
  public struct PartPlan: Sendable {
    /// The part.
    public let part: WorkforcePart
    /// What its report would hold.
    public let plan: ReleasePlan
    /// Whether it gets a report; people whose level is not known get none, and their counts are what is
    /// left of the whole.
    public let isReported: Bool

    /// Names a plan.
    public init(part: WorkforcePart, plan: ReleasePlan, isReported: Bool) {
      self.part = part
      self.plan = plan
      self.isReported = isReported
    }
  }

  /// One plan of the whole's report and those of its parts, so that they are protected together.
  ///
  /// Whoever has all reports adds and subtracts them. Every cell of a part's tables is therefore tied
  /// to that of the whole:
  ///
  ///     people of the whole = Σ people of the parts
  ///
  /// for each combination of levels that any part's report counts.
  ///
  /// - Parameters:
  ///   - whole: the plan of everyone.
  ///   - parts: the plans of all levels of one structure, those without a report too.
  public static func joint(whole: ReleasePlan, parts: [PartPlan]) -> ReleasePlan {
    guard let attribute = parts.first?.part.attribute else { return whole }
    var joint = whole
    var seen: Set<CellKey> = []
    var keys: [CellKey] = []
    for part in parts {
      let ladders = part.plan.ladders.compactMap { ladder in
        ExhibitLadder(ladder.rungs.map { $0.under(part.part) })
      }
      let tables = part.plan.ladders.flatMap(\.rungs).flatMap(\.tables)
      for table in tables where table.population != HeadcountAnalysis.changedRecords {
        for key in table.innerAndMarginalKeys where seen.insert(key).inserted { keys.append(key) }
      }
      if part.isReported {
        joint.ladders += ladders
      } else {
        joint.tables += ladders.flatMap(\.rungs).flatMap(\.tables).map(\.unpublished)
      }
    }
    joint.relations += keys.map { key in
      LinearRelation(key, isSumOf: parts.map { key.with(attribute, $0.part.level) })
    }
    return joint
  }
}

extension PlannedTable {
  /// The names of all cells of the table and of its margins, merged levels apart, and bands of pay,
  /// which are cut in each part anew.
  fileprivate var innerAndMarginalKeys: [CellKey] {
    attributes.filter { $0.id != PayQuarterAnalysis.band }
      .reduce([CellKey(population, conditions)]) { keys, attribute in
        keys
          + attribute.levels.flatMap { level in keys.map { $0.with(attribute.id, level.label) } }
      }
  }

  /// The same counts, none of them shown.
  fileprivate var unpublished: PlannedTable {
    PlannedTable(
      population: population, conditions: conditions, attributes: attributes, counts: counts,
      groupings: groupings, isPublished: false, guidesRungs: false)
  }
}
