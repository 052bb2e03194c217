import Aggregates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The tables whose score for a given difference of rates is at least as far out as that of the table
/// seen, both group sizes fixed, and the largest probability they can have.
///
/// The score rises with the focal group's count and falls with the reference group's, so the tables
/// are bounded by one staircase in each direction: a score is computed for about as many tables as
/// there are people, not for all of them.
struct DifferenceTail {
  /// Which tables count.
  enum Side {
    /// Scores at least as high as the one seen.
    case above
    /// Scores at most as high as the one seen.
    case below
    /// Scores at least as far from 0 as the one seen.
    case bothSides
  }

  /// The table seen.
  let table: TwoByTwoTable
  /// The difference of rates, focal less reference, that is supposed.
  let difference: Double
  /// For each focal count, the reference counts from 0 that have scores at least so high; -1 if none.
  private let lastAbove: [Int]
  /// For each focal count, the first reference count with scores at most so low.
  private let firstBelow: [Int]

  /// Scores that differ by less than this much, relative to their size, are tied.
  private static let tie = 1e-9

  /// Draws up the staircases.
  init(_ table: TwoByTwoTable, difference: Double, side: Side) {
    self.table = table
    self.difference = difference
    let seen = ScoreDifference(table: table, varianceFactor: 1).score(of: difference)
    let slack = seen.isFinite ? Self.tie * max(1, abs(seen)) : 0
    let high = side == .bothSides ? abs(seen) : seen
    let low = side == .bothSides ? -abs(seen) : seen
    let focalTotal = table.focalTotal
    let referenceTotal = table.referenceTotal
    func score(_ focal: Int, _ reference: Int) -> Double {
      TwoByTwoTable(
        focalSelected: focal, focalRejected: focalTotal - focal, referenceSelected: reference,
        referenceRejected: referenceTotal - reference
      ).map { ScoreDifference(table: $0, varianceFactor: 1).score(of: difference) } ?? 0
    }
    var above = [Int](repeating: -1, count: focalTotal + 1)
    var below = [Int](repeating: referenceTotal + 1, count: focalTotal + 1)
    if side != .below {
      var last = -1
      for focal in 0...focalTotal {
        while last < referenceTotal, score(focal, last + 1) >= high - slack { last += 1 }
        above[focal] = last
      }
    }
    if side != .above {
      var first = referenceTotal + 1
      for focal in (0...focalTotal).reversed() {
        while first > 0, score(focal, first - 1) <= low + slack { first -= 1 }
        below[focal] = first
      }
    }
    lastAbove = above
    firstBelow = below
  }

  /// The probability of the tables where the reference rate is `rate` and the focal one
  /// `rate + difference`.
  func probability(rate: Double) throws(NumericalError) -> Double {
    let focal = try Self.probabilities(
      trials: table.focalTotal, rate: min(1, max(0, rate + difference)))
    let reference = try Self.probabilities(trials: table.referenceTotal, rate: rate)
    var through = [0.0]
    through.reserveCapacity(reference.count + 1)
    for probability in reference { through.append(through[through.count - 1] + probability) }
    var from = [Double](repeating: 0, count: reference.count + 1)
    for count in reference.indices.reversed() { from[count] = from[count + 1] + reference[count] }
    var sum = CompensatedSum()
    for (count, probability) in focal.enumerated() {
      // Both stairs overlap only where every score is 0; then the column is whole.
      let isWhole = lastAbove[count] >= firstBelow[count]
      let inside =
        isWhole ? 1 : through[lastAbove[count] + 1] + from[min(firstBelow[count], reference.count)]
      sum.add(probability * inside)
    }
    return min(1, max(0, sum.value))
  }

  /// The largest probability over the reference rates from `lower` to `upper`.
  ///
  /// The grid is even in the arcsine of the square root of both rates, a quarter of the standard
  /// deviation of a share apart; the highest points are refined between their neighbours.
  func largestProbability(
    from lower: Double, to upper: Double
  ) throws(NumericalError) -> Double {
    let rates = grid(from: lower, to: upper)
    var values: [Double] = []
    values.reserveCapacity(rates.count)
    for rate in rates { values.append(try probability(rate: rate)) }
    var best = values.max() ?? 0
    let promising = 0.95 * best
    for index in rates.indices.dropFirst().dropLast()
    where values[index] >= promising && values[index] >= values[index - 1]
      && values[index] >= values[index + 1]
    {
      best = max(best, try peak(from: rates[index - 1], to: rates[index + 1]))
    }
    for (end, next) in [(0, 1), (rates.count - 1, rates.count - 2)]
    where rates.count > 1 && values[end] >= promising && values[end] >= values[next] {
      best = max(
        best, try peak(from: min(rates[end], rates[next]), to: max(rates[end], rates[next])))
    }
    return best
  }

  /// The highest probability between two rates with one peak between them, by golden sections.
  private func peak(from lower: Double, to upper: Double) throws(NumericalError) -> Double {
    let ratio = (5.0.squareRoot() - 1) / 2
    var (low, high) = (lower, upper)
    var left = high - ratio * (high - low)
    var right = low + ratio * (high - low)
    var (atLeft, atRight) = (try probability(rate: left), try probability(rate: right))
    var best = max(atLeft, atRight)
    // The peak is flat: the rate to 1e-6 is the probability to about 1e-12.
    while high - low > 1e-6 * max(1e-3, high) {
      if atLeft >= atRight {
        high = right
        (right, atRight) = (left, atLeft)
        left = high - ratio * (high - low)
        atLeft = try probability(rate: left)
      } else {
        low = left
        (left, atLeft) = (right, atRight)
        right = low + ratio * (high - low)
        atRight = try probability(rate: right)
      }
      best = max(best, atLeft, atRight)
    }
    return best
  }

  private func grid(from lower: Double, to upper: Double) -> [Double] {
    guard lower < upper else { return [lower] }
    func evenly(_ total: Int, shift: Double) -> [Double] {
      let first = asin(min(1, max(0, lower + shift)).squareRoot())
      let last = asin(min(1, max(0, upper + shift)).squareRoot())
      let steps = max(1, Int(((last - first) * 8 * Double(total).squareRoot()).rounded(.up)))
      return (0...steps).map { step in
        let sine = sin(first + (last - first) * Double(step) / Double(steps))
        return min(upper, max(lower, sine * sine - shift))
      }
    }
    let rates =
      evenly(table.total, shift: 0) + evenly(table.total, shift: difference) + [lower, upper]
    return rates.sorted().reduce(into: []) { kept, rate in
      if kept.last != rate { kept.append(rate) }
    }
  }

  /// The binomial probabilities of every count, from the most probable outward.
  private static func probabilities(
    trials: Int, rate: Double
  ) throws(NumericalError) -> [Double] {
    var values = [Double](repeating: 0, count: trials + 1)
    if rate <= 0 {
      values[0] = 1
      return values
    }
    if rate >= 1 {
      values[trials] = 1
      return values
    }
    let distribution = try BinomialDistribution(
      trials: trials, probability: rate, complement: 1 - rate)
    let mode = distribution.mode
    values[mode] = distribution.probability(of: mode)
    let odds = rate / (1 - rate)
    for count in mode..<max(mode, trials) {
      values[count + 1] = values[count] * odds * Double(trials - count) / Double(count + 1)
    }
    for count in stride(from: mode, to: 0, by: -1) {
      values[count - 1] = values[count] * Double(count) / (odds * Double(trials - count + 1))
    }
    return values
  }
}
