/// Names groups of people inside sentences.
///
/// Labels come from the organisation and may be anything. A label known as a noun stands by itself
/// (`women`); one known as an adjective takes a noun (`Asian applicants`); any other is quoted as it
/// is (`the group “Two or more”`). Sentences are built so that no verb has to agree with the name.
///
/// Other languages than English inflect nouns, so there every label is quoted and the sentence brings
/// the noun: `der Gruppe „Frauen“`.
struct GroupNames: Sendable {
  /// The language of the sentence.
  var language: Language = .britishEnglish
  /// The labels that stand for ages, for example `30 to 39`.
  var ages: [String] = []

  /// The people a group belongs to; it supplies the noun after an adjective.
  enum People: Sendable {
    case employees
    case applicants
    case learners
  }

  /// A name in the plural, for use inside a sentence.
  func plural(_ label: String, _ people: People = .employees) -> String {
    guard language.isEnglish else { return quoted(label) }
    return switch form(of: label) {
    case .noun(let plural, _): plural
    case .adjective(let adjective): adjective + " " + noun(people).plural
    case .other: "the group " + quoted(label)
    }
  }

  /// A name after a number of additional people: `30 more` women, `1 more` woman.
  func counted(_ label: String, isOne: Bool, _ people: People = .employees) -> String {
    guard language.isEnglish else { return quoted(label) }
    return switch form(of: label) {
    case .noun(let plural, let singular): isOne ? singular : plural
    case .adjective(let adjective):
      adjective + " " + (isOne ? noun(people).singular : noun(people).plural)
    case .other: (isOne ? "person" : "people") + " of the group " + quoted(label)
    }
  }

  /// A name at the beginning of a sentence.
  func sentenceStart(_ label: String, _ people: People = .employees) -> String {
    let name = plural(label, people)
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// A label in quotation marks.
  func quoted(_ label: String) -> String {
    MessageCatalogue(language: language).label(.quoted, ["label": label])
  }

  private enum Form {
    case noun(plural: String, singular: String)
    case adjective(String)
    case other
  }

  private func noun(_ people: People) -> (plural: String, singular: String) {
    switch people {
    case .employees: ("employees", "employee")
    case .applicants: ("applicants", "applicant")
    case .learners: ("learners", "learner")
    }
  }

  private func form(of label: String) -> Form {
    let lower = label.lowercased()
    if Self.adjectivesInLowerCase.contains(lower) { return .adjective(lower) }
    if Self.properAdjectives.contains(lower) { return .adjective(label) }
    if ages.contains(label), label.contains(where: \.isNumber) {
      let isBound = lower.hasPrefix("under ") || lower.hasPrefix("over ")
      let age = isBound ? lower : "aged " + lower
      return .noun(plural: "people " + age, singular: "person " + age)
    }
    guard !label.contains(","), !label.contains(where: \.isNumber) else { return .other }
    if let (plural, singular) = Self.nouns.first(where: { $0.plural == lower }) {
      return .noun(plural: plural, singular: singular)
    }
    if lower.hasPrefix("people ") {
      let rest = label.dropFirst("people".count)
      return .noun(plural: "people" + rest, singular: "person" + rest)
    }
    for (plural, singular) in Self.nouns {
      guard lower.hasSuffix(" " + plural) else { continue }
      let front = label.dropLast(plural.count + 1)
      let isLower = Self.adjectivesInLowerCase.contains(front.lowercased())
      let adjective = isLower ? front.lowercased() : String(front)
      return .noun(plural: adjective + " " + plural, singular: adjective + " " + singular)
    }
    return .other
  }

  private static let nouns: [(plural: String, singular: String)] = [
    ("women", "woman"), ("men", "man"), ("people", "person"), ("employees", "employee"),
    ("applicants", "applicant"), ("learners", "learner"), ("veterans", "veteran"),
    ("all others who declared", "other person who declared"),
    ("all other people", "other person"),
    ("all other declared employees", "other declared employee"),
  ]

  private static let adjectivesInLowerCase: [String] = [
    "female", "male", "disabled", "transgender", "non-binary", "nonbinary", "older", "younger",
    "other", "part-time", "full-time",
    "heterosexual", "bisexual", "gay or lesbian",
  ]

  private static let properAdjectives: [String] = [
    "asian", "black", "white", "asian or pacific islander", "asian or asian british",
    "black or black british", "arab", "mixed",
    "black or african american", "hispanic", "latino", "hispanic or latino", "indian", "chinese",
    "american indian or alaska native", "native hawaiian or other pacific islander", "pakistani",
    "bangladeshi", "black african", "black caribbean", "white british", "white irish", "roma",
    "christian", "muslim", "hindu", "jewish", "sikh", "buddhist",
  ]
}
