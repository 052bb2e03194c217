/// How digests are taken: SHA-256, in hexadecimal.
package struct Digests: Sendable {
  private let ofBytes: @Sendable ([UInt8]) -> String
  private let ofFile: @Sendable (String) -> String?

  /// Takes the functions.
  ///
  /// - Parameters:
  ///   - bytes: the digest of bytes.
  ///   - file: the digest of the file at a path; `nil` if it is a folder or cannot be read.
  package init(
    bytes: @escaping @Sendable ([UInt8]) -> String, file: @escaping @Sendable (String) -> String?
  ) {
    ofBytes = bytes
    ofFile = file
  }

  func text(_ text: String) -> String { ofBytes(Array(text.utf8)) }

  func file(_ path: String) -> String? { ofFile(path) }
}
