import Archive
import Encoders
import Foundation

/// The second audit of a written release alone, for whoever has its folder.
public struct BundleAuditRun: Sendable {
  private let audit: BundleAudit

  /// Audits the `results.json` of a folder.
  ///
  /// - Throws: a failure where the folder or the file is missing (66) or malformed (65), or the solver
  ///   gives no answer (70).
  public init(folder path: String) throws(RunFailure) {
    let folder = try BundleReading.folder(path)
    guard case .success(let bytes) = folder.bytes(of: "results.json", atMost: 64 << 20) else {
      throw RunFailure(
        .inputMissing,
        [
          "error V008 \(path) holds no results.json that can be read",
          "  fix: name the folder that `parity report` or `parity run` wrote",
        ])
    }
    let release = try BundleReading.release(bytes)
    do {
      audit = try BundleAudit(release, solver: SecondAudit.solver)
    } catch {
      throw RunFailure(
        .internalError,
        [
          "error P105 the audit could not be made: \(error)",
          "  fix: parity-solver stands beside parity and is built with it",
        ])
    }
  }

  /// Whether it passed.
  public var passed: Bool { audit.passed }
  /// What was found, without names.
  public var lines: [String] { AuditReport(audit).lines }
  /// What was found as a JSON document, with the names of cells and their limits: for the operator.
  public var json: String { AuditReport(audit).json(namesCells: true).document }
}
