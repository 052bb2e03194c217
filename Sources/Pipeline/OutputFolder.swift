package import Documents
import Foundation

/// A folder that appears whole or not at all.
package struct OutputFolder: Sendable {
  /// Where the folder will be.
  package let path: String
  /// Whether an existing folder may be replaced.
  package let replacesExisting: Bool

  /// Names a folder.
  package init(path: String, replacesExisting: Bool) {
    self.path = path
    self.replacesExisting = replacesExisting
  }

  /// Refuses early what could not be written later.
  package func check() throws(RunFailure) {
    if FileManager.default.fileExists(atPath: path), !replacesExisting {
      throw RunFailure(
        .cannotWrite,
        [
          "error W101 \(path) exists already",
          "  fix: name another folder with --out, or add --force",
        ])
    }
  }

  /// Writes the files into a temporary folder beside the target, flushes them, and moves the folder
  /// into place.
  ///
  /// On any failure nothing is left behind and what was there stays.
  package func write(_ files: [RenderedFile]) throws(RunFailure) {
    try check()
    let manager = FileManager.default
    let target = URL(fileURLWithPath: path).standardizedFileURL
    let parent = target.deletingLastPathComponent()
    let temporary = parent.appendingPathComponent(
      ".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).partial")
    do {
      try manager.createDirectory(at: parent, withIntermediateDirectories: true)
      try manager.createDirectory(
        at: temporary, withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o755])
      for file in files { try Self.write(file, in: temporary) }
      try Self.flush(folder: temporary)
      if manager.fileExists(atPath: target.path) {
        let old = parent.appendingPathComponent(
          ".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).old")
        try manager.moveItem(at: target, to: old)
        do {
          try manager.moveItem(at: temporary, to: target)
        } catch {
          try manager.moveItem(at: old, to: target)
          throw error
        }
        try manager.removeItem(at: old)
      } else {
        try manager.moveItem(at: temporary, to: target)
      }
      try Self.flush(folder: parent)
    } catch {
      try? manager.removeItem(at: temporary)
      throw RunFailure(
        .cannotWrite,
        [
          "error W102 \(path) could not be written; nothing was changed",
          "  fix: check that the parent folder exists, is writable and has space",
        ])
    }
  }

  private static func write(_ file: RenderedFile, in folder: URL) throws {
    let url = folder.appendingPathComponent(file.path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    guard
      FileManager.default.createFile(
        atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o644])
    else { throw CocoaError(.fileWriteUnknown) }
    let handle = try FileHandle(forWritingTo: url)
    defer { try? handle.close() }
    try handle.write(contentsOf: Data(file.bytes))
    try handle.synchronize()
  }

  /// Makes the names in a folder durable.
  private static func flush(folder: URL) throws {
    let descriptor = open(folder.path, O_RDONLY)
    guard descriptor >= 0 else { throw CocoaError(.fileReadUnknown) }
    defer { close(descriptor) }
    // Some file systems do not flush folders; their refusal is not a failure to write.
    _ = fsync(descriptor)
  }
}
