import Foundation

/// A file that must not exist yet.
public enum NewFile {
  /// Writes a text to a new file.
  ///
  /// - Throws: a failure if the file exists or cannot be written.
  public static func write(_ text: String, to path: String) throws(RunFailure) {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw RunFailure(
        .cannotWrite, ["error W104 \(path) exists already", "  fix: name another file"])
    }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw RunFailure(
        .cannotWrite,
        ["error W105 \(path) could not be written", "  fix: check the folder and its space"])
    }
  }

  /// Makes the key for input digests beside a configuration, if there is none: 32 random bytes in
  /// hexadecimal, mode 0600.
  public static func makeKey(beside path: String) throws(RunFailure) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    let file = folder.appendingPathComponent("parity.key").path
    guard !FileManager.default.fileExists(atPath: file) else { return }
    var generator = SystemRandomNumberGenerator()
    let key = (0..<32).map { _ in
      let byte = UInt8.random(in: .min ... .max, using: &generator)
      return (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    try PrivateFile.write(key.joined() + "\n", to: file)
  }

  /// Makes the key that releases are signed with beside a configuration, if there is none: mode 0600,
  /// and the public key for those who verify.
  public static func makeSigningKey(beside path: String) throws(RunFailure) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    let file = folder.appendingPathComponent("parity-signing.key").path
    guard !FileManager.default.fileExists(atPath: file) else { return }
    let key = SigningKey.make()
    try PrivateFile.write(key.private, to: file)
    let publicFile = folder.appendingPathComponent("parity-signing.pub").path
    PrivateFile.remove(publicFile)
    try write(key.public, to: publicFile)
  }
}
