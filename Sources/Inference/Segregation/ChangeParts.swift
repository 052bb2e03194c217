import Aggregates
import Estimates

/// The parts of the change of an index within the units and groups that both dates have.
struct ChangeParts {
  var units: Double
  var groups: Double
  var interaction: Double?
  var structure: Double
  var iterations = 0
}

/// Why a change cannot be taken apart.
struct ChangeProblem: Error {
  let reason: String
}

extension SegregationChangeResult {
  /// The change between two tables of an index in `nats` per unit, with the parts of what both
  /// share.
  init(
    earlier: ContingencyTable, later: ContingencyTable, nats: Double, hasInteraction: Bool = false,
    stamp: MethodStamp, index: (SegregationCounts) -> Double,
    parts: (SharedCounts) throws(ChangeProblem) -> ChangeParts
  ) {
    let (first, second) = (SegregationCounts(earlier), SegregationCounts(later))
    let mismatch = Self.mismatch(earlier, later)
    func whole(_ counts: SegregationCounts, _ date: String) -> (Double, Outcome) {
      if let problem = counts.problem {
        return (0, .notEstimable(reason: "At the \(date) date: \(problem)"))
      }
      let value = index(counts) / nats
      return (value, .estimate(value))
    }
    let (before, after) = (whole(first, "earlier"), whole(second, "later"))
    var problem = mismatch
    for case .notEstimable(let reason) in [before.1, after.1] where problem == nil {
      problem = reason
    }
    let shared = problem == nil ? SharedCounts(earlier: earlier, later: later) : nil
    var (inside, fitting): (ChangeParts?, String?) = (nil, problem ?? shared?.problem)
    if let shared, shared.problem == nil {
      do throws(ChangeProblem) { inside = try parts(shared) } catch { fitting = error.reason }
    }
    func outcome(_ value: Double?, _ reason: String?) -> Outcome {
      value.map { .estimate($0) } ?? .notEstimable(reason: reason ?? "")
    }
    let ends = shared.flatMap { shared in
      shared.problem == nil ? (index(shared.earlier) / nats, index(shared.later) / nats) : nil
    }
    self.init(
      earlier: before.1, later: after.1,
      change: outcome(problem == nil ? after.0 - before.0 : nil, problem),
      units: outcome(inside.map { $0.units / nats }, fitting),
      groups: outcome(inside.map { $0.groups / nats }, fitting),
      interaction: hasInteraction
        ? outcome(inside?.interaction.map { $0 / nats }, fitting) : nil,
      structure: outcome(inside.map { $0.structure / nats }, fitting),
      additions: outcome(ends.map { after.0 - $0.1 }, fitting),
      removals: outcome(ends.map { $0.0 - before.0 }, fitting),
      unsharedUnits: shared?.unsharedUnits ?? [], unsharedGroups: shared?.unsharedGroups ?? [],
      iterations: inside?.iterations ?? 0, stamp: stamp)
  }

  private static func mismatch(_ earlier: ContingencyTable, _ later: ContingencyTable) -> String? {
    func differ(_ first: [String]?, _ second: [String]?) -> Bool {
      first != nil && second != nil && first != second
    }
    return earlier.rowCount != later.rowCount || earlier.columnCount != later.columnCount
      || differ(earlier.rowLabels, later.rowLabels)
      || differ(earlier.columnLabels, later.columnLabels)
      ? "The two tables do not have the same units and groups; one that has nobody is an empty row "
        + "or column." : nil
  }
}
