/// A value of a JSON document that was read, members in the order of the file.
indirect enum JSONNode: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case array([JSONNode])
  case object([(name: String, value: JSONNode)])

  /// The member with a name; `nil` if there is none, or the value is not an object.
  subscript(name: String) -> JSONNode? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text of a member.
  ///
  /// - Throws: `.missing` or `.wrongKind`.
  func text(_ name: String) throws(ArchiveProblem) -> String {
    guard let value = self[name] else { throw .missing(name) }
    guard case .text(let text) = value else { throw .wrongKind(name) }
    return text
  }

  /// The text of a member that may be missing or null.
  func optionalText(_ name: String) throws(ArchiveProblem) -> String? {
    switch self[name] {
    case nil, .null?: return nil
    case .text(let text)?: return text
    default: throw .wrongKind(name)
    }
  }

  /// The whole number of a member, from 0 to ``ArchiveLimits/largestCount``.
  func count(_ name: String) throws(ArchiveProblem) -> Int {
    guard let value = self[name] else { throw .missing(name) }
    guard case .integer(let number) = value, (0...ArchiveLimits.largestCount).contains(number)
    else { throw .wrongKind(name) }
    return number
  }

  /// The number of a member that may be missing or null; `inf` and `-inf` are infinite.
  func optionalNumber(_ name: String) throws(ArchiveProblem) -> Double? {
    switch self[name] {
    case nil, .null?: return nil
    case .integer(let whole)?: return Double(whole)
    case .number(let number)?: return number
    case .text("inf")?: return .infinity
    case .text("-inf")?: return -.infinity
    default: throw .wrongKind(name)
    }
  }

  /// The truth of a member that may be missing or null.
  func optionalFlag(_ name: String) throws(ArchiveProblem) -> Bool? {
    switch self[name] {
    case nil, .null?: return nil
    case .bool(let flag)?: return flag
    default: throw .wrongKind(name)
    }
  }

  /// The elements of a member that may be missing or null.
  func optionalArray(_ name: String) throws(ArchiveProblem) -> [JSONNode] {
    switch self[name] {
    case nil, .null?: return []
    default: return try array(name)
    }
  }

  /// The elements of a member.
  func array(_ name: String) throws(ArchiveProblem) -> [JSONNode] {
    guard let value = self[name] else { throw .missing(name) }
    guard case .array(let elements) = value else { throw .wrongKind(name) }
    return elements
  }

  /// The members of a member.
  func object(_ name: String) throws(ArchiveProblem) -> JSONNode {
    guard let value = self[name] else { throw .missing(name) }
    guard case .object = value else { throw .wrongKind(name) }
    return value
  }

  /// The members, where the value is an object.
  var members: [(name: String, value: JSONNode)] {
    if case .object(let members) = self { return members }
    return []
  }
}
