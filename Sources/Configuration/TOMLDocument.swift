import TOMLKit

/// The parsed text of a configuration: the parser's values with the lines and the order of the text.
///
/// The parser keeps neither the places of keys nor their order, so both come from `KeyPositions`.
enum TOMLDocument {
  /// Why a text is not TOML.
  struct SyntaxError: Error {
    let line: Int
    let column: Int
    let message: String
  }

  /// Parses a text.
  static func parse(_ text: String) throws(SyntaxError) -> ConfigurationNode {
    if let place = nullCharacter(in: text) { throw place }
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw SyntaxError(
        line: error.source.begin.line, column: error.source.begin.column,
        message: sentence(error.description))
    } catch {
      throw SyntaxError(line: 1, column: 1, message: "the text is not TOML")
    }
    return node(table, at: [], positions: KeyPositions(scanning: text))
  }

  /// The parser reads a text up to the first null character and would not miss the rest.
  private static func nullCharacter(in text: String) -> SyntaxError? {
    var line = 1
    var column = 1
    for byte in text.utf8 {
      if byte == 0 {
        return SyntaxError(line: line, column: column, message: "the text has a null character")
      }
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    return nil
  }

  /// The parser's message without the prefix it gives to every one.
  private static func sentence(_ description: String) -> String {
    let line = description.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return line.isEmpty ? "the text is not TOML" : line
  }

  private static func node(
    _ value: any TOMLValueConvertible, at path: [KeyPositions.Step], positions: KeyPositions
  ) -> ConfigurationNode {
    let place = positions.place(of: path)
    return ConfigurationNode(
      value: read(value, at: path, positions: positions), line: place.line, rank: place.rank)
  }

  private static func read(
    _ value: any TOMLValueConvertible, at path: [KeyPositions.Step], positions: KeyPositions
  ) -> ConfigurationNode.Value {
    switch value.type {
    case .string: return .text(value.string ?? "")
    case .int: return .whole(value.int ?? 0)
    case .double: return .fraction(value.double ?? 0)
    case .bool: return .truth(value.bool ?? false)
    case .date: return value.date.map { .day(day($0)) } ?? .time
    case .time, .dateTime: return .time
    case .array:
      var elements: [ConfigurationNode] = []
      if let array = value.array {
        for index in 0..<array.count {
          elements.append(node(array[index], at: path + [.index(index)], positions: positions))
        }
      }
      return .list(elements)
    case .table:
      var entries: [ConfigurationNode.Entry] = []
      if let table = value.table {
        for key in table.keys {
          guard let child = table[key] else { continue }
          entries.append(
            ConfigurationNode.Entry(
              key: key, node: node(child, at: path + [.key(key)], positions: positions)))
        }
      }
      return .table(entries.sorted { ($0.node.rank, $0.key) < ($1.node.rank, $1.key) })
    }
  }

  private static func day(_ date: TOMLDate) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
  }
}
