import Configuration
import DataSources
import Foundation

/// A mark that an input was checked without errors: an empty file named after the digest of the
/// engine, the configuration and the input, in `.parity` beside the configuration.
///
/// It holds nothing of the data and is worthless once either changes.
struct CheckStamp: Sendable {
  private let path: String?

  init(_ configuration: RunConfiguration, input: InputConfiguration) {
    let settings = FileManager.default.contents(
      atPath: "\(configuration.folder)/\(configuration.file)")
    let key = Array(ParityVersion.engine.utf8) + Array(settings ?? Data())
    path = Digest.keyed(path: input.schema.path, key: key).map {
      "\(configuration.folder)/.parity/\(input.schema.id)-\($0.prefix(32)).checked"
    }
  }

  /// Whether the input was checked as it is.
  var isPresent: Bool { path.map { FileManager.default.fileExists(atPath: $0) } ?? false }

  /// Leaves the mark.
  ///
  /// A folder that cannot be written to only means that the next run checks again.
  func leave() {
    guard let path else { return }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    _ = FileManager.default.createFile(
      atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
  }
}
