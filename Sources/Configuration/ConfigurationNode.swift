/// A value of a configuration with its place in the text.
struct ConfigurationNode: Sendable {
  /// The value.
  enum Value: Sendable {
    case text(String)
    case whole(Int)
    case fraction(Double)
    case truth(Bool)
    /// A local date, as `2025-09-30`.
    case day(String)
    /// A time of day or a date with a time, which the format has no use for.
    case time
    case list([ConfigurationNode])
    case table([Entry])
  }

  /// A key with its value.
  struct Entry: Sendable {
    let key: String
    let node: ConfigurationNode
  }

  let value: Value
  /// The line of the key, or of the element of a list.
  let line: Int
  /// The place among all keys of the text.
  let rank: Int

  var text: String? {
    if case .text(let text) = value { return text }
    return nil
  }

  var whole: Int? {
    if case .whole(let number) = value { return number }
    return nil
  }

  /// A whole number or a fraction: the text may write 2 where 2.0 is meant.
  var number: Double? {
    switch value {
    case .whole(let number): Double(number)
    case .fraction(let number): number
    default: nil
    }
  }

  var truth: Bool? {
    if case .truth(let truth) = value { return truth }
    return nil
  }

  var day: String? {
    if case .day(let day) = value { return day }
    return nil
  }

  var list: [ConfigurationNode]? {
    if case .list(let elements) = value { return elements }
    return nil
  }

  /// The entries of a table, in the order of the text.
  var entries: [Entry]? {
    if case .table(let entries) = value { return entries }
    return nil
  }

  /// The texts of a list; elements of another type are left out.
  var texts: [String]? { list?.compactMap(\.text) }

  subscript(key: String) -> ConfigurationNode? {
    entries?.first { $0.key == key }?.node
  }

  /// What the value is, as a problem says it.
  var typeName: String {
    switch value {
    case .text: "a text"
    case .whole: "a whole number"
    case .fraction: "a fraction"
    case .truth: "true or false"
    case .day: "a date"
    case .time: "a time"
    case .list: "a list"
    case .table: "a table"
    }
  }
}
