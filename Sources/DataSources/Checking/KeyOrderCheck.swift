/// Finds keys that were handed out in the order people were hired.
struct KeyOrderCheck: Sendable {
  private static let sampleSize = 20_000
  private static let smallestSample = 30
  private static let threshold = 0.9

  private var pairs: [(key: UInt64, day: Int)] = []

  /// Takes in a person's key and hire date.
  mutating func see(key: ArraySlice<UInt8>, day: Int) {
    guard pairs.count < Self.sampleSize else { return }
    let digits = key.filter { (0x30...0x39).contains($0) }
    guard !digits.isEmpty, digits.count <= 18 else { return }
    pairs.append((digits.reduce(0) { $0 * 10 + UInt64($1 - 0x30) }, day))
  }

  /// The rank correlation (Spearman's rho) of keys and hire dates; `nil` for few or equal ones.
  var rankCorrelation: Double? {
    guard pairs.count >= Self.smallestSample else { return nil }
    let keys = Self.ranks(pairs.map { Double($0.key) })
    let days = Self.ranks(pairs.map { Double($0.day) })
    let mean = Double(pairs.count + 1) / 2
    var products = 0.0
    var keySquares = 0.0
    var daySquares = 0.0
    for (key, day) in zip(keys, days) {
      products += (key - mean) * (day - mean)
      keySquares += (key - mean) * (key - mean)
      daySquares += (day - mean) * (day - mean)
    }
    guard keySquares > 0, daySquares > 0 else { return nil }
    return products / (keySquares * daySquares).squareRoot()
  }

  /// What is wrong.
  func problems(at place: ColumnPlace) -> [SourceProblem] {
    guard let correlation = rankCorrelation, correlation.magnitude > Self.threshold else {
      return []
    }
    return [
      ProblemCode.keyOrderedByHire.problem(
        file: place.file, column: place.column,
        message: "keys run in the order of hire dates")
    ]
  }

  /// Ranks from 1, equal values sharing their mean rank.
  private static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = values
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
      for position in start...end { ranks[order[position]] = Double(start + end) / 2 + 1 }
      start = end + 1
    }
    return ranks
  }
}
