/// A block of cells, tied together by identities, of which some are published and some hidden.
public struct HiddenCells: Sendable {
  /// How many people each cell holds; `nil` where nobody knows, which is always hidden.
  public let counts: [Int?]
  /// Whether each cell is published.
  public private(set) var isPublished: [Bool]
  /// Whether each cell has a place in what is read, so that a reader sees that it is hidden and not 0.
  ///
  /// Of a cell without a place nobody knows whether somebody is in it.
  public let hasPlace: [Bool]
  /// The identities `Σ coefficient · count = constant`, the columns being the cells' positions.
  public let lines: [LinearProgram.Row]

  /// Makes a block.
  ///
  /// - Throws: `.malformedProgram` if the arrays do not fit each other, a count is negative or beyond
  ///   2^53, a cell is published whose count nobody knows, or a line names a cell twice or one that is
  ///   not there; `.inconsistentCounts` if the counts break a line.
  public init(
    counts: [Int?], isPublished: [Bool], hasPlace: [Bool]? = nil, lines: [LinearProgram.Row]
  ) throws(SolverFailure) {
    let hasPlace = hasPlace ?? counts.map { _ in true }
    guard counts.count == isPublished.count, counts.count == hasPlace.count else {
      throw .malformedProgram
    }
    let range = 0...LinearProgram.largestNumber
    for (count, isPublished) in zip(counts, isPublished) {
      guard count.map({ range.contains($0) }) ?? !isPublished else { throw .malformedProgram }
    }
    // The bounds of a program hold nothing yet; it looks at its rows.
    _ = try LinearProgram(
      columns: counts.map { _ in LinearProgram.Column(lower: 0, upper: 0) }, rows: lines)
    for line in lines {
      var sum = Int128(0)
      var isComplete = true
      for term in line.terms {
        guard let count = counts[term.column] else {
          isComplete = false
          break
        }
        sum += Int128(term.coefficient) * Int128(count)
      }
      if isComplete && sum != Int128(line.constant) { throw .inconsistentCounts }
    }
    self.counts = counts
    self.isPublished = isPublished
    self.hasPlace = hasPlace
    self.lines = lines
  }

  /// Hides a cell.
  ///
  /// Every table that was possible before still is.
  mutating func hide(_ cell: Int) { isPublished[cell] = false }
}
