public import Estimates

/// One way to show an exhibit: its skeleton and all it needs.
public struct PlannedExhibit: Sendable {
  /// The skeleton.
  public let exhibit: Exhibit
  /// The tables whose cells it shows or computes from.
  public let tables: [PlannedTable]
  /// The statistics it shows.
  public let statistics: [PlannedStatistic]
  /// Identities between cells of this exhibit and others.
  public let relations: [LinearRelation]

  /// Makes a planned exhibit.
  public init(
    exhibit: Exhibit, tables: [PlannedTable], statistics: [PlannedStatistic],
    relations: [LinearRelation] = []
  ) {
    self.exhibit = exhibit
    self.tables = tables
    self.statistics = statistics
    self.relations = relations
  }
}

/// The ways to show one exhibit, finest first.
///
/// The gate takes the first that shows no group smaller than its threshold, else the coarsest: roll
/// up before hiding.
public struct ExhibitLadder: Sendable {
  /// The rungs, finest first; at least one.
  public let rungs: [PlannedExhibit]

  /// Makes a ladder; `nil` without a rung.
  public init?(_ rungs: [PlannedExhibit]) {
    guard !rungs.isEmpty else { return nil }
    self.rungs = rungs
  }
}

/// Everything a release will hold, complete before the gate runs.
public struct ReleasePlan: Sendable {
  /// The exhibits, in the order of the report.
  public var ladders: [ExhibitLadder]
  /// Identities between cells that belong to no single exhibit.
  public var relations: [LinearRelation]

  /// Counts that no exhibit shows and that readers could reckon with all the same.
  public var tables: [PlannedTable]

  /// Makes a plan.
  public init(
    ladders: [ExhibitLadder] = [], relations: [LinearRelation] = [], tables: [PlannedTable] = []
  ) {
    self.ladders = ladders
    self.relations = relations
    self.tables = tables
  }
}
