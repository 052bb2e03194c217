/// International bank account numbers: two letters, two check digits and 11 to 30 others whose
/// remainder by 97 is 1 (ISO 13616).
enum BankAccountNumber: IdentifierForm {
  static func matches(_ text: IdentifierText) -> Bool {
    let number = text.compact
    guard (15...34).contains(number.count), number[0...1].allSatisfy(IdentifierText.isCapital),
      number[2...3].allSatisfy(IdentifierText.isDigit),
      number.allSatisfy({ IdentifierText.isDigit($0) || IdentifierText.isCapital($0) })
    else { return false }
    return remainder(number) == 1
  }

  /// The remainder by 97 of the number with its first four characters moved to the end and letters
  /// as 10 to 35.
  private static func remainder(_ number: [UInt8]) -> Int {
    var remainder = 0
    for byte in number[4...] + number[..<4] {
      if IdentifierText.isDigit(byte) {
        remainder = (remainder * 10 + Int(byte - 0x30)) % 97
      } else {
        remainder = (remainder * 100 + Int(byte - 0x41) + 10) % 97
      }
    }
    return remainder
  }
}
