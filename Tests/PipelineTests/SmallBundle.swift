import Foundation

@testable import Pipeline

/// A small written release in a folder of its own, for tests that damage it.
struct SmallBundle {
  /// The folder.
  let folder: String

  /// What stands in `results.json`: one table with two hidden counts that are well protected.
  static let results = """
    {
      "disclosure": {"audience": "public", "hidden": 4, "threshold": 10},
      "exhibits": [{
        "id": "table", "kind": "representation",
        "columns": [{"id": "people", "title": "People", "unit": "people"}], "notes": [],
        "rows": [\(rows)]
      }],
      "schema": "parity.results/1"
    }

    """

  private static let rows = [
    ("department=A, group=X", nil), ("department=A, group=Y", nil), ("department=B, group=X", nil),
    ("department=B, group=Y", nil), ("department=A", 60), ("department=B", 70), ("group=X", 50),
    ("group=Y", 80),
  ].map { (conditions: String, count: Int?) in
    let state =
      count.map { "\"status\": \"shown\", \"count\": \($0)" } ?? "\"status\": \"not_shown\""
    return """
      {"label": "\(conditions)", "role": "item", "values":
        {"people": {"cell": "workforce[\(conditions)]", \(state)}}}
      """
  }.joined(separator: ",")

  /// Writes a release of `results.json` and two more files.
  init(results: String = Self.results, key: SigningKey? = nil) throws {
    folder =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("parity-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: "\(folder)/figures", withIntermediateDirectories: true)
    let files = [
      ("results.json", results), ("report.md", "# Report\n"), ("figures/one.svg", "<svg/>\n"),
    ]
    for (path, text) in files { try write(Array(text.utf8), path) }
    let listed = files.map { path, text in
      """
      {"path": "\(path)", "bytes": \(text.utf8.count), "sha256": "\(Digest.sha256(Array(text.utf8)))"}
      """
    }
    let signing =
      key.map { key in
        let publicKey = PublicKey(of: key)
        return """
          {"algorithm": "Ed25519", "public_key": "\(publicKey.base64)",
           "fingerprint": "\(publicKey.fingerprint)"}
          """
      } ?? "null"
    let manifest = Array(
      """
      {"schema": "parity.manifest/1", "engine": "Parity", "signing": \(signing),
       "files": [\(listed.joined(separator: ",\n"))]}

      """.utf8)
    try write(manifest, "manifest.json")
    if let key { try write(try ManifestSignature.file(of: manifest, key: key), "manifest.sig") }
  }

  /// Writes a file.
  func write(_ bytes: [UInt8], _ path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(path)"))
  }

  /// Reads a file.
  func read(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)")))
  }

  /// Removes the folder.
  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// A private key that is the same in every run.
  static func key(_ byte: UInt8 = 7) throws -> SigningKey {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("parity-\(UUID().uuidString).key").path
    _ = FileManager.default.createFile(
      atPath: path, contents: Data([UInt8](repeating: byte, count: 32)),
      attributes: [.posixPermissions: 0o600])
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try SigningKey(path: path, configuration: "parity.toml")
  }
}
