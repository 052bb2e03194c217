public import Aggregates
import Estimates
import Inference

/// Which people have skills in both health and technology, which skills go together and which grow.
///
/// A stock is a full count, so shares have no interval. What connects two skills and what makes one
/// grow are processes that could have gone otherwise, so their measures have one.
public struct SkillsAnalysis: Analysis {
  /// Makes the analysis.
  public init() {}

  /// The queries whose answers the analysis needs.
  public func queries(in context: AnalysisContext) -> [AggregateQuery] {
    guard let skills = SkillsInput(context) else { return [] }
    let splits = [[]] + skills.splits(context).map { [$0] }
    return splits.map { context.query(skills.people, $0) }
      + splits.map { context.query(skills.input, $0 + [SkillsInput.domain]) }
      + skills.skills.map { context.query(skills.input, [$0.attribute]) }
      + skills.pairs.map { context.query(skills.input, [$0.attribute, $1.attribute]) }
  }

  /// The exhibits, each with its rungs from finest to coarsest.
  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    guard let skills = SkillsInput(context),
      let domains = data.cells(skills.input, [SkillsInput.domain])
    else { return [] }
    let quarters = skills.recorded(domains)
    guard quarters.first == context.reported else { return [] }
    var ladders: [ExhibitLadder?] = [
      ExhibitLadder([SkillDomains(cells: domains, quarters: quarters).exhibit])
    ]
    for characteristic in context.characteristics(of: skills.input) {
      let id = characteristic.attribute.id
      guard let cells = data.cells(skills.input, [id, SkillsInput.domain]) else { continue }
      ladders.append(
        ExhibitLadder(
          GroupLayout.ladder(for: characteristic, endsWithPair: false).map {
            HybridTalent(layout: $0, cells: cells, quarters: quarters).exhibit
          }))
    }
    // Levels are left to the report's own tables; where people work says where domains meet.
    for structure in context.structures(of: skills.input) where structure.id != "level" {
      guard let cells = data.cells(skills.input, [structure.id, SkillsInput.domain]) else {
        continue
      }
      ladders.append(
        ExhibitLadder(
          StructureLayout.ladder(for: structure, context).map {
            HybridTalent(structure: $0, cells: cells, quarters: quarters).exhibit
          }))
    }
    ladders.append(
      SkillPairs(skills: skills, data: data, context: context).flatMap {
        ExhibitLadder([$0.exhibit])
      })
    if quarters.count > 1 {
      ladders.append(
        GrowingSkills(skills: skills, data: data, context: context, quarters: quarters)
          .flatMap { ExhibitLadder([$0.exhibit]) })
    }
    return ladders.compactMap { $0 }
  }
}
