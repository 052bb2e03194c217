/// A file made of a document, before it is written anywhere.
public struct RenderedFile: Hashable, Sendable {
  /// Where the file goes, relative to the output folder.
  public let path: String
  /// The file's bytes.
  public let bytes: [UInt8]
  /// Whether the same document gives the same bytes, which a printer from outside does not promise.
  public let isReproducible: Bool

  /// Makes a file.
  public init(path: String, bytes: [UInt8], isReproducible: Bool = true) {
    self.path = path
    self.bytes = bytes
    self.isReproducible = isReproducible
  }
}

/// Something that makes files of a document.
///
/// The same document gives the same bytes.
public protocol Renderer: Sendable {
  /// The files of a document, in a fixed order.
  func render(_ document: Document) -> [RenderedFile]
}
