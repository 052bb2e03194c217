/// Full dates: a year of four digits with a month and a day, the time of day aside.
enum FullDate: IdentifierForm {
  static func matches(_ text: IdentifierText) -> Bool {
    let day = text.bytes.split { $0 == 0x20 || $0 == 0x54 }.first ?? []
    let parts = day.split(omittingEmptySubsequences: false) {
      $0 == 0x2D || $0 == 0x2F || $0 == 0x2E
    }
    guard parts.count == 3,
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(IdentifierText.isDigit) })
    else { return false }
    let lengths = parts.map(\.count)
    let others = lengths[0] == 4 ? lengths[1...2] : lengths[0...1]
    return (lengths[0] == 4 || lengths[2] == 4) && others.allSatisfy { $0 <= 2 }
  }
}
