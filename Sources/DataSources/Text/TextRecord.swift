/// One record of a delimited file, its fields unquoted.
package struct TextRecord: Sendable {
  /// What is wrong with the text of a record.
  package struct Faults: OptionSet, Sendable, Hashable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// A quote was opened and never closed.
    package static let unterminatedQuote = Faults(rawValue: 1 << 0)
    /// There is text between a closing quote and the next delimiter.
    package static let textAfterQuote = Faults(rawValue: 1 << 1)
    /// A field that does not start with a quote has one inside.
    package static let quoteInBareField = Faults(rawValue: 1 << 2)
    /// A field is longer than the limit; the rest of it was not kept.
    package static let fieldTooLong = Faults(rawValue: 1 << 3)
    /// There are more fields than the limit; the others were not kept.
    package static let tooManyFields = Faults(rawValue: 1 << 4)
    /// The bytes are not text of the encoding.
    package static let invalidText = Faults(rawValue: 1 << 5)
    /// There is a NUL.
    package static let nulByte = Faults(rawValue: 1 << 6)
    /// There is a carriage return without a line feed outside quotes.
    package static let bareCarriageReturn = Faults(rawValue: 1 << 7)
  }

  /// The line of the file the record starts on, 1 for the first.
  package internal(set) var row = 1
  /// What is wrong with the text.
  package internal(set) var faults: Faults = []
  /// The fields' bytes, one after the other.
  package internal(set) var bytes: [UInt8] = []
  /// Where each field ends in `bytes`.
  package internal(set) var ends: [Int] = []
  /// Whether any field was quoted.
  package internal(set) var hasQuotes = false

  /// Makes an empty record.
  package init() {}

  /// The number of fields kept.
  package var count: Int { ends.count }

  /// Whether the line is empty.
  package var isBlankLine: Bool { ends.count == 1 && bytes.isEmpty && !hasQuotes }

  /// Whether every field is empty.
  package var isEmpty: Bool { bytes.isEmpty }

  /// The bytes of a field, 0 for the first; empty where the record is too short.
  package subscript(field: Int) -> ArraySlice<UInt8> {
    guard field < ends.count else { return [] }
    return bytes[(field == 0 ? 0 : ends[field - 1])..<ends[field]]
  }

  /// The text of a field without blanks around it; what is not text is replaced.
  package func text(_ field: Int) -> String {
    String(decoding: Self.trimmed(self[field]), as: UTF8.self)
  }

  /// A field without blanks (space, tab) around it.
  package static func trimmed(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var field = field
    while let first = field.first, first == 0x20 || first == 0x09 { field.removeFirst() }
    while let last = field.last, last == 0x20 || last == 0x09 { field.removeLast() }
    return field
  }

  mutating func reset(row: Int) {
    self.row = row
    faults = []
    hasQuotes = false
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }
}
