/// A file made by a generator: where it goes and what is in it.
public struct GeneratedFile: Sendable, Hashable {
  /// The path, relative to the folder the files are written to.
  public let path: String
  /// The whole text, UTF-8, lines ended by a line feed.
  public let text: String

  /// Makes a file.
  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
