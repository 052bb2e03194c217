import SVGCharts

/// Which form of a word follows a printed number: tables of our own, not the system's.
///
/// The categories and their rules are those languages have for whole and decimal numbers; a
/// template lists one form for each, in this order.
struct PluralRule: Sendable {
  /// A form of a word.
  enum Category: String, Sendable, CaseIterable {
    /// One, and what is spoken of like one.
    case one
    /// Whole millions, after which French and Spanish put `de`.
    case many
    /// Every other number.
    case other
  }

  /// The language.
  let language: Language

  /// The forms a template gives, in order.
  var categories: [Category] {
    switch language {
    case .britishEnglish, .americanEnglish, .german: [.one, .other]
    case .french, .spanish: [.one, .many, .other]
    }
  }

  /// The category of the number a text starts with; a text without one has `other`.
  func category(of printed: String) -> Category {
    let conventions = NumberConventions.of(tag: language.rawValue) ?? .britishEnglish
    let digits = printed.prefix { character in
      character.isNumber || conventions.groupSeparator.contains(character)
        || conventions.decimalMark.contains(character)
    }
    let parts = digits.filter { !conventions.groupSeparator.contains($0) }
      .split(separator: conventions.decimalMark, omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap({ Int($0) }) else { return .other }
    let decimals = parts.dropFirst().first ?? ""
    let isMillions = whole != 0 && whole % 1_000_000 == 0 && decimals.isEmpty
    switch language {
    case .britishEnglish, .americanEnglish, .german:
      return whole == 1 && decimals.isEmpty ? .one : .other
    case .french: return whole <= 1 ? .one : isMillions ? .many : .other
    case .spanish:
      return whole == 1 && decimals.allSatisfy { $0 == "0" }
        ? .one : isMillions ? .many : .other
    }
  }

  /// The form of a list that fits the number a text starts with.
  func form(of forms: [String], for printed: String) -> String {
    let wanted = category(of: printed)
    let index = categories.firstIndex(of: wanted) ?? categories.count - 1
    return forms.indices.contains(index) ? forms[index] : forms.last ?? ""
  }
}
