import Aggregates
import DataSources

/// Everything a run needs to know, read from `parity.toml` and checked.
///
/// A value of this type is free of contradictions inside itself: every attribute, level, measure
/// and input it names is declared in it. Whether the data agree is checked when they are read.
public struct RunConfiguration: Sendable, Hashable {
  /// The name of the file as the user gave it.
  public let file: String
  /// The folder paths are relative to.
  public let folder: String
  /// Who is reported on.
  public internal(set) var organisation: OrganisationConfiguration
  /// When.
  public let period: PeriodConfiguration
  /// The files, in the order of the configuration.
  public let inputs: [InputConfiguration]
  /// The attributes, derived ones included, in the order of the configuration.
  public let attributes: [AttributeConfiguration]
  /// The lowest level of leadership: a level of the attribute `level`.
  public let leadershipFrom: String?
  /// Pairs (or more) of attributes whose combinations are reported.
  public let intersections: [[String]]
  /// What pay is compared by, where it is.
  public let pay: PayConfiguration?
  /// What one enrolment in training costs, in the run's currency, where that is known.
  public let trainingCost: Double?
  /// The skills that are recorded of people, by domain.
  public let skills: [SkillConfiguration]
  /// Figures from outside that shares are compared with.
  public let benchmarks: [BenchmarkConfiguration]
  /// What the organisation aims at.
  public let targets: [TargetConfiguration]
  /// Quarters from which an attribute cannot be compared with the quarters before.
  public let breaks: [BreakConfiguration]
  /// Who reads the release, and the smallest groups that are shown.
  public let privacy: PrivacyConfiguration
  /// How differences are tested and judged.
  public let tests: TestsConfiguration
  /// What is written.
  public let report: ReportConfiguration
  /// What the organisation does about it.
  public let actions: [ActionConfiguration]
  /// The specializations whose skills are followed, where a file of them is named.
  public let taxonomy: TaxonomyConfiguration?
  /// What would become of the targets if rates changed.
  public let scenarios: [ScenarioConfiguration]
  /// Every key with the value that holds, given or by default.
  public internal(set) var settings: [ConfigurationSetting]

  /// The attribute with this identifier.
  public func attribute(_ id: String) -> AttributeConfiguration? {
    attributes.first { $0.attribute.id == id }
  }

  /// The attributes with this role, in the order of the configuration.
  public func attributes(_ role: AttributeConfiguration.Role) -> [AttributeConfiguration] {
    attributes.filter { $0.role == role }
  }

  /// The input with this identifier.
  public func input(_ id: String) -> InputConfiguration? {
    inputs.first { $0.schema.id == id }
  }

  /// The labels of the levels of leadership, lowest first; empty where none is declared.
  public var leadershipLevels: [String] {
    guard let leadershipFrom, let level = attribute("level") else { return [] }
    return Array(level.attribute.declaredLevels.map(\.label).drop { $0 != leadershipFrom })
  }

  /// Whether every input holds figures that are public already, so that no gate applies.
  public var isAlreadyPublished: Bool {
    !inputs.isEmpty && inputs.allSatisfy(\.isAlreadyPublished)
  }
}
