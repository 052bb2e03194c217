import Aggregates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A region of tables that grows in Barnard's order: convexity, symmetry, maximum.
///
/// The region is symmetric, so rates up to one half are enough. A grid a quarter of a standard
/// deviation apart tells the candidates that may raise the largest probability least; between
/// those the largest probabilities themselves decide.
struct CSMOrder {
  /// A table by its two numbers selected.
  private struct Cell: Hashable {
    let focal: Int
    let reference: Int
  }

  /// The largest probability of the region over the common rate.
  private(set) var largest = 0.0
  private let focalTotal: Int
  private let referenceTotal: Int
  private let angles: [Double]
  /// For each number selected, its probability at each angle.
  private let focal: [[Double]]
  private let reference: [[Double]]
  /// The probability of the region at each angle.
  private var sizes: [Double]
  private var isInside: [[Bool]]
  /// The probability of the region given the number selected in all.
  private var probabilities: [Double]

  /// The region of the two most extreme tables.
  init(focalTotal: Int, referenceTotal: Int) throws(NumericalError) {
    self.focalTotal = focalTotal
    self.referenceTotal = referenceTotal
    let total = focalTotal + referenceTotal
    let steps = Int((2 * .pi * Double(total).squareRoot()).rounded(.up))
    angles = (0...steps).map { .pi / 4 * Double($0) / Double(steps) }
    focal = try CSMOrder.binomials(focalTotal, angles)
    reference = try CSMOrder.binomials(referenceTotal, angles)
    sizes = [Double](repeating: 0, count: angles.count)
    isInside = [[Bool]](
      repeating: [Bool](repeating: false, count: referenceTotal + 1), count: focalTotal + 1)
    probabilities = [Double](repeating: 0, count: total + 1)
    try take([Cell(focal: 0, reference: referenceTotal)])
  }

  /// Whether a table is in the region.
  func contains(_ table: TwoByTwoTable) -> Bool {
    isInside[table.focalSelected][table.referenceSelected]
  }

  /// Takes in the next table, with those that raise the largest probability as little.
  mutating func grow() throws(NumericalError) {
    var candidates: [(cell: Cell, height: Double)] = []
    var lowest = Double.infinity
    for count in 0...focalTotal {
      guard let next = isInside[count].lastIndex(of: false),
        next == referenceTotal || isInside[count][next + 1],
        count == 0 || isInside[count - 1][next]
      else { continue }
      let cell = Cell(focal: count, reference: next)
      let height = gridHeight(with: cell)
      candidates.append((cell, height))
      lowest = min(lowest, height)
    }
    // A peak rises less than two in a hundred above the grid.
    let close = candidates.filter { $0.height <= 1.02 * lowest }
    var heights: [Double] = []
    for candidate in close {
      let other = mirror(candidate.cell)
      let curve = angles.indices.map { sizes[$0] + added(candidate.cell, other, $0) }
      heights.append(try height(with: [candidate.cell], along: curve))
    }
    let least = heights.min() ?? 1
    try take(
      close.indices.filter { heights[$0] <= least * (1 + 1e-9) }.map { close[$0].cell })
  }

  private func mirror(_ cell: Cell) -> Cell {
    Cell(focal: focalTotal - cell.focal, reference: referenceTotal - cell.reference)
  }

  private mutating func take(_ cells: [Cell]) throws(NumericalError) {
    var taken: [Cell] = []
    for cell in cells where !isInside[cell.focal][cell.reference] {
      let other = mirror(cell)
      isInside[cell.focal][cell.reference] = true
      isInside[other.focal][other.reference] = true
      taken.append(cell)
      for index in angles.indices { sizes[index] += added(cell, other, index) }
    }
    largest = try height(with: taken, along: sizes)
    for cell in taken { try CSMOrder.add(cell, mirror(cell), to: &probabilities, focalTotal) }
  }

  /// What a table and its mirror add to the probability of the region at an angle.
  private func added(_ cell: Cell, _ other: Cell, _ index: Int) -> Double {
    let one = focal[cell.focal][index] * reference[cell.reference][index]
    if cell == other { return one }
    return one + focal[other.focal][index] * reference[other.reference][index]
  }

  /// The largest probability on the grid once a table is taken in.
  private func gridHeight(with cell: Cell) -> Double {
    let other = mirror(cell)
    var highest = 0.0
    for index in angles.indices {
      highest = max(highest, sizes[index] + added(cell, other, index))
    }
    return highest
  }

  /// The largest probability once tables are taken in that are not in the region yet, by the
  /// probability at each angle.
  ///
  /// A peak is at most one part in thirty above the angles beside it.
  private func height(
    with cells: [Cell], along curve: [Double]
  ) throws(NumericalError) -> Double {
    var probabilities = probabilities
    for cell in cells { try CSMOrder.add(cell, mirror(cell), to: &probabilities, focalTotal) }
    let promising = 0.95 * (curve.max() ?? 0)
    let first = max(0, (curve.firstIndex { $0 >= promising } ?? 0) - 1)
    let last = min(
      angles.count - 1, (curve.lastIndex { $0 >= promising } ?? angles.count - 1) + 1)
    func rate(_ index: Int) -> Double { sin(angles[index]) * sin(angles[index]) }
    return try NuisanceSupremum(
      of: RejectionRegion(probabilities), from: rate(first), to: rate(last)
    ).probability
  }

  private static func add(
    _ cell: Cell, _ other: Cell, to probabilities: inout [Double], _ focalTotal: Int
  ) throws(NumericalError) {
    let selected = cell.focal + cell.reference
    let probability = try Hypergeometric(
      population: probabilities.count - 1, marked: focalTotal, drawn: selected
    ).probability(of: cell.focal)
    probabilities[selected] += probability
    if cell != other { probabilities[probabilities.count - 1 - selected] += probability }
  }

  /// The binomial probabilities of each count at each angle.
  private static func binomials(
    _ trials: Int, _ angles: [Double]
  ) throws(NumericalError) -> [[Double]] {
    var columns: [BinomialDistribution] = []
    for angle in angles {
      try columns.append(
        BinomialDistribution(
          trials: trials, probability: sin(angle) * sin(angle),
          complement: cos(angle) * cos(angle)))
    }
    return (0...trials).map { count in columns.map { $0.probability(of: count) } }
  }
}
