/// The specializations of the synthetic employer.
enum Specialization: String, CaseIterable {
  case dataScience = "Data science and analytics"
  case softwareDevelopment = "Software development"
  case cybersecurity = "Cybersecurity"
  case userExperience = "User experience design"
  case healthInformatics = "Health informatics"
  case clinicalOperations = "Clinical operations"
  case corporate = "Corporate"
}

/// The levels, lowest first.
enum JobLevel: Int, CaseIterable {
  case associate, professional, senior, lead, director, executive

  var text: String {
    switch self {
    case .associate: "Associate"
    case .professional: "Professional"
    case .senior: "Senior"
    case .lead: "Lead"
    case .director: "Director"
    case .executive: "Executive"
    }
  }

  /// The next level up, or `nil` at the top.
  var above: JobLevel? { JobLevel(rawValue: rawValue + 1) }
}

/// The sites.
enum Site: String, CaseIterable {
  case boston = "Boston"
  case minneapolis = "Minneapolis"
  case austin = "Austin"
  case raleigh = "Raleigh"
  case remote = "Remote"
}

/// A person's gender, whether or not it is recorded.
enum Gender: String, CaseIterable {
  case woman = "F"
  case man = "M"
  case nonbinary = "X"
}

/// A person's race or ethnicity in one exclusive list, whether or not it is recorded.
enum RaceEthnicity: String, CaseIterable {
  case hispanic = "Hispanic"
  case white = "White"
  case black = "Black"
  case asian = "Asian"
  case pacificIslander = "NHPI"
  case americanIndian = "AIAN"
  case twoOrMore = "Two or more"
}

/// A birth cohort, named by its age on the last snapshot date, so that it never changes.
enum AgeBand: String, CaseIterable {
  case under30 = "Under 30"
  case thirties = "30-39"
  case forties = "40-49"
  case fifties = "50-59"
  case sixtyAndOver = "60 and over"
}

/// Texts of answers that are not answers.
enum NoAnswer {
  static let declined = "Declined"
  static let blank = ""
  static let notAsked = "Not asked"
}

/// The employment contract.
enum Contract: String, CaseIterable {
  case regular = "Regular"
  case fixedTerm = "Fixed term"
}

/// Why a person left.
enum ExitType: String, CaseIterable {
  case voluntary = "Voluntary"
  case involuntary = "Involuntary"
  case other = "Other"
}
