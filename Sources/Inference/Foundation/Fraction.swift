/// A fraction of two whole numbers, for lines that rates are compared with exactly.
///
/// Four fifths is no binary number, so 4 of 10 against 5 of 10 can fall on either side of 0.8 as
/// floating point has it. A fraction compares in whole numbers and never does.
public struct Fraction: Hashable, Sendable, Codable {
  /// The part above the line, at least 0.
  public let numerator: Int
  /// The part below the line, at least 1.
  public let denominator: Int

  /// Makes a fraction; `nil` unless the numerator is at least 0, the denominator at least 1 and
  /// both at most a million.
  public init?(_ numerator: Int, over denominator: Int) {
    guard numerator >= 0, denominator >= 1, max(numerator, denominator) <= 1_000_000 else {
      return nil
    }
    self.init(numerator: numerator, denominator: denominator)
  }

  private init(numerator: Int, denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Reads a fraction, with the conditions of a new one.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let numerator = try container.decode(Int.self, forKey: .numerator)
    let denominator = try container.decode(Int.self, forKey: .denominator)
    guard let fraction = Fraction(numerator, over: denominator) else {
      throw DecodingError.dataCorruptedError(
        forKey: .denominator, in: container,
        debugDescription: "A fraction has a numerator of 0 or more and a denominator of 1 or more.")
    }
    self = fraction
  }

  /// The nearest millionth to a number from 0 to 1; numbers beyond are taken as 0 or 1.
  init(millionthsOf value: Double) {
    let millionths = (min(1, max(0, value)) * 1e6).rounded()
    self.init(numerator: Int(millionths), denominator: 1_000_000)
  }

  /// Four fifths.
  public static let fourFifths = Fraction(numerator: 4, denominator: 5)
  /// Two hundredths.
  public static let twoPercent = Fraction(numerator: 2, denominator: 100)

  /// One twentieth.
  public static let oneTwentieth = Fraction(numerator: 1, denominator: 20)
  /// Everything.
  static let whole = Fraction(numerator: 1, denominator: 1)
  /// Nothing.
  public static let zero = Fraction(numerator: 0, denominator: 1)

  /// The nearest number.
  public var value: Double { Double(numerator) / Double(denominator) }

  /// The fraction as it is printed, `4/5`.
  var words: String { "\(numerator)/\(denominator)" }

  /// Whether the fraction of `otherPart / otherWhole` is above `part / whole`, in whole numbers.
  ///
  /// The wholes are positive. Equality is not above.
  func isAbove(_ part: Int, of whole: Int, against otherPart: Int, of otherWhole: Int) -> Bool {
    Int128(denominator) * Int128(part) * Int128(otherWhole)
      < Int128(numerator) * Int128(otherPart) * Int128(whole)
  }

  /// Whether the fraction is above `part / whole`, in whole numbers, for a positive whole.
  func isAbove(_ part: Int, of whole: Int) -> Bool {
    isAbove(part, of: whole, against: 1, of: 1)
  }
}
