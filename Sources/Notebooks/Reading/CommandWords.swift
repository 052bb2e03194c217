/// The command of a cell, cut into words.
enum CommandWords {
  /// A piece of a word.
  enum Piece: Sendable, Hashable {
    /// As it stands.
    case text(String)
    /// `@name`
    case name(String)
  }

  /// One word: its pieces.
  struct Word: Sendable, Hashable {
    let pieces: [Piece]
  }

  /// Why a cell's content is not a command.
  enum Problem: Error {
    case empty
    case several
    case openQuote
  }

  /// Reads the content of a cell: one command, which may go on after a backslash at a line's end;
  /// lines that begin with `#` are remarks.
  static func read(_ lines: [String]) throws(Problem) -> [Word] {
    var command: String?
    var goesOn = false
    for line in lines.map(\.trimmed) where !line.isEmpty && !(line.hasPrefix("#") && !goesOn) {
      let continues = line.hasSuffix("\\")
      let text = continues ? String(line.dropLast()).trimmed : line
      if goesOn, let before = command {
        command = before + " " + text
      } else if command == nil {
        command = text
      } else {
        throw .several
      }
      goesOn = continues
    }
    guard let command else { throw .empty }
    var words = try words(command)
    if words.first?.pieces == [.text("parity")] { words.removeFirst() }
    guard !words.isEmpty else { throw .empty }
    return words
  }

  private static func words(_ text: String) throws(Problem) -> [Word] {
    var words: [Word] = []
    var pieces: [Piece]?
    var rest = Substring(text)
    var quote: Character?
    func adding(_ text: String, to pieces: [Piece]?) -> [Piece] {
      var pieces = pieces ?? []
      if case .text(let before)? = pieces.last {
        pieces[pieces.count - 1] = .text(before + text)
      } else {
        pieces.append(.text(text))
      }
      return pieces
    }
    while let character = rest.popFirst() {
      switch character {
      case quote:
        quote = nil
      case "\"" where quote == nil, "'" where quote == nil:
        quote = character
        pieces = pieces ?? []
      case "@" where quote != "'":
        if rest.first == "@" {
          rest = rest.dropFirst()
          pieces = adding("@", to: pieces)
          continue
        }
        let name = rest.prefix { isNamePart($0) }
        rest = rest.dropFirst(name.count)
        if name.isEmpty {
          pieces = adding("@", to: pieces)
        } else {
          pieces = (pieces ?? []) + [.name(String(name))]
        }
      case _ where character.isWhitespace && quote == nil:
        if let word = pieces { words.append(Word(pieces: word)) }
        pieces = nil
      default:
        pieces = adding(String(character), to: pieces)
      }
    }
    guard quote == nil else { throw .openQuote }
    if let word = pieces { words.append(Word(pieces: word)) }
    return words
  }

  /// Whether a character belongs to the name behind an `@`.
  static func isNamePart(_ character: Character) -> Bool {
    character == "_"
      || character.isASCII && (character.isLetter || character.isNumber)
  }

  /// A command as it is printed and kept: words with blanks or marks in them in quotation marks.
  static func printed(_ words: [String]) -> String {
    words.map { word in
      let isPlain =
        !word.isEmpty
        && word.allSatisfy { !$0.isWhitespace && $0 != "\"" && $0 != "'" && $0 != "#" }
      return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }.joined(separator: " ")
  }
}
