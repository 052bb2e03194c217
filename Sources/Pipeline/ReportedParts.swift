import Aggregates
import Analyses
import Configuration

/// The parts of the workforce that get reports of their own.
struct ReportedParts: Sendable {
  /// No part: the whole's report alone.
  static let none = ReportedParts(all: [], reported: [])

  /// Every level of the structure, those nobody declared too: what adds up to the whole.
  let all: [WorkforcePart]
  /// The levels that are answers, in declared order.
  let reported: [WorkforcePart]

  private init(all: [WorkforcePart], reported: [WorkforcePart]) {
    self.all = all
    self.reported = reported
  }

  /// The levels of a structure of the configuration.
  ///
  /// - Throws: a failure (64) where no structure has that identifier or no input that is counted knows
  ///   it.
  init(forEach id: String, _ configuration: RunConfiguration) throws(RunFailure) {
    let context = ContextBuilder.context(configuration)
    guard context.structures.contains(where: { $0.id == id }),
      let attribute = (context.input(.snapshots) ?? context.inputs.first)?.attributes
        .first(where: { $0.id == id })
    else {
      let known = context.structures.map(\.id)
      throw RunFailure(
        .usage,
        [
          "error U106 \(id) is no structure that reports can be made for each level of",
          "  fix: "
            + (known.isEmpty
              ? "give an attribute role = \"structure\""
              : "one of \(known.joined(separator: ", "))"),
        ])
    }
    all = attribute.levels.map { WorkforcePart(attribute: id, level: $0.label) }
    reported = attribute.declaredLevels.map { WorkforcePart(attribute: id, level: $0.label) }
  }
}
