public import Aggregates
public import Estimates

/// A cross of attributes whose cells, margins and total an analysis wants to publish.
///
/// Counts are dense and row-major over the attributes' levels, the last attribute fastest. Every
/// margin is part of the plan: for `gender × level` also the cells of `gender`, of `level` and the
/// total. Where a grouping is set, the merged levels are published instead of their members; the
/// members stay in the system the gate protects.
public struct PlannedTable: Sendable {
  /// The population, for example `workforce`.
  public let population: String
  /// Conditions every cell shares, for example `period = 2025Q3`.
  public let conditions: [CellKey.Condition]
  /// The attributes that are crossed; none for a single total.
  public let attributes: [Attribute]
  /// The counts, row-major.
  public let counts: Confidential<[Int]>
  /// Levels that are published merged.
  public let groupings: [Grouping]
  /// Whether the cells stand in the release.
  ///
  /// A table that is not published still tells the gate which cells a reader could work out from
  /// others.
  public let isPublished: Bool
  /// Whether a small group in this table speaks against the rung it belongs to.
  ///
  /// True for tables that are published, and for those that a reader gets by subtracting published
  /// ones.
  public let guidesRungs: Bool

  /// Makes a planned table from a cell table over at least the attributes named.
  public init(
    population: String, conditions: [CellKey.Condition] = [], attributes: [String],
    cells: CellTable, groupings: [Grouping] = [], isPublished: Bool = true,
    guidesRungs: Bool? = nil
  ) {
    let margin = cells.margin(attributes)
    let strides = PlannedTable.strides(margin.attributes)
    var counts = [Int](
      repeating: 0, count: margin.attributes.reduce(1) { $0 * $1.levels.count })
    for entry in margin.entries {
      counts[zip(entry.coordinates, strides).reduce(0) { $0 + $1.0 * $1.1 }] += entry.cell.count
    }
    self.population = population
    self.conditions = conditions
    self.attributes = margin.attributes
    self.counts = Confidential(counts)
    self.groupings = groupings.filter { grouping in
      margin.attributes.contains { $0.id == grouping.attribute }
    }
    self.isPublished = isPublished
    self.guidesRungs = guidesRungs ?? isPublished
  }

  init(
    population: String, conditions: [CellKey.Condition], attributes: [Attribute],
    counts: Confidential<[Int]>, groupings: [Grouping], isPublished: Bool, guidesRungs: Bool
  ) {
    self.population = population
    self.conditions = conditions
    self.attributes = attributes
    self.counts = counts
    self.groupings = groupings
    self.isPublished = isPublished
    self.guidesRungs = guidesRungs
  }

  /// The distance in `counts` between neighbouring levels of each attribute.
  public static func strides(_ attributes: [Attribute]) -> [Int] {
    var strides = [Int](repeating: 1, count: attributes.count)
    for index in attributes.indices.dropLast().reversed() {
      strides[index] = strides[index + 1] * attributes[index + 1].levels.count
    }
    return strides
  }
}

/// Levels of an attribute that are shown as one.
public struct Grouping: Hashable, Sendable, Codable {
  /// The attribute's identifier.
  public let attribute: String
  /// The label of the merged level, for example `Another gender or not stated`.
  public let label: String
  /// The labels of the levels it holds.
  public let members: [String]

  /// Makes a grouping.
  public init(attribute: String, label: String, members: [String]) {
    self.attribute = attribute
    self.label = label
    self.members = members
  }
}

/// An identity that ties counts of different tables together: `Σ coefficient · count = 0`.
///
/// The headcount bridge (closing = opening + hires - exits) and rolling windows (a window is the sum
/// of its quarters) are such identities; a reader knows them, so the gate must too.
public struct LinearRelation: Sendable, Hashable {
  /// The counts and their coefficients.
  public let terms: [Term]

  /// One count in the identity.
  public struct Term: Sendable, Hashable {
    /// The count.
    public let cell: CellKey
    /// Its coefficient.
    public let coefficient: Int

    /// Makes a term.
    public init(_ cell: CellKey, _ coefficient: Int) {
      self.cell = cell
      self.coefficient = coefficient
    }
  }

  /// Makes an identity.
  public init(_ terms: [Term]) { self.terms = terms }

  /// `whole = Σ parts`.
  public init(_ whole: CellKey, isSumOf parts: [CellKey]) {
    terms = [Term(whole, 1)] + parts.map { Term($0, -1) }
  }
}
