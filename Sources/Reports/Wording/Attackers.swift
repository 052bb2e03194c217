/// The attackers a release is protected against, in words.
enum Attackers {
  /// Who each attacker is.
  private static let words: [(id: String, words: String)] = [
    ("non-negative", "a reader who knows nothing else"),
    ("insider", "one who also knows their own record"),
    ("zeros-public", "one who knows that hidden groups are not empty"),
  ]

  /// Sentences for the attackers with these identifiers; none for none.
  ///
  /// - Parameters:
  ///   - threshold: the smallest group shown, as printed.
  ///   - isAudited: whether the release passed its second audit.
  static func sentences(_ attackers: [String], threshold: String, isAudited: Bool) -> [String] {
    let known = words.filter { attackers.contains($0.id) }.map(\.words)
    guard let last = known.last else { return [] }
    let who =
      known.count == 1
      ? last
      : known.dropLast().joined(separator: ", ") + (known.count > 2 ? ", or " : " or ") + last
    var sentences = [
      "The hidden counts are protected against someone who reads the whole release and reckons with "
        + "all its tables at once, be it \(who): none of these attackers can tell that a hidden group "
        + "has fewer than \(threshold) people. Whoever knows more may tell more."
    ]
    if isAudited {
      sentences.append(
        "Before the release was written, a second program that sees nothing else attacked it, and "
          + "it passed; the command parity verify does that again, without the data.")
    }
    return sentences
  }
}
