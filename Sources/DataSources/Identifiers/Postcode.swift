/// Full United Kingdom postcodes: an outward code (A9, A99, AA9, AA99, A9A, AA9A) and an inward code
/// (9AA).
enum Postcode: IdentifierForm {
  private static let unusedLetters = Set("CIKMOV".utf8)
  private static let outwardForms = ["A9", "A99", "AA9", "AA99", "A9A", "AA9A"]

  static func matches(_ text: IdentifierText) -> Bool {
    guard (5...7).contains(text.compact.count) else { return false }
    let inward = text.compact.suffix(3)
    guard let first = inward.first, IdentifierText.isDigit(first),
      inward.dropFirst().allSatisfy({
        IdentifierText.isCapital($0) && !unusedLetters.contains($0)
      })
    else { return false }
    let form = text.compact.dropLast(3).map {
      IdentifierText.isDigit($0) ? "9" : IdentifierText.isCapital($0) ? "A" : "?"
    }
    return outwardForms.contains(form.joined())
  }
}
