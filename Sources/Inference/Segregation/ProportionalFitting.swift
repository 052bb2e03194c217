import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The table with the odds ratios of some counts and given shares of units and groups, by iterative
/// proportional fitting.
///
/// Rows and columns are scaled to their shares in turn. Empty cells stay empty. The fit ends when
/// the units' shares are within one part in 10^12 while the groups' are exact. The cost is one pass
/// over the table per iteration: ten or so where units are mixed, many thousands where they are
/// nearly separate.
/// - Source: Deming and Stephan (1940), Annals of Mathematical Statistics 11, 427-444.
struct ProportionalFitting {
  static let tolerance = 1e-12

  /// How many passes over so many cells are tried.
  static func iterationLimit(cells: Int) -> Int {
    max(10_000, min(1_000_000, 100_000_000 / max(1, cells)))
  }

  /// How many passes it took.
  let iterations: Int
  /// The fitted table, which has everyone as 1.
  let shares: [Double]
  /// The logarithm of each share over that of independent units and groups; 0 for an empty cell.
  let logarithms: [Double]
  /// The mutual information of the fitted table in nats.
  let mutualInformation: Double

  /// Counts without empty units and groups that keep their own shares.
  init(_ counts: SegregationCounts) {
    let sums = InformationSums(counts)
    iterations = 0
    shares = counts.cells.map { Double($0) / counts.people }
    logarithms = sums.logarithms
    mutualInformation = sums.mutualInformation
  }

  /// Fits counts without empty units and groups; `nil` where the limit of iterations was met, as it
  /// is where the empty cells allow no table with these shares.
  init?(_ counts: SegregationCounts, unitShares: [Double], groupShares: [Double]) {
    let width = counts.groupCount
    let cells = counts.cells.map(Double.init)
    var units = [Double](repeating: 1, count: counts.unitCount)
    var groups = [Double](repeating: 1, count: width)
    for iteration in 1...Self.iterationLimit(cells: cells.count) {
      var farthest = iteration == 1 ? Double.infinity : 0
      var sums = [Double](repeating: 0, count: width)
      for unit in units.indices {
        var sum = 0.0
        for group in 0..<width { sum += cells[unit * width + group] * groups[group] }
        farthest = max(farthest, abs(units[unit] * sum / unitShares[unit] - 1))
        units[unit] = unitShares[unit] / sum
        for group in 0..<width { sums[group] += cells[unit * width + group] * units[unit] }
      }
      for group in 0..<width { groups[group] = groupShares[group] / sums[group] }
      guard groups.allSatisfy({ $0.isFinite && $0 > 0 }) else { return nil }
      if farthest <= Self.tolerance {
        iterations = iteration
        var shares = cells
        var logarithms = [Double](repeating: 0, count: cells.count)
        var information = CompensatedSum()
        for unit in units.indices {
          for group in 0..<width {
            let cell = unit * width + group
            shares[cell] *= units[unit] * groups[group]
            guard shares[cell] > 0 else { continue }
            logarithms[cell] = log(shares[cell] / (unitShares[unit] * groupShares[group]))
            information.add(shares[cell] * logarithms[cell])
          }
        }
        self.shares = shares
        self.logarithms = logarithms
        mutualInformation = max(0, information.value)
        return
      }
    }
    return nil
  }

  /// The terms of the mutual information, summed over the cells of each of some places.
  func terms(_ places: Int, of cell: (Int) -> Int) -> [Double] {
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: places)
    for index in shares.indices { sums[cell(index)].add(shares[index] * logarithms[index]) }
    return sums.map(\.value)
  }
}
