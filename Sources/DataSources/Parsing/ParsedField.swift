/// What one field of a record turned out to hold.
///
/// All parsers of this folder read a field as `UnsafeRawBufferPointer`: the bytes between two
/// separators in UTF-8, without enclosing quotes. They trim spaces, tabs and line ends.
package enum ParsedField<Value> {
  /// The field holds a value.
  case value(Value)
  /// The field is empty, or one of the texts declared to mean so.
  case blank
  /// The field does not follow its declaration; what is wrong, without any text of the field.
  case malformed(String)
}

extension ParsedField: Sendable where Value: Sendable {}
extension ParsedField: Equatable where Value: Equatable {}

/// The texts that mean an empty field.
struct MissingTexts: Sendable {
  private let texts: [[UInt8]]

  init(_ missing: [String]) {
    texts = missing.map { FieldBytes.trimmed(Array($0.utf8)) }.filter { !$0.isEmpty }
  }

  /// Whether a trimmed field means that nothing is there.
  func contains(_ field: UnsafeRawBufferPointer) -> Bool {
    if field.isEmpty { return true }
    for text in texts where text.count == field.count && field.elementsEqual(text) { return true }
    return false
  }

  /// All the texts, the empty one left out.
  var nonempty: [[UInt8]] { texts }
}

/// Trimming of fields.
enum FieldBytes {
  /// Whether a byte is a space, a tab or part of a line end.
  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
  }

  /// The field without spaces at its ends.
  @inline(__always)
  static func trimmed(_ field: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    var start = 0
    var end = field.count
    while start < end, isSpace(field[start]) { start += 1 }
    while end > start, isSpace(field[end - 1]) { end -= 1 }
    return UnsafeRawBufferPointer(rebasing: field[start..<end])
  }

  /// The bytes without spaces at their ends.
  static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBytes { Array(trimmed($0)) }
  }
}
