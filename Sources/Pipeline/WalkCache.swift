import Analyses
import Configuration
import DataSources
import Disclosure
import Documents
import Synchronization

/// Keeps what a walk gave, so that the cells of a notebook that ask for the same configuration walk
/// once.
///
/// Nothing is kept outside `shared`, nor where an input cannot be read; a changed input is another key.
public final class WalkCache: Sendable {
  /// What a walk depends on.
  private struct Key: Hashable {
    let configuration: RunConfiguration
    let digests: [String]
    let breadth: AnalysisCatalogue.Breadth?

    init?(_ configuration: RunConfiguration, _ breadth: AnalysisCatalogue.Breadth? = nil) {
      var digests: [String] = []
      for input in configuration.inputs {
        guard let digest = FileDigest.sha256(ofFileAt: input.schema.path) else { return nil }
        digests.append(digest)
      }
      self.configuration = configuration
      self.digests = digests
      self.breadth = breadth
    }
  }

  private struct Kept {
    var warnings: [Key: [InputCheck.Warning]] = [:]
    var releases: [Key: GateResult] = [:]
    var documents: [Key: (document: Document, results: String)] = [:]
  }

  @TaskLocal static var current: WalkCache?

  private let kept = Mutex(Kept())

  private init() {}

  /// Does something within which walks are kept.
  public static func shared(_ body: () async -> Void) async {
    await $current.withValue(WalkCache()) { await body() }
  }

  func warnings(of configuration: RunConfiguration) -> [InputCheck.Warning]? {
    Key(configuration).flatMap { key in kept.withLock { $0.warnings[key] } }
  }

  func keep(_ warnings: [InputCheck.Warning], of configuration: RunConfiguration) {
    guard let key = Key(configuration) else { return }
    kept.withLock { $0.warnings[key] = warnings }
  }

  func release(
    of configuration: RunConfiguration, _ breadth: AnalysisCatalogue.Breadth
  ) -> GateResult? {
    Key(configuration, breadth).flatMap { key in kept.withLock { $0.releases[key] } }
  }

  func keep(
    _ release: GateResult, of configuration: RunConfiguration,
    _ breadth: AnalysisCatalogue.Breadth
  ) {
    guard let key = Key(configuration, breadth) else { return }
    kept.withLock { $0.releases[key] = release }
  }

  func document(
    of configuration: RunConfiguration
  ) -> (document: Document, results: String)? {
    Key(configuration).flatMap { key in kept.withLock { $0.documents[key] } }
  }

  func keep(
    _ document: (document: Document, results: String), of configuration: RunConfiguration
  ) {
    guard let key = Key(configuration) else { return }
    kept.withLock { $0.documents[key] = document }
  }
}
