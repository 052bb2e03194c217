/// The attackers a release is protected against, in words.
enum Attackers {
  /// Who each attacker is.
  private static let words: [(id: String, words: Explanation)] = [
    ("non-negative", .readerAttacker),
    ("insider", .insiderAttacker),
    ("zeros-public", .zerosAttacker),
  ]

  /// Sentences for the attackers with these identifiers; none for none.
  ///
  /// - Parameters:
  ///   - threshold: the smallest group shown, as printed.
  ///   - isAudited: whether the release passed its second audit.
  static func sentences(
    _ attackers: [String], threshold: String, isAudited: Bool, in catalogue: MessageCatalogue
  ) -> [String] {
    let known = words.filter { attackers.contains($0.id) }.map { catalogue.explanation($0.words) }
    guard !known.isEmpty else { return [] }
    let who = catalogue.language.alternatives(known)
    return [catalogue.explanation(.attackers, ["who": who, "threshold": threshold])]
      + (isAudited ? [catalogue.explanation(.secondAudit)] : [])
  }
}
