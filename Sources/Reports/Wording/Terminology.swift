/// The organisation's own words for the program's words, its groups and its characteristics.
///
/// They change what a report calls things. Numbers and verdicts never depend on them.
public struct Terminology: Sendable, Hashable {
  /// One thing and what the organisation calls it.
  public struct Rename: Sendable, Hashable {
    /// The word, label or identifier.
    public let name: String
    /// What it is called instead.
    public let replacement: String

    /// Makes a rename.
    public init(_ name: String, _ replacement: String) {
      self.name = name
      self.replacement = replacement
    }
  }

  /// Words of the program's own sentences, for example `hires` to `starters`.
  public var words: [Rename]
  /// Labels of groups, for example `Women` to `Frauen`.
  public var groups: [Rename]
  /// Titles of characteristics and structures by identifier, for example `gender` to `Geschlecht`.
  public var attributes: [Rename]

  /// Makes a terminology; an empty one changes nothing.
  public init(words: [Rename] = [], groups: [Rename] = [], attributes: [Rename] = []) {
    self.words = words
    self.groups = groups
    self.attributes = attributes
  }

  /// Whether it changes nothing.
  public var isEmpty: Bool { words.isEmpty && groups.isEmpty && attributes.isEmpty }

  /// A text with its words replaced, whole words alone; a large first letter stays large.
  func renamed(_ text: String) -> String {
    guard !words.isEmpty else { return text }
    var result = ""
    var rest = text[...]
    while !rest.isEmpty {
      let startsWord = result.last.map { !$0.isLetter && !$0.isNumber } ?? true
      let match = startsWord ? words.first { Self.stands($0.name, at: rest) } : nil
      guard let match else {
        result.append(rest.removeFirst())
        continue
      }
      let isLarge = rest.first?.isUppercase == true
      result +=
        isLarge
        ? match.replacement.prefix(1).uppercased() + match.replacement.dropFirst()
        : match.replacement
      rest = rest.dropFirst(match.name.count)
    }
    return result
  }

  private static func stands(_ word: String, at text: Substring) -> Bool {
    guard !word.isEmpty, text.prefix(word.count).lowercased() == word.lowercased() else {
      return false
    }
    return text.dropFirst(word.count).first.map { !$0.isLetter && !$0.isNumber } ?? true
  }
}
