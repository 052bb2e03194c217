public import Aggregates

/// What an analysis knows before it sees any data: which inputs exist, which groups are compared,
/// which quarters are reported.
public struct AnalysisContext: Sendable {
  /// What kind of people or events an input lists.
  public enum Population: String, Sendable, Hashable {
    case snapshots
    case events
    case applications
    case training
    case vacancies
    case skills
  }

  /// The specializations whose skills are followed.
  public struct Taxonomy: Sendable, Hashable {
    /// The structure whose levels are specializations.
    public let attribute: String
    /// The names of the specializations.
    public let specializations: [String]

    /// Makes a taxonomy.
    public init(attribute: String, specializations: [String]) {
      self.attribute = attribute
      self.specializations = specializations
    }
  }

  /// One input and what can be asked of it.
  public struct Input: Sendable {
    /// The input's identifier.
    public let id: String
    /// What it lists.
    public let population: Population
    /// The attributes it has.
    public let attributes: [Attribute]
    /// The measures it has: identifier, title and unit.
    public let measures: [MeasureName]
    /// Filters every query gets (excluded people).
    public let filters: [AggregateQuery.Filter]
    /// The stages of a funnel, first to last.
    public let stages: [String]

    /// Makes an input.
    public init(
      id: String, population: Population, attributes: [Attribute], measures: [MeasureName] = [],
      filters: [AggregateQuery.Filter] = [], stages: [String] = []
    ) {
      self.id = id
      self.population = population
      self.attributes = attributes
      self.measures = measures
      self.filters = filters
      self.stages = stages
    }

    /// Whether the input has an attribute.
    public func has(_ attribute: String) -> Bool { attributes.contains { $0.id == attribute } }
  }

  /// A measure as it is printed.
  public struct MeasureName: Sendable, Hashable {
    /// The identifier.
    public let id: String
    /// The title a reader sees.
    public let title: String
    /// The unit as printed.
    public let unit: String

    /// Makes a name.
    public init(id: String, title: String, unit: String) {
      self.id = id
      self.title = title
      self.unit = unit
    }
  }

  /// A share of an outside population to compare with.
  public struct Benchmark: Sendable, Hashable {
    /// The attribute, for example `gender`.
    public let attribute: String
    /// The level, for example `Women`.
    public let level: String
    /// The share, between 0 and 1.
    public let value: Double
    /// The standard error of the share, where it is known.
    public let standardError: Double?
    /// The structure level it applies to: attribute and label; everyone if `nil`.
    public let within: AggregateQuery.Filter?
    /// Who published it.
    public let source: String
    /// A caveat printed beside it.
    public let note: String?

    /// Makes a benchmark.
    public init(
      attribute: String, level: String, value: Double, standardError: Double?,
      within: AggregateQuery.Filter?, source: String, note: String?
    ) {
      self.attribute = attribute
      self.level = level
      self.value = value
      self.standardError = standardError
      self.within = within
      self.source = source
      self.note = note
    }
  }

  /// A skill that is recorded of people.
  public struct Skill: Sendable, Hashable {
    /// What a skill is about.
    public enum Domain: String, Sendable, Hashable {
      case health
      case technology
      case design
      case leadership
    }

    /// The attribute that says whether a person has it.
    public let attribute: String
    /// What it is called.
    public let name: String
    /// Its domain.
    public let domain: Domain

    /// Makes a skill.
    public init(attribute: String, name: String, domain: Domain) {
      self.attribute = attribute
      self.name = name
      self.domain = domain
    }
  }

  /// What one enrolment in training costs.
  public struct Cost: Sendable, Hashable {
    /// The amount, above 0.
    public let amount: Double
    /// The unit as printed, for example `USD`.
    public let unit: String
    /// The amount and its unit as printed.
    public let words: String

    /// Makes a cost.
    public init(amount: Double, unit: String, words: String) {
      self.amount = amount
      self.unit = unit
      self.words = words
    }
  }

