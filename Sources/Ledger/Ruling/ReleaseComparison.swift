import Estimates
import LinearPrograms

/// Collects what is wrong when sides of releases are held against each other.
struct ReleaseComparison {
  let policy: LedgerPolicy
  let mappings: [LevelMapping]
  let solver: any LinearProgramSolver
  let sensitive: Set<String>
  private(set) var comparisons = 0
  var audits = 0
  private var found: Set<LedgerProblem> = []
  /// Groups and means of the new release that an earlier one showed with the same numbers.
  private var repeated: [String: Set<ReleaseSide.Group>] = [:]
  private var repeatedMeans: Set<LedgerCell> = []
  private var seen: Set<Pair> = []

  /// A comparison that was made, so that an old period that many releases repeat is looked at once.
  private struct Pair: Hashable {
    let group: ReleaseSide.Group
    let after: String
    let before: String
    let shown: [CellKey: Int]
    let isOwn: Bool
  }

  init(policy: LedgerPolicy, mappings: [LevelMapping], solver: any LinearProgramSolver) {
    self.policy = policy
    self.mappings = mappings
    self.solver = solver
    sensitive = Set(policy.sensitive)
  }

  /// The problems, in order.
  var problems: [LedgerProblem] { found.sorted(by: LedgerProblem.precedes) }

  mutating func report(
    _ kind: LedgerProblem.Kind, _ key: CellKey, _ after: ReleaseSide, _ before: ReleaseSide,
    tables: [String], _ detail: String
  ) {
    found.insert(
      LedgerProblem(
        kind, after.full(key), tables: tables, sequence: before.sequence, period: before.period,
        detail: detail))
  }

  // MARK: - Two periods

  /// Holds a period of the new release against another.
  mutating func compare(_ before: ReleaseSide, _ after: ReleaseSide) {
    // A window and a quarter are different things.
    guard (LedgerPeriod(before.period) == nil) == (LedgerPeriod(after.period) == nil) else {
      return
    }
    for group in after.groups.keys.sorted() {
      guard policy.stocks.contains(group.parent.population), !group.attributes.isEmpty,
        !isRepeated(group, in: after),
        before.sequence > 0 || !isRepeated(group, in: before)
      else { continue }
      let pairs = (after.groups[group] ?? []).compactMap { count in
        before.counts[count.key].map { (before: $0, after: count) }
      }
      guard !pairs.isEmpty, isNew(group, before, after) else { continue }
      compare(pairs, in: group, before, after)
    }
    compareMeans(before, after)
    drift(before, after)
  }

  private mutating func compare(
    _ pairs: [(before: ReleaseSide.Count, after: ReleaseSide.Count)], in group: ReleaseSide.Group,
    _ before: ReleaseSide, _ after: ReleaseSide
  ) {
    var triggered: [(count: ReleaseSide.Count, movers: Int)] = []
    for pair in pairs {
      comparisons += 1
      let key = pair.after.key
      guard let then = before.contributors(key), let now = after.contributors(key) else {
        let movers = MoverCount(countBefore: pair.before.people, countAfter: pair.after.people)
        if movers.triggers(below: policy.fewestMovers) {
          report(
            .withoutIdentifiers, key, after, before, tables: pair.after.tables,
            "the head count differs by \(movers.movers), and nobody knows who moved")
        }
        continue
      }
      guard then.count == pair.before.people, now.count == pair.after.people else {
        report(
          .unaudited, key, after, before, tables: pair.after.tables,
          "the contributors are not as many as the head count published")
        continue
      }
      let movers = MoverCount(before: then, after: now)
      if movers.triggers(below: policy.fewestMovers) {
        triggered.append((pair.after, movers.movers))
      }
    }
    guard !triggered.isEmpty else { return }
    audits += 1
    do {
      let audit = try GroupTransitions(group, before: before, after: after).audit(
        policy: policy, solver: solver)
      for (count, movers) in triggered {
        guard let narrow = audit.narrow(for: count.key) else { continue }
        report(
          .movers, count.key, after, before, tables: count.tables,
          "\(movers) moved; \(narrow)")
      }
    } catch {
      for (count, movers) in triggered {
        report(
          .unaudited, count.key, after, before, tables: count.tables,
          "\(movers) moved; \(error)")
      }
    }
  }

