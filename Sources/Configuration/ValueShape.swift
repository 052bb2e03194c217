/// What a value of the format looks like.
indirect enum ValueShape: Sendable {
  /// A text of at least one character.
  case text
  /// A text that may be empty.
  case anyText
  /// One of these texts.
  case choice([String])
  /// A whole number, not below the least or above the greatest.
  case whole(least: Int?, greatest: Int?)
  /// A finite number, whole or not.
  case number
  /// True or false.
  case truth
  /// A date, written without quotes.
  case day
  /// A list of at least so many values.
  case list(ValueShape, least: Int)
  /// A table.
  case table(TableShape)
  /// One table after another, each under `[[name]]`.
  case tables(TableShape)
  /// The first shape that has the value's type.
  case either([ValueShape])

  static let whole = ValueShape.whole(least: nil, greatest: nil)

  /// What is expected, as a problem says it.
  var expectation: String {
    switch self {
    case .text, .anyText: "a text"
    case .choice(let choices): "one of " + choices.map { "\"\($0)\"" }.joined(separator: ", ")
    case .whole: "a whole number"
    case .number: "a number"
    case .truth: "true or false"
    case .day: "a date such as 2025-09-30"
    case .list(let element, _):
      switch element {
      case .text, .anyText: "a list of texts"
      case .whole: "a list of whole numbers"
      case .number: "a list of numbers"
      case .table: "a list of tables"
      default: "a list"
      }
    case .table: "a table"
    case .tables: "a list of tables"
    case .either(let shapes): shapes.map(\.expectation).joined(separator: " or ")
    }
  }

  /// Whether a value has the type of the shape; its content may still be wrong.
  func hasType(of node: ConfigurationNode) -> Bool {
    switch (self, node.value) {
    case (.text, .text), (.anyText, .text), (.choice, .text), (.whole, .whole), (.number, .whole),
      (.number, .fraction), (.truth, .truth), (.day, .day), (.list, .list), (.table, .table),
      (.tables, .list):
      true
    case (.either(let shapes), _): shapes.contains { $0.hasType(of: node) }
    default: false
    }
  }
}

/// The keys of a table.
struct TableShape: Sendable {
  /// A name the author of the configuration chooses, and what it stands for.
  struct Others: Sendable {
    /// What the name stands for, for example `an attribute`.
    let name: String
    let shape: ValueShape
    let documentation: String
  }

  /// The keys with a meaning of their own, in the order they are printed.
  let keys: [KeyShape]
  /// What any other key holds; `nil` where there may be no other.
  let others: Others?
  /// Whether the table is written in braces, on one line.
  let isInline: Bool

  init(_ keys: [KeyShape] = [], others: Others? = nil, isInline: Bool = false) {
    self.keys = keys
    self.others = others
    self.isInline = isInline
  }

  func key(_ name: String) -> KeyShape? { keys.first { $0.name == name } }
}

/// One key of the format.
struct KeyShape: Sendable {
  /// What holds where the key is not given.
  enum Default: Sendable, Equatable {
    /// The key must be given.
    case required
    /// Nothing: the key is optional.
    case none
    /// This value, as TOML.
    case value(String)
    /// A value that depends on other keys, in words.
    case computed(String)
  }

  let name: String
  let shape: ValueShape
  let fallback: Default
  let documentation: String

  init(_ name: String, _ shape: ValueShape, _ fallback: Default, _ documentation: String) {
    self.name = name
    self.shape = shape
    self.fallback = fallback
    self.documentation = documentation
  }
}
