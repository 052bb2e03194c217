#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension TableNetwork {
  /// The nodes before one column, and the arcs from each to the nodes before the next.
  struct Level {
    /// Per node: where its arcs start; one more at the end.
    var firstArc: [Int] = [0]
    /// Per arc: the node it leads to, the value it adds and its probability from its node.
    var targets: [Int32] = []
    var values: [Double] = []
    var probabilities: [Double] = []
    /// Per node: the least and the greatest value its completions add.
    var least: [Double] = []
    var greatest: [Double] = []

    /// How many nodes there are.
    var count: Int { firstArc.count - 1 }

    /// Finds the least and greatest values from those of the next level, or without one.
    mutating func bound(by next: Level?) {
      least = Array(repeating: .infinity, count: count)
      greatest = Array(repeating: -.infinity, count: count)
      for node in 0..<count {
        for arc in firstArc[node]..<firstArc[node + 1] {
          let target = Int(targets[arc])
          least[node] = min(least[node], values[arc] + (next?.least[target] ?? 0))
          greatest[node] = max(greatest[node], values[arc] + (next?.greatest[target] ?? 0))
        }
      }
    }
  }

  /// Partial tables at one node: their values, and with each the probability of those that have it.
  struct Pasts {
    /// Those of one value.
    struct Past {
      var value: Double
      var mass: Double
    }

    private(set) var list: [Past] = []
    private var room = 4096

    /// None yet.
    init() {}

    /// One.
    init(value: Double, mass: Double) { list = [Past(value: value, mass: mass)] }

    /// Takes in one more; those of equal value are made one when there are many.
    mutating func append(_ value: Double, _ mass: Double, within equal: Double) {
      list.append(Past(value: value, mass: mass))
      if list.count >= room {
        merge(within: equal)
        room = max(4096, 2 * list.count)
      }
    }

    /// Puts them in order of value and makes one of those of equal value.
    mutating func merge(within equal: Double) {
      // They come in runs that are in order already, which the sort makes use of.
      list.sort { $0.value < $1.value }
      var end = 0
      for past in list {
        if end > 0, past.value - list[end - 1].value <= equal {
          list[end - 1].mass += past.mass
        } else {
          list[end] = past
          end += 1
        }
      }
      list.removeSubrange(end...)
    }

    /// The probability of each and all after it, and 0 at the end; call after merging.
    var massesFromHere: [Double] {
      var sums = Array(repeating: 0.0, count: list.count + 1)
      for index in list.indices.reversed() { sums[index] = sums[index + 1] + list[index].mass }
      return sums
    }

    /// The first whose value plus `added` is at least `threshold`; call after merging.
    func first(reaching threshold: Double, with added: Double) -> Int {
      var (low, high) = (0, list.count)
      while low < high {
        let middle = (low + high) / 2
        if list[middle].value + added >= threshold { high = middle } else { low = middle + 1 }
      }
      return low
    }
  }

  /// All ways to give one column to the rows from each of some nodes.
  struct ColumnFilling {
    let column: Int
    /// Whether one column follows, which takes all that is left.
    let isLast: Bool
    /// The most arcs that may be made.
    let room: Int
    let logFactorials: [Double]

    /// The nodes the arcs lead to, in the order they were found.
    private(set) var next: [[Int]] = []
    private var level = Level()
    private var indices: [UInt64: Int32] = [:]
    private var left: [Int] = []
    /// What the rows from each on can take.
    private var capacity: [Int] = []
    private var sorted: [Int] = []
    private var bits: UInt64 = 0

    /// Makes the filling of one column.
    init(column: Int, isLast: Bool, room: Int, logFactorials: [Double]) {
      self.column = column
      self.isLast = isLast
      self.room = room
      self.logFactorials = logFactorials
    }

    /// The level of some nodes, each in ascending order; `nil` if there are too many arcs.
    mutating func level(of nodes: [[Int]]) -> Level? {
      guard let first = nodes.first, let largest = nodes.compactMap(\.last).max() else {
        return nil
      }
      bits = UInt64(Int.bitWidth - largest.leadingZeroBitCount)
      guard isLast || Int(bits) * first.count <= 64 else { return nil }
      for node in nodes {
        left = node
        sorted = node
        capacity = Array(repeating: 0, count: node.count + 1)
        for row in node.indices.reversed() { capacity[row] = capacity[row + 1] + node[row] }
        let people = capacity[0]
        let ways =
          logFactorials[people] - logFactorials[column] - logFactorials[people - column]
        guard fill(0, column, value: 0, logProbability: -ways) else { return nil }
        level.firstArc.append(level.values.count)
      }
      level.bound(by: nil)
      return level
    }

    /// Gives `people` to the rows from `row` on; false if there are too many arcs.
    private mutating func fill(
      _ row: Int, _ people: Int, value: Double, logProbability: Double
    ) -> Bool {
      let most = left[row]
      let isEnd = row == left.count - 1
      for taken in max(0, people - capacity[row + 1])...min(most, people) {
        left[row] = most - taken
        var value = value + logFactorials[taken]
        if isLast { value += logFactorials[most - taken] }
        let logProbability =
          logProbability + logFactorials[most] - logFactorials[taken]
          - logFactorials[most - taken]
        if isEnd {
          guard level.values.count < room else { return false }
          level.targets.append(isLast ? 0 : target())
          level.values.append(value)
          level.probabilities.append(exp(logProbability))
        } else if !fill(
          row + 1, people - taken, value: value, logProbability: logProbability)
        {
          return false
        }
      }
      left[row] = most
      return true
    }

    /// The node of what is left.
    private mutating func target() -> Int32 {
      var key: UInt64 = 0
      for row in left.indices {
        var place = row
        while place > 0, sorted[place - 1] > left[row] {
          sorted[place] = sorted[place - 1]
          place -= 1
        }
        sorted[place] = left[row]
      }
      for count in sorted { key = key &<< bits | UInt64(count) }
      if let index = indices[key] { return index }
      let index = Int32(next.count)
      indices[key] = index
      next.append(sorted)
      return index
    }
  }
}
