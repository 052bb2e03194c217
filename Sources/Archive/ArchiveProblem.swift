/// Why bytes that should be a release or a manifest are not one.
///
/// No message repeats text of the file: a file that was tampered with chooses its text.
public enum ArchiveProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// More bytes than are read.
  case tooLarge(bytes: Int)
  /// Values within values beyond the limit, at a byte.
  case tooDeep(at: Int)
  /// More values than are read.
  case tooManyValues
  /// A text or a number longer than is read, at a byte.
  case tooLong(at: Int)
  /// Not JSON, at a byte.
  case malformed(at: Int)
  /// Not UTF-8, at a byte.
  case notUnicode(at: Int)
  /// A name stands twice in one object, at a byte.
  case duplicateName(at: Int)
  /// A number that cannot be held, at a byte.
  case numberOutOfRange(at: Int)
  /// Something follows the end of the document, at a byte.
  case trailingText(at: Int)
  /// A member is missing.
  case missing(String)
  /// A member is not of the kind it should be.
  case wrongKind(String)
  /// The document follows a schema this version does not know.
  case unknownSchema
  /// The name of a cell cannot be read; how many names came before it.
  case malformedCellName(after: Int)
  /// One cell is given two counts, or shown here and hidden there; how many cells came before it.
  case contradictoryCell(after: Int)
  /// A number stands beside a status that says it is not shown; the position of the exhibit.
  case numberInHiddenPlace(exhibit: Int)
  /// A path of the manifest is not a plain path inside the folder; its position in the list.
  case unsafePath(position: Int)
  /// Two files of the manifest have one path; the position of the second.
  case duplicatePath(position: Int)
  /// A figure of a pack is not one of its taxonomy, stands twice, overlaps another or contradicts one;
  /// its position in the list.
  case contradictoryFigure(position: Int)

  /// What is wrong, in words.
  public var description: String {
    switch self {
    case .tooLarge(let bytes): "it has \(bytes) bytes, more than are read"
    case .tooDeep(let byte): "values lie too deep within each other at byte \(byte)"
    case .tooManyValues: "it holds more values than are read"
    case .tooLong(let byte): "a text or a number is too long at byte \(byte)"
    case .malformed(let byte): "it is not JSON at byte \(byte)"
    case .notUnicode(let byte): "it is not UTF-8 at byte \(byte)"
    case .duplicateName(let byte): "a name stands twice in one object at byte \(byte)"
    case .numberOutOfRange(let byte): "a number is out of range at byte \(byte)"
    case .trailingText(let byte): "text follows its end at byte \(byte)"
    case .missing(let member): "\(member) is missing"
    case .wrongKind(let member): "\(member) is not what it should be"
    case .unknownSchema: "its schema is not one this version knows"
    case .malformedCellName(let count):
      "the name of a cell cannot be read (after \(count) that can)"
    case .contradictoryCell(let count):
      "a cell is given two counts, or shown here and hidden there (after \(count) cells)"
    case .numberInHiddenPlace(let exhibit):
      "a number stands in a place that is marked as not shown (exhibit \(exhibit + 1))"
    case .unsafePath(let position):
      "file \(position + 1) of the list has a path that leads out of the folder or is not plain"
    case .duplicatePath(let position): "file \(position + 1) of the list is listed twice"
    case .contradictoryFigure(let position):
      "figure \(position + 1) is not of the taxonomy, stands twice, or contradicts another"
    }
  }
}
