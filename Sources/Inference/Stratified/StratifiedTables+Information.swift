import Aggregates

/// What a stratum is asked about, which decides whether it has anything to say.
enum StratumQuestion {
  /// The odds of the groups: both groups and both outcomes must occur.
  case odds
  /// The difference of rates: both groups must occur.
  case difference
  /// The ratio of rates: both groups must occur and somebody must be selected.
  case ratio

  /// What a stratum must have, as the sentence for when none has it.
  var requirement: String {
    switch self {
    case .odds: "No stratum has both groups and both outcomes."
    case .difference: "No stratum has both groups."
    case .ratio: "No stratum has both groups and somebody selected."
    }
  }

  /// Whether a stratum has something to say.
  func isAnswered(by table: TwoByTwoTable) -> Bool {
    guard table.problem == nil else { return false }
    return switch self {
    case .odds: table.selected > 0 && table.selected < table.total
    case .difference: true
    case .ratio: table.selected > 0
    }
  }
}

/// The strata that bear on a question, and the names of those that do not.
struct InformativeStrata {
  /// The strata with something to say, in the order given.
  let strata: [StratifiedTables.Stratum]
  /// The labels of the others, in the order given.
  let withoutInformation: [String]

  /// Sorts the strata by whether they bear on a question.
  init(_ tables: StratifiedTables, about question: StratumQuestion) {
    strata = tables.strata.filter { question.isAnswered(by: $0.table) }
    withoutInformation = tables.strata.filter { !question.isAnswered(by: $0.table) }.map(\.label)
  }

  /// The tables of the strata with something to say.
  var tables: [TwoByTwoTable] { strata.map(\.table) }

  /// A convention or a method's name, followed by the strata without information if there are any.
  func naming(_ words: String) -> String {
    withoutInformation.isEmpty
      ? words
      : words + "; strata without information: " + withoutInformation.joined(separator: ", ")
  }
}
