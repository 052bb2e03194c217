public import Aggregates
import Estimates

extension AnalysisContext {
  /// The attribute that analyses make of the quarter of hiring: years of service, with the labels that
  /// merge them.
  public static var service: (attribute: Attribute, merges: [Grouping]) {
    (ServiceYears.attribute, ServiceYears.ladder.flatMap(\.groupings))
  }

  /// The level of ``service`` of a person in a snapshot.
  ///
  /// - Parameters:
  ///   - quarter: the quarter of the snapshot.
  ///   - hired: the quarter of hiring, or another label where it is not known.
  ///   - hireQuarters: all quarters of hiring, in order, without a gap.
  public static func serviceLevel(
    quarter: String, hired: String, hireQuarters: [String]
  ) -> Int {
    let beside = ServiceYears.attribute.levels.count - 1
    guard let now = hireQuarters.firstIndex(of: quarter),
      let then = hireQuarters.firstIndex(of: hired)
    else { return beside }
    let service = now - then
    return service >= 0 && service / 4 < ServiceYears.count ? service / 4 : beside
  }
}
