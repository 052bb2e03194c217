import Archive

/// Whether the files of a folder are those of its manifest.
struct FileCheck {
  /// The checks, and the bytes of `results.json` where it is unchanged.
  let outcome: (checks: [BundleVerification.Check], results: [UInt8]?)

  init(_ manifest: ArchivedManifest, in folder: BundleFolder, atMost limit: Int) {
    var wrong: [String] = []
    var results: [UInt8]?
    for file in manifest.files {
      switch folder.bytes(of: file.path, atMost: min(limit, file.bytes)) {
      case .success(let bytes):
        if bytes.count != file.bytes {
          wrong.append("\(file.path) is shorter than listed")
        } else if Digest.sha256(bytes) != file.digest {
          wrong.append("\(file.path) was changed")
        } else if file.path == "results.json" {
          results = bytes
        }
      case .failure(.missing): wrong.append("\(file.path) is missing")
      case .failure(.notPlain): wrong.append("\(file.path) is a link or no plain file")
      case .failure(.notReadable): wrong.append("\(file.path) cannot be read")
      case .failure(.tooLarge): wrong.append("\(file.path) is longer than listed")
      }
    }
    let listed = Set(manifest.files.map(\.path))
    let others = folder.entries.filter {
      !listed.contains($0.path) && !ArchivedManifest.ownNames.contains($0.path)
    }
    let count = manifest.files.count
    var checks = [
      BundleVerification.Check(
        id: "files", outcome: wrong.isEmpty ? .passed : .failed,
        sentence: wrong.isEmpty
          ? "Every file of the manifest is there, \(count) in all, with the size and the SHA-256 it "
            + "lists."
          : "\(wrong.count) of \(count) files of the manifest: \(Self.list(wrong)).")
    ]
    // Names in the folder are chosen by whoever changed it: they are counted, not repeated.
    checks.append(
      BundleVerification.Check(
        id: "unlisted", outcome: others.isEmpty && !folder.isTruncated ? .passed : .failed,
        sentence: folder.isTruncated
          ? "The folder is too large or cannot be read in full."
          : others.isEmpty
            ? "Nothing else is in the folder, and no link."
            : "\(others.count) more in the folder than the manifest lists, "
              + "\(others.count { !$0.isFile }) of them links or no plain files."))
    outcome = (checks, results)
  }

  /// The first few of a list.
  private static func list(_ items: [String]) -> String {
    items.prefix(3).joined(separator: "; ")
      + (items.count > 3 ? "; and \(items.count - 3) more" : "")
  }
}
