import Estimates

/// Stages one within the other: of those who reached one, some reached the next.
struct NestedStages {
  private struct Step: Hashable, Comparable {
    let entered: String
    let passed: String

    static func < (left: Step, right: Step) -> Bool {
      (left.entered, left.passed) < (right.entered, right.passed)
    }
  }

  private let steps: [Step]

  /// Reads the steps out of rows that count who entered and who passed.
  init(_ release: ArchivedRelease) {
    var steps = Set<Step>()
    for exhibit in release.exhibits {
      for row in exhibit.rows {
        var entered: [String: CellKey] = [:]
        for (column, entry) in zip(exhibit.columns, row.entries) {
          guard let cell = entry?.cell, column.id.hasSuffix("_entered") else { continue }
          entered[String(column.id.dropLast("_entered".count))] = cell
        }
        for (column, entry) in zip(exhibit.columns, row.entries) {
          guard column.id.hasSuffix("_passed"), let passed = entry?.cell,
            let whole = entered[String(column.id.dropLast("_passed".count))],
            let before = whole.level(of: "reached"), let after = passed.level(of: "reached"),
            before != after, whole.with("reached", after) == passed
          else { continue }
          steps.insert(Step(entered: before, passed: after))
        }
      }
    }
    self.steps = steps.sorted()
  }

  /// Whoever reached a stage stopped before a later one or reached that.
  func equations(_ keys: [CellKey]) -> [NamedEquation] {
    let all = Set(keys)
    var equations: [NamedEquation] = []
    for key in keys {
      guard let stage = key.level(of: "reached") else { continue }
      for step in steps where step.entered == stage {
        let passed = key.with("reached", step.passed)
        guard all.contains(passed) else { continue }
        let stopped = key.without("reached")
          .with("stopped", "\u{1}\(step.entered), before \(step.passed)")
        equations.append(NamedEquation(whole: key, parts: [passed, stopped]))
      }
    }
    // Whoever is paid is counted.
    for key in keys where key.population == "paid" && key.level(of: "pay_quarter") == nil {
      let everyone = CellKey("workforce", key.conditions)
      guard all.contains(everyone) else { continue }
      equations.append(
        NamedEquation(whole: everyone, parts: [key, CellKey("unpaid", key.conditions)]))
    }
    return equations
  }
}
