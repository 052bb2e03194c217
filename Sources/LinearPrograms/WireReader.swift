/// Reads words and numbers from lines of text that may hold anything.
///
/// Words are separated by single spaces and lines end with a line feed. Numbers are read here, not by
/// the general parser, which also takes hexadecimal, infinities and NaN.
struct WireReader {
  /// What a reader found instead of what it wanted.
  enum Problem: Error {
    /// Other text, or the end.
    case malformed
    /// A number that is none: NaN or an infinity.
    case notANumber
  }

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether all was read.
  var isAtEnd: Bool { position == bytes.count }

  private static let space = UInt8(ascii: " ")
  private static let lineFeed = UInt8(ascii: "\n")

  /// The next word's bytes, up to a space or the line's end, neither of which is read.
  private mutating func word() throws(Problem) -> ArraySlice<UInt8> {
    if position > 0, position < bytes.count, bytes[position] == Self.space,
      bytes[position - 1] != Self.lineFeed
    {
      position += 1
    }
    let start = position
    while position < bytes.count, bytes[position] > Self.space { position += 1 }
    guard position > start, position - start <= 64 else { throw .malformed }
    return bytes[start..<position]
  }

  /// Reads a word that must be there.
  mutating func expect(_ text: StaticString) throws(Problem) {
    guard try word().elementsEqual(Array(text.description.utf8)) else { throw .malformed }
  }

  /// Reads one of some words.
  mutating func choose(_ texts: [String]) throws(Problem) -> String {
    let found = try word()
    for text in texts where found.elementsEqual(text.utf8) { return text }
    throw .malformed
  }

  /// Reads the end of a line.
  mutating func endLine() throws(Problem) {
    guard position < bytes.count, bytes[position] == Self.lineFeed else { throw .malformed }
    position += 1
  }

  /// Reads a whole number within limits.
  mutating func integer(_ limits: ClosedRange<Int>) throws(Problem) -> Int {
    guard let value = Self.integer(try word()), limits.contains(value) else { throw .malformed }
    return value
  }

  /// Reads a whole number within limits, or `-` for none.
  mutating func optionalInteger(_ limits: ClosedRange<Int>) throws(Problem) -> Int? {
    let found = try word()
    if found.elementsEqual([UInt8(ascii: "-")]) { return nil }
    guard let value = Self.integer(found), limits.contains(value) else { throw .malformed }
    return value
  }

  /// Reads a whole number or two with a stroke between them.
  mutating func fraction() throws(Problem) -> Fraction {
    let found = try word()
    if let value = Self.integer(found) { return Fraction(value) }
    let parts = found.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2, let numerator = Self.integer(parts[0]),
      let denominator = Self.integer(parts[1]), denominator > 0,
      let value = Fraction(Int128(numerator), over: Int128(denominator))
    else { throw Self.problem(of: found) }
    return value
  }

  /// Reads a decimal number.
  mutating func decimal() throws(Problem) -> Double {
    let found = try word()
    if let value = Self.integer(found) { return Double(value) }
    let allowed = "0123456789+-.eE"
    guard found.allSatisfy({ allowed.utf8.contains($0) }) else {
      throw Self.problem(of: found)
    }
    guard let value = Double(String(decoding: found, as: UTF8.self)) else { throw .malformed }
    guard value.isFinite else { throw .notANumber }
    return value
  }

  private static func problem(of word: ArraySlice<UInt8>) -> Problem {
    let text = String(decoding: word, as: UTF8.self).lowercased()
    return text.contains("nan") || text.contains("inf") ? .notANumber : .malformed
  }

  /// At most 19 digits after an optional minus sign.
  private static func integer(_ word: ArraySlice<UInt8>) -> Int? {
    let isNegative = word.first == UInt8(ascii: "-")
    let digits = isNegative ? word.dropFirst() : word
    guard (1...19).contains(digits.count) else { return nil }
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      let (tens, first) = value.multipliedReportingOverflow(by: 10)
      let (sum, second) = tens.addingReportingOverflow(Int(digit - UInt8(ascii: "0")))
      guard !first, !second else { return nil }
      value = sum
    }
    return isNegative ? -value : value
  }
}

/// Writes the lines that ``WireReader`` reads.
struct WireWriter {
  /// What was written.
  private(set) var bytes: [UInt8] = []
  private var isAtStart = true

  mutating func word(_ text: StaticString) {
    separate()
    bytes.append(contentsOf: text.description.utf8)
  }

  mutating func integer(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }

  /// A whole number, or `-` for none.
  mutating func optionalInteger(_ value: Int?) {
    if let value { integer(value) } else { word("-") }
  }

  /// A fraction; the denominator is left out if it is 1.
  mutating func fraction(_ value: Fraction) {
    integer(value.numerator)
    guard value.denominator != 1 else { return }
    bytes.append(UInt8(ascii: "/"))
    bytes.append(contentsOf: String(value.denominator).utf8)
  }

  /// A finite number, so that it is read back the same.
  mutating func decimal(_ value: Double) {
    if let whole = Int(exactly: value), whole.magnitude <= UInt(LinearProgram.largestNumber) {
      integer(whole)
    } else {
      separate()
      bytes.append(contentsOf: value.description.utf8)
    }
  }

  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    isAtStart = true
  }

  private mutating func separate() {
    if !isAtStart { bytes.append(UInt8(ascii: " ")) }
    isAtStart = false
  }
}
