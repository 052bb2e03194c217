import Archive
import Documents
import Encoders
import Estimates

/// What a pack holds, on its way to a file.
struct PackContent {
  /// Who contributes: a name or a code.
  let contributor: String
  /// The quarter of stocks.
  let period: String
  /// The quarters of hires, promotions and exits.
  let flowPeriod: String?
  /// The day of the snapshot.
  let snapshotDate: String
  /// Who the release behind it is for.
  let audience: String
  /// The smallest group shown.
  let threshold: Int
  /// The name of the taxonomy.
  let taxonomy: String
  /// The characteristics.
  let characteristics: [ArchivedPack.Attribute]
  /// The structures.
  let structures: [ArchivedPack.Attribute]
  /// The figures, in order.
  let figures: [ArchivedPack.Figure]

  /// The name of the file.
  static let fileName = "pack.json"

  /// The file; read back as a stranger would before it is handed over.
  ///
  /// - Throws: a failure where it cannot be read back.
  func file() throws(RunFailure) -> RenderedFile {
    let bytes = Array(json.document.utf8)
    do {
      _ = try ArchivedPack(packFile: bytes)
    } catch {
      throw RunFailure(
        .internalError,
        ["error I104 pack.json cannot be read back: \(error)", "  fix: report this fault"])
    }
    return RenderedFile(path: Self.fileName, bytes: bytes)
  }

  private var json: JSONValue {
    .object([
      "schema": .text(ArchivedPack.schemas[0]), "engine": .text(ParityVersion.engine),
      "contributor": .text(contributor), "period": .text(period),
      "flow_period": flowPeriod.map { .text($0) } ?? .null,
      "snapshot_date": .text(snapshotDate),
      "policy": .object(["audience": .text(audience), "threshold": .integer(threshold)]),
      "taxonomy": .object([
        "name": .text(taxonomy), "characteristics": .array(characteristics.map(Self.json)),
        "structures": .array(structures.map(Self.json)),
      ]),
      "figures": .array(
        figures.map { figure in
          .object([
            "population": .text(figure.key.population),
            "characteristic": .text(figure.key.characteristic), "group": .text(figure.key.group),
            "base": .text(figure.key.base.rawValue),
            "by": .object(
              Dictionary(
                figure.key.by.map { ($0.attribute, JSONValue.text($0.level)) },
                uniquingKeysWith: { first, _ in first })),
            "people": .integer(figure.people), "total": .integer(figure.total),
          ])
        }),
    ])
  }

  private static func json(_ attribute: ArchivedPack.Attribute) -> JSONValue {
    .object([
      "id": .text(attribute.id), "title": .text(attribute.title),
      "levels": .array(
        attribute.levels.map { level in
          .object(
            ["label": .text(level.label)].merging(
              level.members.isEmpty
                ? [:] : ["members": .array(level.members.map { .text($0) })]
            ) { $1 })
        }),
    ])
  }
}

/// The manifest of a pack or a pool: the digest of every file, signed where there is a key.
enum PackManifest {
  /// `manifest.json` over the other files, and its signature where there is a key.
  ///
  /// - Throws: a failure if the manifest cannot be signed.
  static func seal(
    _ files: [RenderedFile], key: SigningKey?
  ) throws(RunFailure) -> [RenderedFile] {
    let json = JSONValue.object([
      "schema": .text(ArchivedManifest.schemas[0]), "engine": .text(ParityVersion.engine),
      "signing": key.map { key in
        let publicKey = PublicKey(of: key)
        return .object([
          "algorithm": .text("Ed25519"), "public_key": .text(publicKey.base64),
          "fingerprint": .text(publicKey.fingerprint),
        ])
      } ?? .null,
      "files": .array(
        files.map { file in
          .object([
            "path": .text(file.path), "bytes": .integer(file.bytes.count),
            "sha256": .text(Digest.sha256(file.bytes)),
          ])
        }),
    ])
    let manifest = RenderedFile(path: "manifest.json", bytes: Array(json.document.utf8))
    guard let key else { return files + [manifest] }
    return files + [
      manifest,
      RenderedFile(
        path: ManifestSignature.fileName,
        bytes: try ManifestSignature.file(of: manifest.bytes, key: key)),
    ]
  }
}
