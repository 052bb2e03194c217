#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Draws counts that add up to a given total, each set of counts as often as the product of the
/// counts' weights says.
///
/// Every count has a weight per value, such as a hypergeometric probability; the logarithms of its
/// weights are concave. Counts are joined in pairs, pairs in pairs and so on, and the weight of
/// every sum of a join is reckoned once, from the leaves to the root. A set is drawn from the root
/// to the leaves: how much of a sum belongs to the first half is searched outwards from the most
/// probable with a uniform number of 53 bits. So a set takes one number less than it has counts,
/// and as many steps as the standard deviations of the halves add up to. Probabilities carry the
/// rounding of `Double`, about 1e-12 of themselves.
/// - Source: Mehta and Patel (1983), Journal of the American Statistical Association 78, 427-434,
///   for following sums through a network; Devroye (1986), Non-Uniform Random Variate Generation,
///   for the search from the most probable value.
package struct FixedTotalSampler: Sendable {
  /// One count: value `least + i` has weight `exp(logWeights[i])`, all of them finite.
  package struct Count: Sendable {
    let least: Int
    let logWeights: [Double]

    /// Makes a count.
    package init(least: Int, logWeights: [Double]) {
      self.least = least
      self.logWeights = logWeights
    }
  }

  /// The most values all counts together may have, so that the weights of the sums are soon made.
  package static let mostValues = 100_000
  /// How many sets are drawn from one stream of random numbers.
  package static let blockSize = 8192

  /// A count or a sum of counts, with what belongs to each of its values from `place` on.
  struct Node {
    var least: Int
    var greatest: Int
    var place: Int
    /// The halves of a sum; those of a count are not used.
    var halves = (0, 0)
  }

  /// The counts, then the sums they are joined to, the whole at the end.
  var nodes: [Node] = []
  /// Per value of a node: the logarithm of its weight.
  var logWeights: [Double] = []
  /// The weight of the next value over that of the value, and of the value before.
  var up: [Double] = []
  var down: [Double] = []
  /// Of a sum: the most probable part of its first half, and that part's probability.
  var modes: [Int] = []
  var most: [Double] = []
  /// How many of the nodes are counts.
  let counts: Int
  /// What the counts add up to.
  let total: Int

  /// Makes a sampler of counts with weights, at least one of them, that can add up to the total.
  package init(_ counts: [Count], total: Int) throws(NumericalError) {
    let values = counts.reduce(0) { $0 + $1.logWeights.count }
    guard !counts.isEmpty, counts.allSatisfy({ !$0.logWeights.isEmpty }),
      counts.allSatisfy({ $0.logWeights.allSatisfy(\.isFinite) }), values <= Self.mostValues
    else { throw .outsideDomain(function: "drawing counts", argument: Double(values)) }
    let least = counts.reduce(0) { $0 + $1.least }
    guard (least...(least + values - counts.count)).contains(total) else {
      throw .outsideDomain(function: "drawing counts", argument: Double(total))
    }
    self.counts = counts.count
    self.total = total
    for count in counts {
      add(
        Node(
          least: count.least, greatest: count.least + count.logWeights.count - 1,
          place: logWeights.count),
        logWeights: count.logWeights, modes: [], most: [])
    }
    var level = Array(counts.indices)
    while level.count > 1 {
      var next: [Int] = []
      for start in stride(from: 0, to: level.count, by: 2) {
        guard start + 1 < level.count else {
          next.append(level[start])
          continue
        }
        let (first, second) = (level[start], level[start + 1])
        // Of all counts together only one sum is needed.
        let sums =
          level.count == 2
          ? total...total
          : (nodes[first].least + nodes[second].least)...(nodes[first].greatest
            + nodes[second].greatest)
        join(first, second, sums: sums)
        next.append(nodes.count - 1)
      }
      level = next
    }
  }

  private mutating func add(_ node: Node, logWeights new: [Double], modes: [Int], most: [Double]) {
    nodes.append(node)
    logWeights += new
    self.modes += modes.isEmpty ? new.map { _ in 0 } : modes
    self.most += most.isEmpty ? new.map { _ in 1 } : most
    for index in new.indices {
      up.append(index + 1 < new.count ? exp(new[index + 1] - new[index]) : 0)
      down.append(index > 0 ? exp(new[index - 1] - new[index]) : 0)
    }
  }

  /// Adds the sum of two nodes.
  ///
  /// The most probable part never falls as the sum rises, because the weights are logarithmically
  /// concave, so it is found by going on from that of the sum before.
  private mutating func join(_ first: Int, _ second: Int, sums: ClosedRange<Int>) {
    let (left, right) = (nodes[first], nodes[second])
    var weights: [Double] = []
    var modes: [Int] = []
    var most: [Double] = []
    var mode = left.least
    for sum in sums {
      let least = max(left.least, sum - right.greatest)
      let greatest = min(left.greatest, sum - right.least)
      mode = max(mode, least)
      while mode < greatest, rise(left, right, part: mode, sum: sum) > 1 { mode += 1 }
      var relative = CompensatedSum()
      relative.add(1)
      var term = 1.0
      var part = mode
      while part < greatest, term > 1e-20 {
        term *= rise(left, right, part: part, sum: sum)
        part += 1
        relative.add(term)
      }
      (term, part) = (1, mode)
      while part > least, term > 1e-20 {
        term *= down[left.place + part - left.least] * up[right.place + sum - part - right.least]
        part -= 1
        relative.add(term)
      }
      weights.append(
        logWeights[left.place + mode - left.least]
          + logWeights[right.place + sum - mode - right.least] + log(relative.value))
      modes.append(mode)
      most.append(1 / relative.value)
    }
    add(
      Node(
        least: sums.lowerBound, greatest: sums.upperBound, place: logWeights.count,
        halves: (first, second)),
      logWeights: weights, modes: modes, most: most)
  }

  /// The weight of one more in the first half over that of the part.
  private func rise(_ left: Node, _ right: Node, part: Int, sum: Int) -> Double {
    up[left.place + part - left.least] * down[right.place + sum - part - right.least]
  }
}
