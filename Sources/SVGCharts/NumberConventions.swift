/// How a language writes numbers.
public struct NumberConventions: Hashable, Sendable {
  /// The locale's tag, for example `en-GB`.
  public let tag: String
  /// Between whole and decimal digits.
  public let decimalMark: String
  /// Between groups of three whole digits.
  public let groupSeparator: String
  /// The fewest whole digits that are grouped.
  public let groupFrom: Int
  /// After a percentage, with any space.
  public let percentSuffix: String
  /// The abbreviation of percentage points.
  public let percentagePoints: String
  /// Whether the currency follows the amount.
  public let currencyFollows: Bool
  /// Between the limits of an interval.
  public let to: String
  /// In place of an infinite lower limit.
  public let noLowerLimit: String
  /// In place of an infinite upper limit.
  public let noUpperLimit: String

  /// British English.
  public static let britishEnglish = english("en-GB")
  /// American English.
  public static let americanEnglish = english("en-US")
  /// German.
  public static let german = NumberConventions(
    tag: "de-DE", decimalMark: ",", groupSeparator: ".", groupFrom: 4, percentSuffix: "\u{A0}%",
    percentagePoints: "PP", currencyFollows: true, to: "bis", noLowerLimit: "keine Untergrenze",
    noUpperLimit: "keine Obergrenze")
  /// French.
  public static let french = NumberConventions(
    tag: "fr-FR", decimalMark: ",", groupSeparator: "\u{202F}", groupFrom: 4,
    percentSuffix: "\u{202F}%", percentagePoints: "pt", currencyFollows: true, to: "à",
    noLowerLimit: "sans limite inférieure", noUpperLimit: "sans limite supérieure")
  /// Spanish: as in its academies' orthography, numbers of four digits are not grouped.
  public static let spanish = NumberConventions(
    tag: "es-ES", decimalMark: ",", groupSeparator: ".", groupFrom: 5, percentSuffix: "\u{A0}%",
    percentagePoints: "p. p.", currencyFollows: true, to: "a", noLowerLimit: "sin límite inferior",
    noUpperLimit: "sin límite superior")

  /// The conventions of a locale's tag such as `de-DE` or a language's such as `de`, or `nil` where
  /// there are none.
  public static func of(tag: String) -> NumberConventions? {
    let all = [britishEnglish, americanEnglish, german, french, spanish]
    return all.first { $0.tag == tag } ?? all.first { $0.tag.prefix { $0 != "-" } == tag }
  }

  private static func english(_ tag: String) -> NumberConventions {
    NumberConventions(
      tag: tag, decimalMark: ".", groupSeparator: ",", groupFrom: 4, percentSuffix: "%",
      percentagePoints: "pp", currencyFollows: false, to: "to", noLowerLimit: "no lower limit",
      noUpperLimit: "no upper limit")
  }
}
