/// Reads a JSON document that may be anything: bounded in size, depth and number of values, strict in
/// its grammar, and with every name once.
struct JSONReader {
  private let bytes: [UInt8]
  private let limits: ArchiveLimits
  private var position = 0
  private var values = 0

  private init(_ bytes: [UInt8], _ limits: ArchiveLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// The document.
  static func read(
    _ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()
  ) throws(ArchiveProblem) -> JSONNode {
    guard bytes.count <= limits.bytes else { throw .tooLarge(bytes: bytes.count) }
    var reader = JSONReader(bytes, limits)
    let node = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.position == bytes.count else { throw .trailingText(at: reader.position) }
    return node
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(ArchiveProblem) -> JSONNode {
    skipSpace()
    guard depth < limits.depth else { throw .tooDeep(at: position) }
    values += 1
    guard values <= limits.values else { throw .tooManyValues }
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ node: JSONNode) throws(ArchiveProblem) -> JSONNode {
    let end = position + word.utf8.count
    guard end <= bytes.count, bytes[position..<end].elementsEqual(word.utf8) else {
      throw .malformed(at: position)
    }
    position = end
    return node
  }

  private mutating func array(depth: Int) throws(ArchiveProblem) -> JSONNode {
    position += 1
    var elements: [JSONNode] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array([]) }
    while true {
      elements.append(try value(depth: depth + 1))
      skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      guard take(UInt8(ascii: "]")) else { throw .malformed(at: position) }
      return .array(elements)
    }
  }

  private mutating func object(depth: Int) throws(ArchiveProblem) -> JSONNode {
    position += 1
    var members: [(name: String, value: JSONNode)] = []
    var names: Set<String> = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object([]) }
    while true {
      skipSpace()
      let start = position
      let name = try text()
      guard names.insert(name).inserted else { throw .duplicateName(at: start) }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw .malformed(at: position) }
      members.append((name, try value(depth: depth + 1)))
      skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      guard take(UInt8(ascii: "}")) else { throw .malformed(at: position) }
      return .object(members)
    }
  }

  private mutating func number() throws(ArchiveProblem) -> JSONNode {
    let start = position
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    var isWhole = true
    if take(UInt8(ascii: ".")) {
      isWhole = false
      try digits()
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isWhole = false
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    guard position - start <= 64 else { throw .tooLong(at: start) }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let whole = Int(text) { return .integer(whole) }
    guard let value = Double(text), value.isFinite else { throw .numberOutOfRange(at: start) }
    return .number(value)
  }

  private mutating func digits() throws(ArchiveProblem) {
    let start = position
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    guard position > start else { throw .malformed(at: position) }
  }

  private mutating func text() throws(ArchiveProblem) -> String {
    let start = position
    guard take(UInt8(ascii: "\"")) else { throw .malformed(at: position) }
    var unescaped: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: unescaped, as: UTF8.self) else {
          throw .notUnicode(at: start)
        }
        return text
      case UInt8(ascii: "\\"): unescaped += try escaped()
      case 0..<0x20: throw .malformed(at: position - 1)
      default: unescaped.append(byte)
      }
      guard unescaped.count <= limits.textBytes else { throw .tooLong(at: start) }
    }
    throw .malformed(at: position)
  }

  /// The UTF-8 bytes that an escape stands for; the backslash is behind.
  private mutating func escaped() throws(ArchiveProblem) -> [UInt8] {
    let start = position
    guard let byte = next else { throw .malformed(at: position) }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if (0xD800..<0xDC00).contains(code) {
        guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw .malformed(at: start) }
        let low = try hexadecimal()
        guard (0xDC00..<0xE000).contains(low) else { throw .malformed(at: start) }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw .malformed(at: start) }
      return Array(String(Character(scalar)).utf8)
    default: throw .malformed(at: start)
    }
  }

  private mutating func hexadecimal() throws(ArchiveProblem) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue,
        byte < 0x80
      else { throw .malformed(at: position) }
      position += 1
      code = code << 4 + UInt32(digit)
    }
    return code
  }
}
