/// Dates as readers of a language write them.
extension SectionWriter {
  /// `2025-09-30` as `30 September 2025` or `September 30, 2025`; any other text as it is.
  func date(_ text: String) -> String {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month),
      (1...31).contains(day)
    else { return text }
    let name = Self.months[month - 1]
    return switch context.language {
    case .britishEnglish: "\(day) \(name) \(year)"
    case .americanEnglish: "\(name) \(day), \(year)"
    }
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
