/// What one more person of each cell of either date does to a sum of counterfactual values.
struct ChangeInfluence {
  private var cells: [[Double]]
  private var units: [[Double]]
  private var groups: [[Double]]

  /// No influence on a table of so many units and groups.
  init(units: Int, groups: Int) {
    cells = .init(repeating: .init(repeating: 0, count: units * groups), count: 2)
    self.units = .init(repeating: .init(repeating: 0, count: units), count: 2)
    self.groups = .init(repeating: .init(repeating: 0, count: groups), count: 2)
  }

  /// Takes in the value at a place of the counterfactual values, `4 s + 2 u + g`.
  mutating func add(_ effects: InformationEffects, at place: Int, weight: Double) {
    func add(_ effects: [Double], to sums: inout [Double]) {
      for index in effects.indices { sums[index] += weight * effects[index] }
    }
    add(effects.cells, to: &cells[place / 4])
    add(effects.units, to: &units[place / 2 % 2])
    add(effects.groups, to: &groups[place % 2])
  }

  /// The delta method's standard error for people drawn independently, also from one date to the
  /// other.
  func standardError(_ shared: SharedCounts) -> Double {
    [shared.earlier, shared.later].enumerated().reduce(0.0) { sum, entry in
      let (date, counts) = entry
      let width = counts.groupCount
      let squares = counts.cells.indices.reduce(0.0) { sum, cell in
        let influence = cells[date][cell] + units[date][cell / width] + groups[date][cell % width]
        return sum + Double(counts.cells[cell]) * influence * influence
      }
      return sum + squares / (counts.people * counts.people)
    }.squareRoot()
  }
}