  private func isRepeated(_ group: ReleaseSide.Group, in side: ReleaseSide) -> Bool {
    repeated[side.period]?.contains(group) ?? false
  }

  /// Whether this comparison has not been made with a newer release that says the same.
  private mutating func isNew(
    _ group: ReleaseSide.Group, _ before: ReleaseSide, _ after: ReleaseSide
  ) -> Bool {
    let shown = before.counts.filter { entry in
      let other = ReleaseSide.group(of: entry.key, sensitive)
      return other.parent == group.parent && Set(group.attributes).isSuperset(of: other.attributes)
    }.mapValues(\.people)
    return seen.insert(
      Pair(
        group: group, after: after.period, before: before.period, shown: shown,
        isOwn: before.sequence == 0)
    ).inserted
  }

  // MARK: - Means

  private mutating func compareMeans(_ before: ReleaseSide, _ after: ReleaseSide) {
    for cell in after.means where !repeatedMeans.contains(cell) {
      let key = cell.key.without(ContributorStates.periodAttribute)
      for other in before.means
      where other.key.without(ContributorStates.periodAttribute) == key
        && other.measure == cell.measure
      {
        compare(other, cell, key, before, after)
      }
    }
  }

  private mutating func compare(
    _ old: LedgerCell, _ new: LedgerCell, _ key: CellKey, _ before: ReleaseSide,
    _ after: ReleaseSide
  ) {
    guard case .mean(let then) = old.value, case .mean(let now) = new.value else { return }
    comparisons += 1
    let movers: MoverCount
    if let people = before.contributors(to: old), let others = after.contributors(to: new) {
      movers = MoverCount(
        before: people.map(\.person), after: others.map(\.person),
        amountsBefore: people.map(\.amount), amountsAfter: others.map(\.amount))
    } else {
      movers = MoverCount(countBefore: then.people, countAfter: now.people)
      if movers.triggers(below: policy.fewestMovers) {
        report(
          .withoutIdentifiers, key, after, before, tables: new.tables,
          "the mean is of \(movers.movers) people more or fewer, and nobody knows whom")
      }
      return
    }
    guard movers.triggers(below: policy.fewestMovers) else { return }
    guard let amounts = try? SumDifference(before: then, after: now, movers: movers.movers) else {
      report(.unaudited, key, after, before, tables: new.tables, "the amounts cannot be reckoned")
      return
    }
    guard !amounts.isSafe(share: policy.amountWidth) else { return }
    report(
      .amounts, key, after, before, tables: new.tables,
      "\(movers.movers) moved; their \(now.measure) is from \(amounts.lower) to \(amounts.upper)")
  }

  // MARK: - One period, published again

  /// Holds a period of the new release against the same period as it was published before.
  mutating func restate(_ before: ReleaseSide, _ after: ReleaseSide) {
    for (group, counts) in after.groups {
      func numbers(_ counts: [ReleaseSide.Count]?) -> [CellKey: Int] {
        Dictionary((counts ?? []).map { ($0.key, $0.people) }) { first, _ in first }
      }
      if numbers(counts) == numbers(before.groups[group]) {
        repeated[after.period, default: []].insert(group)
      }
    }
    for cell in after.means {
      guard
        let old = before.means.first(where: { $0.key == cell.key && $0.measure == cell.measure })
      else { continue }
      if old.value == cell.value {
        repeatedMeans.insert(cell)
      } else {
        compare(
          old, cell, cell.key.without(ContributorStates.periodAttribute), before, after)
      }
    }
    guard before.counts.mapValues(\.people) != after.counts.mapValues(\.people) else { return }
    let keys = Set(before.counts.keys).union(after.counts.keys).union(after.hidden)
    for population in Set(keys.map(\.population)).sorted() {
      restate(keys.filter { $0.population == population }.sorted(), before, after)
    }
  }

