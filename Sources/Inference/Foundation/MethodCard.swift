/// What a reader is told about a method: its formula, its range, what it assumes and where it is
/// from.
public struct MethodCard: Hashable, Sendable, Codable {
  /// A stable identifier, for example `impact-ratio`.
  public let id: String
  /// The textbook name.
  public let title: String
  /// The quantity in words and plain text.
  public let formula: String
  /// The range, the unit and the direction.
  public let range: String
  /// What must hold for the number to mean what it says.
  public let assumptions: [String]
  /// Author and year, page or equation.
  public let source: String

  /// Makes a card.
  public init(
    id: String, title: String, formula: String, range: String, assumptions: [String],
    source: String
  ) {
    self.id = id
    self.title = title
    self.formula = formula
    self.range = range
    self.assumptions = assumptions
    self.source = source
  }
}
