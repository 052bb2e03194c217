import Archive
import Encoders
import Estimates
import LinearPrograms

/// What a second audit found, without a name or a count that is not public.
struct AuditReport {
  private let audit: BundleAudit

  init(_ audit: BundleAudit) { self.audit = audit }

  /// The outcome in a sentence or two.
  var sentence: String {
    guard audit.passed else {
      var parts: [String] = []
      if !audit.failures.isEmpty {
        parts.append(
          "\(audit.failures.count) small or hidden \(audit.failures.count == 1 ? "count" : "counts") "
            + "can be worked out")
      }
      if !audit.inconsistencies.isEmpty {
        parts.append("\(audit.inconsistencies.count) totals are not the sum of their parts")
      }
      return "The second audit of results.json fails: \(parts.joined(separator: "; "))."
    }
    guard audit.hiddenCells > 0 else {
      return "The second audit of results.json passes: no count is hidden and none is too small."
    }
    return
      "The second audit of results.json passes: none of the \(audit.hiddenCells) hidden counts "
      + "follows from what is shown, nor is any known to be below \(audit.threshold)."
  }

  /// The outcome line by line.
  var lines: [String] {
    [
      "hidden counts      \(audit.hiddenCells), in \(audit.components) independent groups",
      "equations          \(audit.equations), drawn up from the names of cells",
      "narrowest limits   "
        + (audit.narrowest.map { "\($0) apart" } ?? "none: no hidden count has an upper limit"),
    ]
      + BundleAudit.attackers.map { attacker in
        let widths = audit.limits.filter { $0.attacker == attacker }.map(\.width)
        let isNarrow = widths.count { ($0 ?? .max) < audit.threshold - 1 }
        return "attacker           \(attacker.rawValue): \(widths.count { $0 == 0 }) exact, "
          + "\(isNarrow) within \(audit.threshold - 2), \(widths.count { $0 == nil }) without "
          + "upper limit"
      } + [sentence]
  }

  /// The outcome as JSON; names of cells and their limits are for the operator alone.
  func json(namesCells: Bool) -> JSONValue {
    var object: [String: JSONValue] = [
      "threshold": .integer(audit.threshold),
      "attackers": .array(BundleAudit.attackers.map { .text($0.rawValue) }),
      "hidden_cells": .integer(audit.hiddenCells),
      "components": .integer(audit.components),
      "equations": .integer(audit.equations),
      "narrowest": audit.narrowest.map { .integer($0) } ?? .null,
      "failures": .integer(audit.failures.count),
      "inconsistencies": .integer(audit.inconsistencies.count),
      "passed": .bool(audit.passed),
    ]
    if namesCells {
      object["limits"] = .array(
        audit.limits.map { limit in
          .object([
            "cell": .text(limit.cell.description), "attacker": .text(limit.attacker.rawValue),
            "lower": .integer(limit.lower), "upper": limit.upper.map { .integer($0) } ?? .null,
          ])
        })
      object["failing_cells"] = .array(
        audit.failures.map { failure in
          .object([
            "cell": .text(failure.cell.description), "reason": .text(failure.reason.rawValue),
          ])
        })
      object["inconsistent_cells"] = .array(
        audit.inconsistencies.map { .text($0.description) })
    }
    return .object(object)
  }
}
