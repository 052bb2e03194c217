/// Values of one quantity at rising times, such as a share at the end of each quarter.
public struct TimeSeries: Hashable, Sendable, Codable {
  /// When the values were taken, in any unit, rising.
  public let times: [Double]
  /// One value per time.
  public let values: [Double]

  /// Makes a series; `nil` unless there is one finite value per finite time and the times rise.
  public init?(times: [Double], values: [Double]) {
    guard times.count == values.count, times.allSatisfy(\.isFinite),
      values.allSatisfy(\.isFinite), zip(times, times.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    self.times = times
    self.values = values
  }

  /// A series at even steps 0, 1, 2, ...; `nil` where a value is not finite.
  public init?(_ values: [Double]) {
    self.init(times: values.indices.map { Double($0) }, values: values)
  }

  /// Reads a series, with the conditions of a new one.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard
      let series = TimeSeries(
        times: try container.decode([Double].self, forKey: .times),
        values: try container.decode([Double].self, forKey: .values))
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .times, in: container,
        debugDescription: "A series has one finite value per time and its times rise.")
    }
    self = series
  }

  /// Pairs of a later and an earlier value: those that rise less those that fall.
  ///
  /// Cost: the square of the number of values.
  var kendallScore: Int {
    var score = 0
    for later in values.indices {
      for earlier in 0..<later {
        if values[later] > values[earlier] { score += 1 }
        if values[later] < values[earlier] { score -= 1 }
      }
    }
    return score
  }

  /// How many times each value occurs, from the smallest value to the largest.
  var tieSizes: [Int] {
    var sizes: [Int] = []
    var last: Double?
    for value in values.sorted() {
      if value == last { sizes[sizes.count - 1] += 1 } else { sizes.append(1) }
      last = value
    }
    return sizes
  }

  /// Pairs of values that differ.
  var untiedPairs: Int { tieSizes.reduce(values.count.pairs) { $0 - $1.pairs } }

  /// Why a trend cannot be looked at, or `nil`.
  var problem: String? {
    if values.count < 2 { return "A trend needs two values or more." }
    if values.count > 10_000 { return "Trends are looked at in at most 10,000 values." }
    return tieSizes.count < 2 ? "All values are the same." : nil
  }
}

extension Int {
  /// Pairs of so many things.
  var pairs: Int { self * (self - 1) / 2 }
}
