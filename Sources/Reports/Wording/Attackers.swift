/// The attackers a release is protected against, in words.
enum Attackers {
  /// What each attacker knows beside the release.
  private static let knowledge: [(id: String, words: String)] = [
    ("non-negative", "knows that no group has fewer than nobody"),
    ("insider", "also knows their own record"),
    ("zeros-public", "also knows that no hidden group is empty"),
  ]

  /// Sentences for the attackers with these identifiers; none for none.
  static func sentences(_ attackers: [String], isAudited: Bool) -> [String] {
    let words = knowledge.filter { attackers.contains($0.id) }.map(\.words)
    guard let last = words.last else { return [] }
    let who = words.count == 1 ? last : "\(words.dropLast().joined(separator: ", ")) or \(last)"
    var sentences = [
      "Hidden counts of small groups are protected against someone who reads the whole release, "
        + "reckons with all its tables at once and \(who): none of them can narrow such a count "
        + "down to fewer than the threshold's range. Protection against other knowledge is not "
        + "claimed."
    ]
    if isAudited {
      sentences.append(
        "A second program that sees this release alone audited it against these attackers before it "
          + "was written, and found no such count; `parity verify` repeats that without the data.")
    }
    return sentences
  }
}
