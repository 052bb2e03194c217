public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The Hill number of an order: how many equal categories would be as diverse.
///
///     D(q) = (sum p^q)^(1 / (1 - q));  D(1) = exp(H);  D(infinity) = 1 / the largest p
///
/// Order 0 counts the categories with anybody, 1 weighs them by their share, 2 by the chance of
/// meeting, infinity counts the largest alone. Range 1 to the number of categories; doubling it
/// means twice as diverse. The interval is the delta method's for people drawn from a process, with
/// the standard error
///
///     D |q / (1 - q)| sqrt((sum p^(2q - 1) - (sum p^q)²) / N) / sum p^q
///
/// cut at 1 and at the declared number of categories. Order 0 has no error of this kind; nor have
/// equal shares, nor order infinity where two categories are equally large.
/// - Source: Hill (1973), Ecology 54, 427-432; Jost (2006), Oikos 113, 363-375.
public struct HillNumber: StatisticalMethod {
  /// The order q, 0 or more, or infinity.
  public let order: HillOrder
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(order: HillOrder, level: Double = 0.95) {
    self.order = order
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "hill", title: "Hill number (effective number of categories)",
    formula:
      "(sum p^q)^(1 / (1 - q)); order 1: exp(Shannon entropy); order infinity: 1 / largest p",
    range: "1 (everybody alike) to the number of categories (equal shares)",
    assumptions: [
      "Plug-in; smaller in small groups by chance alone, most so at low orders.",
      "The interval is for people as independent draws from a process; a census has none.",
      "Near equal shares, and with under about 100 people, the interval is too short.",
    ],
    source: "Hill (1973), Ecology 54, 427-432; Jost (2006), Oikos 113, 363-375")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: Self.card.id + "-" + order.identifier,
      convention: "order \(order.words), plug-in, "
        + (order == .zero
          ? "no standard error" : "delta method, " + ConfidenceLevel.words(level)))
  }

  /// The number, or why there is none.
  public func callAsFunction(_ categories: CategoryCounts) -> Outcome {
    if let problem = categories.problem { return .notEstimable(reason: problem) }
    let shares = CategoryShares(categories)
    return .normal(
      shares.hillNumber(order), standardError: shares.hillError(order), level: level,
      within: 1...(categories.declaredCategories.map { Double($0) } ?? .infinity))
  }
}

/// The order of a Hill number: how much it weighs large categories.
public struct HillOrder: Hashable, Sendable, Codable {
  /// The order, 0 or more; may be infinite.
  public let value: Double

  /// Makes an order; `nil` below 0 or for NaN.
  public init?(_ value: Double) {
    guard value >= 0 else { return nil }
    self.value = value
  }

  private init(known value: Double) { self.value = value }

  /// Every category counts the same.
  public static let zero = HillOrder(known: 0)
  /// Every person counts the same.
  public static let one = HillOrder(known: 1)
  /// Every pair of people counts the same.
  public static let two = HillOrder(known: 2)
  /// Only the largest category counts.
  public static let infinity = HillOrder(known: .infinity)

  /// The order as it is printed.
  var words: String { value.isInfinite ? "infinity" : ConfidenceLevel.plain(value) }

  /// The order as part of an identifier, `0-5` for one half.
  var identifier: String {
    String(words.map { $0.isLetter || $0.isNumber ? $0 : "-" })
  }

  /// Reads an order, with the conditions of a new one; infinity is written as a word.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let word = try? container.decode(String.self), word == "infinity" {
      self = .infinity
      return
    }
    guard let order = HillOrder(try container.decode(Double.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "An order is a number of 0 or more, or infinity.")
    }
    self = order
  }

  /// Writes the order, infinity as a word.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if value.isInfinite { try container.encode("infinity") } else { try container.encode(value) }
  }
}

extension CategoryShares {
  /// The natural logarithm of the Hill number of an order.
  ///
  /// Around order 1 by `log1p(sum p expm1((q - 1) log p)) / (1 - q)`, which runs into the entropy
  /// without a gap; far from it with the largest share taken out of the sum, so that no power of a
  /// share underflows.
  private func logHill(_ order: Double) -> Double {
    if order == 1 { return entropy }
    if order.isInfinite { return -logarithms[0] }
    if abs(order - 1) < 0.5 {
      return log1p(mean { expm1((order - 1) * logarithms[$0]) }) / (1 - order)
    }
    let scaled = CompensatedSum(logarithms.map { exp(order * ($0 - logarithms[0])) }).value
    return (order * logarithms[0] + log(scaled)) / (1 - order)
  }

  /// The Hill number; at 0 and 2 by whole numbers.
  func hillNumber(_ order: HillOrder) -> Double {
    switch order.value {
    case 0: Double(counts.count)
    case 2: people * people / Double(squares)
    case .infinity: people / Double(counts[0])
    case let value: min(Double(counts.count), max(1, exp(logHill(value))))
    }
  }

  /// The delta method's standard error of the Hill number; `nil` where there is none.
  ///
  /// The derivative of log D by a share, less its mean, is `-q expm1((q - 1)(log p + log D)) /
  /// (q - 1)`, and `-(log p + H)` at order 1.
  func hillError(_ order: HillOrder) -> Double? {
    let value = order.value
    let number = hillNumber(order)
    if value == 0 { return nil }
    if value.isInfinite { return errorOfLargest.map { number * number * $0 } }
    let logarithm = logHill(value)
    return standardError { position in
      let distance = logarithms[position] + logarithm
      return value == 1 ? 1 - distance : 1 - value * expm1((value - 1) * distance) / (value - 1)
    }.map { number * $0 }
  }
}
