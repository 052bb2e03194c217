import Foundation

/// A file for the operator's eyes: mode 0600, never part of a release.
enum PrivateFile {
  static func write(_ text: String, to path: String) throws(RunFailure) {
    // An older file would keep its mode.
    remove(path)
    let made = FileManager.default.createFile(
      atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    guard made else {
      throw RunFailure(
        .cannotWrite,
        [
          "error W103 the private plan log could not be written to \(path)",
          "  fix: name a file in a folder you can write to",
        ])
    }
  }

  /// Refuses early to write over a file.
  static func check(_ path: String) throws(RunFailure) {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw RunFailure(
        .cannotWrite,
        ["error W106 \(path) exists already", "  fix: name another file, or add --force"])
    }
  }

  /// Removes the file, if it is there.
  static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
  }
}
