/// What differs in writing where the words do not: American spelling, French spaces, quotation
/// marks, and how a list ends.
extension Language {
  /// A text of the catalogue as the language's readers write it.
  func spelled(_ text: String) -> String {
    switch self {
    case .britishEnglish, .german, .spanish: text
    case .americanEnglish:
      Self.american.reduce(text) { $0.replacing($1.british, with: $1.american) }
    case .french: Self.frenchSpaces.reduce(text) { $0.replacing($1.plain, with: $1.fixed) }
    }
  }

  /// The parts of words that Britain and the United States spell differently.
  private static let american: [(british: String, american: String)] = [
    ("rganisation", "rganization"), ("rogramme", "rogram"), ("ehaviour", "ehavior"),
    ("avour", "avor"), ("abour", "abor"), ("udgement", "udgment"), ("ategoris", "ategoriz"),
    ("ecognis", "ecogniz"), ("Centre", "Center"), ("centre", "center"),
  ]

  /// Spaces at which a line may not break: before a colon, and thin before a semicolon.
  private static let frenchSpaces: [(plain: String, fixed: String)] = [
    (" :", "\u{A0}:"), (" ;", "\u{202F};"), (" ?", "\u{202F}?"), ("« ", "«\u{A0}"),
    (" »", "\u{A0}»"),
  ]

  /// Between clauses of a sentence.
  var clauseMark: String { spelled(self == .french ? " ; " : "; ") }

  /// Between a name and what is said of it.
  var colon: String { spelled(self == .french ? " : " : ": ") }

  /// Labels joined as a sentence lists them: `A, B and C`.
  func listed(_ labels: [String]) -> String { joined(labels, and(before: labels.last ?? "")) }

  /// Labels of which one holds: `A, B, or C`.
  func alternatives(_ labels: [String]) -> String {
    // English sets a comma before the last of several clauses.
    joined(labels, or(before: labels.last ?? ""), comma: isEnglish && labels.count > 2)
  }

  private func joined(_ labels: [String], _ word: String, comma: Bool = false) -> String {
    guard let last = labels.last else { return "" }
    guard labels.count > 1 else { return last }
    return labels.dropLast().joined(separator: ", ") + (comma ? ", " : " ") + word + " " + last
  }

  private func and(before next: String) -> String {
    switch self {
    case .britishEnglish, .americanEnglish: "and"
    case .german: "und"
    case .french: "et"
    case .spanish: Self.startsWithI(next) ? "e" : "y"
    }
  }

  private func or(before next: String) -> String {
    switch self {
    case .britishEnglish, .americanEnglish: "or"
    case .german: "oder"
    case .french: "ou"
    case .spanish: next.lowercased().drop { !$0.isLetter }.hasPrefix("o") ? "u" : "o"
    }
  }

  /// Whether a Spanish word starts with the sound of `i`, so that `y` becomes `e` before it.
  private static func startsWithI(_ word: String) -> Bool {
    let start = word.lowercased().drop { !$0.isLetter && !$0.isNumber }
    if ["hie", "ia", "ie", "io", "iu"].contains(where: start.hasPrefix) { return false }
    return ["i", "hi", "í", "hí"].contains(where: start.hasPrefix)
  }
}
