import Aggregates
import Estimates

/// The levels cut in two: leadership and the rest.
struct LeadershipSplit: Sendable {
  let attribute: Attribute
  let target: [Int?]
  let label: String
  let members: [String]

  /// The split that is configured; `nil` where there is none or leadership is one level.
  init?(_ context: AnalysisContext) {
    guard let from = context.leadershipFrom,
      let level = context.structures.first(where: { $0.id == "level" }),
      let start = level.levels.firstIndex(where: { $0.label == from })
    else { return nil }
    let members = level.levels.indices.filter {
      $0 >= start && level.levels[$0].declaration == .declared
    }
    guard members.count > 1 else { return nil }
    label = "\(from) and above"
    attribute = Attribute(
      id: "level", title: level.title, levels: [Level("Below \(from)"), Level(label)],
      isOrdered: true)
    target = level.levels.indices.map { members.contains($0) ? 1 : 0 }
    self.members = members.map { level.levels[$0].label }
  }
}