  private mutating func restate(
    _ keys: [CellKey], _ before: ReleaseSide, _ after: ReleaseSide
  ) {
    // Who is behind a shown count must be as many as were shown, or nobody knows them.
    func people(_ side: ReleaseSide, _ key: CellKey) -> [ContributorHash]? {
      guard let people = side.contributors(key) else { return nil }
      return side.counts[key].map { $0.people == people.count } ?? true ? people : nil
    }
    let versions = keys.map { key in
      Restatement.Version(
        before: people(before, key), after: people(after, key),
        shownBefore: before.counts[key]?.people, shownAfter: after.counts[key]?.people)
    }
    comparisons += keys.count
    func isSensitive(_ key: CellKey) -> Bool {
      key.conditions.contains { sensitive.contains($0.attribute) }
    }
    for (key, version) in zip(keys, versions)
    where isSensitive(key) && version.isTooClose(fewestMovers: policy.fewestMovers) {
      report(
        .restated, key, after, before, tables: after.counts[key]?.tables ?? [],
        "\(version.movers?.movers ?? 0) people make the difference")
    }
    audits += 1
    do {
      let restatement = try Restatement(
        versions, threshold: policy.threshold, fewestMovers: policy.fewestMovers, solver: solver,
        iterationLimit: policy.iterationLimit)
      for index in restatement.uncovered where isSensitive(keys[index]) {
        report(
          .uncovered, keys[index], after, before, tables: after.tables(behind: keys[index]),
          "hidden, and narrowed down by both versions together")
      }
    } catch {
      for key in keys where isSensitive(key) && before.counts[key] != after.counts[key] {
        report(.unaudited, key, after, before, tables: after.tables(behind: key), "\(error)")
      }
    }
  }

  // MARK: - Attributes cut otherwise

  private mutating func drift(_ before: ReleaseSide, _ after: ReleaseSide) {
    for population in policy.stocks {
      guard let then = before.part(population), let now = after.part(population) else { continue }
      for definition in now.definitions {
        guard
          let old = then.definitions.first(where: { $0.attribute == definition.attribute }),
          let drift = DefinitionDrift(from: old, to: definition, mappings: mappings)
        else { continue }
        audit(drift, population, before, after)
      }
    }
  }

  private mutating func audit(
    _ drift: DefinitionDrift, _ population: String, _ before: ReleaseSide, _ after: ReleaseSide
  ) {
    func cells(_ side: ReleaseSide) -> [CellKey] {
      side.counts.keys.filter { key in
        key.population == population && key.level(of: drift.attribute) != nil
          && key.conditions.contains { sensitive.contains($0.attribute) }
      }.sorted()
    }
    let names =
      "\(drift.attribute): gone \(drift.gone.joined(separator: ", ")), new "
      + drift.added.joined(separator: ", ")
    let (old, new) = (cells(before), cells(after))
    func isTouched(_ key: CellKey, _ levels: [String]) -> Bool {
      key.level(of: drift.attribute).map { levels.contains($0) } ?? false
    }
    for rest in Set(new.map { $0.without(drift.attribute) }).sorted() {
      let mine = new.filter { $0.without(drift.attribute) == rest }
      let others = old.filter { $0.without(drift.attribute) == rest }
      let isCutOtherwise =
        mine.contains { isTouched($0, drift.added) }
        || others.contains { isTouched($0, drift.gone) }
      guard !others.isEmpty, isCutOtherwise else { continue }
      audits += 1
      let then = others.compactMap { before.contributors($0) }
      let now = mine.compactMap { after.contributors($0) }
      guard then.count == others.count, now.count == mine.count else {
        for key in mine {
          report(.unmapped, key, after, before, tables: after.tables(behind: key), names)
        }
        continue
      }
      do {
        let narrow = try DefinitionDrift.narrowRemainders(
          before: then, after: now, threshold: policy.threshold, solver: solver,
          iterationLimit: policy.iterationLimit)
        for remainder in narrow
        where isTouched(others[remainder.before], drift.gone)
          || isTouched(mine[remainder.after], drift.added)
        {
          let key = mine[remainder.after]
          report(
            .definitions, key, after, before, tables: after.tables(behind: key),
            "\(names); beside \(others[remainder.before])")
        }
      } catch {
        for key in mine {
          report(
            .unmapped, key, after, before, tables: after.tables(behind: key), "\(names); \(error)")
        }
      }
    }
  }
}
