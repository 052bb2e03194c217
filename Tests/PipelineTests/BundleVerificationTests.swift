import Foundation
import LinearPrograms
import Testing

@testable import Pipeline

@Suite("Verification of a written release")
struct BundleVerificationTests {
  /// What came of verifying a folder.
  private enum Verdict: Equatable {
    case passed
    case failed([String])
    case refused(RunFailure.ExitCode)
  }

  private func verdict(_ bundle: SmallBundle, publicKey: SigningKey? = nil) throws -> Verdict {
    var path: String?
    if let publicKey {
      path =
        FileManager.default.temporaryDirectory
        .appendingPathComponent("parity-\(UUID().uuidString).pub").path
      try Data(PublicKey(of: publicKey).base64.utf8).write(to: URL(fileURLWithPath: path ?? ""))
    }
    defer { if let path { try? FileManager.default.removeItem(atPath: path) } }
    do {
      let verification = try BundleVerification(
        folder: bundle.folder, publicKeyPath: path, solver: ExactSimplex())
      return verification.passed
        ? .passed : .failed(verification.checks.filter { $0.outcome == .failed }.map(\.id))
    } catch {
      return .refused(error.exitCode)
    }
  }

  /// What comes of a change to a whole release.
  private func verdict(
    key: SigningKey? = nil, after change: (SmallBundle) throws -> Void
  ) throws -> Verdict {
    let bundle = try SmallBundle(key: key)
    defer { bundle.remove() }
    try change(bundle)
    return try verdict(bundle)
  }

