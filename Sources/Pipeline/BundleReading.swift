import Archive

/// How the parts of a written release are found and read.
enum BundleReading {
  private static let largestManifest = 4 << 20

  /// The folder.
  static func folder(_ path: String) throws(RunFailure) -> BundleFolder {
    guard let folder = BundleFolder(path) else {
      throw RunFailure(
        .inputMissing,
        ["error V001 there is no folder \(path)", "  fix: name the folder of a release"])
    }
    return folder
  }

  /// The bytes of the manifest.
  static func manifestBytes(_ folder: BundleFolder) throws(RunFailure) -> [UInt8] {
    switch folder.bytes(of: "manifest.json", atMost: largestManifest) {
    case .success(let bytes): return bytes
    case .failure(.tooLarge):
      throw RunFailure(
        .dataInvalid,
        ["error V006 manifest.json is too large to be one", "  fix: get the release again"])
    case .failure:
      throw RunFailure(
        .inputMissing,
        [
          "error V002 \(folder.path) holds no manifest.json that can be read",
          "  fix: name the folder that `parity report` or `parity run` wrote",
        ])
    }
  }

  /// The manifest.
  static func manifest(_ bytes: [UInt8]) throws(RunFailure) -> ArchivedManifest {
    do {
      return try ArchivedManifest(manifestFile: bytes)
    } catch {
      throw RunFailure(
        .dataInvalid,
        ["error V005 manifest.json cannot be read: \(error)", "  fix: get the release again"])
    }
  }

  /// The release in the bytes of `results.json`.
  static func release(_ bytes: [UInt8]) throws(RunFailure) -> ArchivedRelease {
    do {
      return try ArchivedRelease(resultsFile: bytes)
    } catch {
      throw RunFailure(
        .dataInvalid,
        ["error V007 results.json cannot be read: \(error)", "  fix: get the release again"])
    }
  }
}
