import Archive
import LinearPrograms

/// The second audit as a check of a written release.
struct AuditCheck {
  /// The check, and the audit where it was made.
  let outcome: (check: BundleVerification.Check, audit: BundleAudit?)

  /// - Throws: a failure (65) where the results cannot be read although nothing was changed.
  init(
    _ results: [UInt8], manifest: ArchivedManifest, isUnchanged: Bool,
    solver: some LinearProgramSolver
  ) throws(RunFailure) {
    let release = try BundleReading.release(results)
    do {
      let audit = try BundleAudit(release, solver: solver)
      let report = AuditReport(audit)
      var sentence = report.sentence
      var isSound = audit.passed
      if release.hiddenPlaces != release.statedHidden {
        isSound = false
        sentence += " The number of hidden places is not the one the release states."
      }
      if let stated = manifest.audit,
        stated.hiddenCells != audit.hiddenCells || stated.narrowest != audit.narrowest
          || !stated.passed
      {
        isSound = false
        sentence += " The manifest states another outcome of it."
      }
      outcome = (
        BundleVerification.Check(
          id: "audit", outcome: isSound ? .passed : .failed, sentence: sentence),
        audit
      )
    } catch {
      outcome = (
        BundleVerification.Check(
          id: "audit", outcome: .failed,
          sentence: "The second audit could not be made: \(error)."),
        nil
      )
    }
  }
}
