public import Analyses
public import Estimates

/// What a reader can work out from published counts: an attack on a release.
///
/// It is given the published counts and the identities among all counts, published or not, and
/// nothing else. It finds every hidden count that follows by additions and subtractions, and for
/// the others limits from what is left in each line. It shares no code with the suppression beyond
/// the arithmetic, and computes modulo another prime.
public struct RecoverabilityAudit: Sendable {
  private let positions: [CellKey: Int]
  private let attack: HiddenCellAttack

  /// Attacks published counts.
  ///
  /// - Parameters:
  ///   - published: the counts a reader sees.
  ///   - relations: the identities among counts.
  ///   - smallest: the least a hidden count can be: 1 where zeros are always shown, else 0.
  public init(
    published: [CellKey: Int], relations: [LinearRelation], hiddenAtLeast smallest: Int = 1
  ) {
    var positions: [CellKey: Int] = [:]
    var known: [Int?] = []
    let lines = relations.map { relation in
      CellSystem.Line(
        terms: relation.terms.map { term in
          let position = positions[term.cell] ?? known.count
          if position == known.count {
            positions[term.cell] = position
            known.append(published[term.cell])
          }
          return CellSystem.Term(cell: position, coefficient: term.coefficient)
        }, constant: 0, isSpanning: true)
    }
    self.positions = positions
    attack = HiddenCellAttack(
      published: known, lines: lines,
      hiddenAtLeast: known.map { _ in smallest })
  }

  /// Whether a hidden count follows from what is published: by elimination, or because its limits
  /// meet.
  public func isRecoverable(_ cell: CellKey) -> Bool {
    positions[cell].map { attack.isRecoverable($0) } ?? false
  }

  /// The limits of a count; the upper one is `nil` where nothing bounds it.
  public func limits(of cell: CellKey) -> (lower: Int, upper: Int?)? {
    positions[cell].map { attack.limits(of: $0) }
  }
}
