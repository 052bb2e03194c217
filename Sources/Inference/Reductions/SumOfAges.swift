import NumericalKernel

/// The sum of ages, counted from the youngest, of a random set of people of a given size.
///
/// The set is of those let go or of those retained, whichever are fewer.
struct SumOfAges {
  /// Whether the set is of those let go.
  let countsTerminated: Bool
  /// How many people the set has.
  let size: Int
  /// The sum seen.
  let seen: Int
  private let ages: [(offset: Int, total: Int)]
  private let total: Int
  private let sumOfAll: Int

  init(_ reduction: ReductionByAge) {
    let youngest = reduction.ages.first?.age ?? 0
    let terminated = reduction.terminated
    total = reduction.total
    countsTerminated = terminated <= total - terminated
    size = min(terminated, total - terminated)
    ages = reduction.ages.map { ($0.age - youngest, $0.total) }
    sumOfAll = reduction.sumOfAges - youngest * reduction.total
    let sum = reduction.sumOfAgesTerminated - youngest * terminated
    seen = countsTerminated ? sum : sumOfAll - sum
  }

  /// How far a sum lies above its expectation, times everyone.
  func deviation(of sum: Int) -> Int { sum * total - size * sumOfAll }

  /// A number proportional to the share of sets with each sum, from 0 up; `nil` where counting
  /// would take too long.
  ///
  /// Everyone is taken with the same probability, independently; among the sets of the right size
  /// all are then equally likely. The terms are positive and of moderate size, so nothing cancels
  /// and nothing overflows.
  func distribution() throws(NumericalError) -> [Double]? {
    // The sum of the oldest people is the greatest possible one.
    var greatest = 0
    var missing = size
    for age in ages.reversed() {
      let taken = min(missing, age.total)
      greatest += taken * age.offset
      missing -= taken
    }
    let width = greatest + 1
    let steps = ages.reduce(0.0) {
      $0 + Double(size + 1) * Double(width) * Double(min($1.total, size))
    }
    guard Double(size + 1) * Double(width) <= 1e7, steps <= 1e9 else { return nil }
    var shares = Array(repeating: 0.0, count: (size + 1) * width)
    shares[0] = 1
    let probability = Double(size) / Double(total)
    var people = 0
    var reach = 0
    for age in ages {
      let chosen = try BinomialDistribution(
        trials: age.total, probability: probability,
        complement: Double(total - size) / Double(total))
      let weights = (0...min(age.total, size)).map { chosen.probability(of: $0) }
      // From the largest sets down, so that each set takes in this age's people once.
      let before = reach
      people += age.total
      reach = min(greatest, reach + min(age.total, size) * age.offset)
      for count in stride(from: min(people, size), through: 0, by: -1) {
        let row = count * width
        for sum in 0...before { shares[row + sum] *= weights[0] }
        for taken in 1..<max(1, min(count + 1, weights.count)) {
          let weight = weights[taken]
          let moved = taken * age.offset
          guard moved <= reach else { break }
          let source = (count - taken) * width
          for sum in 0...min(before, reach - moved) {
            shares[row + sum + moved] += weight * shares[source + sum]
          }
        }
      }
    }
    return Array(shares[(size * width)...])
  }

  /// The sum of a set drawn at random.
  func draw(_ generator: inout PhiloxGenerator) -> Int {
    var left = ages.map(\.total)
    var sum = 0
    for drawn in 0..<size {
      var place = Int(generator.integer(below: UInt64(total - drawn)))
      var index = 0
      while place >= left[index] {
        place -= left[index]
        index += 1
      }
      left[index] -= 1
      sum += ages[index].offset
    }
    return sum
  }
}
