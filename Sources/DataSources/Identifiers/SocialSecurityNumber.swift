/// United States social security numbers: ddd-dd-dddd with an area, a group and a serial number that
/// are issued.
enum SocialSecurityNumber: IdentifierForm {
  static func matches(_ text: IdentifierText) -> Bool {
    let parts = text.bytes.split(omittingEmptySubsequences: false) { $0 == 0x2D || $0 == 0x20 }
    guard parts.map(\.count) == [3, 2, 4],
      parts.allSatisfy({ $0.allSatisfy(IdentifierText.isDigit) })
    else { return false }
    let numbers = parts.map { IdentifierText.number($0) }
    return numbers[0] > 0 && numbers[0] != 666 && numbers[0] < 900 && numbers[1] > 0
      && numbers[2] > 0
  }
}
