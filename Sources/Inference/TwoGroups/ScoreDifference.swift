import Aggregates
import NumericalKernel

/// The score statistic of a given difference of two rates, and the differences it does not reject.
struct ScoreDifference {
  let table: TwoByTwoTable
  /// What the variance is multiplied by, N / (N - 1) or 1.
  let varianceFactor: Double

  /// The differences whose score lies within the critical value.
  func limits(
    level: Double
  ) throws(NumericalError) -> (value: Double, lower: Double, upper: Double) {
    let critical = try NormalDistribution.standard.criticalValue(level: level)
    let value = table.focalRate - table.referenceRate
    // The score falls from the estimate's 0 as the difference rises.
    func limit(_ end: Double, _ target: Double) throws(NumericalError) -> Double {
      if value == end || abs(score(of: end)) <= critical { return end }
      return try RootFinder.brent(
        from: value, to: end
      ) { (difference: Double) throws(NumericalError) -> Double in
        (difference == value ? 0 : score(of: difference)) - target
      }
    }
    return (value, min(value, try limit(-1, critical)), max(value, try limit(1, -critical)))
  }

  /// The difference seen less the difference given, over its standard error where that holds.
  func score(of difference: Double) -> Double {
    let reference = referenceRate(difference)
    let focal = min(1, max(0, reference + difference))
    let variance =
      varianceFactor
      * (focal * (1 - focal) / Double(table.focalTotal)
        + reference * (1 - reference) / Double(table.referenceTotal))
    let excess = table.focalRate - table.referenceRate - difference
    if variance <= 0 { return excess == 0 ? 0 : (excess > 0 ? .infinity : -.infinity) }
    return excess / variance.squareRoot()
  }

  /// The reference rate that is most likely where the rates differ by this much.
  ///
  /// The slope of the likelihood falls all the way, so bisection always finds its root, or the end
  /// where there is none; the cubic's closed form loses digits at the ends.
  func referenceRate(_ difference: Double) -> Double {
    func term(_ count: Int, _ rate: Double) -> Double { count == 0 ? 0 : Double(count) / rate }
    var low = max(0, -difference)
    var high = min(1, 1 - difference)
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return middle }
      let focal = middle + difference
      let slope =
        term(table.focalSelected, focal) - term(table.focalRejected, 1 - focal)
        + term(table.referenceSelected, middle) - term(table.referenceRejected, 1 - middle)
      if slope > 0 { low = middle } else { high = middle }
    }
  }
}
