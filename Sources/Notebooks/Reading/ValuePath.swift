import Configuration
import Encoders

/// The way to a value in a JSON document: names, places in lists, and elements by what they hold.
///
/// `results.boschloo-central.p_value` goes to the element of `results` whose `id` is
/// `boschloo-central`; `results.0` to the first one; `results.[id=koopman,subject=Black]` to the one
/// with both. A name with points or blanks stands in quotation marks.
struct ValuePath: Sendable, Hashable {
  /// One step.
  enum Step: Sendable, Hashable {
    /// The member with this name, or the element with this `id` or at this place, 0 for the first.
    case name(String)
    /// The element whose members have these values.
    case element([Pair])
  }

  /// A member and its value as text.
  struct Pair: Sendable, Hashable {
    let name: String
    let value: String
  }

  /// The steps in order.
  let steps: [Step]

  init(steps: [Step]) { self.steps = steps }

  /// Reads a path.
  ///
  /// - Throws: what is wrong with it.
  init(_ text: String) throws(CellOptions.Problem) {
    func malformed() -> CellOptions.Problem {
      CellOptions.Problem(
        .badValue, "\(text) is not a path to a value",
        "write names with points between: results.z-pooled.p_value")
    }
    var steps: [Step] = []
    var rest = Substring(text)
    while true {
      switch rest.first {
      case "\"":
        rest = rest.dropFirst()
        guard let end = rest.firstIndex(of: "\"") else { throw malformed() }
        steps.append(.name(String(rest[..<end])))
        rest = rest[rest.index(after: end)...]
      case "[":
        rest = rest.dropFirst()
        guard let end = rest.firstIndex(of: "]") else { throw malformed() }
        let pairs = rest[..<end].split(separator: ",").map { pair in
          pair.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
        }
        guard !pairs.isEmpty, pairs.allSatisfy({ $0.count == 2 }) else { throw malformed() }
        steps.append(.element(pairs.map { Pair(name: $0[0], value: $0[1]) }))
        rest = rest[rest.index(after: end)...]
      default:
        let name = rest.prefix { $0 != "." }
        guard !name.isEmpty else { throw malformed() }
        steps.append(.name(String(name)))
        rest = rest.dropFirst(name.count)
      }
      guard let next = rest.first else { break }
      guard next == "." else { throw malformed() }
      rest = rest.dropFirst()
    }
    self.steps = steps
  }

  /// The value in a document; `nil` if there is none.
  func value(in document: JSONValue) -> JSONValue? {
    var value = document
    for step in steps {
      guard let next = Self.next(step, value) else { return nil }
      value = next
    }
    return value
  }

  /// The value in a document.
  ///
  /// - Throws: where there is none, with what stands at the step that fails.
  func requiredValue(in document: JSONValue) throws(CellOptions.Problem) -> JSONValue {
    var value = document
    for (position, step) in steps.enumerated() {
      guard let next = Self.next(step, value) else {
        let before = ValuePath(steps: Array(steps[..<position])).printed
        let known = value.names
        let meant =
          if case .name(let name) = step { EditDistance.nearest(to: name, among: known) } else {
            String?.none
          }
        throw CellOptions.Problem(
          .noSuchValue,
          "the answer has no \(ValuePath(steps: [step]).printed)"
            + (before.isEmpty ? "" : " at \(before)")
            + (meant.map { "; did you mean \($0)?" } ?? ""),
          known.isEmpty ? "nothing stands below it" : "one of \(known.joined(separator: ", "))")
      }
      value = next
    }
    return value
  }

  private static func next(_ step: Step, _ value: JSONValue) -> JSONValue? {
    switch (step, value) {
    case (.name(let name), .object(let members)): return members[name]
    case (.name(let name), .array(let elements)):
      if let found = elements.first(where: { $0.has("id", name) }) { return found }
      guard let place = Int(name), elements.indices.contains(place) else { return nil }
      return elements[place]
    case (.element(let pairs), .array(let elements)):
      return elements.first { element in pairs.allSatisfy { element.has($0.name, $0.value) } }
    default: return nil
    }
  }
}

extension JSONValue {
  /// The names of an object's members in order, or the `id` of each element, once.
  fileprivate var names: [String] {
    switch self {
    case .object(let members):
      return members.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    case .array(let elements):
      var names: [String] = []
      for case .text(let id)? in elements.map({ $0.member("id") }) where !names.contains(id) {
        names.append(id)
      }
      return names.isEmpty ? elements.indices.map(String.init) : names
    case .null, .bool, .integer, .number, .text: return []
    }
  }

  /// Whether an object has a member whose value is this text or number.
  func has(_ name: String, _ value: String) -> Bool {
    guard case .object(let members) = self else { return false }
    switch members[name] {
    case .text(let text)?: return text == value
    case .integer(let number)?: return String(number) == value
    case .bool(let truth)?: return String(truth) == value
    default: return false
    }
  }
}
