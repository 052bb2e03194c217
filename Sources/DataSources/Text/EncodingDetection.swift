/// The character encoding of a file's start.
package struct EncodingDetection: Sendable, Hashable {
  /// What the bytes say.
  package enum Answer: Sendable, Hashable {
    /// The encoding is this.
    case found(EncodingDetection)
    /// The byte order mark is of another encoding than the declared one.
    case contradiction(TextFormat.Encoding)
    /// The encoding is one that is not read.
    case unsupported(String)
  }

  /// The encoding.
  package let encoding: TextFormat.Encoding
  /// Where it comes from.
  package let origin: ResolvedFormat.Origin
  /// Bytes of the byte order mark.
  package let byteOrderMarkLength: Int

  /// Detects the encoding, or holds the declared one against the byte order mark.
  package static func detect(_ sample: [UInt8], declared: TextFormat.Encoding?) -> Answer {
    if sample.starts(with: [0xFF, 0xFE, 0, 0]) || sample.starts(with: [0, 0, 0xFE, 0xFF]) {
      return .unsupported("UTF-32")
    }
    let marks: [(TextFormat.Encoding, [UInt8])] = [
      (.utf8, [0xEF, 0xBB, 0xBF]), (.utf16LittleEndian, [0xFF, 0xFE]),
      (.utf16BigEndian, [0xFE, 0xFF]),
    ]
    for (encoding, mark) in marks where sample.starts(with: mark) {
      if let declared, declared != encoding { return .contradiction(encoding) }
      return .found(
        EncodingDetection(
          encoding: encoding, origin: declared == nil ? .byteOrderMark : .declared,
          byteOrderMarkLength: mark.count))
    }
    if let declared {
      return .found(
        EncodingDetection(encoding: declared, origin: .declared, byteOrderMarkLength: 0))
    }
    return .found(
      EncodingDetection(
        encoding: wideEncoding(of: sample) ?? narrowEncoding(of: sample), origin: .detected,
        byteOrderMarkLength: 0))
  }

  /// UTF-16 without a byte order mark: every second byte of Western text is 0.
  private static func wideEncoding(of sample: [UInt8]) -> TextFormat.Encoding? {
    guard sample.count >= 4, sample.count % 2 == 0 else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in sample.enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let half = sample.count / 2
    if zeros.odd * 10 > half * 6, zeros.even * 20 < half { return .utf16LittleEndian }
    if zeros.even * 10 > half * 6, zeros.odd * 20 < half { return .utf16BigEndian }
    return nil
  }

  /// Windows-1252 if the text is not UTF-8, does not look like damaged UTF-8, and reads well.
  private static func narrowEncoding(of sample: [UInt8]) -> TextFormat.Encoding {
    var isDamaged = false
    var wellFormed = 0
    var letters = 0
    var signs = 0
    var index = 0
    while index < sample.count {
      let length = UTF8Sequence.length(at: index, in: sample)
      if length > 1 { wellFormed += 1 }
      if length > 0 {
        index += length
        continue
      }
      // A sequence cut off by the end of the sample says nothing.
      if sample.count - index < 4, sample.count == ResolvedFormat.sampleSize { break }
      let byte = sample[index]
      let next = index + 1 < sample.count ? sample[index + 1] : 0
      let previous = index > 0 ? sample[index - 1] : 0
      switch byte {
      case 0x81, 0x8D, 0x8F, 0x90, 0x9D: isDamaged = true
      case 0xC0...0xFF:
        if (0x80...0xBF).contains(next) { isDamaged = true } else { letters += 1 }
      default:
        let isApostropheOrDash = byte == 0x92 || byte == 0x96
        if !isLetter(previous) || !isLetter(next) || isApostropheOrDash {
          signs += 1
        } else {
          isDamaged = true
        }
      }
      index += 1
    }
    return !isDamaged && wellFormed == 0 && letters + signs > 0 ? .windows1252 : .utf8
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// What a file is that starts with the signature of something other than text.
  package static func archiveName(of sample: [UInt8]) -> String? {
    let signatures: [([UInt8], String)] = [
      ([0x50, 0x4B, 0x03, 0x04], "a zip archive or a spreadsheet workbook"),
      ([0x50, 0x4B, 0x05, 0x06], "an empty zip archive"),
      ([0x1F, 0x8B], "a gzip archive"), ([0x42, 0x5A, 0x68], "a bzip2 archive"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz archive"),
      ([0x28, 0xB5, 0x2F, 0xFD], "a zstd archive"),
      ([0x37, 0x7A, 0xBC, 0xAF], "a 7-zip archive"),
      ([0xD0, 0xCF, 0x11, 0xE0], "an old spreadsheet workbook"),
      ([0x25, 0x50, 0x44, 0x46], "a PDF document"),
    ]
    return signatures.first { sample.starts(with: $0.0) }?.1
  }
}
