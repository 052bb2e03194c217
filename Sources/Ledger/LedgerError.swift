/// Why something of the ledger cannot be made.
///
/// None of them names a person, a count or a level.
public enum LedgerError: Error, Sendable, Hashable {
  /// What is wrong with contributor states.
  public enum States: String, Sendable, Hashable {
    /// A population and period are listed twice.
    case repeatedPart
    /// A person is twice in one population and period.
    case repeatedPerson
    /// There are too many people or levels to be numbered.
    case tooMany
    /// A row does not fit its definitions.
    case misfit
  }

  /// Contributor states that contradict themselves.
  case states(States)
  /// A period that is no quarter, such as `2025Q3` or `FY2025Q3`.
  case period
  /// Two cells of a release have one name and different values.
  case repeatedCell
  /// The numbers given do not fit each other.
  case misfit
  /// The entry cannot be put in text.
  case unwritable
}

extension LedgerError: CustomStringConvertible {
  /// What is wrong, in one sentence.
  public var description: String {
    switch self {
    case .states(.repeatedPart): "a population and period are listed twice among the contributors"
    case .states(.repeatedPerson): "a person is listed twice in one population and period"
    case .states(.tooMany): "there are too many contributors or levels to be numbered"
    case .states(.misfit): "a contributor does not fit the attributes listed"
    case .period: "a period is no quarter such as 2025Q3 or FY2025Q3"
    case .repeatedCell: "two cells of the release have one name and different values"
    case .misfit: "the numbers given do not fit each other"
    case .unwritable: "the entry cannot be written as text"
    }
  }
}
