/// How a file is written, every question answered.
public struct ResolvedFormat: Sendable, Hashable, Codable {
  /// How lines end.
  public enum LineEnding: String, Sendable, Hashable, Codable {
    /// A line feed.
    case lineFeed = "LF"
    /// A carriage return and a line feed.
    case carriageReturnLineFeed = "CRLF"
    /// Some lines end one way and some the other.
    case mixed
    /// No line ends: the file is one line.
    case none
  }

  /// Where an answer comes from.
  public enum Origin: String, Sendable, Hashable, Codable {
    /// The configuration says so.
    case declared
    /// The file starts with a byte order mark.
    case byteOrderMark = "byte_order_mark"
    /// The bytes of the file's start fit.
    case detected
  }

  /// The character encoding.
  public let encoding: TextFormat.Encoding
  /// Where the encoding comes from.
  public let encodingOrigin: Origin
  /// Bytes of the byte order mark, 0 where there is none.
  public let byteOrderMarkLength: Int
  /// The byte between fields.
  public let delimiter: UInt8
  /// How the lines of the file's start end.
  public let lineEnding: LineEnding

  /// Makes a format.
  public init(
    encoding: TextFormat.Encoding, encodingOrigin: Origin = .declared,
    byteOrderMarkLength: Int = 0, delimiter: UInt8 = 0x2C, lineEnding: LineEnding = .lineFeed
  ) {
    self.encoding = encoding
    self.encodingOrigin = encodingOrigin
    self.byteOrderMarkLength = byteOrderMarkLength
    self.delimiter = delimiter
    self.lineEnding = lineEnding
  }

  /// The delimiter's name, for messages.
  public var delimiterName: String {
    switch delimiter {
    case 0x2C: "comma"
    case 0x3B: "semicolon"
    case 0x09: "tab"
    case 0x7C: "vertical bar"
    default: "byte \(delimiter)"
    }
  }

  /// Bytes of the file's start that are looked at.
  package static let sampleSize = 1 << 20

  /// Answers what the declared format leaves open from the first mebibyte of the file.
  ///
  /// - Throws: what is wrong with the file as a file: missing, not an ordinary file, empty, an
  ///   archive, an encoding that contradicts the declared one, lone carriage returns.
  public static func resolve(
    path: String, declared: TextFormat = TextFormat()
  ) throws(SourceProblems) -> ResolvedFormat {
    var file = try InputFile(path: path)
    let name = file.name
    var sample: [UInt8] = []
    while sample.count < sampleSize {
      let count = try file.read(upTo: sampleSize - sample.count, into: &sample)
      if count == 0 { break }
    }
    func refuse(_ code: ProblemCode, _ message: String, fix: String? = nil) -> SourceProblems {
      SourceProblems([code.problem(file: name, message: message, fix: fix)])
    }
    if sample.isEmpty { throw refuse(.fileEmpty, "the file is empty") }
    if let archive = EncodingDetection.archiveName(of: sample) {
      throw refuse(.fileIsArchive, "this is \(archive), not text")
    }
    let found: EncodingDetection
    switch EncodingDetection.detect(sample, declared: declared.encoding) {
    case .found(let detection): found = detection
    case .contradiction(let mark):
      throw refuse(
        .encodingContradiction,
        "the file starts with the byte order mark of \(mark.rawValue), and the configuration "
          + "declares \(declared.encoding?.rawValue ?? "")")
    case .unsupported(let encodingName):
      throw refuse(.encodingUnsupported, "the text is \(encodingName), which is not read here")
    }
    var text: [UInt8] = []
    var decoder = TextDecoder(found.encoding)
    decoder.decode(sample[min(found.byteOrderMarkLength, sample.count)...], into: &text)
    if text.isEmpty { throw refuse(.fileEmpty, "the file holds a byte order mark and no text") }
    let delimiter: UInt8
    if let declared = declared.delimiter {
      guard let byte = declared.utf8.first, declared.utf8.count == 1,
        DelimiterDetection.candidates.contains(byte)
      else {
        throw refuse(.delimiterNotAllowed, "the declared delimiter is not one that is read")
      }
      delimiter = byte
    } else {
      delimiter = DelimiterDetection.detect(
        in: text, skippingRows: declared.skipRows, isWhole: sample.count < sampleSize)
    }
    let endings = LineEndingCount(text)
    if endings.carriageReturns > 0, endings.lineFeeds + endings.both == 0 {
      throw refuse(
        .bareCarriageReturn, "lines end in a carriage return alone, so the file is one line")
    }
    return ResolvedFormat(
      encoding: found.encoding, encodingOrigin: found.origin,
      byteOrderMarkLength: found.byteOrderMarkLength, delimiter: delimiter,
      lineEnding: endings.lineEnding)
  }
}

/// How many lines of a text end in which way.
package struct LineEndingCount: Sendable {
  private(set) var lineFeeds = 0
  private(set) var both = 0
  private(set) var carriageReturns = 0

  /// Counts the line ends outside quotes.
  package init(_ text: [UInt8]) {
    var isQuoted = false
    var previous: UInt8 = 0
    for byte in text {
      if previous == 0x0D, byte != 0x0A, !isQuoted { carriageReturns += 1 }
      if byte == 0x22 { isQuoted.toggle() }
      if byte == 0x0A, !isQuoted {
        if previous == 0x0D { both += 1 } else { lineFeeds += 1 }
      }
      previous = byte
    }
    if previous == 0x0D, !isQuoted { carriageReturns += 1 }
  }

  /// The verdict.
  package var lineEnding: ResolvedFormat.LineEnding {
    if lineFeeds > 0, both > 0 { return .mixed }
    if both > 0 { return .carriageReturnLineFeed }
    return lineFeeds > 0 ? .lineFeed : .none
  }
}
