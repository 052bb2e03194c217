import Archive
import Estimates
import Foundation
import LinearPrograms
import SolverClient

/// The second audit of a release: of the bytes that will be written, by a program that shares no code
/// with the gate.
enum SecondAudit {
  /// The solver beside the running program.
  static var solver: SolverProcess {
    SolverProcess(path: SolverLocation.besideRunningProgram)
  }

  /// Audits the bytes of `results.json` against the truth about small counts.
  ///
  /// - Throws: a refusal (77) where the audit cannot be run, or anything fails.
  static func refuse(
    unlessSafe bytes: [UInt8], smallCounts: [CellKey: Int], solver: some LinearProgramSolver
  ) throws(Refusal) -> BundleAudit {
    let audit: BundleAudit
    do {
      audit = try BundleAudit(
        ArchivedRelease(resultsFile: bytes), truth: smallCounts, solver: solver)
    } catch let problem as ArchiveProblem {
      throw Refusal(
        failures: [],
        failure: RunFailure(
          .internalError,
          ["error I102 results.json cannot be read back: \(problem)", "  fix: report this fault"]))
    } catch {
      throw Refusal(
        failures: [],
        failure: RunFailure(
          .refused,
          [
            "error P104 the release was refused: the second audit of results.json could not be run",
            "  \(error)",
            "  fix: parity-solver stands beside parity and is built with it; where the release is"
              + " too large for it, merge small groups or report fewer tables",
          ]))
    }
    guard !audit.passed else { return audit }
    var lines = [
      "error P103 the release was refused: a reader of results.json could work out what it hides"
    ]
    for reason in BundleAudit.Reason.allCases {
      let count = audit.failures.count { $0.reason == reason }
      if count > 0 {
        lines.append("  \(count) \(count == 1 ? "cell" : "cells"): \(reason.rawValue)")
      }
    }
    if !audit.inconsistencies.isEmpty {
      lines.append("  \(audit.inconsistencies.count) totals are not the sum of their parts")
    }
    lines.append(
      "  fix: merge small groups under [attributes.X] merge, or report fewer tables; --plan-log FILE"
        + " names the cells, for the operator alone")
    throw Refusal(
      failures: audit.failures, inconsistencies: audit.inconsistencies,
      failure: RunFailure(.refused, lines))
  }

  /// Why a release was refused, with the names for the operator's private log.
  struct Refusal: Error {
    /// The cells that fail.
    let failures: [BundleAudit.Failure]
    /// The totals that are not the sum of their parts.
    var inconsistencies: [CellKey] = []
    /// What everyone may read.
    let failure: RunFailure

    /// Lines for the private log.
    var logLines: String {
      failures.map { "second audit: \($0.cell): \($0.reason.rawValue)\n" }.joined()
        + inconsistencies.map { "second audit: \($0): not the sum of its parts\n" }.joined()
    }
  }
}
