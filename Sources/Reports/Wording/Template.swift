/// A text with named places.
///
/// `{number}` is a place for a value. `{number|person|people}` is the form of a word that fits the
/// number printed in that place, one form for each plural category of the language; `#` in a form
/// stands for the number itself.
struct Template: Sendable, Hashable {
  /// A piece of a template.
  enum Part: Sendable, Hashable {
    /// Words as they stand.
    case words(String)
    /// A place for a value.
    case place(String)
    /// The form of a word that fits the number in a place.
    case plural(place: String, forms: [String])
  }

  /// The pieces, in order.
  let parts: [Part]

  /// Takes a text apart.
  init(_ text: String) {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { parts.append(.words(String(rest[..<open]))) }
      let inside = rest[rest.index(after: open)..<close]
        .split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      let name = inside.first ?? ""
      parts.append(
        inside.count > 1
          ? .plural(place: name, forms: Array(inside.dropFirst())) : .place(name))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.words(String(rest))) }
    self.parts = parts
  }

  /// The names of the places, each once, in order.
  var places: [String] {
    parts.reduce(into: []) { names, part in
      switch part {
      case .words: break
      case .place(let name), .plural(let name, _): if !names.contains(name) { names.append(name) }
      }
    }
  }

  /// The text with its places filled; a place without a value stays empty.
  func filled(
    _ value: (String) -> String?, rule: PluralRule, words: (String) -> String = { $0 }
  ) -> String {
    parts.map { part in
      switch part {
      case .words(let text): return words(text)
      case .place(let name): return value(name) ?? ""
      case .plural(let name, let forms):
        let number = value(name) ?? ""
        return words(rule.form(of: forms, for: number)).replacing("#", with: number)
      }
    }.joined()
  }

  /// What stands in the places of a text made from this template; `nil` where it was not.
  func values(in text: String) -> [(name: String, value: String)]? {
    var found: [(name: String, value: String)] = []
    var rest = text[...]
    var open: String?
    for (index, part) in parts.enumerated() {
      switch part {
      case .place(let name): open = name
      case .plural: return nil
      case .words(let words):
        let isLast = index == parts.count - 1
        guard let name = open else {
          guard rest.hasPrefix(words) else { return nil }
          rest = rest.dropFirst(words.count)
          continue
        }
        let places = rest.ranges(of: words)
        guard let place = places.last,
          place.lowerBound > rest.startIndex, !isLast || place.upperBound == rest.endIndex
        else { return nil }
        found.append((name, String(rest[..<place.lowerBound])))
        rest = rest[place.upperBound...]
        open = nil
      }
    }
    if let open {
      guard !rest.isEmpty else { return nil }
      found.append((open, String(rest)))
      rest = rest[rest.endIndex...]
    }
    return rest.isEmpty ? found : nil
  }
}
