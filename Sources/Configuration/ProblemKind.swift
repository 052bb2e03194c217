/// The kinds of problems a configuration can have, by code.
enum ProblemKind: String, CaseIterable, Sendable {
  case syntax = "C001"
  case unreadable = "C002"
  case schemaVersion = "C003"
  case unknownKey = "C010"
  case wrongType = "C011"
  case missingKey = "C012"
  case notAChoice = "C013"
  case badValue = "C014"
  case badIdentifier = "C015"
  case badQuarter = "C020"
  case outsidePeriod = "C021"
  case belowFloor = "C022"
  case badBand = "C023"
  case unknownAttribute = "C030"
  case unknownLevel = "C031"
  case unknownInput = "C032"
  case unknownMeasure = "C033"
  case unknownMapping = "C034"
  case unused = "C035"
  case columnTwice = "C040"
  case textTwice = "C041"
  case nameTwice = "C042"
  case badMerge = "C043"
  case badPlace = "C044"
  case currency = "C045"
  case badOption = "C046"
  case notAllowed = "C047"
  case environment = "C050"
  case faintColor = "C060"
  case badLogo = "C061"
  case alikeColors = "C062"

  /// What the code stands for, in a sentence.
  var meaning: String {
    switch self {
    case .syntax: "The text is not TOML."
    case .unreadable: "The file cannot be read."
    case .schemaVersion: "The format has another version than this program reads."
    case .unknownKey: "The format has no such key or table; every key is checked."
    case .wrongType: "The value has another type than the key wants."
    case .missingKey: "A key that has no default is missing."
    case .notAChoice: "The value is not one of those the key allows."
    case .badValue: "The value is out of range or malformed."
    case .badIdentifier: "An identifier is malformed or reserved."
    case .badQuarter: "A quarter is not written as 2025Q3, or FY2025Q3 for fiscal years."
    case .outsidePeriod: "A date lies outside the quarters of the report."
    case .belowFloor: "A smallest group is below what the audience requires."
    case .badBand: "A band of practical parity does not hold parity."
    case .unknownAttribute: "A key names an attribute that is not declared."
    case .unknownLevel: "A key names a level that the attribute does not have."
    case .unknownInput: "A key names an input that is not declared."
    case .unknownMeasure: "A key names a measure or date that no mapping declares."
    case .unknownMapping: "A mapped name is no key, date, measure or attribute."
    case .unused: "Something is declared that nothing uses."
    case .columnTwice: "One column is mapped twice."
    case .textTwice: "One text stands for two levels."
    case .nameTwice: "One name is declared twice."
    case .badMerge: "A roll-up does not join levels of its attribute."
    case .badPlace: "A column is named by header where it must be numbered, or the reverse."
    case .currency: "An amount is in another currency than the run."
    case .badOption: "An option does not belong to this kind of column, input or derivation."
    case .notAllowed: "An attribute is not on the allow-list of the terminology file."
    case .environment: "A path needs an environment variable that is not set."
    case .faintColor: "A colour of the brand does not stand out from the page."
    case .badLogo: "The logo of the brand is no small PNG file."
    case .alikeColors: "Two colours of the brand look alike to some readers."
    }
  }
}

extension ConfigurationProblem {
  /// What a code stands for, in a sentence; `nil` for a code that is not one of a configuration.
  public static func meaning(of code: String) -> String? {
    ProblemKind(rawValue: code)?.meaning
  }

  /// Every code with its meaning, in order.
  public static let catalogue: [(code: String, meaning: String)] =
    ProblemKind.allCases.map { ($0.rawValue, $0.meaning) }
}
