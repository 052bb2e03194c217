import NumericalKernel

/// What indices are expected to be when people are dealt out to the units at random, the sizes of
/// units and groups kept.
///
/// The count of a unit and group is then hypergeometric, so an index that is a sum over cells has
/// an exact expectation. Equal pairs of unit and group size are computed once.
struct RandomAllocation {
  private let total: Int
  private let unitSizes: [(size: Int, times: Int)]
  private let groupSizes: [(size: Int, times: Int)]

  /// The margins of a table.
  init(_ counts: SegregationCounts) {
    total = counts.total
    unitSizes = Self.distinct(counts.unitTotals)
    groupSizes = Self.distinct(counts.groupTotals)
  }

  /// The sum over all cells of the expectation of the cell's count `X` of `X ln(X / mean)`.
  func information() throws(NumericalError) -> Double {
    try sum(over: groupSizes) { $0.meanDeviance }
  }

  /// The sum over all cells of the expected distance of the count from its mean.
  func absoluteDeviation() throws(NumericalError) -> Double {
    try sum(over: groupSizes) { $0.meanAbsoluteDeviation }
  }

  /// The sum over the units of an expectation for the counts of one group; the function is given
  /// the unit's size and the count.
  func sum(
    ofGroup size: Int, _ function: (Int, Int) -> Double
  ) throws(NumericalError) -> Double {
    try sum(over: [(size, 1)]) { cell in cell.expectation { function(cell.drawn, $0) } }
  }

  /// The expected information of each unit, `sum over groups of X ln(X / mean)`, in the order of
  /// the given unit sizes.
  func information(ofUnits sizes: [Int]) throws(NumericalError) -> [Double] {
    var bySize: [(size: Int, value: Double)] = []
    for unit in unitSizes {
      bySize.append(
        (
          unit.size,
          try sum(units: [(unit.size, 1)], groups: groupSizes) {
            $0.meanDeviance
          }
        ))
    }
    return sizes.map { size in
      var (low, high) = (0, bySize.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if bySize[middle].size < size { low = middle + 1 } else { high = middle }
      }
      return bySize[low].value
    }
  }

  private func sum(
    over groups: [(size: Int, times: Int)], _ expectation: (Hypergeometric) -> Double
  ) throws(NumericalError) -> Double {
    try sum(units: unitSizes, groups: groups, expectation)
  }

  private func sum(
    units: [(size: Int, times: Int)], groups: [(size: Int, times: Int)],
    _ expectation: (Hypergeometric) -> Double
  ) throws(NumericalError) -> Double {
    var sum = CompensatedSum()
    for unit in units {
      for group in groups {
        let cell = try Hypergeometric(population: total, marked: group.size, drawn: unit.size)
        sum.add(Double(unit.times) * Double(group.times) * expectation(cell))
      }
    }
    return sum.value
  }

  /// The sizes without repetition, ascending, with how often each occurs.
  private static func distinct(_ sizes: [Int]) -> [(size: Int, times: Int)] {
    var found: [(size: Int, times: Int)] = []
    for size in sizes.sorted() {
      if let last = found.last, last.size == size {
        found[found.count - 1].times += 1
      } else {
        found.append((size, 1))
      }
    }
    return found
  }
}
