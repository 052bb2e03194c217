public import LinearPrograms

/// How levels of one release became levels of the next.
public struct LevelMapping: Sendable, Hashable, Codable {
  /// The attribute's identifier.
  public let attribute: String
  /// The levels as they were.
  public let from: [String]
  /// The levels as they are: one for a rename or a merge, several for a split.
  public let to: [String]

  /// Makes a mapping: one level renamed, several merged into one, or one split into several.
  ///
  /// - Throws: `.misfit` where a side is empty, a level is named twice, or several become several,
  ///   which says nothing about who went where.
  public init(attribute: String, from: [String], to: [String]) throws(LedgerError) {
    guard !from.isEmpty, !to.isEmpty, from.count == 1 || to.count == 1,
      Set(from).count == from.count, Set(to).count == to.count
    else { throw .misfit }
    self.attribute = attribute
    self.from = from
    self.to = to
  }
}

/// L4: an attribute was cut otherwise than before.
///
/// Levels that are no longer there, or new, need a mapping. Without one the new cut is a second,
/// non-nested cut of the same people: what stays when a group of one cut is taken from an overlapping
/// one of the other is a group that nobody chose to show. Such remainders of 1 to `k - 1` people must
/// keep limits at least `k - 1` apart.
public struct DefinitionDrift: Sendable, Hashable {
  /// The attribute's identifier.
  public let attribute: String
  /// Levels that are no longer there and no mapping names, in their old order.
  public let gone: [String]
  /// Levels that are new and no mapping names, in their new order.
  public let added: [String]

  /// Compares two cuts; `nil` where they are the same or a mapping tells how one became the other.
  public init?(
    from before: AttributeDefinition, to after: AttributeDefinition, mappings: [LevelMapping]
  ) {
    let own = mappings.filter { $0.attribute == after.attribute }
    let gone = before.levels.filter { level in
      !after.levels.contains(level) && !own.contains { $0.from.contains(level) }
    }
    let added = after.levels.filter { level in
      !before.levels.contains(level) && !own.contains { $0.to.contains(level) }
    }
    guard !gone.isEmpty || !added.isEmpty else { return nil }
    attribute = after.attribute
    self.gone = gone
    self.added = added
  }

  /// A remainder of two overlapping groups that is too closely known.
  public struct Remainder: Sendable, Hashable {
    /// The position of the old group.
    public let before: Int
    /// The position of the new group.
    public let after: Int
  }

  /// The remainders, of old less new groups and of new less old, that the published groups narrow down
  /// too far.
  ///
  /// - Throws: any ``SolverFailure``.
  public static func narrowRemainders<Person: Hashable & Comparable & Sendable>(
    before: [[Person]], after: [[Person]], threshold: Int, solver: some LinearProgramSolver,
    iterationLimit: Int = 1_000_000
  ) throws(SolverFailure) -> [Remainder] {
    var remainders: [Remainder] = []
    var people: [[Person]] = []
    for (old, then) in before.map({ Set($0) }).enumerated() {
      for (new, now) in after.map({ Set($0) }).enumerated() where !then.isDisjoint(with: now) {
        for rest in [then.subtracting(now), now.subtracting(then)]
        where !rest.isEmpty && rest.count < threshold {
          remainders.append(Remainder(before: old, after: new))
          people.append(rest.sorted())
        }
      }
    }
    guard !people.isEmpty else { return [] }
    let audit = try UnionAudit(
      published: before + after, protected: people, solver: solver, iterationLimit: iterationLimit)
    var narrow: [Remainder] = []
    for finding in audit.findings where !finding.isSafe(width: threshold - 1) {
      if narrow.last != remainders[finding.group] { narrow.append(remainders[finding.group]) }
    }
    return narrow
  }
}
