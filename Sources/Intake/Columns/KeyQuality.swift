public import Estimates

/// How good a pseudonym is: whether it tells anything about the person, and whether it lasts.
public struct KeyQuality: Sendable, Hashable {
  /// The fewest keys from which order and gaps are judged.
  public static let smallestSample = 30

  /// How many different keys there are.
  public let keys: Int
  /// How many different lengths they have; a good pseudonym has one.
  public let lengths: Int
  /// The rank correlation of keys and hire dates, the stronger of two orders of the keys: as texts,
  /// and by the number their digits make.
  public let hireOrder: Outcome
  /// How many people the correlation is over.
  public let hired: Int
  /// The digest whose form the keys have.
  public let digest: DigestForm?
  /// The share of the numbers between the smallest and the largest key that are used, 0 to 1, where
  /// keys are numbers with the same text around them; near 1 for serial numbers.
  public let density: Double?
  /// Keys that are two words or more of letters only, as names are.
  public let nameLike: Int
  /// Keys that an earlier snapshot has too, as a share of the smaller of the two snapshots, 0 to 1;
  /// `nil` where there is none.
  public let overlap: Double?

  /// Judges keys.
  ///
  /// - Parameters:
  ///   - keys: the key of each person, with the day of hiring as a running number where it is known.
  ///   - earlier: the keys of an earlier snapshot, where there is one.
  public init(_ keys: [(key: [UInt8], hired: Int?)], earlier: Set<[UInt8]>? = nil) {
    var seen: Set<[UInt8]> = []
    let people = keys.filter { !$0.key.isEmpty && seen.insert($0.key).inserted }
    let distinct = people.map(\.key)
    self.keys = distinct.count
    lengths = Set(distinct.map(\.count)).count
    digest = distinct.count < 2 ? nil : DigestForm.of(distinct)
    nameLike = distinct.count { Self.isNameLike($0) }
    density = Self.density(distinct)
    let dated = people.compactMap { person in person.hired.map { (person.key, $0) } }
    hired = dated.count
    hireOrder = Self.hireOrder(dated)
    if let earlier, !earlier.isEmpty, !distinct.isEmpty {
      let both = distinct.count { earlier.contains($0) }
      overlap = Double(both) / Double(min(earlier.count, distinct.count))
    } else {
      overlap = nil
    }
  }

  /// Whether the keys run with the dates of hiring, or against them: a correlation of at least 0.2
  /// that chance does not reach (four standard deviations of unrelated orders).
  public var isOrderedByHire: Bool {
    guard case .estimate(let correlation) = hireOrder, hired >= Self.smallestSample else {
      return false
    }
    return correlation.value.magnitude >= max(0.2, 4 / Double(hired - 1).squareRoot())
  }

  /// Whether the keys are numbers that use more than half of their range.
  public var isSerial: Bool { keys >= Self.smallestSample && (density ?? 0) > 0.5 }

  private static func hireOrder(_ dated: [([UInt8], Int)]) -> Outcome {
    let days = dated.map(\.1)
    let order = dated.indices.sorted { left, right in
      dated[left].0 == dated[right].0
        ? left < right : dated[left].0.lexicographicallyPrecedes(dated[right].0)
    }
    var places = [Int](repeating: 0, count: dated.count)
    for (place, index) in order.enumerated() { places[index] = place }
    let asTexts = RankCorrelation.of(places, days)
    let numbered = dated.compactMap { key, day in number(key.filter(isDigit)).map { ($0, day) } }
    guard numbered.count == dated.count else { return asTexts }
    let asNumbers = RankCorrelation.of(numbered.map(\.0), numbered.map(\.1))
    switch (asTexts, asNumbers) {
    case (.estimate(let texts), .estimate(let numbers)):
      return numbers.value.magnitude > texts.value.magnitude ? asNumbers : asTexts
    case (_, .estimate): return asNumbers
    default: return asTexts
    }
  }

  /// How full the range of numbers is; `nil` where keys are not numbers inside a common text.
  private static func density(_ keys: [[UInt8]]) -> Double? {
    guard let first = keys.first, keys.count > 1 else { return nil }
    var prefix = first[...]
    var suffix = first[...]
    for key in keys {
      prefix = prefix.prefix(zip(prefix, key).prefix { $0.0 == $0.1 }.count)
      suffix = suffix.suffix(
        zip(suffix.reversed(), key.reversed()).prefix { $0.0 == $0.1 }.count)
    }
    while let last = prefix.last, isDigit(last) { prefix.removeLast() }
    while let next = suffix.first, isDigit(next) { suffix.removeFirst() }
    var least = Int.max
    var greatest = Int.min
    for key in keys {
      guard key.count > prefix.count + suffix.count else { return nil }
      let middle = key.dropFirst(prefix.count).dropLast(suffix.count)
      guard middle.allSatisfy(isDigit), let number = number(Array(middle)) else { return nil }
      least = min(least, number)
      greatest = max(greatest, number)
    }
    return Double(keys.count) / (Double(greatest) - Double(least) + 1)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The number of 1 to 18 digits.
  private static func number(_ digits: [UInt8]) -> Int? {
    guard (1...18).contains(digits.count) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Two to five words, each of letters, hyphens, apostrophes and full stops, one of them of two
  /// letters or more.
  private static func isNameLike(_ key: [UInt8]) -> Bool {
    let words = String(decoding: key, as: UTF8.self).split { $0 == " " || $0 == "," }
    guard (2...5).contains(words.count), words.contains(where: { $0.count > 1 }) else {
      return false
    }
    return words.allSatisfy { $0.allSatisfy { $0.isLetter || "-'’.".contains($0) } }
  }
}
