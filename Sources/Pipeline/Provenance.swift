import Archive
import Configuration
import DataSources
import Disclosure
import Documents
import Encoders
import Foundation
import LinearPrograms
import Reports

/// How a release was made: engine, policy, inputs by keyed digest, and the digest of every file.
struct Provenance: Sendable {
  private let configuration: RunConfiguration
  private let policy: DisclosurePolicy
  private let inputs: [(id: String, digest: String?)]
  /// The key the release is signed with, where there is one.
  let signingKey: SigningKey?
  /// The release this one is compared with, where there is one.
  private let earlier: EarlierRelease?

  /// Takes the digests of the inputs.
  ///
  /// - Throws: a failure if a key is configured but cannot be read.
  init(
    _ configuration: RunConfiguration, policy: DisclosurePolicy, earlier: EarlierRelease? = nil
  ) throws(RunFailure) {
    self.configuration = configuration
    self.policy = policy
    self.earlier = earlier
    let key = configuration.privacy.keyFile.map { FileManager.default.contents(atPath: $0) }
    if case .some(.none) = key {
      throw RunFailure(
        .inputMissing,
        [
          "error C071 \(configuration.file): the file named by [privacy] key_file cannot be read",
          "  fix: `parity init --out` makes one; without key_file no digest is printed",
        ])
    }
    var signingKey: SigningKey?
    if let path = configuration.privacy.signingKey {
      signingKey = try SigningKey(path: path, configuration: configuration.file)
    }
    self.signingKey = signingKey
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
      + [earlier].compactMap(\.self).map { earlier in
        ReportContext.Provenance(
          label: "Last report", value: "SHA-256 \(earlier.digest.prefix(16))…")
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
      "bands": .object([
        "ratio": Self.band(
          configuration.tests.bandRatioLower, configuration.tests.bandRatioUpper),
        "share": Self.band(around: configuration.tests.bandSharePoints / 100),
        "pay": Self.band(around: configuration.tests.bandPayPercent / 100),
      ]),
    ]
  }

  private static func band(around width: Double) -> JSONValue { band(-width, width) }

  private static func band(_ lower: Double, _ upper: Double) -> JSONValue {
    .object(["lower": .number(lower), "upper": .number(upper)])
  }

  /// `manifest.json` over the other files, and its signature where there is a key.
  ///
  /// - Throws: a failure if the manifest cannot be signed.
  func seal(_ files: [RenderedFile], audit: BundleAudit) throws(RunFailure) -> [RenderedFile] {
    let manifest = manifest(of: files, audit: audit)
    guard let signingKey else { return [manifest] }
    return [
      manifest,
      RenderedFile(
        path: ManifestSignature.fileName,
        bytes: try ManifestSignature.file(of: manifest.bytes, key: signingKey)),
    ]
  }

  private func manifest(of files: [RenderedFile], audit: BundleAudit) -> RenderedFile {
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
      "audit": .object([
        "attackers": .array(BundleAudit.attackers.map { .text($0.rawValue) }),
        "hidden_cells": .integer(audit.hiddenCells),
        "narrowest": audit.narrowest.map { .integer($0) } ?? .null,
        "passed": .bool(audit.passed),
      ]),
      "signing": signingKey.map { key in
        let publicKey = PublicKey(of: key)
        return .object([
          "algorithm": .text("Ed25519"), "public_key": .text(publicKey.base64),
          "fingerprint": .text(publicKey.fingerprint),
        ])
      } ?? .null,
      "inputs": .array(
        inputs.map { input in
          .object([
            "id": .text(input.id),
            "hmac_sha256": input.digest.map { .text($0) } ?? .null,
          ])
        }),
      "previous_release": earlier.map { earlier in
        .object([
          "period": earlier.release.run.period.map { .text($0) } ?? .null,
          "sha256": .text(earlier.digest),
        ])
      } ?? .null,
      "files": .array(
        files.map { file in
          .object(
            [
              "path": .text(file.path), "bytes": .integer(file.bytes.count),
              "sha256": .text(Digest.sha256(file.bytes)),
            ].merging(file.isReproducible ? [:] : ["reproducible": .bool(false)]) { $1 })
        }),
    ])
    return RenderedFile(path: "manifest.json", bytes: Array(json.document.utf8))
  }
}
