import Aggregates
public import Estimates

/// Bounds of an index of segregation over every way unknown people belong to two groups.
///
///     smallest and largest index over 0 <= joining <= unknown, unit by unit
///
/// For indices that fall whenever shares come nearer to each other at the same overall share (M, H,
/// D, Gini, Hutchens, Atkinson): the largest lies where each unit's unknown people all belong to
/// one group, so up to fourteen units with unknown people all such corners are tried, and with
/// more, those with a threshold of the known share and everything one changed unit makes of the
/// best; the smallest lies, for each number of people joining, where the shares are as level as the
/// known people allow, to whole people, improved by moving single people. Both are therefore indices
/// of tables that are possible, found by a search: what is possible is at least as wide. Bounds of
/// what is possible, not of what is likely. D has exact bounds of its own
/// (`UnknownDissimilarityBounds`). For up to 20,000 unknown people; cost about 200 x units x
/// log(units) index computations at most.
/// - Source: Manski (1989), Journal of Human Resources 24, 343-360, for bounds without assumptions;
///   Marshall, Olkin and Arnold (2011), Inequalities: Theory of Majorization, for where they lie.
public struct UnknownSegregationBounds: CataloguedMethod {
  /// What the unknown can make of the index.
  public struct Result: Hashable, Sendable {
    /// The smallest index found.
    public let smallest: Outcome
    /// The largest index found.
    public let largest: Outcome
    /// The index of the people of known group.
    public let known: Outcome
    /// Whether every corner was tried, so that the largest is exact.
    public let isLargestExact: Bool
  }

  /// The index.
  public let measure: SegregationMeasure

  /// Makes the method.
  public init(measure: SegregationMeasure = .mutualInformation()) { self.measure = measure }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "unknown-segregation-bounds",
    title: "Bounds of segregation over people of unknown group",
    formula: "the smallest and largest index over divisions of the unknown between two groups",
    range: "that of the index; what is possible is at least as wide",
    assumptions: [
      "Nothing is assumed of the groups the unknown belong to, but that they are of these two.",
      "Found by a search; the largest is exact where at most 14 units have unknown people.",
    ],
    source: "Manski (1989), Journal of Human Resources 24, 343-360; Marshall, Olkin and Arnold "
      + "(2011), Inequalities: Theory of Majorization")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: measure.words + ", largest at corners, smallest at level shares, by search",
      inference: .census)
  }

  /// How many units may have unknown people for every corner to be tried.
  static let mostCorners = 14
  /// How many unknown people there may be.
  static let mostUnknown = 20_000
  /// How many numbers of people joining are looked at before the best is refined.
  private static let steps = 64

  /// The bounds, each with a reason where it is not defined.
  public func callAsFunction(_ data: PartlyKnownUnits) -> Result {
    let units = data.units.filter { $0.first + $0.second + $0.unknown > 0 }
    let index = Index(units: units, measure: measure.counted)
    let known = Index(
      units: units.map { .init(name: $0.name, first: $0.first, second: $0.second, unknown: 0) },
      measure: measure.counted
    ).outcome
    func none(_ reason: String) -> Result {
      Result(
        smallest: .notEstimable(reason: reason), largest: .notEstimable(reason: reason),
        known: known, isLargestExact: false)
    }
    guard measure.counted.direction == .rising else {
      return none("Bounds are made for indices that rise with segregation.")
    }
    guard measure.isOfUnevenness else {
      return none("Bounds are made for indices of unevenness, not of exposure.")
    }
    if let problem = measure.counted.optionProblem { return none(problem) }
    guard units.count >= 2 else { return none("Only one unit, or none, has anybody in it.") }
    let unknown = units.reduce(0) { $0 + $1.unknown }
    guard unknown <= Self.mostUnknown else {
      return none("Bounds are searched for at most 20,000 people of unknown group.")
    }
    let isExact = units.count { $0.unknown > 0 } <= Self.mostCorners
    guard let largest = isExact ? largestOfAllCorners(index) : largestFound(index),
      let smallest = smallest(index, unknown)
    else { return none("However the unknown are divided, one of the groups has nobody.") }
    return Result(
      smallest: .estimate(smallest), largest: .estimate(largest), known: known,
      isLargestExact: isExact)
  }

  private func largestOfAllCorners(_ index: Index) -> Double? {
    let open = index.units.indices.filter { index.units[$0].unknown > 0 }
    var largest: Double?
    for corner in 0..<(1 << open.count) {
      var joining = [Int](repeating: 0, count: index.units.count)
      for (bit, unit) in open.enumerated() where corner >> bit & 1 == 1 {
        joining[unit] = index.units[unit].unknown
      }
      if let value = index.value(joining) { largest = max(largest ?? value, value) }
    }
    return largest
  }

  private func largestFound(_ index: Index) -> Double? {
    let order = index.order
    var best: (value: Double, joining: [Int])?
    for isRising in [true, false] {
      for threshold in 0...order.count {
        var joining = [Int](repeating: 0, count: index.units.count)
        for unit in isRising ? order[threshold...] : order[..<threshold] {
          joining[unit] = index.units[unit].unknown
        }
        if let value = index.value(joining), value > best?.value ?? -.infinity {
          best = (value, joining)
        }
      }
    }
    guard var (value, joining) = best else { return nil }
    var isImproving = true
    while isImproving {
      isImproving = false
      for unit in joining.indices where index.units[unit].unknown > 0 {
        var other = joining
        other[unit] = index.units[unit].unknown - other[unit]
        if let changed = index.value(other), changed > value {
          (value, joining, isImproving) = (changed, other, true)
        }
      }
    }
    return value
  }

  private func smallest(_ index: Index, _ unknown: Int) -> Double? {
    func level(_ joining: Int) -> (value: Double, joining: [Int])? {
      let division = index.level(joining: joining)
      return index.value(division).map { ($0, division) }
    }
    var best: (value: Double, joining: [Int])?
    var center = 0
    var (low, high) = (0, unknown)
    // A coarse look at all numbers, then finer ones around the best.
    while true {
      let stride = max(1, (high - low) / Self.steps)
      for joining in Swift.stride(from: low, through: high, by: stride) {
        if let found = level(joining), found.value < best?.value ?? .infinity {
          best = found
          center = joining
        }
      }
      if stride == 1 { break }
      (low, high) = (max(0, center - 2 * stride), min(unknown, center + 2 * stride))
    }
    guard var (value, joining) = best else { return nil }
    var isImproving = true
    while isImproving {
      isImproving = false
      for unit in joining.indices {
        for step in [1, -1]
        where (0...index.units[unit].unknown).contains(joining[unit] + step) {
          var other = joining
          other[unit] += step
          if let changed = index.value(other), changed < value {
            (value, joining, isImproving) = (changed, other, true)
          }
        }
      }
    }
    return max(0, value)
  }
}

