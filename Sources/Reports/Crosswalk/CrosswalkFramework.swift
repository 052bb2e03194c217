import Estimates

/// A reporting framework as data: what each of its lines asks, in words of our own, and which
/// exhibit of a release answers it.
struct CrosswalkFramework: Sendable {
  /// The identifier the configuration names it by, for example `uk-gpg`.
  let id: String
  /// The title a reader sees.
  let title: String
  /// Where the lines are from.
  let source: String
  /// Which version was read.
  let version: String
  /// Whether the form has women and men alone, by sex in law.
  var isBySexInLaw = false
  /// What differs from this report in every line, one sentence each.
  var differs: [String] = []
  /// The lines, in the framework's order.
  let lines: [CrosswalkLine]
}

/// One line a framework asks for.
struct CrosswalkLine: Sendable {
  /// The framework's own number or letter.
  let label: String
  /// What the line asks.
  let asks: String
  /// What answers it.
  let answer: CrosswalkAnswer
  /// How the answer differs from what the line defines, one sentence each.
  var differs: [String] = []
}

/// What answers a line.
enum CrosswalkAnswer: Sendable {
  /// A table as a whole.
  case table(CrosswalkPattern)
  /// Some numbers of one row of women against men.
  case numbers(CrosswalkPattern, row: String?, columns: [String])
  /// Nothing in a release of this program: what would be needed.
  case needs(CrosswalkNeed)
}

/// Which exhibits answer a line.
struct CrosswalkPattern: Sendable {
  /// What the population is broken down by.
  enum Breakdown: Sendable {
    /// The grades.
    case level
    /// The ten job categories of the EEO-1 form.
    case jobCategory
  }

  /// What the exhibit shows.
  let kind: Exhibit.Kind
  /// The characteristic whose groups it holds; `nil` for everyone.
  var characteristic: CrosswalkCharacteristic?
  /// The characteristic it is crossed with, where the line wants that.
  var crossed: CrosswalkCharacteristic?
  /// What it is broken down by, where the line wants that.
  var by: Breakdown?
  /// Whether the line compares women with men.
  var isOfWomenAndMen = false
  /// Whether the line is about pay by the hour.
  var isHourly = false
  /// The end of the exhibit's identifier, where several are of one kind.
  var suffix: String?
}

/// What a line needs that a release does not hold.
enum CrosswalkNeed: Sendable {
  /// Answers of a staff survey.
  case survey
  /// Entries into disciplinary or capability procedures.
  case procedures
  /// Who sits on a board or another governing body.
  case governance
  /// A table of three attributes at once.
  case threeWays
  /// A record that no input holds.
  case record(String)
  /// A statement in words.
  case narrative
}
