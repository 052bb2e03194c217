public import Findings

/// What a report says beside the numbers: who, when, under which rules, with which caveats.
///
/// Every part but the first few may be left empty; the sections then say less.
public struct ReportContext: Sendable {
  /// A share an organisation has set itself to reach.
  public struct Target: Sendable, Hashable {
    /// Whom the target counts.
    public enum Scope: String, Sendable, Hashable {
      /// Everyone.
      case overall
      /// The levels of leadership.
      case leadership
    }

    /// The characteristic's identifier, for example `gender`.
    public let attribute: String
    /// The group, for example `Women`.
    public let group: String
    /// Whom the target counts.
    public let scope: Scope
    /// The share to reach, between 0 and 1.
    public let value: Double
    /// The quarter it is to be reached by, for example `2027Q4`.
    public let by: String

    /// Makes a target.
    public init(attribute: String, group: String, scope: Scope, value: Double, by: String) {
      self.attribute = attribute
      self.group = group
      self.scope = scope
      self.value = value
      self.by = by
    }
  }

  /// A quarter from which a characteristic cannot be compared with the quarters before.
  public struct Break: Sendable, Hashable {
    /// The characteristic's identifier.
    public let attribute: String
    /// The first quarter counted the new way.
    public let quarter: String
    /// What changed, as a sentence.
    public let text: String

    /// Makes a break.
    public init(attribute: String, quarter: String, text: String) {
      self.attribute = attribute
      self.quarter = quarter
      self.text = text
    }
  }

  /// Something the organisation will do; it comes from the configuration and is never generated.
  public struct Action: Sendable, Hashable {
    /// What will be done.
    public let text: String
    /// Who answers for it.
    public let owner: String?
    /// The date it is due, as printed.
    public let due: String?

    /// Makes an action.
    public init(text: String, owner: String? = nil, due: String? = nil) {
      self.text = text
      self.owner = owner
      self.due = due
    }
  }

  /// A specialization and the occupation of the labour market it is held beside.
  public struct Occupation: Sendable, Hashable {
    /// The share of a group among the people employed in an occupation.
    public struct Share: Sendable, Hashable {
      /// The group.
      public let group: String
      /// The share, between 0 and 1.
      public let value: Double

      /// Makes a share.
      public init(group: String, value: Double) {
        self.group = group
        self.value = value
      }
    }

    /// The specialization.
    public let specialization: String
    /// The occupation.
    public let occupation: String
    /// Codes of the occupation.
    public let codes: [String]
    /// Shares of groups among the people employed in it.
    public let shares: [Share]
    /// A caveat printed beside it.
    public let note: String?

    /// Makes an occupation.
    public init(
      specialization: String, occupation: String, codes: [String],
      shares: [Share], note: String?
    ) {
      self.specialization = specialization
      self.occupation = occupation
      self.codes = codes
      self.shares = shares
      self.note = note
    }
  }

  /// Where a benchmark comes from.
  public struct BenchmarkSource: Sendable, Hashable {
    /// What it is a share of, for example `Women, Software development`.
    public let subject: String
    /// Who published it.
    public let source: String
    /// When, as printed.
    public let date: String?
    /// A caveat printed beside it.
    public let note: String?

    /// Makes a source.
    public init(subject: String, source: String, date: String? = nil, note: String? = nil) {
      self.subject = subject
      self.source = source
      self.date = date
      self.note = note
    }
  }

  /// One line of the record of how the report was made.
  public struct Provenance: Sendable, Hashable {
    /// What the line states, for example `Engine`.
    public let label: String
    /// The statement.
    public let value: String

    /// Makes a line.
    public init(label: String, value: String) {
      self.label = label
      self.value = value
    }
  }

  /// The organisation's name.
  public var organisation: String
  /// The language of the report.
  public var language: Language
  /// The organisation's own words.
  public var terminology: Terminology
  /// The currency code amounts are in, for example `GBP`.
  public var currency: String?
  /// The quarter reported, for example `2025Q3`.
  public var period: String
  /// The snapshot date, as printed.
  public var snapshotDate: String?
  /// Whether the report is a draft.
  public var isDraft: Bool
  /// The report this one replaces, where it does.
  public var supersedes: String?
  /// The engine's name and version.
  public var engineVersion: String
  /// The confidence of intervals and verdicts.
  public var confidence: Double
  /// The practical bands.
  public var bands: PracticalBands
  /// How tests are adjusted for being several.
  public var multiplicity: Multiplicity
  /// The first level that counts as leadership.
  public var leadershipFrom: String?
  /// The measure of pay as printed, for example `hourly pay`.
  public var payMeasure: String?
  /// The description of the data printed under "Who is counted".
  public var dataDescription: String?
  /// Who is not counted, one sentence each.
  public var exclusions: [String]
  /// Where benchmarks come from.
  public var benchmarks: [BenchmarkSource]
  /// Targets.
  public var targets: [Target]
  /// Breaks in the series, in the order of the configuration.
  public var breaks: [Break]
  /// The frameworks whose lines an annex answers, by identifier; `nil` for all of them in the
  /// research profile and none elsewhere.
  public var crosswalk: [String]?
  /// Actions.
  public var actions: [Action]
  /// The occupations that specializations are held beside, in the order of the taxonomy.
  public var occupations: [Occupation]
  /// Where the occupations' shares come from.
  public var occupationSource: String?
  /// What was wrong with the input and was accepted, one sentence each.
  public var warnings: [String]
  /// How the report was made.
  public var provenance: [Provenance]
  /// The scope of protection, for example `protected within this release only`.
  public var privacyScope: String?
  /// Whether the release is audited a second time before it is written.
  public var isAudited: Bool

  /// Makes a context; what is left out can be set afterwards.
  public init(
    organisation: String, period: String, engineVersion: String, confidence: Double,
    bands: PracticalBands, multiplicity: Multiplicity = .holm, language: Language = .britishEnglish
  ) {
    self.organisation = organisation
    self.language = language
    self.period = period
    self.engineVersion = engineVersion
    self.confidence = confidence
    self.bands = bands
    self.multiplicity = multiplicity
    terminology = Terminology()
    isDraft = false
    isAudited = false
    exclusions = []
    benchmarks = []
    targets = []
    breaks = []
    actions = []
    occupations = []
    warnings = []
    provenance = []
  }
}
