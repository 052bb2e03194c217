/// Who was at risk and who had an event, time by time and group by group.
///
/// It holds all that the Kaplan-Meier, Nelson-Aalen and Aalen-Johansen curves and the log-rank test
/// use. It is made from records, or from the counts of a life table: one row per interval, with the
/// people who could have had the event in it.
public struct RiskTable: Hashable, Sendable, Codable {
  /// One time.
  public struct Row: Hashable, Sendable, Codable {
    /// The time, in the unit of the records.
    public let time: Int
    /// People at risk just before the time, per group.
    public let atRisk: [Int]
    /// Events at the time, per group and cause.
    public let events: [[Int]]

    /// Makes a row.
    public init(time: Int, atRisk: [Int], events: [[Int]]) {
      self.time = time
      self.atRisk = atRisk
      self.events = events
    }
  }

  /// How many groups each row has.
  public let groupCount: Int
  /// How many causes each group has.
  public let causeCount: Int
  /// The rows in order of time.
  public let rows: [Row]

  /// Makes a table; `nil` where the times do not increase, a row has another shape, or there are
  /// more events than people at risk.
  public init?(groupCount: Int, causeCount: Int, rows: [Row]) {
    for (index, row) in rows.enumerated() {
      guard index == 0 || rows[index - 1].time < row.time, row.atRisk.count == groupCount,
        row.events.count == groupCount
      else { return nil }
      for (people, events) in zip(row.atRisk, row.events) {
        guard events.count == causeCount, events.allSatisfy({ $0 >= 0 }),
          events.reduce(0, +) <= people
        else { return nil }
      }
    }
    self.init(checked: rows, groupCount: groupCount, causeCount: causeCount)
  }

  private init(checked rows: [Row], groupCount: Int, causeCount: Int) {
    self.groupCount = groupCount
    self.causeCount = causeCount
    self.rows = rows
  }

  /// The table of one group alone; `nil` if there is no such group.
  public func group(_ group: Int) -> RiskTable? {
    guard (0..<groupCount).contains(group) else { return nil }
    return RiskTable(
      checked: rows.map {
        Row(time: $0.time, atRisk: [$0.atRisk[group]], events: [$0.events[group]])
      }, groupCount: 1, causeCount: causeCount)
  }

  /// The last time at which anybody was at risk, or `nil`.
  public var followUpEnd: Int? { rows.last { $0.people > 0 }?.time }
}

extension RiskTable.Row {
  /// People at risk, whatever their group.
  var people: Int { atRisk.reduce(0, +) }

  /// Events of interest per group.
  func events(_ event: EventOfInterest) -> [Int] { events.map { event.count($0) } }
}

/// Risk tables within strata such as countries or years of hire.
public struct StratifiedRiskTables: Hashable, Sendable, Codable {
  /// One stratum: what it is called and its table.
  public struct Stratum: Hashable, Sendable, Codable {
    /// The stratum as readers know it.
    public let label: String
    /// Its table.
    public let table: RiskTable

    /// Makes a stratum.
    public init(label: String, table: RiskTable) {
      self.label = label
      self.table = table
    }
  }

  /// The strata, in the order they are listed.
  public let strata: [Stratum]

  /// Makes the tables of some strata; `nil` if they have different numbers of groups.
  public init?(_ strata: [Stratum]) {
    guard strata.allSatisfy({ $0.table.groupCount == strata[0].table.groupCount }) else {
      return nil
    }
    self.strata = strata
  }

  /// One table without strata.
  public init(_ table: RiskTable) { strata = [Stratum(label: "All", table: table)] }
}

extension SurvivalRecords {
  /// The risk table of all strata together, with a row at every time a watch ends.
  public var riskTable: RiskTable { riskTable(of: spells) }

  /// The risk table of each stratum.
  public var stratifiedRiskTables: StratifiedRiskTables? {
    var parts: [[SurvivalSpell]] = strata.map { _ in [] }
    for spell in spells { parts[spell.stratum].append(spell) }
    return StratifiedRiskTables(
      zip(strata, parts).map { .init(label: $0, table: riskTable(of: $1)) })
  }

  private func riskTable(of spells: [SurvivalSpell]) -> RiskTable {
    let exits = spells.sorted { $0.exit < $1.exit }
    let entries = spells.sorted { $0.entry < $1.entry }
    var atRisk = groups.map { _ in 0 }
    var rows: [RiskTable.Row] = []
    var entered = 0
    var left = 0
    while left < exits.count {
      let time = exits[left].exit
      while entered < entries.count, entries[entered].entry < time {
        atRisk[entries[entered].group] += 1
        entered += 1
      }
      let before = atRisk
      var events = groups.map { _ in causes.map { _ in 0 } }
      while left < exits.count, exits[left].exit == time {
        let spell = exits[left]
        if spell.cause > 0 { events[spell.group][spell.cause - 1] += 1 }
        atRisk[spell.group] -= 1
        left += 1
      }
      rows.append(.init(time: time, atRisk: before, events: events))
    }
    // The rows are in order and in shape by construction.
    return RiskTable(groupCount: groups.count, causeCount: causes.count, rows: rows)
      ?? RiskTable(empty: groups.count, causes.count)
  }
}

extension RiskTable {
  /// A table without rows.
  fileprivate init(empty groupCount: Int, _ causeCount: Int) {
    self.init(checked: [], groupCount: groupCount, causeCount: causeCount)
  }
}
