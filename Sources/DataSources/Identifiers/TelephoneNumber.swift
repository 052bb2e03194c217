/// Telephone numbers: 10 to 15 digits with separators or a plus, and nothing else.
enum TelephoneNumber: IdentifierForm {
  private static let signs = Set(" -.()/".utf8)

  static func matches(_ text: IdentifierText) -> Bool {
    guard (10...15).contains(text.digits), let first = text.bytes.first else { return false }
    guard first == 0x2B || first == 0x28 || IdentifierText.isDigit(first) else { return false }
    let rest = first == 0x2B ? text.bytes.dropFirst() : text.bytes
    guard rest.allSatisfy({ IdentifierText.isDigit($0) || signs.contains($0) }) else {
      return false
    }
    let separators = rest.filter { !IdentifierText.isDigit($0) }.count
    let points = rest.filter { $0 == 0x2E }.count
    return first == 0x2B
      || (first == 0x30 && text.bytes.dropFirst().first != 0x30 && text.digits <= 12)
      || (separators >= 2 && points != 1)
  }
}
