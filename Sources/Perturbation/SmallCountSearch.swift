/// The search of small count rounding: which of the necessary cells are 0 and which are the base.
struct SmallCountSearch {
  /// What is made small, in this order: squares of the published sums, the change of all people,
  /// relative squares (in units of 1 / 720,720, so that they are whole numbers), squares of the inner
  /// cells.
  struct Criterion: Comparable {
    var squares: Int128
    var people: Int128
    var relativeSquares: Int128
    var innerSquares: Int128

    static func < (left: Criterion, right: Criterion) -> Bool {
      (left.squares, left.people, left.relativeSquares, left.innerSquares)
        < (right.squares, right.people, right.relativeSquares, right.innerSquares)
    }

    static let unchanged = Criterion(
      squares: 0, people: 0, relativeSquares: 0, innerSquares: 0)
  }

  /// The inner counts as rounded so far.
  private(set) var values: [Int]
  /// Rounded minus true, per published sum.
  private(set) var deviations: [Int]
  /// The cells that are 0 or the base, ascending.
  private(set) var candidates: [Int] = []
  private(set) var passes = 0

  private let base: Int
  private let counts: [Int]
  private let sums: [[Int]]
  private let weights: [Int]
  private var people = 0
  /// The candidates of each published sum.
  private var candidatesOfSum: [[Int]]
  /// For each candidate the sum of the deviations of the sums that it is part of.
  private var pulls: [Int]
  /// The last cell going up that each published sum was marked for.
  private var mark: [Int]

  init(system: CountSystem, method: SmallCountRounding, startsHigh: Bool) {
    base = method.base
    counts = system.cells.map(\.count)
    values = counts
    deviations = Array(repeating: 0, count: system.truths.count)
    weights = system.truths.map { $0 == 0 ? 0 : 720_720 / $0 }
    var sums = Array(repeating: [Int](), count: values.count)
    for (sum, row) in system.members.enumerated() {
      for cell in row { sums[cell].append(sum) }
    }
    self.sums = sums
    candidatesOfSum = Array(repeating: [], count: system.truths.count)
    pulls = Array(repeating: 0, count: values.count)
    mark = Array(repeating: -1, count: system.truths.count)
    var isCandidate = Array(repeating: false, count: values.count)
    while true {
      let added = values.indices.filter { cell in
        guard !isCandidate[cell], (1..<base).contains(values[cell]) else { return false }
        return method.scope == .allSmall
          || sums[cell].contains { (1..<base).contains(system.truths[$0] + deviations[$0]) }
      }
      if added.isEmpty { break }
      passes += 1
      for cell in added {
        isCandidate[cell] = true
        pulls[cell] = sums[cell].reduce(0) { $0 + deviations[$1] }
        for sum in sums[cell] { candidatesOfSum[sum].append(cell) }
      }
      for cell in added { set(cell, to: startsHigh ? base : 0) }
      candidates = values.indices.filter { isCandidate[$0] }
      while let cell = bestChange(among: added, from: startsHigh ? base : 0) { flip(cell) }
      improve()
    }
  }

  /// The value of the criterion.
  var criterion: Criterion {
    var total = Criterion.unchanged
    total.people = Int128(abs(people))
    for cell in candidates {
      let change = Int128(values[cell] - counts[cell])
      total.innerSquares += change * change
    }
    for (deviation, weight) in zip(deviations, weights) {
      let square = Int128(deviation) * Int128(deviation)
      total.squares += square
      total.relativeSquares += square * Int128(weight)
    }
    return total
  }

  private mutating func set(_ cell: Int, to value: Int) {
    let change = value - values[cell]
    values[cell] = value
    people += change
    for sum in sums[cell] {
      deviations[sum] += change
      for other in candidatesOfSum[sum] { pulls[other] += change }
    }
  }

  private mutating func flip(_ cell: Int) { set(cell, to: values[cell] == 0 ? base : 0) }

  /// The criterion's change where one cell changes to its other value.
  private func changeOfFlip(_ cell: Int) -> Criterion {
    let step = values[cell] == 0 ? base : -base
    var change = Criterion.unchanged
    change.people = Int128(abs(people + step) - abs(people))
    change.innerSquares = innerChange(cell)
    for sum in sums[cell] {
      let square = Int128(2 * step * deviations[sum] + base * base)
      change.squares += square
      change.relativeSquares += square * Int128(weights[sum])
    }
    return change
  }

  /// The change of an inner cell's squared deviation where it changes to its other value.
  private func innerChange(_ cell: Int) -> Int128 {
    let (up, down) = (Int128(base - counts[cell]), Int128(counts[cell]))
    return values[cell] == 0 ? up * up - down * down : down * down - up * up
  }

  /// The criterion's change where one cell goes up and one goes down.
  private func changeOfSwap(up: Int, down: Int) -> Criterion {
    var change = Criterion.unchanged
    change.innerSquares = innerChange(up) + innerChange(down)
    func add(_ sum: Int, _ step: Int) {
      let square = Int128(2 * step * deviations[sum] + base * base)
      change.squares += square
      change.relativeSquares += square * Int128(weights[sum])
    }
    let (left, right) = (sums[up], sums[down])
    var (first, second) = (0, 0)
    while first < left.count || second < right.count {
      if second == right.count || (first < left.count && left[first] < right[second]) {
        add(left[first], base)
        first += 1
      } else if first == left.count || right[second] < left[first] {
        add(right[second], -base)
        second += 1
      } else {
        first += 1
        second += 1
      }
    }
    return change
  }

  private func bestChange(among cells: [Int], from value: Int) -> Int? {
    var best = Criterion.unchanged
    var bound = 0
    var choice: Int?
    for cell in cells where values[cell] == value {
      let step = value == 0 ? base : -base
      guard 2 * step * pulls[cell] + base * base * sums[cell].count <= bound else { continue }
      let change = changeOfFlip(cell)
      if change < best {
        best = change
        bound = Int(clamping: change.squares)
        choice = cell
      }
    }
    return choice
  }

  /// Changes cells alone and in pairs until neither helps.
  private mutating func improve() {
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for cell in candidates {
        if changeOfFlip(cell) < .unchanged {
          flip(cell)
          hasChanged = true
        }
        if values[cell] == 0, let partner = bestPartner(of: cell) {
          flip(cell)
          flip(partner)
          hasChanged = true
        }
      }
    }
  }

  /// The cell that goes down best where `up` goes up, or `nil` where no pair helps.
  private mutating func bestPartner(of up: Int) -> Int? {
    var best = Criterion.unchanged
    var bound = 0
    var choice: Int?
    let (own, ownSums) = (pulls[up], sums[up].count)
    for sum in sums[up] { mark[sum] = up }
    for down in candidates where values[down] == base {
      // The squares change by 2b (own pull - partner's pull) + b^2 (sums not shared), and at least
      // as many sums are not shared as the numbers of sums differ.
      let pull = 2 * base * (own - pulls[down])
      let total = sums[down].count
      guard pull + base * base * abs(ownSums - total) <= bound else { continue }
      let shared = sums[down].reduce(0) { $0 + (mark[$1] == up ? 1 : 0) }
      guard pull + base * base * (ownSums + total - 2 * shared) <= bound else { continue }
      let change = changeOfSwap(up: up, down: down)
      if change < best {
        best = change
        bound = Int(clamping: change.squares)
        choice = down
      }
    }
    return choice
  }
}
