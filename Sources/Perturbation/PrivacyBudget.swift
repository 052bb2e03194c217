/// What a population has spent of the privacy it was promised: rows that are only ever added, with
/// their sum, and a refusal where the promise would be broken.
///
/// Every release with noise about the same people spends. Losses add (basic composition): four
/// quarters at epsilon 1/4 spend 1. The loss of Gaussian noise is counted as rho, in a sum of its
/// own. Sums are exact fractions. Write a row before the noise is drawn, and keep the budget as
/// carefully as the data: a lost ledger means that nothing more may be released.
///
/// - Source: Dwork and Roth (2014), theorem 3.14 (epsilon adds); Bun and Steinke (2016), lemma 1.7
///   (rho adds).
public struct PrivacyBudget: Hashable, Sendable, Codable {
  /// The most that may be spent as epsilon.
  public let epsilonLimit: RationalNumber
  /// The most that may be spent as rho.
  public let rhoLimit: RationalNumber
  /// The spends in the order they were made.
  public private(set) var rows: [Row] = []
  /// The sum of epsilon.
  public private(set) var epsilonSpent = RationalNumber.zero
  /// The sum of rho.
  public private(set) var rhoSpent = RationalNumber.zero

  /// Declares a budget; a limit of zero allows no spend of that kind.
  public init(epsilonLimit: RationalNumber, rhoLimit: RationalNumber = .zero) {
    self.epsilonLimit = epsilonLimit
    self.rhoLimit = rhoLimit
  }

  /// What is left of epsilon.
  public var epsilonLeft: RationalNumber { epsilonLimit.subtracting(epsilonSpent) ?? .zero }

  /// What is left of rho.
  public var rhoLeft: RationalNumber { rhoLimit.subtracting(rhoSpent) ?? .zero }

  /// The budget with one more row.
  ///
  /// - Throws: `budget-spent` where the sum would be above the limit; `budget-fraction` where the sum
  ///   needs a numerator or denominator above 2^62.
  public func spending(_ row: Row) throws(PerturbationError) -> PrivacyBudget {
    var next = self
    switch row.loss {
    case .epsilon(let loss):
      next.epsilonSpent = try Self.sum(epsilonSpent, loss, limit: epsilonLimit, name: "Epsilon")
    case .rho(let loss):
      next.rhoSpent = try Self.sum(rhoSpent, loss, limit: rhoLimit, name: "Rho")
    }
    next.rows.append(row)
    return next
  }

  private static func sum(
    _ spent: RationalNumber, _ loss: RationalNumber, limit: RationalNumber, name: String
  ) throws(PerturbationError) -> RationalNumber {
    guard let sum = spent.adding(loss) else {
      throw PerturbationError(
        code: "budget-fraction",
        message: "\(name) spent is \(spent); adding \(loss) makes too fine a fraction. Use "
          + "denominators that have small common multiples.")
    }
    guard sum <= limit else {
      throw PerturbationError(
        code: "budget-spent",
        message: "\(name) spent is \(spent) of \(limit); \(loss) more is not left. Release without "
          + "this number, or wait for a budget with new data.")
    }
    return sum
  }

  /// The budget as bytes, the same for the same budget, for a digest or a signature.
  ///
  /// A format name, the limits, and the rows; every text with its length in bytes (eight bytes, the
  /// largest first) before its UTF-8 bytes, so that no two budgets have the same bytes.
  public var canonicalBytes: [UInt8] {
    var bytes: [UInt8] = []
    func append(_ number: Int) {
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: number >> shift))
      }
    }
    func append(_ text: String) {
      append(text.utf8.count)
      bytes.append(contentsOf: text.utf8)
    }
    append("parity.privacy-budget/1")
    append(epsilonLimit.description)
    append(rhoLimit.description)
    append(rows.count)
    for row in rows {
      append(row.release)
      append(row.purpose)
      append(row.mechanism)
      switch row.loss {
      case .epsilon(let loss):
        append("epsilon")
        append(loss.description)
      case .rho(let loss):
        append("rho")
        append(loss.description)
      }
    }
    return bytes
  }

  private enum CodingKeys: String, CodingKey {
    case epsilonLimit = "epsilon_limit"
    case rhoLimit = "rho_limit"
    case rows
  }

  /// Reads the limits and the rows, and spends each row again: a budget that was overdrawn by hand
  /// does not read.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    var budget = PrivacyBudget(
      epsilonLimit: try container.decode(RationalNumber.self, forKey: .epsilonLimit),
      rhoLimit: try container.decode(RationalNumber.self, forKey: .rhoLimit))
    for row in try container.decode([Row].self, forKey: .rows) {
      budget = try budget.spending(row)
    }
    self = budget
  }

  /// Writes the limits and the rows; sums are made again on reading.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(epsilonLimit, forKey: .epsilonLimit)
    try container.encode(rhoLimit, forKey: .rhoLimit)
    try container.encode(rows, forKey: .rows)
  }
}
