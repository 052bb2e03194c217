/// What kind of number a value is, and so how it is printed.
public enum NumberStyle: Hashable, Sendable {
  /// A share between 0 and 1 as a percentage with a number of decimals.
  case percent(Int)
  /// A relative change or gap as a signed percentage with a number of decimals.
  case signedPercent(Int)
  /// A difference of shares in signed percentage points with a number of decimals.
  case percentagePoints(Int)
  /// Events per 100 people, given per 100, one decimal.
  case per100
  /// A ratio, two decimals.
  case ratio
  /// People, a whole number with separators.
  case people
  /// A change in people, a signed whole number.
  case signedPeople
  /// A signed number of people, one decimal under 10 and whole above.
  case shortfall
  /// A signed number without unit, with a number of decimals.
  case signedNumber(Int)
  /// An amount with a currency sign or code and a number of decimals.
  case money(String, Int)
  /// A number without unit, with a number of decimals.
  case number(Int)
  /// A p-value.
  case pValue
}
