public import Analyses
public import Estimates

/// Suppression by elimination alone: which cells it hides so that no small count follows from the
/// others by additions and subtractions, before limits are looked at.
///
/// This is the first step of the gate and no protection by itself: a count that cannot be worked out
/// may still be known to within one person. It is offered for study and for timing. Cost: about
/// cells x cells of a margin in the densest block, in exact arithmetic modulo `2^61 - 1`.
public struct Elimination: Sendable {
  /// The cells hidden, small ones included, ascending.
  public let hidden: [CellKey]
  /// How many cells hold from 1 to below the threshold.
  public let primaries: Int
  /// Every cell of the tables, margins and merged levels included, in the order of the system.
  public let cells: [CellKey]

  /// Hides cells of tables of which every cell is offered.
  ///
  /// - Throws: `GateError` where tables contradict each other.
  public init(
    tables: [PlannedTable], relations: [LinearRelation] = [], threshold: Int
  ) throws(GateError) {
    let system = try CellSystem(tables: tables, relations: relations)
    var hidden: [CellKey] = []
    var primaries = 0
    for block in SuppressionBlock.blocks(of: system) {
      let isSmall = block.counts.map { $0.map { (1..<threshold).contains($0) } ?? false }
      primaries += isSmall.count { $0 }
      let suppression = SecondarySuppression(
        SecondarySuppression.Problem(
          block: block, threshold: threshold,
          isOffered: block.cells.map { system.isPublishable[$0] }, isProtected: isSmall,
          isWithheld: [Bool](repeating: false, count: block.cells.count),
          isSingleton: block.counts.map { $0 == 1 }, contributors: nil),
        basis: FreeCellBasis(
          cellCount: block.cells.count, identities: block.identities, in: .suppression))
      for (place, cell) in block.cells.enumerated() where !suppression.isPublished[place] {
        hidden.append(system.keys[cell])
      }
    }
    self.hidden = hidden.sorted()
    self.primaries = primaries
    cells = system.keys
  }
}
