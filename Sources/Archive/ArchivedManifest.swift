/// The manifest of a release that was written earlier, read back from `manifest.json`.
public struct ArchivedManifest: Hashable, Sendable {
  /// One file of the release.
  public struct File: Hashable, Sendable {
    /// The path inside the folder, plain and relative.
    public let path: String
    /// How many bytes it has.
    public let bytes: Int
    /// The SHA-256 of its bytes, in 64 small hexadecimal digits.
    public let digest: String
  }

  /// What the run says of its own audit.
  public struct Audit: Hashable, Sendable {
    /// The attackers.
    public let attackers: [String]
    /// How many hidden cells were attacked.
    public let hiddenCells: Int
    /// The width of the narrowest limits; `nil` where none has an upper limit.
    public let narrowest: Int?
    /// Whether it passed.
    public let passed: Bool
  }

  /// The key the release is signed with, as the manifest says.
  public struct SigningKey: Hashable, Sendable {
    /// The public key, in Base64.
    public let publicKey: String
    /// The SHA-256 of the key's bytes, in hexadecimal.
    public let fingerprint: String
  }

  /// The schemas that are read.
  public static let schemas = ["parity.manifest/1"]
  /// The names in the folder that no manifest lists: itself and its signature.
  public static let ownNames = ["manifest.json", "manifest.sig"]

  /// The engine and its version, as the manifest says.
  public let engine: String
  /// The files, in the order of the manifest.
  public let files: [File]
  /// What the run says of its own audit; `nil` where it says nothing.
  public let audit: Audit?
  /// The key; `nil` where the release is unsigned.
  public let signingKey: SigningKey?

  /// Reads the bytes of a `manifest.json`.
  ///
  /// - Throws: an ``ArchiveProblem`` where they are not one, or a path leads out of the folder, is not
  ///   plain, stands twice or is one of ``ownNames``.
  public init(
    manifestFile bytes: [UInt8],
    limits: ArchiveLimits = ArchiveLimits(bytes: 4 << 20, depth: 8, values: 200_000)
  ) throws(ArchiveProblem) {
    let document = try JSONReader.read(bytes, limits: limits)
    guard Self.schemas.contains(try document.text("schema")) else { throw .unknownSchema }
    engine = try document.text("engine")
    var files: [File] = []
    var seen: Set<String> = []
    for node in try document.array("files") {
      let path = try node.text("path")
      guard Self.isPlain(path) else { throw .unsafePath(position: files.count) }
      guard seen.insert(path).inserted else { throw .duplicatePath(position: files.count) }
      let digest = try node.text("sha256")
      guard digest.utf8.count == 64, digest.utf8.allSatisfy(Self.isHexadecimal) else {
        throw .wrongKind("sha256")
      }
      files.append(File(path: path, bytes: try node.count("bytes"), digest: digest))
    }
    self.files = files
    audit = try document["audit"].map { _ throws(ArchiveProblem) in
      try Audit(document.object("audit"))
    }
    switch document["signing"] {
    case nil, .null?: signingKey = nil
    default:
      let node = try document.object("signing")
      guard try node.text("algorithm") == "Ed25519" else { throw .wrongKind("algorithm") }
      signingKey = SigningKey(
        publicKey: try node.text("public_key"), fingerprint: try node.text("fingerprint"))
    }
  }

  /// Whether a path is relative and plain: names of printing characters between single slashes, none
  /// of them hidden, so none leads upwards, and none of the folder's own.
  private static func isPlain(_ path: String) -> Bool {
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    guard path.utf8.count <= 1024, names.count <= 8, !ownNames.contains(path) else { return false }
    return names.allSatisfy { name in
      !name.isEmpty && name.utf8.count <= 255 && name.utf8.first != UInt8(ascii: ".")
        && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
    }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}

extension ArchivedManifest.Audit {
  fileprivate init(_ node: JSONNode) throws(ArchiveProblem) {
    var attackers: [String] = []
    for attacker in try node.array("attackers") {
      guard case .text(let text) = attacker else { throw .wrongKind("attackers") }
      attackers.append(text)
    }
    self.attackers = attackers
    hiddenCells = try node.count("hidden_cells")
    switch node["narrowest"] {
    case nil, .null?: narrowest = nil
    default: narrowest = try node.count("narrowest")
    }
    guard case .bool(let passed)? = node["passed"] else { throw .wrongKind("passed") }
    self.passed = passed
  }
}
