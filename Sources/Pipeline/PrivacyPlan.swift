import Analyses
public import Configuration
import Disclosure
import Estimates

/// A release up to the gate and no further: what would be shown, merged and hidden, and why.
///
/// For the operator: it tells reasons, which a release never does. No count of people is in it but
/// those of cells.
public struct PrivacyPlan: Sendable {
  private let gated: GateResult
  private let policy: DisclosurePolicy

  /// Counts, plans and rules; nothing is written.
  ///
  /// - Parameter forEach: the structure whose levels get reports of their own, ruled on together.
  public init(
    _ configuration: RunConfiguration, forEach: String? = nil,
    progress: @escaping @Sendable (String, Double) -> Void = { _, _ in }
  ) async throws {
    policy = try ContextBuilder.policy(configuration)
    _ = try InputCheck(configuration, progress: progress).warnings()
    var walk = ReleaseWalk(configuration: configuration, breadth: .report, progress: progress)
    if let forEach { walk.parts = try ReportedParts(forEach: forEach, configuration) }
    gated = try await walk.release(policy)
  }

  /// The plan line by line.
  public var lines: [String] {
    let log = gated.log
    var lines = [
      "For the operator of the run, not for its readers: it says why groups are hidden.",
      "",
      "cells              \(log.cells), in \(log.blocks) independent blocks",
      "small              \(log.primaries) with fewer than \(policy.threshold) people",
      "hidden             \(log.hiddenCells.count)",
    ]
    var reasons: [String: Int] = [:]
    for cell in log.hiddenCells { reasons[cell.reason, default: 0] += 1 }
    for reason in reasons.keys.sorted() { lines.append("  \(reasons[reason] ?? 0)  \(reason)") }
    var statistics: [String: Int] = [:]
    for statistic in log.hiddenStatistics { statistics[statistic.reason, default: 0] += 1 }
    lines.append("hidden statistics  \(log.hiddenStatistics.count)")
    for reason in statistics.keys.sorted() {
      lines.append("  \(statistics[reason] ?? 0)  \(reason)")
    }
    lines += [
      "merged tables      \(log.rolledUp.count)",
      "narrowest limits   \(log.narrowest.map { "\($0) apart" } ?? "none")",
      "",
    ]
    for published in gated.release.exhibits {
      let entries = published.entries.joined().filter { $0 != .empty }
      let hidden = entries.count { $0.isHidden }
      let state =
        hidden == 0
        ? (published.isRolledUp ? "merged" : "shown")
        : (published.isRolledUp ? "merged, " : "")
          + (hidden == entries.count ? "hidden" : "\(hidden) of \(entries.count) places hidden")
      lines.append("\(published.exhibit.id): \(state)")
    }
    return lines
  }

  /// Why a cell or a statistic is hidden.
  ///
  /// - Throws: a failure (64) where nothing is called that.
  public func explanation(of name: String) throws(RunFailure) -> [String] {
    let log = gated.log
    var places: [String] = []
    var isHidden = false
    for published in gated.release.exhibits {
      for (row, entries) in zip(published.exhibit.rows, published.entries) {
        for (reference, entry) in zip(row.entries, entries) {
          let isIt =
            switch reference {
            case .cell(let key)?: key.description == name
            case .statistic(let id)?: id == name
            case nil: false
            }
          guard isIt else { continue }
          if places.last != published.exhibit.id { places.append(published.exhibit.id) }
          isHidden = isHidden || entry.isHidden
        }
      }
    }
    let reason =
      log.hiddenCells.first { $0.cell.description == name }?.reason
      ?? log.hiddenStatistics.first { $0.id == name }?.reason
    guard reason != nil || !places.isEmpty else {
      throw RunFailure(
        .usage,
        [
          "error U104 nothing in the release is called that",
          "  fix: name a cell or a statistic as results.json does, in quotation marks:"
            + " \"workforce[gender=Women, quarter=2025Q3]\"",
        ])
    }
    var lines = ["For the operator of the run, not for its readers."]
    if let reason {
      lines.append("hidden: \(reason)")
    } else {
      lines.append(isHidden ? "hidden" : "shown")
    }
    lines.append(
      places.isEmpty
        ? "It has no place in the release; it is protected because readers could reckon with it."
        : "It stands in \(places.joined(separator: ", ")).")
    return lines
  }
}