extension UnknownSegregationBounds {
  /// The index of a division of the unknown.
  private struct Index {
    let units: [PartlyKnownUnits.Unit]
    let measure: any CountedSegregationIndex

    /// The index with nobody of the unknown in the first group.
    var outcome: Outcome {
      guard let table = table([Int](repeating: 0, count: units.count)) else {
        return .notEstimable(reason: "There are too many people.")
      }
      return measure.index(table)
    }

    /// The units in order of the known share of the first group.
    var order: [Int] {
      units.indices.sorted { left, right in
        let (a, b) = (units[left], units[right])
        let (x, y) = (
          Int128(a.first) * Int128(b.first + b.second), Int128(b.first) * Int128(a.first + a.second)
        )
        return x == y ? left < right : x < y
      }
    }

    private func table(_ joining: [Int]) -> ContingencyTable? {
      ContingencyTable(
        rows: zip(units, joining).map { unit, joining in
          [unit.first + joining, unit.second + unit.unknown - joining]
        })
    }

    /// The index, or `nil` where one of the groups has nobody.
    func value(_ joining: [Int]) -> Double? {
      guard let table = table(joining) else { return nil }
      let counts = measure.counts(table)
      return counts.problem == nil ? measure.value(counts) : nil
    }

    /// So many people joining the first group that the shares are as level as can be.
    func level(joining total: Int) -> [Int] {
      func needed(_ share: Double) -> [Double] {
        units.map { unit in
          let size = Double(unit.first + unit.second + unit.unknown)
          return min(Double(unit.unknown), max(0, share * size - Double(unit.first)))
        }
      }
      var (low, high) = (0.0, 1.0)
      for _ in 0..<60 {
        let middle = (low + high) / 2
        if needed(middle).reduce(0, +) < Double(total) { low = middle } else { high = middle }
      }
      let exact = needed(high)
      var whole = exact.map { Int($0.rounded(.down)) }
      let byRemainder = units.indices.sorted { left, right in
        let (a, b) = (exact[left] - Double(whole[left]), exact[right] - Double(whole[right]))
        return a == b ? left < right : a > b
      }
      var left = total - whole.reduce(0, +)
      for unit in byRemainder where left > 0 && whole[unit] < units[unit].unknown {
        whole[unit] += 1
        left -= 1
      }
      return whole
    }
  }
}

extension SegregationMeasure {
  /// Whether the index is one of unevenness: the same shares everywhere make it 0.
  fileprivate var isOfUnevenness: Bool {
    switch self {
    case .mutualInformation, .theil, .dissimilarity, .multigroupDissimilarity, .gini, .atkinson,
      .hutchens, .karmelMacLachlan, .normalizedExposure, .relativeDiversity,
      .squaredCoefficientOfVariation, .correlationRatio:
      true
    case .isolation, .exposure: false
    }
  }
}
