/// Who is reported on.
public struct OrganisationConfiguration: Sendable, Hashable {
  /// Whether the figures may still change.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    case final
    case draft
  }

  /// The name of the organisation.
  public let name: String
  /// The language and number format of the report, a tag of `ReportLocale.all`.
  public internal(set) var locale: String
  /// The currency of every amount, as a code of three letters.
  public let currency: String
  /// Whether the figures may still change.
  public let status: Status
}