  @Test("a whole release passes, signed or not, and what was not checked is said")
  func whole() throws {
    #expect(try verdict { _ in } == .passed)
    let key = try SmallBundle.key()
    #expect(try verdict(key: key) { _ in } == .passed)
    let bundle = try SmallBundle(key: key)
    defer { bundle.remove() }
    #expect(try verdict(bundle, publicKey: key) == .passed)
    let verification = try BundleVerification(
      folder: bundle.folder, publicKeyPath: nil, solver: ExactSimplex())
    #expect(
      verification.checks.map(\.id)
        == ["files", "unlisted", "signature", "key", "audit", "numbers"])
    #expect(verification.lines.contains { $0.contains("Whether the numbers are right was not") })
    #expect(verification.json.contains("\"passed\": true"))
  }

  @Test("another key, and no key where one is asked for, fail")
  func keys() throws {
    let bundle = try SmallBundle(key: try SmallBundle.key(7))
    defer { bundle.remove() }
    #expect(try verdict(bundle, publicKey: try SmallBundle.key(8)) == .failed(["key"]))
    let unsigned = try SmallBundle()
    defer { unsigned.remove() }
    #expect(try verdict(unsigned, publicKey: try SmallBundle.key(8)) == .failed(["signature"]))
  }

  @Test("every flipped byte of a signed manifest is found")
  func flippedManifest() throws {
    let bundle = try SmallBundle(key: try SmallBundle.key())
    defer { bundle.remove() }
    let manifest = try bundle.read("manifest.json")
    for position in manifest.indices {
      var bytes = manifest
      bytes[position] ^= 1 << UInt8(position % 8)
      try bundle.write(bytes, "manifest.json")
      #expect(try verdict(bundle) != .passed, "byte \(position)")
    }
  }

  @Test("every flipped byte of a file, and of the signature, is found")
  func flippedFiles() throws {
    let bundle = try SmallBundle(key: try SmallBundle.key())
    defer { bundle.remove() }
    for file in ["results.json", "report.md", "manifest.sig"] {
      let whole = try bundle.read(file)
      for position in whole.indices {
        var bytes = whole
        bytes[position] ^= 1 << UInt8(position % 8)
        try bundle.write(bytes, file)
        #expect(try verdict(bundle) != .passed, "\(file), byte \(position)")
      }
      try bundle.write(whole, file)
    }
    #expect(try verdict(bundle) == .passed)
  }

  @Test("files that are removed, added, renamed, cut or lengthened are found")
  func changedFolder() throws {
    let manager = FileManager.default
    #expect(
      try verdict { try manager.removeItem(atPath: "\($0.folder)/report.md") }
        == .failed(["files"]))
    #expect(
      try verdict { try manager.removeItem(atPath: "\($0.folder)/results.json") }
        == .failed(["files", "audit"]))
    #expect(try verdict { try $0.write([1], "more.txt") } == .failed(["unlisted"]))
    #expect(try verdict { try $0.write([1], "figures/.hidden") } == .failed(["unlisted"]))
    #expect(
      try verdict {
        try manager.moveItem(
          atPath: "\($0.folder)/report.md", toPath: "\($0.folder)/Report.md")
      } == .failed(["files", "unlisted"]))
    #expect(try verdict { try $0.write([], "report.md") } == .failed(["files"]))
    #expect(
      try verdict { try $0.write(Array("# Report\n\n".utf8), "report.md") } == .failed(["files"]))
  }

  @Test("links, and folders behind links, are not followed")
  func links() throws {
    let manager = FileManager.default
    #expect(
      try verdict {
        try manager.moveItem(atPath: "\($0.folder)/report.md", toPath: "\($0.folder)-away")
        try manager.createSymbolicLink(
          atPath: "\($0.folder)/report.md", withDestinationPath: "\($0.folder)-away")
        try manager.removeItem(atPath: "\($0.folder)-away")
        try Data("# Report\n".utf8).write(to: URL(fileURLWithPath: "\($0.folder)-away"))
      } == .failed(["files"]))
    #expect(
      try verdict {
        try manager.moveItem(atPath: "\($0.folder)/figures", toPath: "\($0.folder)-figures")
        try manager.createSymbolicLink(
          atPath: "\($0.folder)/figures", withDestinationPath: "\($0.folder)-figures")
      } == .failed(["files", "unlisted"]))
    #expect(
      try verdict {
        try manager.createSymbolicLink(
          atPath: "\($0.folder)/loop", withDestinationPath: $0.folder)
      } == .failed(["unlisted"]))
    #expect(
      try verdict {
        try manager.removeItem(atPath: "\($0.folder)/report.md")
        guard mkfifo("\($0.folder)/report.md", 0o600) == 0 else {
          throw CocoaError(.fileWriteUnknown)
        }
      } == .failed(["files"]))
  }

  @Test("the signature of another manifest, no signature and a stray one fail")
  func signatures() throws {
    let key = try SmallBundle.key()
    let other = try SmallBundle(results: SmallBundle.results + "\n", key: key)
    defer { other.remove() }
    let signature = try other.read("manifest.sig")
    #expect(
      try verdict(key: key) { try $0.write(signature, "manifest.sig") } == .failed(["signature"]))
    #expect(
      try verdict(key: key) {
        try FileManager.default.removeItem(atPath: "\($0.folder)/manifest.sig")
      } == .failed(["signature"]))
    #expect(try verdict { try $0.write(signature, "manifest.sig") } == .failed(["signature"]))
  }

  @Test("a missing folder or manifest is 66, one that cannot be read is 65")
  func missing() throws {
    #expect(
      try verdict { $0.remove() } == .refused(.inputMissing))
    #expect(
      try verdict { try FileManager.default.removeItem(atPath: "\($0.folder)/manifest.json") }
        == .refused(.inputMissing))
    for text in [
      "", "{}", "[[[[[[[[[[[[[[[[[[[[[[[[[[", "{\"schema\": \"parity.manifest/1\"}",
      String(repeating: "[", count: 1_000_000),
      "{\"schema\": \"parity.manifest/1\", \"engine\": \"x\", \"files\": [{\"path\": \"../x\","
        + " \"bytes\": 1, \"sha256\": \"\"}]}",
      String(repeating: " ", count: 5 << 20),
    ] {
      #expect(
        try verdict { try $0.write(Array(text.utf8), "manifest.json") } == .refused(.dataInvalid))
    }
  }

  @Test("results that the manifest lists and nobody can read are 65")
  func malformedResults() throws {
    for text in ["{", "{\"schema\": \"parity.results/1\", \"schema\": \"parity.results/1\"}"] {
      let bundle = try SmallBundle(results: text)
      defer { bundle.remove() }
      #expect(try verdict(bundle) == .refused(.dataInvalid))
    }
  }

  @Test("a release that gives a hidden count away fails, though every digest is right")
  func leak() throws {
    let shown = SmallBundle.results.replacing(
      "\"cell\": \"workforce[department=A, group=X]\", \"status\": \"not_shown\"",
      with: "\"cell\": \"workforce[department=A, group=X]\", \"status\": \"shown\", \"count\": 45")
    #expect(shown != SmallBundle.results)
    let bundle = try SmallBundle(results: shown)
    defer { bundle.remove() }
    #expect(try verdict(bundle) == .failed(["audit"]))
  }

  @Test("a manifest that states another outcome of the audit fails")
  func statedAudit() throws {
    let audit =
      "\"audit\": {\"attackers\": [], \"hidden_cells\": 3, \"narrowest\": 1, \"passed\": true},"
    #expect(
      try verdict {
        let text = String(decoding: try $0.read("manifest.json"), as: UTF8.self)
        try $0.write(
          Array(text.replacing("\"engine\"", with: audit + " \"engine\"").utf8), "manifest.json")
      } == .failed(["audit"]))
  }
}
