import Analyses
import Configuration
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite("Walks kept for a notebook")
struct WalkCacheTests {
  @Test("a walk is kept for the same configuration and data, within a run alone")
  func kept() async throws {
    let path = ProjectFolder.file("datasets/berkeley-1973/parity.toml").path
    let configuration = try ConfigurationFile.read(path)
    _ = try await ReportExcerpts(configuration)
    #expect(WalkCache.current == nil)
    await WalkCache.shared {
      #expect(WalkCache.current?.document(of: configuration) == nil)
      do {
        let first = try await ReportExcerpts(configuration).listing
        #expect(WalkCache.current?.document(of: configuration) != nil)
        #expect(WalkCache.current?.release(of: configuration, .report) != nil)
        #expect(WalkCache.current?.release(of: configuration, .scan) == nil)
        let again = try await ReportExcerpts(configuration)
        #expect(again.listing == first && again.results.contains("parity.results/1"))
      } catch {
        Issue.record("\(error)")
      }
    }
  }

  @Test("confidential inputs have keyed digests, public ones plain, and none without a key")
  func digests() throws {
    func inputs(_ name: String) -> [ConfigurationInputs.Input] {
      let path = ProjectFolder.file("datasets/\(name)/parity.toml").path
      guard case .present(let inputs, _) = ConfigurationInputs(path: path) else { return [] }
      return inputs
    }
    func kinds(_ name: String) -> [String] {
      inputs(name).map { input in
        switch input.digest {
        case .plain: "plain"
        case .keyed: "keyed"
        case .none: "none"
        }
      }
    }
    #expect(kinds("berkeley-1973") == ["plain", "plain"])
    #expect(
      kinds("healthtech") == [
        "plain", "plain", "keyed", "keyed", "keyed", "keyed", "keyed", "keyed",
      ])
    #expect(
      FileDigest.sha256([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(FileDigest.sha256(ofFileAt: ProjectFolder.file("datasets").path) == nil)
  }
}
