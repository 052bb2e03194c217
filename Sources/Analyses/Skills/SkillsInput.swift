import Aggregates

/// The recorded skills of the people of the snapshots, and how they are asked for.
struct SkillsInput: Sendable {
  static let domain = "skill_domain"
  static let both = "Health and technology"
  static let has = "Yes"

  let input: AnalysisContext.Input
  let people: AnalysisContext.Input
  /// The skills, in the order of the configuration.
  let skills: [AnalysisContext.Skill]
  /// The quarters skills are shown of: the reported one, then the one a year before.
  let quarters: [String]

  /// The skills of a context; `nil` where none are recorded, or no snapshot says of whom.
  init?(_ context: AnalysisContext) {
    guard let input = context.input(.skills), let people = context.input(.snapshots),
      input.has(Self.domain)
    else { return nil }
    self.input = input
    self.people = people
    skills = context.skills.filter { input.has($0.attribute) }
    quarters = [context.reported] + (context.yearAgo.map { [$0] } ?? [])
  }

  /// The characteristics and structures that both files have.
  func splits(_ context: AnalysisContext) -> [String] {
    (context.characteristics(of: input).map(\.attribute.id)
      + context.structures(of: input).map(\.id))
      .filter { people.has($0) }
  }

  /// Every pair of a skill in health and one in technology.
  var pairs: [(AnalysisContext.Skill, AnalysisContext.Skill)] {
    let technology = skills.filter { $0.domain == .technology }
    return skills.filter { $0.domain == .health }.flatMap { health in
      technology.map { (health, $0) }
    }
  }

  /// The quarters, of those shown, that anybody's skills are recorded in.
  func recorded(_ cells: CellTable) -> [String] {
    quarters.filter { cells.count([AnalysisContext.quarter: $0]) > 0 }
  }
}

/// Whether skills are recorded of the very people of the snapshots.
///
/// Their counts are protected as counts of the workforce, so they must be.
public enum SkillsCoverage {
  /// The quarters in which the people of the two files differ, in number, in a characteristic or in a
  /// structure; in order.
  public static func differingQuarters(
    in data: WorkforceData, _ context: AnalysisContext
  ) -> [String] {
    guard let skills = SkillsInput(context) else { return [] }
    let pairs = ([[]] + skills.splits(context).map { [$0] }).compactMap {
      split -> (CellTable, CellTable)? in
      guard let people = data.cells(skills.people, split),
        let recorded = data.cells(skills.input, split + [SkillsInput.domain])
      else { return nil }
      return (people, recorded.margin([AnalysisContext.quarter] + split))
    }
    return skills.quarters.reversed().filter { quarter in
      pairs.contains { people, recorded in
        let there = recorded.slice(AnalysisContext.quarter, quarter)
        // A quarter without a row of skills is one they were not recorded in.
        return there.count([:]) > 0
          && counts(people.slice(AnalysisContext.quarter, quarter)) != counts(there)
      }
    }
  }

  /// The counts of a table by coordinates, those of nobody left out.
  private static func counts(_ cells: CellTable) -> [[Int]: Int] {
    cells.entries.reduce(into: [:]) { counts, entry in
      if entry.cell.count != 0 { counts[entry.coordinates, default: 0] += entry.cell.count }
    }
  }
}
