import Analyses
import Estimates
import Perturbation

/// Which counts of a release are shown.
struct CellRuling {
  /// All counts of the release.
  let system: CellSystem
  /// The blocks the counts fall into.
  let blocks: [SuppressionBlock]
  private var isShown: [Bool]
  private let rounding: RoundingToBase?

  /// Rules on all cells of the chosen exhibits.
  ///
  /// Only cells that an exhibit prints or a statistic is computed from are offered; the others of
  /// a table are in the system, because a reader can work them out, but use up no room in it.
  init(
    exhibits: [PlannedExhibit], relations: [LinearRelation], tables: [PlannedTable] = [],
    policy: DisclosurePolicy, intervals: IntervalAudit?, log: inout PlanLog
  ) throws(GateError) {
    let system = try CellSystem(
      tables: exhibits.flatMap(\.tables) + tables,
      relations: relations + exhibits.flatMap(\.relations),
      sensitive: policy.sensitiveAttributes, threshold: policy.threshold)
    self.system = system
    rounding = policy.roundingBase.flatMap { try? RoundingToBase(base: $0) }
    let uses = try CellRuling.uses(of: system, by: exhibits)
    isShown = system.counts.indices.map { system.isKnownZero($0) }
    log.cells = system.keys.count
    log.missedIdentities = system.lines.filter { $0.constant != 0 }
      .compactMap { $0.terms.first }.map { system.keys[$0.cell] }
    guard policy.audience != .alreadyPublished else {
      blocks = []
      isShown = system.counts.map { $0 != nil }
      return
    }
    blocks = SuppressionBlock.blocks(of: system)
    log.blocks = blocks.count
    var hidden: [PlanLog.HiddenCell] = []
    for block in blocks {
      let protection = try BlockProtection(
        block, isOffered: block.cells.map { system.isPublishable[$0] && uses[$0] > 0 },
        uses: block.cells.map { uses[$0] }, threshold: policy.threshold, intervals: intervals,
        name: { system.keys[$0] })
      log.iterations += protection.iterations
      log.insiders += protection.insiders
      log.insiderPrograms += protection.insiderPrograms
      if let narrowest = protection.narrowest {
        log.narrowest = min(log.narrowest ?? narrowest, narrowest)
      }
      for (place, cell) in block.cells.enumerated() {
        if protection.isPublished[place] { isShown[cell] = true }
        guard let reason = protection.reasons[place] else { continue }
        hidden.append(PlanLog.HiddenCell(cell: system.keys[cell], reason: reason.rawValue))
        switch reason {
        case .small: log.primaries += 1
        case .givingAway: log.givenAway += 1
        case .complement: log.secondaries += 1
        case .audited: log.audited += 1
        case .interval: log.widened += 1
        }
      }
    }
    log.hiddenCells = hidden.sorted { $0.cell < $1.cell }
  }

  /// The count of a cell where it is shown, as it is shown: rounded where the policy says so.
  func shownCount(_ position: Int) -> Int? {
    guard isShown[position], let count = system.counts[position] else { return nil }
    guard let rounding else { return count }
    return rounding(count).approximateValue.flatMap { Int(exactly: $0) }
  }

  /// The counts from one number to below another that have a place in exhibits.
  func counts(in exhibits: [Exhibit], from least: Int, below limit: Int) -> [CellKey: Int] {
    var found: [CellKey: Int] = [:]
    for entry in exhibits.flatMap(\.rows).flatMap(\.entries) {
      guard case .cell(let key)? = entry, let position = system.position(of: key),
        let count = system.counts[position], least <= count, count < limit
      else { continue }
      found[key] = count
    }
    return found
  }

  /// The position of a cell that an exhibit or a statistic uses.
  func position(of key: CellKey, usedBy user: String) throws(GateError) -> Int {
    guard let position = system.position(of: key), system.counts[position] != nil else {
      throw .unknownCell(key, usedBy: user)
    }
    return position
  }

  /// How many places of exhibits, and how many statistics, each cell is shown in or computed from:
  /// what would be missed if it were hidden.
  private static func uses(
    of system: CellSystem, by exhibits: [PlannedExhibit]
  ) throws(GateError) -> [Int] {
    var uses = [Int](repeating: 0, count: system.keys.count)
    for planned in exhibits {
      var keys: [CellKey] = []
      for row in planned.exhibit.rows {
        for case .cell(let key)? in row.entries { keys.append(key) }
      }
      for statistic in planned.statistics {
        keys += statistic.bases
        switch statistic.basis {
        case .counts(let cells, _): keys += cells
        case .parts(let parts, _): keys += parts.joined()
        case .amounts(let arms, _, _): keys += arms.map(\.cell)
        }
      }
      for key in keys {
        guard let position = system.position(of: key), system.counts[position] != nil else {
          throw .unknownCell(key, usedBy: planned.exhibit.id)
        }
        uses[position] += 1
      }
    }
    return uses
  }
}
