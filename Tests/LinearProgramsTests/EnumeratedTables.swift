import LinearPrograms

/// All tables of whole numbers that an attacker holds possible, counted through one by one.
struct EnumeratedTables {
  private let table: CrossTable
  private let least: [Int]
  private let isKnown: [Bool]
  private let free: [Int]
  /// For each inner cell, all cells that contain it, itself included.
  private let containers: [[Int]]
  private var sums: [Int]
  private(set) var lower: [Int]
  private(set) var upper: [Int]
  /// How many tables there are.
  private(set) var count = 0

  /// The tables an attacker of a model holds possible.
  init(_ table: CrossTable, hiding hidden: [Int], model: AttackerModel) {
    let isHidden = table.counts.indices.map {
      hidden.contains($0) && !(model == .zerosPublic && table.counts[$0] == 0)
    }
    let least = table.counts.map { count in
      switch model {
      case .nonNegative: 0
      case .zerosPublic: 1
      case .insider: min(count, 1)
      }
    }
    self.init(table, isHidden: isHidden, least: least)
  }

  /// The tables a person of an inner cell holds possible who knows only that they are in it.
  init(_ table: CrossTable, hiding hidden: [Int], personOf cell: Int) {
    self.init(
      table, isHidden: table.counts.indices.map { hidden.contains($0) },
      least: table.counts.indices.map { table.contains(cell, in: $0) ? 1 : 0 })
  }

  /// The tables that a reader holds possible who knows that zeros are public, and beside it that one
  /// cell holds somebody.
  init(_ table: CrossTable, _ block: HiddenCells, insider: Int?) {
    self.init(
      table,
      isHidden: table.counts.indices.map { cell in
        !block.isPublished[cell] && !(table.counts[cell] == 0 && block.hasPlace[cell])
      },
      least: table.counts.indices.map { block.hasPlace[$0] || $0 == insider ? 1 : 0 })
  }

  private init(_ table: CrossTable, isHidden: [Bool], least: [Int]) {
    self.table = table
    isKnown = isHidden.map { !$0 }
    self.least = least
    let inner = table.counts.indices.filter { table.isInner($0) }
    let known = isKnown
    free = inner.filter { !known[$0] }
    containers = table.counts.indices.map { cell in
      guard table.isInner(cell) else { return [] }
      return table.counts.indices.filter { table.contains(cell, in: $0) }
    }
    sums = [Int](repeating: 0, count: table.counts.count)
    lower = [Int](repeating: Int.max, count: table.counts.count)
    upper = [Int](repeating: Int.min, count: table.counts.count)
    for cell in inner where isKnown[cell] {
      for other in containers[cell] { sums[other] += table.counts[cell] }
    }
    place(0)
  }

  private mutating func place(_ index: Int) {
    guard index < free.count else {
      for cell in sums.indices {
        guard isKnown[cell] ? sums[cell] == table.counts[cell] : sums[cell] >= least[cell] else {
          return
        }
      }
      count += 1
      for cell in sums.indices {
        lower[cell] = min(lower[cell], sums[cell])
        upper[cell] = max(upper[cell], sums[cell])
      }
      return
    }
    let cell = free[index]
    let room =
      containers[cell].filter { isKnown[$0] }
      .map { table.counts[$0] - sums[$0] }.min() ?? 0
    guard room >= least[cell] else { return }
    for value in least[cell]...room {
      for other in containers[cell] { sums[other] += value }
      place(index + 1)
      for other in containers[cell] { sums[other] -= value }
    }
  }
}