  /// The quarters, oldest first, the reported one last.
  public let quarters: [String]
  /// The inputs.
  public let inputs: [Input]
  /// The characteristics compared, in declared order.
  public let characteristics: [Characteristic]
  /// The attributes that break the workforce down (level, function, location), in declared order.
  public let structures: [Attribute]
  /// Levels of structures to merge where groups are small.
  public let structureMerges: [Grouping]
  /// The first level that counts as leadership.
  public let leadershipFrom: String?
  /// Pairs (or more) of attributes to cross.
  public let intersections: [[String]]
  /// The measure of pay that is compared.
  public let payMeasure: String?
  /// The measure of bonus pay.
  public let bonusMeasure: String?
  /// The benchmarks.
  public let benchmarks: [Benchmark]
  /// The shares the organisation has set itself to reach.
  public let targets: [Target]
  /// What would become of the targets if rates changed.
  public let scenarios: [Scenario]
  /// The level of confidence intervals.
  public let confidence: Double
  /// The specializations whose skills are followed, where they are declared.
  public let taxonomy: Taxonomy?
  /// What one enrolment in training costs, where that is known.
  public let trainingCost: Cost?
  /// The skills that are recorded of people, by domain.
  public let skills: [Skill]
  /// The part of the workforce that is looked at; everyone where it is `nil`.
  public let part: WorkforcePart?

  /// Makes a context.
  public init(
    quarters: [String], inputs: [Input], characteristics: [Characteristic],
    structures: [Attribute], structureMerges: [Grouping] = [], leadershipFrom: String? = nil,
    intersections: [[String]] = [],
    payMeasure: String? = nil, bonusMeasure: String? = nil, benchmarks: [Benchmark] = [],
    targets: [Target] = [], scenarios: [Scenario] = [], confidence: Double = 0.95,
    trainingCost: Cost? = nil, skills: [Skill] = [],
    part: WorkforcePart? = nil, taxonomy: Taxonomy? = nil
  ) {
    self.quarters = quarters
    self.inputs = inputs
    self.characteristics = characteristics
    self.structures = structures
    self.structureMerges = structureMerges
    self.leadershipFrom = leadershipFrom
    self.intersections = intersections
    self.payMeasure = payMeasure
    self.bonusMeasure = bonusMeasure
    self.benchmarks = benchmarks
    self.targets = targets
    self.scenarios = scenarios
    self.confidence = confidence
    self.trainingCost = trainingCost
    self.skills = skills
    self.part = part
    self.taxonomy = taxonomy
  }

  /// The attribute that holds a row's quarter.
  public static let quarter = "quarter"

  /// The attribute that holds the quarter a row's person was hired in.
  public static let hireQuarter = "hire_quarter"

  /// The reported quarter.
  public var reported: String { quarters.last ?? "" }

  /// The same quarter a year before the reported one.
  public var yearAgo: String? { quarters.count >= 5 ? quarters[quarters.count - 5] : nil }

  /// The four quarters that end with the reported one; fewer where there is no more history.
  public var window: [String] { Array(quarters.suffix(4)) }

  /// The label of the window, for example `2024Q4 to 2025Q3`.
  public var windowLabel: String {
    guard let first = window.first, first != reported else { return reported }
    return "\(first) to \(reported)"
  }

  /// The first input of a kind.
  public func input(_ population: Population) -> Input? {
    inputs.first { $0.population == population }
  }

  /// The characteristics an input can be split by.
  public func characteristics(of input: Input) -> [Characteristic] {
    characteristics.filter { input.has($0.attribute.id) }
  }

  /// The structures an input can be split by.
  public func structures(of input: Input) -> [Attribute] {
    structures.filter { input.has($0.id) }
  }

  /// A query of an input over attributes, by quarter where the input has dates.
  ///
  /// With measures it asks for the reported quarter alone, or for the quarters named.
  public func query(
    _ input: Input, _ attributes: [String], measures: [AggregateQuery.MeasureRequest] = [],
    quarters: [String]? = nil
  ) -> AggregateQuery {
    let isDated = input.has(Self.quarter)
    let reportedOnly = AggregateQuery.Filter(Self.quarter, levels: quarters ?? [reported])
    return AggregateQuery(
      input: input.id, attributes: (isDated ? [Self.quarter] : []) + attributes,
      measures: measures,
      filters: input.filters + (isDated && !measures.isEmpty ? [reportedOnly] : []))
  }
}
