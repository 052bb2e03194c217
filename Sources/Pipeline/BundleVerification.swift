import Archive
import Encoders
import Foundation
import LinearPrograms

/// What can be told of a written release without the data it was made of.
///
/// Every file is there and unchanged since the manifest was written; nothing else is there; the
/// manifest was signed by the key it names, or is unsigned; and what is hidden cannot be worked out. It
/// does not show that the numbers are right.
public struct BundleVerification: Sendable {
  /// What came of a check.
  public enum Outcome: String, Sendable {
    /// It passed.
    case passed
    /// It failed.
    case failed
    /// It was not made, and that is no failure.
    case notChecked = "not_checked"
  }

  /// One check.
  public struct Check: Sendable {
    /// The identifier, for example `files`.
    public let id: String
    /// What came of it.
    public let outcome: Outcome
    /// What was found, in a sentence.
    public let sentence: String
  }

  /// The checks, in order.
  public let checks: [Check]
  private let audit: BundleAudit?
  private let manifest: ArchivedManifest

  /// Whether nothing failed.
  public var passed: Bool { checks.allSatisfy { $0.outcome != .failed } }

  /// The largest file that is read.
  private static let largestFile = 1 << 30

  /// Verifies a folder.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - publicKeyPath: the key that must have signed it; any if `nil`.
  /// - Throws: a failure where the folder or its manifest is missing (66) or malformed (65).
  public init(folder path: String, publicKeyPath: String? = nil) throws(RunFailure) {
    try self.init(folder: path, publicKeyPath: publicKeyPath, solver: SecondAudit.solver)
  }

  init(
    folder path: String, publicKeyPath: String?, solver: some LinearProgramSolver
  ) throws(RunFailure) {
    let expected = try publicKeyPath.map { path throws(RunFailure) in try Self.key(path) }
    let folder = try BundleReading.folder(path)
    let bytes = try BundleReading.manifestBytes(folder)
    let manifest = try BundleReading.manifest(bytes)
    var checks: [Check] = []
    let (files, results) = FileCheck(manifest, in: folder, atMost: Self.largestFile).outcome
    checks += files
    checks += SignatureCheck(manifest, bytes: bytes, in: folder, expected: expected).checks
    let isUnchanged = checks.allSatisfy { $0.outcome != .failed }
    if let results {
      let (check, audit) = try AuditCheck(
        results, manifest: manifest, isUnchanged: isUnchanged, solver: solver
      ).outcome
      checks.append(check)
      self.audit = audit
    } else {
      checks.append(
        Check(
          id: "audit", outcome: .failed,
          sentence: "The second audit could not be made: there is no results.json to read."))
      audit = nil
    }
    checks.append(
      Check(
        id: "numbers", outcome: .notChecked,
        sentence: "Whether the numbers are right was not checked: that takes the data."))
    self.checks = checks
    self.manifest = manifest
  }

  private static func key(_ path: String) throws(RunFailure) -> PublicKey {
    guard case .success(let bytes) = BundleFolder.plainFile(path, atMost: 1 << 20) else {
      throw RunFailure(
        .inputMissing,
        ["error V003 the public key cannot be read", "  fix: name a file after --public-key"])
    }
    guard let key = PublicKey(bytes) else {
      throw RunFailure(
        .dataInvalid,
        [
          "error V004 the file after --public-key holds no public key",
          "  fix: it holds 32 bytes, or their Base64 in one line",
        ])
    }
    return key
  }

  /// The checks in plain sentences.
  public var lines: [String] {
    checks.map { check in
      let mark =
        switch check.outcome {
        case .passed: "ok      "
        case .failed: "FAILED  "
        case .notChecked: "-       "
        }
      return mark + check.sentence
    } + [passed ? "The release is whole and passes." : "The release does not pass."]
  }

  /// The checks as a JSON document.
  public var json: String {
    JSONValue.object([
      "schema": .text("parity.verification/1"),
      "passed": .bool(passed),
      "checks": .array(
        checks.map { check in
          .object([
            "id": .text(check.id), "outcome": .text(check.outcome.rawValue),
            "sentence": .text(check.sentence),
          ])
        }),
      "signing_key": manifest.signingKey.map { .text($0.fingerprint) } ?? .null,
      "audit": audit.map { AuditReport($0).json(namesCells: false) } ?? .null,
    ]).document
  }
}
