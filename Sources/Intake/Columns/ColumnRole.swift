/// What a column of an extract is to the people in it.
///
/// Every column has exactly one role. A column without a role is refused, because nobody has said
/// what it may reveal.
public enum ColumnRole: String, Sendable, Hashable, Codable, CaseIterable {
  /// A pseudonym; never counted by.
  case key
  /// A property others may know of a person, alone harmless, together identifying.
  case quasiIdentifier = "quasi_identifier"
  /// A property that is to stay unknown to others.
  case sensitive
  /// An amount.
  case measure
  /// How many people a row stands for.
  case weight
  /// The day a row stands for, equal for all people of a snapshot.
  case period
  /// Declared so that it is known, and never read.
  case dropped

  /// The role in words.
  public var title: String {
    switch self {
    case .key: "key"
    case .quasiIdentifier: "quasi-identifier"
    case .sensitive: "sensitive"
    case .measure: "measure"
    case .weight: "weight"
    case .period: "day of the row"
    case .dropped: "dropped"
    }
  }

  /// Some columns of the role in words.
  func counted(_ count: Int) -> String {
    switch self {
    case .key, .quasiIdentifier, .measure, .weight: "\(count) \(title)\(count == 1 ? "" : "s")"
    case .sensitive, .period, .dropped: "\(count) \(title)"
    }
  }
}
