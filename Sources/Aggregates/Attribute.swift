/// What is known of a person's answer.
public enum Declaration: String, Hashable, Sendable, Codable, CaseIterable {
  /// The person gave an answer.
  case declared
  /// The person was asked and preferred not to say.
  case declined
  /// The field is empty.
  case blank
  /// The person was never asked.
  case notAsked = "not_asked"
}

/// One value of an attribute.
public struct Level: Hashable, Sendable, Codable {
  /// The label a reader sees.
  public let label: String
  /// Whether the level is an answer or one of the three ways of missing.
  public let declaration: Declaration

  /// Makes a level.
  public init(_ label: String, _ declaration: Declaration = .declared) {
    self.label = label
    self.declaration = declaration
  }

  /// The level of people who preferred not to say.
  public static let declined = Level("Prefer not to say", .declined)
  /// The level of people whose field is empty.
  public static let blank = Level("No answer recorded", .blank)
  /// The level of people who were never asked.
  public static let notAsked = Level("Not asked", .notAsked)
}

/// A categorical property of people, with its levels in declared order.
///
/// Declared levels come first, in the order of the configuration; the missing levels follow in the
/// order declined, blank, not asked. Output keeps this order everywhere.
public struct Attribute: Hashable, Sendable, Codable {
  /// The identifier, for example `gender`.
  public let id: String
  /// The title a reader sees, for example `Gender`.
  public let title: String
  /// The levels, in declared order.
  public let levels: [Level]
  /// Whether the order of the levels means something (grades, age bands).
  public let isOrdered: Bool

  /// Makes an attribute.
  public init(id: String, title: String, levels: [Level], isOrdered: Bool = false) {
    self.id = id
    self.title = title
    self.levels = levels
    self.isOrdered = isOrdered
  }

  /// The levels that are answers.
  public var declaredLevels: [Level] { levels.filter { $0.declaration == .declared } }
}
