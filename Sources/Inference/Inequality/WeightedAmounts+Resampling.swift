import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension WeightedAmounts {
  /// The position of every person's amount.
  var people: [Int] {
    counts.isEmpty
      ? Array(values.indices)
      : values.indices.flatMap { Array(repeating: $0, count: counts[$0]) }
  }

  /// As many people as there are, drawn with replacement from the positions of everybody.
  func resampled(_ people: [Int], using generator: inout PhiloxGenerator) -> WeightedAmounts {
    var tally = Array(repeating: 0, count: values.count)
    let bound = UInt64(people.count)
    for _ in people.indices { tally[people[Int(generator.integer(below: bound))]] += 1 }
    var drawn: [Double] = []
    var times: [Int] = []
    var drawnWeights: [Double] = []
    for index in tally.indices where tally[index] > 0 {
      drawn.append(values[index])
      times.append(tally[index])
      if !weights.isEmpty { drawnWeights.append(weights[index]) }
    }
    return WeightedAmounts(sorted: drawn, counts: times, weights: drawnWeights)
  }

  /// Hill's estimate of the tail index from the highest twentieth of people (at least ten), without
  /// weights; infinite where they all have the same amount or amounts are not above 0.
  ///
  ///     1 / mean of ln (amount / amount of the person just below them)
  var tailIndex: Double {
    let wanted = max(10, (count + 19) / 20)
    guard count > wanted else { return .infinity }
    var seen = 0
    var above: [(value: Double, people: Int)] = []
    for index in values.indices.reversed() {
      let number = counts.isEmpty ? 1 : counts[index]
      let taken = min(number, wanted - seen)
      if taken > 0 { above.append((values[index], taken)) }
      seen += number
      if seen > wanted {
        let threshold = values[index]
        guard threshold > 0 else { return .infinity }
        let sum = CompensatedSum(above.map { Double($0.people) * log($0.value / threshold) })
        return sum.value > 0 ? Double(wanted) / sum.value : .infinity
      }
    }
    return .infinity
  }
}
