/// Reads a file as UTF-8 in chunks, whatever its encoding, in constant memory.
package struct TextTranscoder: ~Copyable {
  /// Bytes read from the file at a time.
  package static let chunkSize = 1 << 18

  private var file: InputFile
  private var decoder: TextDecoder
  private var raw: [UInt8] = []
  private var bytesToSkip: Int
  private var isFinished = false

  /// Opens a file whose format is known.
  package init(path: String, format: ResolvedFormat) throws(SourceProblems) {
    file = try InputFile(path: path)
    decoder = TextDecoder(format.encoding)
    bytesToSkip = format.byteOrderMarkLength
  }

  /// The share of the file read so far, 0 to 1.
  package var progress: Double { file.progress }

  /// Appends the next chunk of text, without the byte order mark, to `buffer`.
  ///
  /// - Returns: `false` at the end of the file, when nothing was appended.
  package mutating func readChunk(into buffer: inout [UInt8]) throws(SourceProblems) -> Bool {
    let start = buffer.count
    while !isFinished, buffer.count == start {
      raw.removeAll(keepingCapacity: true)
      if try file.read(upTo: Self.chunkSize, into: &raw) == 0 {
        isFinished = true
        decoder.finish(into: &buffer)
      } else {
        let skipped = min(bytesToSkip, raw.count)
        bytesToSkip -= skipped
        decoder.decode(raw[skipped...], into: &buffer)
      }
    }
    return buffer.count > start
  }
}
