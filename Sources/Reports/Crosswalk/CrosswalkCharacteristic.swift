import Estimates

/// A characteristic as frameworks speak of it, found by the identifier or title an organisation gave.
enum CrosswalkCharacteristic: Sendable {
  case sex
  case ethnicity
  case disability
  case age

  /// Whether an attribute holds the characteristic.
  func matches(_ attribute: ExhibitAttribute) -> Bool {
    let words = (attribute.id + " " + attribute.title).lowercased().split { !$0.isLetter }
    return words.contains { word in
      switch self {
      case .sex: word == "gender" || word == "sex"
      case .ethnicity: word == "race" || word.hasPrefix("ethnic")
      case .disability: word.hasPrefix("disab")
      case .age: word == "age"
      }
    }
  }

  /// The message that names it inside a sentence.
  var message: Message {
    switch self {
    case .sex: .crosswalkSex
    case .ethnicity: .crosswalkEthnicity
    case .disability: .crosswalkDisability
    case .age: .crosswalkAge
    }
  }

  /// Whether a label stands for women.
  static func isWomen(_ label: String?) -> Bool {
    ["women", "woman", "female", "females"].contains(label?.lowercased())
  }

  /// Whether a label stands for men.
  static func isMen(_ label: String?) -> Bool {
    ["men", "man", "male", "males"].contains(label?.lowercased())
  }

  /// Whether an attribute's levels are the ten job categories of the EEO-1 form; its identifier or
  /// title says so.
  static func isJobCategory(_ attribute: ExhibitAttribute) -> Bool {
    [attribute.id, attribute.title].contains { name in
      let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
      return plain.hasPrefix("eeo1")
    }
  }
}
