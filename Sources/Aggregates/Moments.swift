/// The number, the mean and the spread of amounts, held as exact integers.
///
/// Amounts are fixed-point: whole multiples of `10^-scale`. Sums are 128-bit integers, so they do
/// not depend on the order of the rows or on the number of threads, and partial moments merge
/// exactly. With amounts up to 10^15 quanta, 10^8 of them fit.
public struct Moments: Hashable, Sendable {
  /// Decimals kept: an amount is `integer / 10^scale`.
  public let scale: Int
  /// How many amounts there are.
  public private(set) var count: Int
  /// The sum of the integers.
  public private(set) var sum: Int128
  /// The sum of the squared integers.
  public private(set) var sumOfSquares: Int128

  /// Moments of nothing.
  public init(scale: Int) {
    self.init(scale: scale, count: 0, sum: 0, sumOfSquares: 0)
  }

  /// Moments from sums already taken.
  public init(scale: Int, count: Int, sum: Int128, sumOfSquares: Int128) {
    self.scale = scale
    self.count = count
    self.sum = sum
    self.sumOfSquares = sumOfSquares
  }

  /// Takes in one amount, in quanta, `times` times.
  public mutating func add(_ quanta: Int64, times: Int = 1) {
    let wide = Int128(quanta)
    count += times
    sum += wide * Int128(times)
    sumOfSquares += wide * wide * Int128(times)
  }

  /// Takes in the moments of other people.
  ///
  /// Both must have the same scale.
  public mutating func merge(_ other: Moments) {
    precondition(scale == other.scale, "moments of different scales do not merge")
    count += other.count
    sum += other.sum
    sumOfSquares += other.sumOfSquares
  }

  /// One quantum as an amount.
  public var quantum: Double { Moments.powersOfTen[scale] }

  /// The mean amount; `nil` for nobody.
  public var mean: Double? {
    guard count > 0 else { return nil }
    let (whole, rest) = sum.quotientAndRemainder(dividingBy: Int128(count))
    return (Double(whole) + Double(rest) / Double(count)) * quantum
  }

  /// The sum of squared deviations from the mean (M2); `nil` for nobody.
  ///
  /// Taken around the whole part of the mean in integers, so nothing cancels.
  public var sumOfSquaredDeviations: Double? {
    guard count > 0 else { return nil }
    let n = Int128(count)
    let (centre, rest) = sum.quotientAndRemainder(dividingBy: n)
    let around = sumOfSquares - 2 * centre * sum + n * centre * centre
    let shift = Double(rest) * Double(rest) / Double(count)
    return max(0, Double(around) - shift) * quantum * quantum
  }

  /// The sample variance, with divisor n - 1; `nil` for fewer than two.
  public var variance: Double? {
    guard count > 1, let deviations = sumOfSquaredDeviations else { return nil }
    return deviations / Double(count - 1)
  }

  private static let powersOfTen: [Double] = [
    1, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9,
  ]
}
