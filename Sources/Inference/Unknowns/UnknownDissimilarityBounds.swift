public import Estimates

/// The exact range of the dissimilarity index D over every way unknown people belong to two groups.
///
///     D = 1/2 sum over units of |a / A - b / B|
///
/// a, b: the unit's people of either group with the unknown divided; A, B: everyone of each. For
/// each number of unknown people who belong to the first group A and B are fixed and D is a sum
/// over units, so the best division of that number is found unit by unit; all numbers are tried.
/// The smallest and the largest are exact, not searched for. Divisions that leave a group without
/// anybody are left out: there is no index. Bounds of what is possible, not of what is likely. For
/// up to 600 unknown people; the cost is the cube of their number.
/// - Source: Manski (1989), Journal of Human Resources 24, 343-360, for bounds without assumptions;
///   Duncan and Duncan (1955), American Sociological Review 20, 210-217, for the index.
public struct UnknownDissimilarityBounds: CataloguedMethod {
  /// What the unknown can make of the index.
  public struct Result: Hashable, Sendable {
    /// The smallest possible index.
    public let smallest: Outcome
    /// The largest possible index.
    public let largest: Outcome
    /// The index of the people of known group.
    public let known: Outcome
  }

  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "unknown-dissimilarity-bounds",
    title: "Bounds of dissimilarity over people of unknown group",
    formula: "the smallest and largest D over every division of the unknown between two groups",
    range: "0 to 1; the two ends include all that is possible",
    assumptions: [
      "Nothing is assumed of the groups the unknown belong to, but that they are of these two.",
      "D is above 0 by chance alone, the smallest possible one too.",
    ],
    source: "Manski (1989), Journal of Human Resources 24, 343-360; Duncan and Duncan (1955), "
      + "American Sociological Review 20, 210-217")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "every division of the unknown, exact by number in the first group",
      inference: .census)
  }

  /// The bounds, each with a reason where it is not defined.
  public func callAsFunction(_ data: PartlyKnownUnits) -> Result {
    let units = data.units.filter { $0.first + $0.second + $0.unknown > 0 }
    let known = Self.known(units)
    func none(_ reason: String) -> Result {
      Result(
        smallest: .notEstimable(reason: reason), largest: .notEstimable(reason: reason),
        known: known)
    }
    guard units.count >= 2 else { return none("Only one unit, or none, has anybody in it.") }
    let unknown = units.reduce(0) { $0 + $1.unknown }
    guard unknown <= 600 else {
      return none("Exact bounds are made for at most 600 people of unknown group.")
    }
    let first = units.reduce(0) { $0 + $1.first }
    let second = units.reduce(0) { $0 + $1.second }
    var smallest = Double.infinity
    var largest = -Double.infinity
    for joining in 0...unknown where first + joining > 0 && second + unknown - joining > 0 {
      let range = Self.range(
        units, joining: joining, first: first + joining, second: second + unknown - joining)
      smallest = min(smallest, range.smallest)
      largest = max(largest, range.largest)
    }
    guard smallest <= largest else {
      return none("However the unknown are divided, one of the groups has nobody.")
    }
    return Result(
      smallest: .estimate(max(0, smallest)), largest: .estimate(min(1, largest)), known: known)
  }

  private static func known(_ units: [PartlyKnownUnits.Unit]) -> Outcome {
    let first = units.reduce(0) { $0 + $1.first }
    let second = units.reduce(0) { $0 + $1.second }
    guard first > 0, second > 0 else {
      return .notEstimable(reason: "Nobody is known to be of one of the groups.")
    }
    return .estimate(
      units.reduce(0) { $0 + part($1, joining: 0, leaving: $1.unknown, first, second) })
  }

  /// A unit's part of the index, with so many of its unknown people in the first group and so many
  /// in neither.
  private static func part(
    _ unit: PartlyKnownUnits.Unit, joining: Int, leaving: Int = 0, _ first: Int, _ second: Int
  ) -> Double {
    let (a, b) = (unit.first + joining, unit.second + unit.unknown - joining - leaving)
    let difference = Int128(a) * Int128(second) - Int128(b) * Int128(first)
    return Double(difference.magnitude) / (2 * Double(first) * Double(second))
  }

  /// The smallest and largest index with so many unknown people in the first group.
  private static func range(
    _ units: [PartlyKnownUnits.Unit], joining total: Int, first: Int, second: Int
  ) -> (smallest: Double, largest: Double) {
    // The best sums of the units so far, by how many of their unknown people joined; those that
    // cannot be are infinite.
    var smallest = [0.0]
    var largest = [0.0]
    var left = units.reduce(0) { $0 + $1.unknown }
    for unit in units {
      left -= unit.unknown
      let parts = (0...unit.unknown).map { part(unit, joining: $0, first, second) }
      let most = min(total, smallest.count - 1 + unit.unknown)
      var low = [Double](repeating: .infinity, count: most + 1)
      var high = [Double](repeating: -.infinity, count: most + 1)
      for before in smallest.indices {
        // Fewer than `total - left` cannot be made up for by the units to come.
        let least = max(0, total - left - before)
        guard least <= unit.unknown, before + least <= most else { continue }
        for joining in least...min(unit.unknown, most - before) {
          let now = before + joining
          low[now] = min(low[now], smallest[before] + parts[joining])
          high[now] = max(high[now], largest[before] + parts[joining])
        }
      }
      (smallest, largest) = (low, high)
    }
    return (smallest[total], largest[total])
  }
}
