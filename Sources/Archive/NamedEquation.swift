import Estimates

/// An equation between cells by their names: `Σ coefficient · count = 0`.
struct NamedEquation {
  /// The cell it is about.
  let whole: CellKey
  /// Every cell once, with its coefficient.
  let terms: [(key: CellKey, coefficient: Int)]

  /// A whole is the sum of its parts.
  init(whole: CellKey, parts: [CellKey]) {
    self.init(whole: whole, terms: [(whole, 1)] + parts.map { ($0, -1) })
  }

  /// Any equation; terms of one cell are added up.
  init(whole: CellKey, terms: [(key: CellKey, coefficient: Int)]) {
    self.whole = whole
    var merged: [(key: CellKey, coefficient: Int)] = []
    var positions: [CellKey: Int] = [:]
    for (key, coefficient) in terms {
      if let position = positions[key] {
        merged[position].coefficient += coefficient
      } else {
        positions[key] = merged.count
        merged.append((key, coefficient))
      }
    }
    self.terms = merged.filter { $0.coefficient != 0 }
  }
}
