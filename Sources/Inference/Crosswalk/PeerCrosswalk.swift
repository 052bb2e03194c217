/// What other programs print for the same data, and why.
///
/// Every number published with a method's stamp can be looked up here by the method's identifier.
/// The numbers of this engine are computed again by the tests from the data given; those of programs
/// that were run stand in files beside the tests, with the scripts that wrote them.
public enum PeerCrosswalk {
  /// Comparisons of one kind of question.
  public struct Topic: Sendable {
    /// The heading.
    public let title: String
    /// The comparisons, in the order a reader meets them.
    public let comparisons: [PeerComparison]
  }

  /// The comparisons by topic.
  public static let topics: [Topic] = [
    Topic(title: "Two groups", comparisons: twoGroups),
    Topic(title: "Intervals of two groups", comparisons: intervals),
    Topic(title: "Strata and tables", comparisons: strata),
    Topic(title: "Shares", comparisons: shares),
    Topic(title: "Segregation", comparisons: segregation),
    Topic(title: "Diversity", comparisons: diversity),
    Topic(title: "Quantiles and inequality", comparisons: inequality),
    Topic(title: "Trend, time to an event and pay", comparisons: trendSurvivalPay),
  ]

  /// All comparisons, topic by topic.
  public static let all: [PeerComparison] = topics.flatMap(\.comparisons)

  /// The comparisons of a method or of one of its variants.
  ///
  /// A variant without comparisons of its own has those of its method, so `fisher-exact-mid-p` has
  /// those of `fisher-exact`.
  public static func comparisons(of id: String) -> [PeerComparison] {
    let own = all.filter { $0.methodID == id || $0.methodID.hasPrefix(id + "-") }
    if let card = MethodCatalogue.card(id), own.isEmpty || card.id == id {
      return all.filter { type(of: $0.question.method).card == card }
    }
    return own
  }
}
