import Estimates

/// Puts releases into the labels they have in common, where a mapping tells how levels changed.
///
/// A renamed or merged level of an earlier release takes its new label; the levels a level was split
/// into take, in the new release, the old one. Published head counts of levels that become one are
/// added up where all of them were shown.
enum Relabelling {
  static func applied(
    _ mappings: [LevelMapping], to entry: LedgerEntry, for release: LedgerRelease
  ) -> (sequence: Int, cells: [LedgerCell], states: ContributorStates?) {
    let labels = Labels(
      mappings.filter { $0.to.count == 1 }.map { ($0.attribute, $0.from, $0.to[0]) })
    return (entry.sequence, labels.cells(entry.cells), entry.states.map(labels.states))
  }

  static func applied(
    _ mappings: [LevelMapping], to release: LedgerRelease
  ) -> (cells: [LedgerCell], states: ContributorStates?) {
    let labels = Labels(
      mappings.filter { $0.to.count > 1 }.map { ($0.attribute, $0.to, $0.from[0]) })
    return (labels.cells(release.cells), release.states.map(labels.states))
  }

  private struct Labels {
    let rules: [(attribute: String, members: [String], label: String)]

    init(_ rules: [(String, [String], String)]) {
      self.rules = rules.map { (attribute: $0.0, members: $0.1, label: $0.2) }
    }

    private func label(_ condition: CellKey.Condition) -> CellKey.Condition {
      let rule = rules.first {
        $0.attribute == condition.attribute && $0.members.contains(condition.level)
      }
      return rule.map { CellKey.Condition(condition.attribute, $0.label) } ?? condition
    }

    /// The cells under their common names, ascending; a sum is shown only where every part was.
    func cells(_ cells: [LedgerCell]) -> [LedgerCell] {
      guard !rules.isEmpty else { return cells }
      var named: [CellKey: [LedgerCell]] = [:]
      var others: [LedgerCell] = []
      for cell in cells {
        let key = CellKey(cell.key.population, cell.key.conditions.map(label))
        if key == cell.key {
          others.append(cell)
        } else {
          named[key, default: []].append(LedgerCell(key, cell.value, tables: cell.tables))
        }
      }
      for key in named.keys.sorted() {
        guard let parts = named[key] else { continue }
        let counts = parts.filter { $0.measure == nil }
        let wanted = key.conditions.reduce(1) { product, condition in
          let rule = rules.first {
            $0.attribute == condition.attribute && $0.label == condition.level
          }
          return product * (rule?.members.count ?? 1)
        }
        if !counts.isEmpty {
          let shown = counts.compactMap(\.people)
          let tables = Array(Set(counts.flatMap(\.tables))).sorted()
          let sum = shown.reduce((value: 0, isOver: false)) { sum, next in
            let (value, overflow) = sum.value.addingReportingOverflow(next)
            return (value, sum.isOver || overflow)
          }
          others.append(
            LedgerCell(
              key, shown.count == wanted && !sum.isOver ? .count(sum.value) : .hidden,
              tables: tables))
        }
        // A mean keeps its name only where it is of one level, renamed.
        if wanted == 1 { others += parts.filter { $0.measure != nil } }
      }
      return others.sorted(by: LedgerCell.precedes)
    }

    func states(_ states: ContributorStates) -> ContributorStates {
      guard !rules.isEmpty else { return states }
      return ContributorStates(people: states.people, parts: states.parts.map(part))
    }

    private func part(_ part: ContributorStates.Part) -> ContributorStates.Part {
      var definitions: [AttributeDefinition] = []
      var positions: [[UInt16]] = []
      for definition in part.definitions {
        var levels: [String] = []
        var moved: [UInt16] = []
        for level in definition.levels {
          let new = label(CellKey.Condition(definition.attribute, level)).level
          let place = levels.firstIndex(of: new) ?? levels.count
          if place == levels.count { levels.append(new) }
          moved.append(UInt16(truncatingIfNeeded: place))
        }
        definitions.append(
          AttributeDefinition(
            attribute: definition.attribute, levels: levels,
            merges: definition.merges.map { merge in
              let members = merge.members.map {
                label(CellKey.Condition(definition.attribute, $0)).level
              }
              return AttributeDefinition.Merge(
                label: merge.label, members: levels.filter { members.contains($0) })
            }))
        positions.append(moved)
      }
      let width = part.definitions.count
      return ContributorStates.Part(
        population: part.population, period: part.period, definitions: definitions,
        measures: part.measures, members: part.members,
        levels: part.levels.enumerated().map { positions[$0 % width][Int($1)] },
        amounts: part.amounts)
    }
  }
}
