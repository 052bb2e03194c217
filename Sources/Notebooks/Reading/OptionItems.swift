/// What stands between the braces of a cell, item by item.
enum OptionItems {
  /// One item.
  enum Item: Equatable {
    /// `#name`
    case identifier(String)
    /// `name=value` or `name="value"`
    case option(String, String)
  }

  /// Reads the items; `nil` where a quotation mark is not closed or an item is neither form.
  static func read(_ text: String) -> [Item]? {
    var items: [Item] = []
    var rest = Substring(text)
    while true {
      rest = rest.drop { $0.isWhitespace }
      guard let first = rest.first else { return items }
      if first == "#" {
        let name = rest.dropFirst().prefix { !$0.isWhitespace }
        rest = rest.dropFirst(1 + name.count)
        items.append(.identifier(String(name)))
        continue
      }
      let name = rest.prefix { $0 != "=" && !$0.isWhitespace && $0 != "\"" }
      rest = rest.dropFirst(name.count)
      guard !name.isEmpty, rest.first == "=" else { return nil }
      rest = rest.dropFirst()
      guard rest.first == "\"" else {
        let value = rest.prefix { !$0.isWhitespace }
        rest = rest.dropFirst(value.count)
        items.append(.option(String(name), String(value)))
        continue
      }
      guard let value = quoted(&rest) else { return nil }
      items.append(.option(String(name), value))
    }
  }

  /// Reads a value in quotation marks, in which `\"` and `\\` stand for the mark and the backslash.
  private static func quoted(_ rest: inout Substring) -> String? {
    rest = rest.dropFirst()
    var value = ""
    while let character = rest.popFirst() {
      switch character {
      case "\"": return rest.first.map(\.isWhitespace) ?? true ? value : nil
      case "\\":
        guard let next = rest.popFirst() else { return nil }
        value.append(next)
      default: value.append(character)
      }
    }
    return nil
  }
}
