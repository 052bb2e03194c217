/// United Kingdom national insurance numbers: two letters of those that are used, six digits, a
/// letter A to D.
enum NationalInsuranceNumber: IdentifierForm {
  private static let unusedLetters = Set("DFIQUV".utf8)
  private static let unusedPrefixes = ["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"]

  static func matches(_ text: IdentifierText) -> Bool {
    let number = text.compact
    guard number.count == 9, number[2...7].allSatisfy(IdentifierText.isDigit),
      (0x41...0x44).contains(number[8])
    else { return false }
    let prefix = String(decoding: number[0...1], as: UTF8.self)
    return number[0...1].allSatisfy(IdentifierText.isCapital)
      && !unusedLetters.contains(number[0]) && !unusedLetters.contains(number[1])
      && number[1] != 0x4F && !unusedPrefixes.contains(prefix)
  }
}
