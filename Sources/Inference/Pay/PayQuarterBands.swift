public import Aggregates
public import Estimates

/// How many people of each group are in each quarter of everyone ranked by pay.
///
/// Everyone is ranked by amount and cut into four bands of equal size, so far as possible. People
/// with the same amount on both sides of a cut are divided so that each group's part of the
/// divided amount is the same in every band, to the nearest person; the result does not depend on
/// the order of the input, and no one is lost or counted twice.
/// - Source: The Equality Act 2010 (Gender Pay Gap Information) Regulations 2017, regulation 13.
public struct PayQuarterBands: CataloguedMethod {
  /// Which bands take the one to three people left over when a number is not a multiple of four.
  public enum Remainder: String, Codable, Hashable, Sendable, CaseIterable {
    /// Lower; lower and upper middle; lower, lower middle and upper middle.
    case unitedKingdom = "united_kingdom"
    /// Lower; lower and upper; lower, upper and lower middle.
    case britishColumbia = "british_columbia"

    /// The bands that get one more, from the lowest (0) to the highest (3).
    func bands(leftOver: Int) -> [Int] {
      switch (self, leftOver) {
      case (_, 1): [0]
      case (.unitedKingdom, 2): [0, 2]
      case (.unitedKingdom, 3): [0, 1, 2]
      case (.britishColumbia, 2): [0, 3]
      case (.britishColumbia, 3): [0, 1, 3]
      default: []
      }
    }

    /// The rule as it is printed.
    var words: String {
      switch self {
      case .unitedKingdom: "people left over go to the lower, upper middle, then lower middle band"
      case .britishColumbia: "people left over go to the lower, upper, then lower middle band"
      }
    }
  }

  /// Which bands take the people left over.
  public let remainder: Remainder

  /// Makes the method.
  public init(remainder: Remainder = .unitedKingdom) { self.remainder = remainder }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "pay-quarter-bands", title: "Pay quarter bands",
    formula: "people of each group among each quarter of everyone ranked by pay",
    range: "people; the bands add up to the groups",
    assumptions: ["People without an amount are left out."],
    source: "The Equality Act 2010 (Gender Pay Gap Information) Regulations 2017, regulation 13")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: remainder.words
        + "; people on the same pay across a cut are divided in proportion to the groups",
      inference: .census)
  }

  /// The bands of the groups given, in their order; `nil` if their amounts are held to different
  /// numbers of decimals.
  public func callAsFunction(_ groups: [ValueCounts]) -> PayQuarterBandCounts? {
    guard Set(groups.map(\.scale)).count <= 1 else { return nil }
    let total = groups.reduce(0) { $0 + $1.total }
    var sizes = Array(repeating: total / 4, count: 4)
    for band in remainder.bands(leftOver: total % 4) { sizes[band] += 1 }

    var counts = Array(repeating: Array(repeating: 0, count: groups.count), count: 4)
    var band = 0
    var room = sizes[0]
    for block in PayQuarterBands.blocks(of: groups) {
      var division = ProportionalDivision(of: block)
      while division.remaining > 0 {
        while room == 0, band < 3 {
          band += 1
          room = sizes[band]
        }
        let taken = division.take(min(room, division.remaining))
        for group in groups.indices { counts[band][group] += taken[group] }
        room -= taken.reduce(0, +)
      }
    }
    return PayQuarterBandCounts(counts: counts)
  }

  /// The people of each group at each amount, from the lowest amount up.
  private static func blocks(of groups: [ValueCounts]) -> [[Int]] {
    var next = Array(repeating: 0, count: groups.count)
    var blocks: [[Int]] = []
    while true {
      let waiting = groups.indices.filter { next[$0] < groups[$0].values.count }
      guard let lowest = waiting.map({ groups[$0].values[next[$0]] }).min() else { return blocks }
      var block = Array(repeating: 0, count: groups.count)
      for group in waiting where groups[group].values[next[group]] == lowest {
        block[group] = groups[group].counts[next[group]]
        next[group] += 1
      }
      blocks.append(block)
    }
  }
}

/// People of each group in each of four bands of pay.
public struct PayQuarterBandCounts: Hashable, Sendable {
  /// The bands' names, from the lowest to the highest.
  public static let bandTitles = ["Lower", "Lower middle", "Upper middle", "Upper"]

  /// One row per band, from the lowest to the highest; one column per group.
  public let counts: [[Int]]

  /// Everyone in each band.
  public var sizes: [Int] { counts.map { $0.reduce(0, +) } }
}
