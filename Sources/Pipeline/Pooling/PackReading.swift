import Archive

/// A pack read from its folder as a stranger would: the files its manifest lists, the signature where
/// it names a key, numbers that do not contradict each other.
struct PackReading {
  /// The pack.
  let pack: ArchivedPack
  /// The SHA-256 of `pack.json`, in hexadecimal.
  let digest: String
  /// Whether it is signed.
  let isSigned: Bool

  /// Reads a folder, or says what is wrong with it.
  static func read(_ path: String) -> Result<PackReading, PackProblem> {
    func problem(_ problem: PoolProblem, _ what: String) -> Result<PackReading, PackProblem> {
      .failure(PackProblem(problem: problem, what: "\(path): \(what)"))
    }
    guard let folder = BundleFolder(path) else { return problem(.missing, "there is no folder") }
    guard case .success(let bytes) = folder.bytes(of: "manifest.json", atMost: 1 << 20) else {
      return problem(.missing, "it holds no manifest.json that can be read")
    }
    let manifest: ArchivedManifest
    do {
      manifest = try ArchivedManifest(manifestFile: bytes)
    } catch {
      return problem(.malformed, "manifest.json cannot be read: \(error)")
    }
    guard manifest.files.contains(where: { $0.path == PackContent.fileName }),
      case .success(let packBytes) = folder.bytes(
        of: PackContent.fileName, atMost: ArchivedPack.limits.bytes)
    else { return problem(.missing, "it holds no pack.json that can be read") }
    let files = FileCheck(manifest, in: folder, atMost: ArchivedPack.limits.bytes).outcome.checks
    guard files.allSatisfy({ $0.outcome != .failed }) else {
      return problem(.changed, "it is not as its manifest says")
    }
    let signature = SignatureCheck(manifest, bytes: bytes, in: folder, expected: nil).checks
    guard signature.allSatisfy({ $0.outcome != .failed }) else {
      return problem(.signature, "its signature does not hold")
    }
    do {
      return .success(
        PackReading(
          pack: try ArchivedPack(packFile: packBytes), digest: Digest.sha256(packBytes),
          isSigned: manifest.signingKey != nil))
    } catch {
      return problem(.malformed, "pack.json cannot be read: \(error)")
    }
  }
}

/// What is wrong with a pack.
struct PackProblem: Error {
  let problem: PoolProblem
  let what: String
}
