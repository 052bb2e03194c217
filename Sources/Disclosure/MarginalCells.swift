import Aggregates
import Analyses
import Estimates

/// Every cell of a planned table: its inner cells, its merged levels and all its margins.
///
/// Each attribute becomes an axis that runs over its levels, then over its merged levels, then over
/// the total. Cells are row-major over the axes, the last one fastest.
struct MarginalCells {
  private struct Axis {
    let attribute: String
    let labels: [String]
    let levelCount: Int
    /// For each merged level, the levels it holds.
    let members: [[Int]]
    /// The levels that are answers: not the states of missing, nor that somebody declared at all.
    let answers: [Int]
    /// The levels that no merged level holds, and the merged levels.
    let visible: [Int]

    var total: Int { labels.count }
    var size: Int { labels.count + 1 }

    /// The positions that add up to a merged level or to the total.
    func parts(of position: Int) -> [Int] {
      position == total ? Array(0..<levelCount) : members[position - levelCount]
    }
  }

  private let population: String
  private let conditions: [CellKey.Condition]
  private let axes: [Axis]
  private let strides: [Int]
  /// The counts, row-major.
  let counts: [Int]

  /// Works out the margins; `nil` if the table's counts do not fit its attributes.
  init?(_ table: PlannedTable) {
    population = table.population
    conditions = table.conditions
    axes = table.attributes.map { attribute in
      let levels = attribute.levels.map(\.label)
      var taken = Set<Int>()
      var labels = levels
      var members: [[Int]] = []
      for grouping in table.groupings where grouping.attribute == attribute.id {
        let held = levels.indices.filter {
          grouping.members.contains(levels[$0]) && !taken.contains($0)
        }
        guard !held.isEmpty else { continue }
        taken.formUnion(held)
        labels.append(grouping.label)
        members.append(held)
      }
      return Axis(
        attribute: attribute.id, labels: labels, levelCount: levels.count, members: members,
        answers: levels.indices.filter {
          attribute.levels[$0].declaration == .declared && levels[$0] != Attribute.declaredLabel
        },
        visible: labels.indices.filter { !taken.contains($0) })
    }
    var counts = table.counts.exposed
    guard counts.count == axes.reduce(1, { $0 * $1.levelCount }) else { return nil }
    for (index, axis) in axes.enumerated() {
      let outer = axes[..<index].reduce(1) { $0 * $1.size }
      let inner = axes[(index + 1)...].reduce(1) { $0 * $1.levelCount }
      var extended: [Int] = []
      extended.reserveCapacity(outer * axis.size * inner)
      for block in 0..<outer {
        let start = block * axis.levelCount * inner
        extended += counts[start..<(start + axis.levelCount * inner)]
        for position in axis.levelCount..<axis.size {
          for offset in 0..<inner {
            extended.append(
              axis.parts(of: position).reduce(0) { $0 + counts[start + $1 * inner + offset] })
          }
        }
      }
      counts = extended
    }
    self.counts = counts
    var strides = [Int](repeating: 1, count: axes.count)
    for index in axes.indices.dropLast().reversed() {
      strides[index] = strides[index + 1] * axes[index + 1].size
    }
    self.strides = strides
  }

  private func coordinate(_ cell: Int, _ axis: Int) -> Int {
    cell / strides[axis] % axes[axis].size
  }

  /// The name of a cell.
  func key(_ cell: Int) -> CellKey {
    var all = conditions
    for (index, axis) in axes.enumerated() {
      let position = coordinate(cell, index)
      if position < axis.total {
        all.append(CellKey.Condition(axis.attribute, axis.labels[position]))
      }
    }
    return CellKey(population, all)
  }

  /// Whether a cell is shown where the table is: none of its levels is part of a merged one.
  func isVisible(_ cell: Int) -> Bool {
    axes.indices.allSatisfy { index in
      let position = coordinate(cell, index)
      return position == axes[index].total || axes[index].visible.contains(position)
    }
  }

  /// How many cells are shown and hold a number of people from 1 to below a threshold, or so few more
  /// that a small level merged in them is known too closely.
  ///
  /// Of `n` people in a merged cell with `m` levels that somebody is in, each level has from 1 to
  /// `n - m + 1` people: limits `n - m` apart, which must be at least `threshold - 1`.
  ///
  /// Cells that give an attribute away count too.
  func visibleCells(below threshold: Int, sensitive: [String] = []) -> Int {
    let givenAway = givingAway(sensitive, threshold: threshold)
    return counts.indices.filter {
      guard isVisible($0) else { return false }
      return (1..<threshold).contains(counts[$0]) || (givenAway[$0] && counts[$0] > 0)
        || isTight($0, threshold)
    }.count
  }

  /// Whether each cell is one of those that tell a sensitive attribute of a whole group: all of its
  /// people, or all but one, declared the same.
  ///
  ///     people of the group - people of its largest declared level <= 1
  ///
  /// Whoever knows that somebody is of the group then knows their answer; with all but one, that one
  /// person knows everybody else's. All levels of such a group are marked, its zeros too: where they
  /// all are shown, what is left is the answer.
  /// Of smaller groups than the threshold nobody knows how many they are.
  func givingAway(_ sensitive: [String], threshold: Int) -> [Bool] {
    var marks = [Bool](repeating: false, count: counts.count)
    for (index, axis) in axes.enumerated() where sensitive.contains(axis.attribute) {
      guard axis.levelCount > 1 else { continue }
      for whole in counts.indices where coordinate(whole, index) == axis.total {
        func part(_ position: Int) -> Int { whole + (position - axis.total) * strides[index] }
        let largest = axis.answers.map { counts[part($0)] }.max() ?? 0
        guard counts[whole] >= threshold, counts[whole] - largest <= 1 else { continue }
        for position in 0..<axis.total { marks[part(position)] = true }
      }
    }
    return marks
  }

  private func isTight(_ cell: Int, _ threshold: Int) -> Bool {
    axes.indices.contains { index in
      let axis = axes[index]
      let position = coordinate(cell, index)
      guard position >= axis.levelCount, position < axis.total else { return false }
      let parts = axis.parts(of: position)
        .map { counts[cell + ($0 - position) * strides[index]] }.filter { $0 > 0 }
      return parts.contains { $0 < threshold } && counts[cell] - parts.count < threshold - 1
    }
  }

  /// Calls back for every identity `whole = Σ parts`.
  ///
  /// One identity per margin, along its first summed axis, implies all others; those are passed on
  /// too, because they are lines a reader sees.
  func forEachLine(_ body: (_ whole: Int, _ parts: [Int], _ isSpanning: Bool) -> Void) {
    for cell in counts.indices {
      var isFirst = true
      for (index, axis) in axes.enumerated() {
        let position = coordinate(cell, index)
        guard position >= axis.levelCount else { continue }
        func cells(_ positions: [Int]) -> [Int] {
          positions.map { cell + ($0 - position) * strides[index] }
        }
        body(cell, cells(axis.parts(of: position)), isFirst)
        isFirst = false
        if position == axis.total && !axis.members.isEmpty {
          body(cell, cells(axis.visible), false)
        }
      }
    }
  }
}
