/// Addresses of devices: four numbers up to 255 (version 4), or eight groups of up to four
/// hexadecimal digits, one run of which may be left out (version 6).
enum InternetAddress: IdentifierForm {
  static func matches(_ text: IdentifierText) -> Bool {
    isVersion4(text.bytes) || isVersion6(text.bytes)
  }

  private static func isVersion4(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: 0x2E, omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        !part.isEmpty && part.count <= 3 && part.allSatisfy(IdentifierText.isDigit)
          && IdentifierText.number(part) <= 255
      }
  }

  private static func isVersion6(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= 45, text.contains(0x3A) else { return false }
    let groups = text.split(separator: 0x3A, omittingEmptySubsequences: false)
    // A time of day has two or three groups; the shortest address worth a name has `::`.
    let gaps = groups.indices.dropFirst().dropLast().filter { groups[$0].isEmpty }
    let starts = groups.first?.isEmpty ?? true
    let ends = groups.last?.isEmpty ?? true
    guard
      groups.allSatisfy({ $0.count <= 4 && $0.allSatisfy(IdentifierText.isHexadecimal) })
    else { return false }
    if gaps.isEmpty { return groups.count == 8 && !starts && !ends }
    let run = gaps.count + (starts ? 1 : 0) + (ends ? 1 : 0)
    // One `::` inside is one empty group; at an end, two.
    guard gaps.count == 1, run <= 2, !(starts && ends) else { return false }
    if starts && gaps[0] != groups.startIndex + 1 { return false }
    if ends && gaps[0] != groups.endIndex - 2 { return false }
    let written = groups.filter { !$0.isEmpty }.count
    return written >= 1 && written <= 7
  }
}
