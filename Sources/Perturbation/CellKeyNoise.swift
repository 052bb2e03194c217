public import Estimates

/// Cell-key noise: a count changes by an amount that its people's keys decide.
///
/// The cell key is the sum of the people's record keys modulo 256. The change is looked up by the
/// count and the cell key. The same people get the same change in every table, in any order and in
/// every quarter, so asking again tells nothing new. Over all cell keys the change is 0 on average.
///
/// Tables do not add, by design: an attacker who sums sees noise on top of noise. Below about 100
/// people in a table the trust it costs outweighs what it protects: merge or hide instead. It does
/// not protect against one who has the secret, or whole groups of people that act together.
///
/// - Direction: shown = true + change; the change is from -D to D and shown is never below 0.
/// - Source: Fraser and Wooton (2005), A proposed method for confidentialising tabular output to
///   protect against differencing.
public struct CellKeyNoise: Sendable {
  /// What may come of a small positive count.
  public enum SmallPositives: String, Hashable, Sendable, Codable {
    /// It may be shown as 0.
    case mayVanish = "small counts may become 0"
    /// It is shown as 1 at least; a count of 1 then has no noise that is right on average, and is
    /// hidden.
    case stayPositive = "small counts stay positive"
  }

  /// What may come of a zero.
  public enum Zeros: Hashable, Sendable {
    /// It stays: a zero in the table is one, or a small count that vanished.
    case unchanged
    /// It may become positive (a ghost) for so many of the 256 keys, and is then 1. Ghosts are not 0
    /// on average: each empty cell adds keys / 256 people.
    case ghosts(keys: Int)
  }

  /// The noise.
  public let noise: MaximumEntropyNoise
  /// What may come of a small positive count.
  public let smallPositives: SmallPositives
  /// What may come of a zero.
  public let zeros: Zeros

  private let rows: [PerturbationOutcome<NoiseTable>]

  /// Makes a method and computes its tables.
  ///
  /// - Throws: `noise-ghosts` where more than 128 keys, or fewer than 1, make ghosts.
  public init(
    noise: MaximumEntropyNoise, smallPositives: SmallPositives = .mayVanish,
    zeros: Zeros = .unchanged
  ) throws(PerturbationError) {
    if case .ghosts(let keys) = zeros, !(1...128).contains(keys) {
      throw PerturbationError(
        code: "noise-ghosts",
        message: "\(keys) of the 256 keys are to make ghosts. Choose 1 to 128, or leave zeros.")
    }
    self.noise = noise
    self.smallPositives = smallPositives
    self.zeros = zeros
    let reserve = smallPositives == .stayPositive ? 1 : 0
    rows = (1...(noise.bound + reserve)).map { count in
      switch noise.distribution(largestLoss: count - reserve) {
      case .value(let distribution): .value(NoiseTable(distribution))
      case .undefined(let reason): .undefined(reason: reason)
      }
    }
  }

  /// The method and its options.
  public var stamp: MethodStamp {
    var convention = "at most \(noise.bound) up or down, variance \(noise.variance), "
    convention += smallPositives.rawValue
    if case .ghosts(let keys) = zeros {
      convention += ", zeros become 1 for \(keys) of 256 keys"
    } else {
      convention += ", zeros stay"
    }
    return MethodStamp(
      id: "cell-key-noise", title: "Cell-key noise", convention: convention + "; totals do not add",
      source: "Fraser and Wooton 2005; Giessing 2016", inference: nil)
  }

  /// The count from which on one table holds: larger counts have the same noise.
  public var largestRow: Int { rows.count }

  /// The smallest positive count with noise, or `nil` where no table is defined.
  ///
  /// Smaller positive counts are not shown, with the neutral marker. Where this is above 1, hide all
  /// counts below a larger threshold before: else the marker alone tells the count.
  public var leastCount: Int? {
    guard let last = rows.lastIndex(where: { $0.value == nil }) else { return 1 }
    return last + 1 < rows.count ? last + 2 : nil
  }

  /// The table of changes for a positive count; undefined, with the reason, where the options leave
  /// no noise that is 0 on average with the variance asked for.
  public func table(for count: Int) -> PerturbationOutcome<NoiseTable> {
    guard count > 0 else { return .undefined(reason: "there is a table for positive counts only") }
    return rows[min(count, rows.count) - 1]
  }

  /// The sum of the record keys modulo 256.
  public static func cellKey(_ recordKeys: some Sequence<UInt8>) -> UInt8 {
    recordKeys.reduce(0, &+)
  }

  /// The number to show for the people with these record keys.
  ///
  /// - Parameters:
  ///   - recordKeys: one key per person of the cell, from ``RecordKeys/key(pseudonym:)``.
  ///   - emptyCellKey: the key where there is nobody, from ``RecordKeys/key(emptyCell:)``; without
  ///     one a zero stays.
  public func callAsFunction(
    _ recordKeys: some Collection<UInt8>, emptyCellKey: UInt8? = nil
  ) -> PerturbedCount {
    if recordKeys.isEmpty { return zero(emptyCellKey) }
    return callAsFunction(count: recordKeys.count, cellKey: Self.cellKey(recordKeys))
  }

  /// The number to show for a count with a cell key; hidden for a count without noise.
  ///
  /// For a zero the key is that of the empty cell.
  public func callAsFunction(count: Int, cellKey: UInt8) -> PerturbedCount {
    if let reason = CountRange.refusal(of: count) { return .undefined(reason: reason) }
    guard count > 0 else { return zero(cellKey) }
    guard let least = leastCount else {
      return .undefined(reason: "no count has noise with these options")
    }
    guard count >= least, let table = table(for: count).value else {
      return .hidden(band: 1...max(1, least - 1))
    }
    return noisy(count + table.changes[Int(cellKey)])
  }

  private func zero(_ cellKey: UInt8?) -> PerturbedCount {
    guard case .ghosts(let keys) = zeros, let cellKey else { return noisy(0) }
    return noisy(Int(cellKey) >= 256 - keys ? 1 : 0)
  }

  /// The true counts behind a number: a change is at most the bound, and only a zero, or a count that
  /// may vanish, shows as 0.
  private func noisy(_ value: Int) -> PerturbedCount {
    let isGhost = if case .ghosts = zeros { value == 1 } else { false }
    let floor = value == 0 || isGhost ? 0 : 1
    let ceiling = value == 0 && smallPositives == .stayPositive ? 0 : value + noise.bound
    return .noisy(NoisyCount(value: value, band: max(floor, value - noise.bound)...ceiling))
  }
}
