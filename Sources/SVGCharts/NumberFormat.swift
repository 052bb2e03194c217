/// Numbers as readers see them: the one home of number formats for charts, tables and sentences.
///
/// Tables of our own stand in for the system's locale data, so the same number is the same text on
/// every machine. Values are rounded once, half away from zero, on their shortest decimal form. A
/// value that rounds to zero carries no sign.
public struct NumberFormat: Hashable, Sendable {
  /// The conventions in use.
  public let conventions: NumberConventions

  /// Makes the format of a locale.
  public init(_ conventions: NumberConventions = .britishEnglish) {
    self.conventions = conventions
  }

  /// A value printed in a style.
  public func text(_ value: Double, _ style: NumberStyle) -> String {
    switch style {
    case .percent(let digits): percent(value, digits: digits)
    case .signedPercent(let digits): signedPercent(value, digits: digits)
    case .percentagePoints(let digits): percentagePoints(value, digits: digits)
    case .per100: per100(value)
    case .ratio: ratio(value)
    case .people: number(value, digits: 0)
    case .signedPeople: signed(value, digits: 0)
    case .shortfall: shortfall(value)
    case .money(let symbol, let digits): money(value, symbol: symbol, digits: digits)
    case .number(let digits): number(value, digits: digits)
    case .signedNumber(let digits): signed(value, digits: digits)
    case .pValue: pValue(value)
    }
  }

  /// A share between 0 and 1 as a percentage: `42.3%`.
  public func percent(_ share: Double, digits: Int = 1) -> String {
    decimal(share, shift: 2, digits: digits, sign: .negativeOnly) + conventions.percentSuffix
  }

  /// A relative change as a signed percentage: `+4.2%`.
  public func signedPercent(_ share: Double, digits: Int = 1) -> String {
    decimal(share, shift: 2, digits: digits, sign: .always) + conventions.percentSuffix
  }

  /// A difference of shares in signed percentage points: `+2.3 pp`.
  public func percentagePoints(_ difference: Double, digits: Int = 1) -> String {
    decimal(difference, shift: 2, digits: digits, sign: .always) + "\u{A0}"
      + conventions.percentagePoints
  }

  /// Events per 100 people, given per 100: `12.4`.
  public func per100(_ rate: Double, digits: Int = 1) -> String {
    number(rate, digits: digits)
  }

  /// A ratio: `0.81`.
  public func ratio(_ value: Double, digits: Int = 2) -> String {
    number(value, digits: digits)
  }

  /// A count of people: `1,204`.
  public func people(_ count: Int) -> String {
    number(Double(count), digits: 0)
  }

  /// An amount with its currency sign or code: `£24.50`.
  public func money(_ amount: Double, symbol: String, digits: Int = 0) -> String {
    let text = decimal(amount, shift: 0, digits: digits, sign: .none)
    let isNegative = text.isNonZero && amount < 0
    let sign = isNegative ? Self.minus : ""
    let gap = symbol.count > 1 ? "\u{A0}" : ""
    return conventions.currencyFollows
      ? sign + text + "\u{A0}" + symbol : sign + symbol + gap + text
  }

  /// A signed number of people, one decimal under 10 and whole above: `+3.4`, `−28`.
  public func shortfall(_ value: Double) -> String {
    signed(value, digits: abs(value) < 9.95 ? 1 : 0)
  }

  /// A number with a sign unless it rounds to zero: `+12`, `−3.1`, `0`.
  public func signed(_ value: Double, digits: Int) -> String {
    decimal(value, shift: 0, digits: digits, sign: .always)
  }

  /// A number: `−1,204.5`.
  public func number(_ value: Double, digits: Int) -> String {
    decimal(value, shift: 0, digits: digits, sign: .negativeOnly)
  }

  /// A p-value to three decimals, `< 0.001` below that, never `0.000` and never above `0.999` unless 1.
  public func pValue(_ value: Double) -> String {
    let point = conventions.decimalMark
    if value < 0.001 { return "<\u{A0}0\(point)001" }
    if value > 0.999, value < 1 { return ">\u{A0}0\(point)999" }
    return number(value, digits: 3)
  }

  /// An interval: `0.67 to 0.98`; an infinite upper limit is `no upper limit`.
  public func interval(_ lower: Double, _ upper: Double, _ style: NumberStyle) -> String {
    let low = lower.isFinite ? text(lower, style) : conventions.noLowerLimit
    let high = upper.isFinite ? text(upper, style) : conventions.noUpperLimit
    return "\(low) \(conventions.to) \(high)"
  }

  /// Whether a value that is not zero would be printed as zero.
  public func roundsToZero(_ value: Double, _ style: NumberStyle) -> Bool {
    value != 0 && value.isFinite && !text(value, style).isNonZero
  }

  static let minus = "\u{2212}"
}

extension String {
  fileprivate var isNonZero: Bool { contains { ("1"..."9").contains($0) } }
}
