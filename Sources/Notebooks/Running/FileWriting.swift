import Foundation

/// Puts the files of a notebook in place.
package enum FileWriting {
  /// Writes files below a folder: each whole beside its place first, then all moved into place in
  /// order.
  ///
  /// Where one cannot be written, no file is touched.
  ///
  /// - Parameter removing: files of an earlier run that are no more.
  /// - Throws: `NotebookProblems`.
  package static func write(
    _ files: [(path: String, bytes: [UInt8])], in folder: String, removing: [String] = []
  ) throws(NotebookProblems) {
    var prepared: [(temporary: String, target: String)] = []
    do {
      for file in files {
        let target = "\(folder)/\(file.path)"
        // Files that are as they should be keep their times.
        if FileManager.default.contents(atPath: target) == Data(file.bytes) { continue }
        let parent = NotebookFile.folder(of: target)
        try FileManager.default.createDirectory(
          atPath: parent, withIntermediateDirectories: true)
        let name = target.split(separator: "/").last ?? ""
        let temporary =
          "\(parent)/.\(name).\(ProcessInfo.processInfo.processIdentifier).partial"
        prepared.append((temporary, target))
        try flushed(file.bytes, to: temporary)
      }
      for (temporary, target) in prepared {
        guard rename(temporary, target) == 0 else { throw CocoaError(.fileWriteUnknown) }
        flush(folder: NotebookFile.folder(of: target))
      }
    } catch {
      for (temporary, _) in prepared { try? FileManager.default.removeItem(atPath: temporary) }
      throw NotebookProblems(
        [
          NotebookProblem(
            .cannotWrite, folder, nil, "the notebook could not be written",
            fix: "check that the folder exists, is writable and has space")
        ], .cannotWrite)
    }
    for path in removing { try? FileManager.default.removeItem(atPath: "\(folder)/\(path)") }
  }

  private static func flushed(_ bytes: [UInt8], to path: String) throws {
    guard
      FileManager.default.createFile(
        atPath: path, contents: nil, attributes: [.posixPermissions: 0o644])
    else { throw CocoaError(.fileWriteUnknown) }
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    defer { try? handle.close() }
    try handle.write(contentsOf: Data(bytes))
    try handle.synchronize()
  }

  /// Makes the names in a folder durable.
  private static func flush(folder: String) {
    let descriptor = open(folder, O_RDONLY)
    guard descriptor >= 0 else { return }
    // Some file systems do not flush folders; their refusal is not a failure to write.
    _ = fsync(descriptor)
    close(descriptor)
  }
}
