/// What the uncertainty of a number is about.
///
/// HR data are usually everybody; an interval must say what it would be an interval of.
public enum InferenceMode: String, Codable, Hashable, Sendable, CaseIterable {
  /// Everybody was counted and the number describes them: there is no sampling error.
  case census
  /// Some of a known number of people answered and the number is about all of them.
  case finitePopulation = "finite_population"
  /// The people are outcomes of a process that could have turned out otherwise (who is hired, who
  /// leaves, how pay is set), and the number is about the process: the question "is it luck?".
  case process

  /// The mode as it is printed.
  public var words: String {
    switch self {
    case .census: "everybody counted: no sampling error"
    case .finitePopulation: "some of a known number of people"
    case .process: "a process that could have turned out otherwise"
    }
  }
}
