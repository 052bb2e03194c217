/// What is wrong with a ledger, and where: the first fault from the top.
public enum LedgerFault: Error, Sendable, Hashable {
  /// There are lines and no head beside them.
  case headMissing
  /// The head was not written by this organisation's key, or was changed.
  case headNotAuthentic
  /// The ledger has fewer or more entries than the head counts, or another last one.
  case headDisagrees(counted: Int, found: Int)
  /// The entry is not a whole line of the ledger's form.
  case malformed(entry: Int)
  /// The entry was changed, or written with another organisation's key.
  case notAuthentic(entry: Int)
  /// The entry does not follow the one before: entries were taken out, put in or moved.
  case outOfOrder(entry: Int)
  /// The entry is about a later period than the release that is being made.
  case future(entry: Int)
  /// The entry cannot be read by this version.
  case unreadable(entry: Int)
}

extension LedgerFault: CustomStringConvertible {
  /// What is wrong, in one sentence.
  public var description: String {
    switch self {
    case .headMissing: "the head beside the ledger is missing"
    case .headNotAuthentic:
      "the head beside the ledger was changed, or belongs to another organisation"
    case .headDisagrees(let counted, let found):
      counted == found
        ? "the last entry is not the one the head names"
        : "the head counts \(counted) \(counted == 1 ? "entry" : "entries"), the ledger has \(found)"
    case .malformed(let entry): "entry \(entry) is cut off or is no entry"
    case .notAuthentic(let entry):
      "entry \(entry) was changed, or belongs to another organisation"
    case .outOfOrder(let entry): "entry \(entry) does not follow the one before"
    case .future(let entry): "entry \(entry) is about a later period than this release"
    case .unreadable(let entry): "entry \(entry) cannot be read by this version"
    }
  }
}
