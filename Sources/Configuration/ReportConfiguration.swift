/// Who reads the release, and the smallest groups that are shown.
public struct PrivacyConfiguration: Sendable, Hashable {
  /// What a column is to the people in it.
  public enum ColumnRole: String, Sendable, Hashable, CaseIterable {
    /// Others may know it of a person.
    case quasiIdentifier = "quasi-identifier"
    /// Nobody is to learn it of a person.
    case sensitive
  }

  /// A column whose role is given.
  public struct GivenRole: Sendable, Hashable {
    /// The identifier of the attribute, date or measure.
    public let id: String
    /// Its role.
    public let role: ColumnRole
  }

  /// Who reads the release: `public` or `internal`.
  public let audience: String
  /// The smallest group whose head count is shown.
  public let minGroup: Int
  /// The smallest group whose pay is shown.
  public let minGroupPay: Int
  /// The path of the key of input digests, where there is one.
  public let keyFile: String?
  /// The path of the key that releases are signed with, where there is one.
  public let signingKey: String?
  /// The columns whose role is given, in the order of the configuration.
  public let roles: [GivenRole]
  /// The path of the ledger of releases, where there is one.
  public let ledger: String?
  /// The multiples that shown counts are rounded to, where they are.
  public let rounding: Int?
}

/// What is written.
public struct ReportConfiguration: Sendable, Hashable {
  /// The identifiers of the frameworks that `crosswalk` may list.
  public static let frameworks = [
    "wres", "wdes", "uk-gpg", "eu-2023-970", "eeo-1", "gri-405", "esrs-s1",
  ]

  /// The profiles written when none is asked for: `leadership`, `full`, `research`.
  public let profiles: [String]
  /// The path of the brand file, where there is one.
  public let brand: String?
  /// A paragraph about the data, printed where the report says who is counted.
  public let description: String?
  /// The frameworks whose lines are answered in an annex; `nil` where the key is not given.
  public let crosswalk: [String]?
  /// The path of the last report, its folder or its `results.json`, where there is one to compare
  /// with.
  public let previousRelease: String?
  /// The path of the pool the organisation is compared with, its folder or its `pool.json`, where there
  /// is one.
  public let pool: String?
  /// What the organisation calls things, where it says so.
  public let terminology: TerminologyConfiguration?
}

/// Something the organisation does about a finding.
public struct ActionConfiguration: Sendable, Hashable {
  /// What is done.
  public let text: String
  /// Who answers for it.
  public let owner: String?
  /// The day it is due, as `2026-01-31`.
  public let due: String?
}

/// One key of the format and the value that holds.
public struct ConfigurationSetting: Sendable, Hashable {
  /// The heading of the table, for example `[privacy]`.
  public let table: String
  /// Which table of a list of tables it is, 1 for the first; 1 for any other table.
  public let position: Int
  /// The key.
  public let key: String
  /// The value as TOML.
  public let value: String
  /// Whether the file does not give the key.
  public let isDefault: Bool
}
