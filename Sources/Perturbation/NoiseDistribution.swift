/// The probabilities of the changes of a count.
public struct NoiseDistribution: Hashable, Sendable {
  /// The smallest change, in people; 0 or below.
  public let lowest: Int
  /// The probabilities of the smallest change, the next one, and so on; they sum to 1.
  public let probabilities: [Double]

  init(lowest: Int, probabilities: [Double]) {
    self.lowest = lowest
    self.probabilities = probabilities
  }

  /// The largest change, in people.
  public var highest: Int { lowest + probabilities.count - 1 }

  /// The probability of a change; 0 outside the range.
  public func probability(of change: Int) -> Double {
    (lowest...highest).contains(change) ? probabilities[change - lowest] : 0
  }

  /// The mean, in people.
  public var mean: Double { moment { $0 } }

  /// The variance about the mean, in people squared.
  public var variance: Double {
    let mean = self.mean
    return moment { ($0 - mean) * ($0 - mean) }
  }

  private func moment(_ value: (Double) -> Double) -> Double {
    probabilities.enumerated().reduce(0) {
      $0 + $1.element * value(Double(lowest + $1.offset))
    }
  }
}
