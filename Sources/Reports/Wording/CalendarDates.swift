/// Dates and quarters as readers of a language write them.
extension Language {
  /// `2025-09-30` as `30 September 2025`, `September 30, 2025`, `30. September 2025`,
  /// `30 septembre 2025` or `30 de septiembre de 2025`; any other text as it is.
  func date(_ text: String) -> String {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month),
      (1...31).contains(day)
    else { return text }
    let name = months[month - 1]
    return switch self {
    case .britishEnglish: "\(day) \(name) \(year)"
    case .americanEnglish: "\(name) \(day), \(year)"
    case .german: "\(day). \(name) \(year)"
    case .french: "\(day == 1 ? "1er" : "\(day)") \(name) \(year)"
    case .spanish: "\(day) de \(name) de \(year)"
    }
  }

  /// A quarter such as `2025Q3` or `FY2025Q3`: `2025T3` in French and Spanish; `nil` for any other
  /// text.
  func quarter(_ text: String) -> String? {
    let year = text.hasPrefix("FY") ? text.dropFirst(2) : text[...]
    let digits = year.prefix { $0.isASCII && $0.isNumber }
    let rest = year.dropFirst(digits.count)
    guard digits.count == 4, rest.first == "Q", rest.count == 2,
      rest.last.map({ ("1"..."4").contains($0) }) == true
    else { return nil }
    switch self {
    case .britishEnglish, .americanEnglish, .german: return text
    case .french, .spanish: return text.dropLast(2) + "T" + text.suffix(1)
    }
  }

  private var months: [String] {
    switch self {
    case .britishEnglish, .americanEnglish:
      [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ]
    case .german:
      [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
        "Oktober", "November", "Dezember",
      ]
    case .french:
      [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
      ]
    case .spanish:
      [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
        "octubre", "noviembre", "diciembre",
      ]
    }
  }
}

extension SectionWriter {
  /// A date in the language of the report.
  func date(_ text: String) -> String { context.language.date(text) }
}
