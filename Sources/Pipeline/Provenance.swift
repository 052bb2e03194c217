import Configuration
import DataSources
import Disclosure
import Documents
import Encoders
import Foundation
import Reports

/// How a release was made: engine, policy, inputs by keyed digest, and the digest of every file.
struct Provenance: Sendable {
  private let configuration: RunConfiguration
  private let policy: DisclosurePolicy
  private let inputs: [(id: String, digest: String?)]

  /// Takes the digests of the inputs.
  ///
  /// - Throws: a failure if a key is configured but cannot be read.
  init(_ configuration: RunConfiguration, policy: DisclosurePolicy) throws(RunFailure) {
    self.configuration = configuration
    self.policy = policy
    let key = configuration.privacy.keyFile.map { FileManager.default.contents(atPath: $0) }
    if case .some(.none) = key {
      throw RunFailure(
        .inputMissing,
        [
          "error C003 \(configuration.file): the file named by [privacy] key_file cannot be read",
          "  fix: `parity init --out` makes one; without key_file no digest is printed",
        ])
    }
    inputs = configuration.inputs.map { input in
      (
        input.schema.id,
        key.flatMap(\.self).flatMap {
          Digest.keyed(path: input.schema.path, key: Array($0))
        }
      )
    }
  }

  /// The lines the report prints.
  var lines: [ReportContext.Provenance] {
    [ReportContext.Provenance(label: "Engine", value: ParityVersion.engine)]
      + inputs.map { input in
        ReportContext.Provenance(
          label: "Input \(input.id)",
          value: input.digest.map { "HMAC-SHA-256 \($0.prefix(16))…" }
            ?? "no digest printed: [privacy] key_file is not set")
      }
  }

  /// The `run` part of `results.json`.
  var run: [String: JSONValue] {
    [
      "organisation": .text(configuration.organisation.name),
      "period": .text(configuration.period.quarter),
      "snapshot_date": .text(configuration.period.snapshotDate),
      "quarters": .array(configuration.period.quarters.map { .text($0) }),
      "status": .text(configuration.organisation.status.rawValue),
      "engine": .text(ParityVersion.engine),
      "confidence": .number(configuration.tests.confidence),
      "multiplicity": .text(configuration.tests.multiplicity),
    ]
  }

  /// `manifest.json` over the other files.
  func manifest(of files: [RenderedFile]) -> RenderedFile {
    let json = JSONValue.object([
      "schema": .text("parity.manifest/1"),
      "engine": .text(ParityVersion.engine),
      "seed": .null,
      "policy": .object([
        "audience": .text(policy.audience.rawValue),
        "threshold": .integer(policy.threshold),
        "pay_threshold": .integer(policy.payThreshold),
        "rate_base": .integer(policy.rateBase),
      ]),
      "inputs": .array(
        inputs.map { input in
          .object([
            "id": .text(input.id),
            "hmac_sha256": input.digest.map { .text($0) } ?? .null,
          ])
        }),
      "files": .array(
        files.map { file in
          .object([
            "path": .text(file.path), "bytes": .integer(file.bytes.count),
            "sha256": .text(Digest.sha256(file.bytes)),
          ])
        }),
    ])
    return RenderedFile(path: "manifest.json", bytes: Array(json.document.utf8))
  }
}
