/// Payment card numbers: 13 to 19 digits that start as cards do and satisfy Luhn's check (ISO/IEC
/// 7812-1).
enum PaymentCardNumber: IdentifierForm {
  static func matches(_ text: IdentifierText) -> Bool {
    let number = text.compact
    guard (13...19).contains(number.count), number.allSatisfy(IdentifierText.isDigit),
      let first = number.first, (0x32...0x36).contains(first)
    else { return false }
    return checkSum(number) % 10 == 0
  }

  /// Luhn's sum: every second digit from the right doubled, 9 taken off what exceeds it.
  private static func checkSum(_ number: [UInt8]) -> Int {
    var sum = 0
    for (index, byte) in number.reversed().enumerated() {
      let digit = Int(byte - 0x30)
      sum += index % 2 == 0 ? digit : (digit * 2 > 9 ? digit * 2 - 9 : digit * 2)
    }
    return sum
  }
}
