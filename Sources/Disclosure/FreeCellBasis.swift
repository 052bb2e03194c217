/// Every cell of a block as a combination of its free cells: the reduced row echelon form of the
/// block's identities.
///
/// In each identity the cell that stands in the fewest others is solved for, which keeps the
/// combinations short. Coarse cells tend to stay free, and as they are published first, publishing
/// them merely drops a coordinate.
struct FreeCellBasis {
  /// One combination per cell; a free cell is its own unit vector.
  let combinations: [SparseVector]

  /// Solves the identities `Σ coefficient · cell = 0` among `cellCount` cells.
  init(cellCount: Int, identities: [[CellSystem.Term]], in field: PrimeField) {
    var rows: [SparseVector] = []
    var rowOfPivot = [Int?](repeating: nil, count: cellCount)
    var rowsWithColumn = [Set<Int>](repeating: [], count: cellCount)
    var uses = [Int](repeating: 0, count: cellCount)
    for identity in identities { for term in identity { uses[term.cell] += 1 } }
    let order = identities.indices.sorted {
      (identities[$0].count, $0) < (identities[$1].count, $1)
    }
    for position in order {
      let terms = identities[position].map { (column: $0.cell, integer: $0.coefficient) }
      let plain = SparseVector(terms, in: field)
      var row = plain
      for (column, residue) in zip(plain.columns, plain.residues) {
        guard let pivotRow = rowOfPivot[column] else { continue }
        row = row.adding(rows[pivotRow], times: field.negative(residue), in: field)
      }
      let pivot = row.columns.min {
        (rowsWithColumn[$0].count, uses[$0], -$0) < (rowsWithColumn[$1].count, uses[$1], -$1)
      }
      guard let pivot else { continue }
      row = row.scaled(by: field.reciprocal(row.residue(at: pivot)), in: field)
      for other in rowsWithColumn[pivot] {
        let before = rows[other]
        let factor = field.negative(before.residue(at: pivot))
        let after = before.adding(row, times: factor, in: field)
        for column in row.columns where column != pivot {
          if after.residue(at: column) == 0 {
            rowsWithColumn[column].remove(other)
          } else {
            rowsWithColumn[column].insert(other)
          }
        }
        rows[other] = after
      }
      rowsWithColumn[pivot] = []
      for column in row.columns where column != pivot {
        rowsWithColumn[column].insert(rows.count)
      }
      rowOfPivot[pivot] = rows.count
      rows.append(row)
    }
    combinations = (0..<cellCount).map { cell in
      guard let row = rowOfPivot[cell] else { return SparseVector(unit: cell) }
      let solved = rows[row].scaled(by: field.negative(1), in: field)
      return solved.adding(SparseVector(unit: cell), times: 1, in: field)
    }
  }
}
