/// A vector over a prime field that is zero almost everywhere.
struct SparseVector: Sendable, Hashable {
  /// The coordinates that are not zero, ascending.
  private(set) var columns: [Int] = []
  /// The residues in these coordinates.
  private(set) var residues: [UInt64] = []

  /// The zero vector.
  init() {}

  /// The vector that is one in a coordinate.
  init(unit column: Int) {
    columns = [column]
    residues = [1]
  }

  /// A vector from coordinates and integers; coordinates that repeat are added up.
  init(_ terms: [(column: Int, integer: Int)], in field: PrimeField) {
    for term in terms.sorted(by: { $0.column < $1.column }) {
      let residue = field.residue(term.integer)
      if let last = columns.last, last == term.column {
        let total = field.sum(residues.removeLast(), residue)
        if total == 0 { columns.removeLast() } else { residues.append(total) }
      } else if residue != 0 {
        columns.append(term.column)
        residues.append(residue)
      }
    }
  }

  /// Whether every coordinate is zero.
  var isZero: Bool { columns.isEmpty }

  /// The residue in a coordinate.
  func residue(at column: Int) -> UInt64 {
    var low = 0
    var high = columns.count
    while low < high {
      let middle = (low + high) / 2
      if columns[middle] < column { low = middle + 1 } else { high = middle }
    }
    return low < columns.count && columns[low] == column ? residues[low] : 0
  }

  /// The vector times a residue other than zero.
  func scaled(by factor: UInt64, in field: PrimeField) -> SparseVector {
    guard factor != 1 else { return self }
    var result = self
    for position in residues.indices {
      result.residues[position] = field.product(residues[position], factor)
    }
    return result
  }

  /// The sum of the vector and a multiple of another.
  func adding(_ other: SparseVector, times factor: UInt64, in field: PrimeField) -> SparseVector {
    guard factor != 0, !other.isZero else { return self }
    var result = SparseVector()
    result.columns.reserveCapacity(columns.count + other.columns.count)
    result.residues.reserveCapacity(columns.count + other.columns.count)
    var mine = 0
    var theirs = 0
    while mine < columns.count || theirs < other.columns.count {
      let left = mine < columns.count ? columns[mine] : Int.max
      let right = theirs < other.columns.count ? other.columns[theirs] : Int.max
      var residue: UInt64 = 0
      if left <= right {
        residue = residues[mine]
        mine += 1
      }
      if right <= left {
        residue = field.sum(residue, field.product(other.residues[theirs], factor))
        theirs += 1
      }
      guard residue != 0 else { continue }
      result.columns.append(min(left, right))
      result.residues.append(residue)
    }
    return result
  }

  /// The vector with its first residue scaled to one: parallel vectors become equal.
  func direction(in field: PrimeField) -> SparseVector {
    guard let first = residues.first else { return self }
    return scaled(by: field.reciprocal(first), in: field)
  }

  /// A number that parallel vectors share and others, in all likelihood, do not.
  func fingerprint(in field: PrimeField) -> UInt64 {
    guard let first = residues.first else { return 0 }
    let factor = field.reciprocal(first)
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for (column, residue) in zip(columns, residues) {
      state = (state ^ UInt64(column)) &* 0xBF58_476D_1CE4_E5B9
      state = (state ^ (state >> 31) ^ field.product(residue, factor)) &* 0x94D0_49BB_1331_11EB
    }
    return state ^ (state >> 29)
  }
}
