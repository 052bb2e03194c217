import Estimates
import NumericalKernel

/// The sums of absolute and squared distances behind the indices of evenness.
extension SegregationCounts {
  /// The sum over the cells of the distance of the count from what is expected, in people.
  var absoluteDeviation: Double {
    var sum = CompensatedSum()
    for unit in 0..<unitCount {
      for group in 0..<groupCount {
        sum.add(abs(excess(self[unit, group], unit: unit, group: group)))
      }
    }
    return sum.value / people
  }

  /// The sum over the units of (share in the unit - share overall)^2, weighted by the unit's people
  /// over everyone, for each group.
  var squaredDeviations: [Double] {
    (0..<groupCount).map { group in
      var sum = CompensatedSum()
      for unit in 0..<unitCount {
        let distance = excess(self[unit, group], unit: unit, group: group) / people
        sum.add(distance * (distance / Double(unitTotals[unit])))
      }
      return sum.value / people
    }
  }

  /// `(units - 1) / (N - 1)`, what every ratio of variances is expected to be by chance.
  ///
  /// A count of a unit of n people has the hypergeometric variance `n P (1 - P) (N - n) / (N - 1)`;
  /// divided by n and summed over the units that is `P (1 - P) N (units - 1) / (N - 1)`.
  var expectedVarianceRatio: Double { Double(unitCount - 1) / Double(total - 1) }
}
