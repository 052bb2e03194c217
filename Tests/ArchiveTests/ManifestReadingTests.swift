import Archive
import Testing

@Suite("Reading a manifest")
struct ManifestReadingTests {
  private func problem(_ text: String) -> ArchiveProblem? {
    do {
      _ = try ArchivedManifest(manifestFile: Array(text.utf8))
      return nil
    } catch { return error }
  }

  private func manifest(_ paths: [String]) -> String {
    let digest = String(repeating: "0", count: 64)
    let files = paths.map { #"{"path": "\#($0)", "bytes": 1, "sha256": "\#(digest)"}"# }
    return
      #"{"schema": "parity.manifest/1", "engine": "Parity", "files": [\#(files.joined(separator: ","))]}"#
  }

  @Test("plain paths are read")
  func plain() throws {
    let read = try ArchivedManifest(
      manifestFile: Array(manifest(["results.json", "figures/leadership/a-b.svg"]).utf8))
    #expect(read.files.map(\.path) == ["results.json", "figures/leadership/a-b.svg"])
    #expect(read.audit == nil && read.signingKey == nil)
  }

  @Test(
    "paths that leave the folder, are not plain or are the folder's own are refused",
    arguments: [
      "../x", "a/../../x", "/etc/passwd", "a//b", "a/", "", ".", "..", "a/./b", ".hidden", "a/.b",
      "a\\\\b", "a\\u0000b", "a b", "caf\u{E9}", "manifest.json", "manifest.sig", "a\\nb",
      String(repeating: "a", count: 300), "a/b/c/d/e/f/g/h/i",
    ])
  func unsafe(_ path: String) {
    #expect(problem(manifest([path])) == .unsafePath(position: 0))
  }

  @Test("a path that stands twice is refused")
  func twice() { #expect(problem(manifest(["a", "a"])) == .duplicatePath(position: 1)) }

  @Test("digests and sizes of another form are refused")
  func digests() {
    let good = manifest(["a"])
    let zeros = String(repeating: "0", count: 64)
    #expect(problem(good.replacing(zeros, with: "00")) == .wrongKind("sha256"))
    #expect(
      problem(good.replacing(zeros, with: String(repeating: "A", count: 64)))
        == .wrongKind("sha256"))
    #expect(problem(good.replacing("\"bytes\": 1", with: "\"bytes\": -1")) == .wrongKind("bytes"))
    #expect(problem(good.replacing("manifest/1", with: "manifest/7")) == .unknownSchema)
  }
}
