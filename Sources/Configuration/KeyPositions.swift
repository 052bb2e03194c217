/// The line of every key of a TOML text, and the order the keys come in.
///
/// A scan of the text that knows just enough of the grammar: table headings, arrays of tables,
/// dotted and quoted keys, inline tables, lists and texts over several lines. It expects a text
/// that the parser accepts; on any other it stops early rather than fail.
struct KeyPositions: Sendable {
  /// One step of the way to a value.
  enum Step: Hashable, Sendable {
    case key(String)
    case index(Int)
  }

  /// Where a key is.
  struct Place: Sendable, Equatable {
    let line: Int
    let rank: Int
  }

  private var places: [[Step]: Place] = [:]
  /// How many tables each array of tables has so far.
  private var tableCounts: [[Step]: Int] = [:]
  private var bytes: [UInt8]
  private var position = 0
  private var line = 1

  /// Scans a text.
  init(scanning text: String) {
    bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    scan()
    bytes = []
  }

  /// The place of a key, or of the nearest table around it that the text names.
  func place(of path: [Step]) -> Place {
    var path = path
    while true {
      if let place = places[path] { return place }
      if path.isEmpty { return Place(line: 1, rank: -1) }
      path.removeLast()
    }
  }

  // MARK: - Lines

  private mutating func scan() {
    var table: [Step] = []
    while true {
      skipBlanks()
      guard let byte = current else { return }
      let start = position
      if byte == UInt8(ascii: "[") {
        table = heading()
      } else {
        keyAndValue(in: table)
      }
      if position == start { return }
    }
  }

  /// Reads `[a.b]` or `[[a.b]]` and answers where the keys below it belong.
  private mutating func heading() -> [Step] {
    let headingLine = line
    let isArray = bytes[(position + 1)...].first == UInt8(ascii: "[")
    position += isArray ? 2 : 1
    let keys = dottedKey()
    var path: [Step] = []
    for (index, key) in keys.enumerated() {
      path.append(.key(key))
      record(path, headingLine)
      if isArray && index == keys.count - 1 {
        let count = tableCounts[path, default: 0]
        tableCounts[path] = count + 1
        path.append(.index(count))
        record(path, headingLine)
      } else if let count = tableCounts[path] {
        path.append(.index(count - 1))
      }
    }
    skipSpaces()
    for _ in 0..<(isArray ? 2 : 1) where current == UInt8(ascii: "]") { position += 1 }
    return path
  }

  private mutating func keyAndValue(in table: [Step]) {
    let keyLine = line
    var path = table
    for key in dottedKey() {
      path.append(.key(key))
      record(path, keyLine)
    }
    skipSpaces()
    guard current == UInt8(ascii: "=") else { return }
    position += 1
    skipSpaces()
    value(at: path)
  }

  private mutating func record(_ path: [Step], _ line: Int) {
    if places[path] == nil { places[path] = Place(line: line, rank: places.count) }
  }

  // MARK: - Values

  private mutating func value(at path: [Step]) {
    switch current {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): _ = quoted()
    case UInt8(ascii: "["): list(at: path)
    case UInt8(ascii: "{"): inlineTable(at: path)
    default:
      let ends = Array(",]}#\n\r".utf8)
      while let byte = current, !ends.contains(byte) { position += 1 }
    }
  }

  private mutating func list(at path: [Step]) {
    position += 1
    var index = 0
    while true {
      skipBlanks()
      guard let byte = current else { return }
      if byte == UInt8(ascii: "]") {
        position += 1
        return
      }
      if byte == UInt8(ascii: ",") {
        position += 1
        continue
      }
      let start = position
      record(path + [.index(index)], line)
      value(at: path + [.index(index)])
      index += 1
      if position == start { return }
    }
  }

  private mutating func inlineTable(at path: [Step]) {
    position += 1
    while true {
      skipBlanks()
      guard let byte = current else { return }
      if byte == UInt8(ascii: "}") {
        position += 1
        return
      }
      if byte == UInt8(ascii: ",") {
        position += 1
        continue
      }
      let start = position
      keyAndValue(in: path)
      if position == start { return }
    }
  }

  // MARK: - Keys and texts

  private mutating func dottedKey() -> [String] {
    var keys: [String] = []
    while true {
      skipSpaces()
      guard let byte = current else { return keys }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        keys.append(quoted())
      } else {
        let start = position
        while let byte = current, isBare(byte) { position += 1 }
        if position == start { return keys }
        keys.append(String(decoding: bytes[start..<position], as: UTF8.self))
      }
      skipSpaces()
      guard current == UInt8(ascii: ".") else { return keys }
      position += 1
    }
  }

  /// Reads a quoted text of one line or several, and answers it with escapes resolved.
  private mutating func quoted() -> String {
    guard let quote = current else { return "" }
    let isTriple = bytes[position...].starts(with: [quote, quote, quote])
    position += isTriple ? 3 : 1
    var content: [UInt8] = []
    while let byte = current {
      if byte == quote {
        if !isTriple {
          position += 1
          return String(decoding: content, as: UTF8.self)
        }
        if bytes[position...].starts(with: [quote, quote, quote]) {
          position += 3
          // Up to two quotes may stand right before the closing three.
          for _ in 0..<2 where current == quote { position += 1 }
          return String(decoding: content, as: UTF8.self)
        }
      }
      if byte == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") {
        content.append(contentsOf: escape())
        continue
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      content.append(byte)
      position += 1
    }
    return String(decoding: content, as: UTF8.self)
  }

  private mutating func escape() -> [UInt8] {
    position += 1
    guard let byte = current else { return [] }
    position += 1
    switch byte {
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let end = min(bytes.count, position + (byte == UInt8(ascii: "u") ? 4 : 8))
      let digits = String(decoding: bytes[position..<end], as: UTF8.self)
      position = end
      guard let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code) else {
        return []
      }
      return Array(String(Character(scalar)).utf8)
    case UInt8(ascii: "\n"):
      line += 1
      return []
    default: return [byte]
    }
  }

  // MARK: - Bytes

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private mutating func skipSpaces() {
    while current == UInt8(ascii: " ") || current == UInt8(ascii: "\t") { position += 1 }
  }

  private mutating func skipBlanks() {
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\n"):
        line += 1
        position += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): position += 1
      case UInt8(ascii: "#"):
        while let byte = current, byte != UInt8(ascii: "\n") { position += 1 }
      default: return
      }
    }
  }
}
