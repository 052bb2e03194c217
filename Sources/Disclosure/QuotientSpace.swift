/// What readers do not know: the space of a block's counts modulo what is published.
///
/// Every cell is held as its class. A class of zero means that the count follows from what is
/// published by additions and subtractions.
struct QuotientSpace {
  private let field: PrimeField
  /// The class of each cell, as a combination of cells that are still free.
  private(set) var classes: [SparseVector]
  private var cellsWithColumn: [Set<Int>]

  /// The space before anything is published.
  init(_ basis: FreeCellBasis, in field: PrimeField) {
    self.field = field
    classes = basis.combinations
    cellsWithColumn = [Set<Int>](repeating: [], count: classes.count)
    for (cell, vector) in classes.enumerated() {
      for column in vector.columns { cellsWithColumn[column].insert(cell) }
    }
  }

  /// Whether a cell's count follows from what is published.
  func isKnown(_ cell: Int) -> Bool { classes[cell].isZero }

  /// What publishing a cell would change.
  struct Consequence {
    fileprivate let pivot: Int
    fileprivate let published: SparseVector
    /// The cells whose class changes, ascending, and their new classes.
    let changes: [(cell: Int, vector: SparseVector)]
    /// The cells that would become known, the published one among them.
    var newlyKnown: [Int] { changes.filter(\.vector.isZero).map(\.cell) }
  }

  /// What publishing a cell would change; `nil` if it is known already.
  func consequence(ofPublishing cell: Int) -> Consequence? {
    let published = classes[cell]
    let rarest = published.columns.min {
      (cellsWithColumn[$0].count, $0) < (cellsWithColumn[$1].count, $1)
    }
    guard let pivot = rarest else { return nil }
    let row = published.scaled(
      by: field.reciprocal(published.residue(at: pivot)), in: field)
    let changes = cellsWithColumn[pivot].sorted().map { other in
      let factor = field.negative(classes[other].residue(at: pivot))
      return (cell: other, vector: classes[other].adding(row, times: factor, in: field))
    }
    return Consequence(pivot: pivot, published: published, changes: changes)
  }

  /// Publishes a cell.
  mutating func apply(_ consequence: Consequence) {
    for change in consequence.changes {
      for column in consequence.published.columns {
        if change.vector.residue(at: column) == 0 {
          cellsWithColumn[column].remove(change.cell)
        } else {
          cellsWithColumn[column].insert(change.cell)
        }
      }
      classes[change.cell] = change.vector
    }
    cellsWithColumn[consequence.pivot] = []
  }
}
