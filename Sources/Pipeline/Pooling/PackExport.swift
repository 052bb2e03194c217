import Archive
public import Configuration
import Crypto
import Documents
import Foundation

/// Writes an organisation's contribution to a pooled benchmark: counts of its release, and nothing
/// else.
public struct PackExport: Sendable {
  /// How the organisation is named.
  public enum Contributor: Sendable {
    /// By its name in the configuration.
    case name
    /// By a code that the contributors agreed on.
    case code(String)
    /// By a pseudonym made of its name with the key of the configuration.
    case pseudonym
  }

  /// What happened, for the last lines the user sees.
  public struct Summary: Sendable {
    /// The folder written.
    public let folder: String
    /// How many figures the pack holds.
    public let figures: Int
    /// Whether it is signed.
    public let isSigned: Bool
  }

  private let configuration: RunConfiguration
  private let release: String?
  private let contributor: Contributor
  private let taxonomy: String
  private let output: OutputFolder

  /// Prepares an export.
  ///
  /// - Parameters:
  ///   - configuration: what to report on.
  ///   - release: the folder of the release, if it is written already; it is computed and ruled on
  ///     anew if `nil`.
  ///   - contributor: how the organisation is named.
  ///   - taxonomy: the name of the levels and groups that the contributors agreed on.
  ///   - folder: where to leave the pack.
  public init(
    _ configuration: RunConfiguration, release: String? = nil, contributor: Contributor = .name,
    taxonomy: String, folder: String, force: Bool
  ) {
    self.configuration = configuration
    self.release = release
    self.contributor = contributor
    self.taxonomy = taxonomy
    output = OutputFolder(path: folder, replacesExisting: force)
  }

  /// Writes the pack, whole or not at all.
  public func callAsFunction() async throws -> Summary {
    try output.check()
    let policy = try ContextBuilder.policy(configuration)
    let provenance = try Provenance(configuration, policy: policy)
    let name = try contributorName()
    let archived: ArchivedRelease
    if let release {
      archived = try written(release)
    } else {
      // Nothing is written by it: the release is computed, ruled on and audited as if it were.
      let run = ReportRun(configuration, product: .results, folder: output.path, force: true)
      archived = try BundleReading.release(Array(try await run.document().results.utf8))
    }
    let figures = PackFigures(archived, configuration)
    let taxonomy = PackTaxonomy(configuration)
    let content = PackContent(
      contributor: name, period: configuration.period.quarter, flowPeriod: figures.flowPeriod,
      snapshotDate: configuration.period.snapshotDate, audience: archived.audience,
      threshold: archived.threshold, taxonomy: self.taxonomy,
      characteristics: taxonomy.characteristics, structures: taxonomy.structures,
      figures: figures.figures())
    guard !content.figures.isEmpty else {
      throw PoolProblem.failure([
        (.nothingToExport, "the release publishes no group with whom it is a share of")
      ])
    }
    let files = try PackManifest.seal([content.file()], key: provenance.signingKey)
    try output.write(files)
    return Summary(
      folder: output.path, figures: content.figures.count,
      isSigned: provenance.signingKey != nil)
  }

  private func contributorName() throws(RunFailure) -> String {
    switch contributor {
    case .name: return configuration.organisation.name
    case .code(let code): return code
    case .pseudonym:
      guard let path = configuration.privacy.keyFile,
        let key = FileManager.default.contents(atPath: path)
      else {
        throw PoolProblem.failure([
          (.noKey, "\(configuration.file): [privacy] key_file is not set or cannot be read")
        ])
      }
      let code = HMAC<SHA256>.authenticationCode(
        for: Data("parity.contributor/1\n\(configuration.organisation.name)".utf8),
        using: SymmetricKey(data: key))
      return String(Digest.hexadecimal(code).prefix(16))
    }
  }

  /// A release that is written already, with the files its manifest lists.
  private func written(_ path: String) throws(RunFailure) -> ArchivedRelease {
    let folder = try BundleReading.folder(path)
    let manifest = try BundleReading.manifest(BundleReading.manifestBytes(folder))
    let check = FileCheck(manifest, in: folder, atMost: ArchiveLimits().bytes).outcome
    guard let bytes = check.results, check.checks[0].outcome != .failed else {
      throw PoolProblem.failure([
        (.otherRelease, "\(path) is not as its manifest says: `parity verify` tells where")
      ])
    }
    let release = try BundleReading.release(bytes)
    guard release.run.organisation == configuration.organisation.name,
      release.run.period == configuration.period.quarter
    else {
      throw PoolProblem.failure([
        (.otherRelease, "\(path) reports on another organisation or another quarter")
      ])
    }
    return release
  }
}
