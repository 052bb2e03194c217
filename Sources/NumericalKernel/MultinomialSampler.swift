/// Draws how many of some people fall into each of several cells, independently of each other, with
/// probabilities in the ratio of whole numbers.
///
/// Cell by cell, the people left are divided into those of this cell and of later ones, so a draw
/// costs one binomial number per cell that is not empty, however many people there are.
package struct MultinomialSampler: Sendable {
  /// One cell that can be filled.
  private struct Cell {
    let position: Int
    /// Whether the number drawn is that of the later cells, the less probable of the two.
    let drawsRest: Bool
    let sampling: BinomialSampling
  }

  private let size: Int
  private let cells: [Cell]
  private let last: Int?

  /// Makes a sampler of cells with these weights, none negative, their sum within an `Int`.
  package init(weights: [Int]) {
    size = weights.count
    var rest = weights.reduce(0, +)
    last = weights.lastIndex { $0 > 0 }
    var cells: [Cell] = []
    for (position, weight) in weights.enumerated() where weight > 0 && position != last {
      let (share, other) = (
        Double(weight) / Double(rest), Double(rest - weight) / Double(rest)
      )
      let drawsRest = weight > rest - weight
      cells.append(
        Cell(
          position: position, drawsRest: drawsRest,
          sampling: drawsRest
            ? BinomialSampling(probability: other, complement: share)
            : BinomialSampling(probability: share, complement: other)))
      rest -= weight
    }
    self.cells = cells
  }

  /// The counts of so many people, from the Philox stream of a replicate; all 0 where no cell has a
  /// weight.
  package func draw(_ people: Int, seed: UInt64, replicate: UInt64) -> [Int] {
    var counts = [Int](repeating: 0, count: size)
    guard let last else { return counts }
    var words = WordStream(seed: seed, replicate: replicate)
    var left = people
    for cell in cells {
      guard left > 0 else { break }
      let drawn = cell.sampling.draw(left, from: &words)
      let here = cell.drawsRest ? left &- drawn : drawn
      counts[cell.position] = here
      left &-= here
    }
    counts[last] = left
    return counts
  }
}
