public import Estimates

/// A part of the workforce that gets a report of its own beside that of the whole: everybody at one
/// level of a structure.
public struct WorkforcePart: Sendable, Hashable {
  /// The structure's identifier, for example `department`.
  public let attribute: String
  /// The level's label, for example `Pharmacy`.
  public let level: String

  /// Names a part.
  public init(attribute: String, level: String) {
    self.attribute = attribute
    self.level = level
  }

  /// What every cell of the part's report has in common.
  public var condition: CellKey.Condition { CellKey.Condition(attribute, level) }

  /// What stands before the identifiers of the part's exhibits while all reports are one plan.
  public var prefix: String { "\(attribute)=\(level)/" }
}
