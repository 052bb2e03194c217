import Configuration
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite("Signing")
struct SigningTests {
  private static func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parity-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder.path)
  }

  private static func make(_ bytes: [UInt8], mode: Int, _ path: String) {
    try? FileManager.default.removeItem(atPath: path)
    _ = FileManager.default.createFile(
      atPath: path, contents: Data(bytes), attributes: [.posixPermissions: mode])
  }

  private static func code(_ path: String) -> RunFailure.ExitCode? {
    do {
      _ = try SigningKey(path: path, configuration: "parity.toml")
      return nil
    } catch { return error.exitCode }
  }

  @Test("a key file holds 32 bytes or their Base64, and nobody else may read it")
  func keyFiles() async throws {
    try await Self.withFolder { folder in
      let path = "\(folder)/key"
      let raw = (0..<32).map { UInt8($0) }
      let base64 = Array(Data(raw).base64EncodedString().utf8)
      for bytes in [raw, base64, base64 + [0x0A], base64 + [0x0D, 0x0A]] {
        Self.make(bytes, mode: 0o600, path)
        #expect(Self.code(path) == nil)
      }
      for bytes in [[], Array(raw.dropLast()), raw + [0], Array("no key".utf8), base64 + base64] {
        Self.make(bytes, mode: 0o600, path)
        #expect(Self.code(path) == .configurationInvalid)
      }
      for mode in [0o644, 0o640, 0o604, 0o666] {
        Self.make(raw, mode: mode, path)
        #expect(Self.code(path) == .configurationInvalid)
      }
      #expect(Self.code("\(folder)/none") == .inputMissing)
      #expect(Self.code(folder) == .inputMissing)
    }
  }

  @Test("the public key is that of the standard's first test vector")
  func testVector() async throws {
    // RFC 8032, section 7.1, test 1.
    let secret = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
    let expected = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    func bytes(_ hexadecimal: String) -> [UInt8] {
      let digits = hexadecimal.compactMap(\.hexDigitValue)
      return stride(from: 0, to: digits.count, by: 2).map {
        UInt8(digits[$0] * 16 + digits[$0 + 1])
      }
    }
    try await Self.withFolder { folder in
      Self.make(bytes(secret), mode: 0o600, "\(folder)/key")
      let key = try SigningKey(path: "\(folder)/key", configuration: "parity.toml")
      #expect(PublicKey(of: key).base64 == Data(bytes(expected)).base64EncodedString())
    }
  }

  @Test("a signed run verifies, its manifest is the same each time, and init made its keys")
  func signedRun() async throws {
    try await Self.withFolder { folder in
      try NewFile.makeSigningKey(beside: "\(folder)/parity.toml")
      let keyPath = "\(folder)/parity-signing.key"
      let attributes = try FileManager.default.attributesOfItem(atPath: keyPath)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      try FileManager.default.copyItem(
        atPath: ProjectFolder.file("datasets/berkeley-1973").path, toPath: "\(folder)/data")
      try FileManager.default.copyItem(
        atPath: ProjectFolder.file("datasets/published-test-key.txt").path,
        toPath: "\(folder)/published-test-key.txt")
      let path = "\(folder)/data/parity.toml"
      let text = try String(contentsOfFile: path, encoding: .utf8).replacing(
        "key_file = \"../published-test-key.txt\"",
        with: "key_file = \"../published-test-key.txt\"\nsigning_key = \"../parity-signing.key\"")
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      var manifests: [Data] = []
      for name in ["one", "two"] {
        let out = "\(folder)/\(name)"
        let summary = try await ReportRun(
          try ConfigurationFile.read(path), product: .results, folder: out, force: false)()
        #expect(summary.files == ["results.json", "manifest.json", "manifest.sig"])
        manifests.append(try Data(contentsOf: URL(fileURLWithPath: "\(out)/manifest.json")))
        let verification = try BundleVerification(
          folder: out, publicKeyPath: "\(folder)/parity-signing.pub")
        #expect(verification.passed, "\(verification.lines)")
        #expect(verification.checks.contains { $0.id == "key" && $0.outcome == .passed })
      }
      #expect(manifests[0] == manifests[1])
    }
  }
}
