/// Finds the separators of delimited text, 64 bytes at a time.
///
/// Each block of 64 bytes becomes a word with one bit per delimiter or line feed. Blocks with
/// quotes take a second look: a running exclusive-or over the quote bits marks what lies inside,
/// and every quote must stand where RFC 4180 lets it stand.
struct StructuralScanner {
  /// Bits of every byte value that can stand between fields.
  private let delimiters: SIMD16<UInt8>
  /// All ones while the position is inside quotes.
  private var insideQuotes: UInt64 = 0
  /// 1 if the byte before the block separates fields or closes a quote.
  private var separatorBefore: UInt64 = 1
  /// 1 if the byte before the block is a closing quote.
  private var closingBefore: UInt64 = 0
  /// Whether a quote stood where none may stand.
  private(set) var hasMisplacedQuote = false
  /// Line feeds outside quotes among the separators found by the last call.
  private(set) var lineFeeds = 0

  init(delimiter: UInt8) { delimiters = SIMD16(repeating: delimiter) }

  /// Starts at the beginning of a record.
  mutating func restart() {
    insideQuotes = 0
    separatorBefore = 1
    closingBefore = 0
    hasMisplacedQuote = false
  }

  /// Whether the text scanned so far ends inside quotes.
  var isInsideQuotes: Bool { insideQuotes != 0 }

  /// Writes the offsets of the separators in `start..<end` to `output`; returns how many.
  ///
  /// At least 64 bytes after `end` must be readable, and `output` must have room for
  /// `end - start + 64` offsets.
  @inline(never)
  mutating func scan(
    _ text: UnsafeRawPointer, from start: Int, to end: Int,
    into output: UnsafeMutablePointer<UInt32>
  ) -> Int {
    let delimiter = delimiters
    let lineFeed = SIMD16<UInt8>(repeating: 0x0A)
    let quote = SIMD16<UInt8>(repeating: 0x22)
    var insideQuotes = insideQuotes
    var separatorBefore = separatorBefore
    var closingBefore = closingBefore
    var misplaced: UInt64 = 0
    var lineFeeds = 0
    var lineFeedTally = SIMD16<UInt8>(repeating: 0)
    var tallied = 0
    var write = output
    var offset = start
    while offset < end {
      let a = text.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
      let b = text.loadUnaligned(fromByteOffset: offset &+ 16, as: SIMD16<UInt8>.self)
      let c = text.loadUnaligned(fromByteOffset: offset &+ 32, as: SIMD16<UInt8>.self)
      let d = text.loadUnaligned(fromByteOffset: offset &+ 48, as: SIMD16<UInt8>.self)
      var quoteBytes = Bits.equal(a, quote) | Bits.equal(b, quote)
      quoteBytes |= Bits.equal(c, quote) | Bits.equal(d, quote)
      let quotes = Bits.any(quoteBytes)
      let aLines = Bits.equal(a, lineFeed)
      let bLines = Bits.equal(b, lineFeed)
      let cLines = Bits.equal(c, lineFeed)
      let dLines = Bits.equal(d, lineFeed)
      var found = Bits.word(
        aLines | Bits.equal(a, delimiter), bLines | Bits.equal(b, delimiter),
        cLines | Bits.equal(c, delimiter), dLines | Bits.equal(d, delimiter))
      let isLast = end &- offset < 64
      if quotes | insideQuotes | closingBefore != 0 || isLast {
        let inBlock: UInt64 = isLast ? ~(~0 << UInt64(end &- offset)) : ~0
        var quoteBits = Bits.word(
          Bits.equal(a, quote), Bits.equal(b, quote), Bits.equal(c, quote), Bits.equal(d, quote))
        quoteBits &= inBlock
        let inside = Bits.runningParity(quoteBits) ^ insideQuotes
        let opening = quoteBits & inside
        let closing = quoteBits & ~inside
        found &= inBlock & ~inside
        misplaced |= opening & ~((found | closing) << 1 | separatorBefore)
        let unusual = (closing << 1 | closingBefore) & ~(found | opening) & inBlock
        if unusual != 0 {
          let carriageReturn = SIMD16<UInt8>(repeating: 0x0D)
          let returns = Bits.word(
            Bits.equal(a, carriageReturn), Bits.equal(b, carriageReturn),
            Bits.equal(c, carriageReturn), Bits.equal(d, carriageReturn))
          misplaced |= unusual & ~returns
        }
        lineFeeds &+= (Bits.word(aLines, bLines, cLines, dLines) & found).nonzeroBitCount
        separatorBefore = (found | closing) >> 63
        closingBefore = closing >> 63
        insideQuotes = UInt64(bitPattern: Int64(bitPattern: inside) >> 63)
        if isLast {
          // The last block may end before bit 63.
          let last = UInt64(end &- offset &- 1)
          separatorBefore = ((found | closing) >> last) & 1
          closingBefore = (closing >> last) & 1
          insideQuotes = (inside >> last) & 1 == 1 ? ~0 : 0
        }
      } else {
        separatorBefore = found >> 63
        lineFeedTally &-= aLines &+ bLines
        lineFeedTally &-= cLines &+ dLines
        tallied &+= 1
        if tallied == 63 {
          lineFeeds &+= Bits.sum(lineFeedTally)
          lineFeedTally = SIMD16(repeating: 0)
          tallied = 0
        }
      }
      // Eight offsets are written whether or not there are so many; the count decides.
      let count = found.nonzeroBitCount
      let base = UInt32(truncatingIfNeeded: offset)
      for index in 0..<8 {
        write[index] = base &+ Bits.lowest(found)
        found &= found &- 1
      }
      if count > 8 {
        for index in 8..<16 {
          write[index] = base &+ Bits.lowest(found)
          found &= found &- 1
        }
        var index = 16
        while index < count {
          write[index] = base &+ Bits.lowest(found)
          found &= found &- 1
          index &+= 1
        }
      }
      write += count
      offset &+= 64
    }
    self.insideQuotes = insideQuotes
    self.separatorBefore = separatorBefore
    self.closingBefore = closingBefore
    if misplaced != 0 { hasMisplacedQuote = true }
    self.lineFeeds = lineFeeds &+ Bits.sum(lineFeedTally)
    return write - output
  }

  /// How many quotes stand in a stretch of text.
  static func quotes(_ text: UnsafeRawPointer, from start: Int, to end: Int) -> Int {
    let quote = SIMD16<UInt8>(repeating: 0x22)
    var total = 0
    var offset = start
    while offset &+ 64 <= end {
      var tally = SIMD16<UInt8>(repeating: 0)
      let stop = min(end, offset &+ 64 * 60)
      while offset &+ 64 <= stop {
        let a = text.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
        let b = text.loadUnaligned(fromByteOffset: offset &+ 16, as: SIMD16<UInt8>.self)
        let c = text.loadUnaligned(fromByteOffset: offset &+ 32, as: SIMD16<UInt8>.self)
        let d = text.loadUnaligned(fromByteOffset: offset &+ 48, as: SIMD16<UInt8>.self)
        tally &-= Bits.equal(a, quote) &+ Bits.equal(b, quote)
        tally &-= Bits.equal(c, quote) &+ Bits.equal(d, quote)
        offset &+= 64
      }
      total &+= Bits.sum(tally)
    }
    while offset < end {
      if text.load(fromByteOffset: offset, as: UInt8.self) == 0x22 { total &+= 1 }
      offset &+= 1
    }
    return total
  }
}

/// Vectors of bytes as words of bits.
private enum Bits {
  /// 0xFF where the bytes are equal, else 0.
  @inline(__always)
  static func equal(_ left: SIMD16<UInt8>, _ right: SIMD16<UInt8>) -> SIMD16<UInt8> {
    unsafeBitCast(left .== right, to: SIMD16<UInt8>.self)
  }

  /// Not 0 if any byte is not 0.
  @inline(__always)
  static func any(_ vector: SIMD16<UInt8>) -> UInt64 {
    let halves = unsafeBitCast(vector, to: SIMD2<UInt64>.self)
    return halves[0] | halves[1]
  }

  /// The sum of the bytes.
  @inline(__always)
  static func sum(_ vector: SIMD16<UInt8>) -> Int {
    var total = 0
    for index in 0..<16 { total &+= Int(vector[index]) }
    return total
  }

  /// One bit per byte of four vectors of 0x00 and 0xFF, in order.
  ///
  /// The bits of eight bytes lie first in eight different bytes; an 8 by 8 transposition puts
  /// them in a row.
  @inline(__always)
  static func word(
    _ a: SIMD16<UInt8>, _ b: SIMD16<UInt8>, _ c: SIMD16<UInt8>, _ d: SIMD16<UInt8>
  ) -> UInt64 {
    var mixed: SIMD16<UInt8> = a & SIMD16<UInt8>(repeating: 0x01)
    mixed |= b & SIMD16<UInt8>(repeating: 0x04)
    mixed |= c & SIMD16<UInt8>(repeating: 0x10)
    mixed |= d & SIMD16<UInt8>(repeating: 0x40)
    let halves = unsafeBitCast(mixed, to: SIMD2<UInt64>.self)
    var word: UInt64 = halves[0] | (halves[1] << 1)
    var swap: UInt64 = (word ^ (word >> 7)) & 0x00AA_00AA_00AA_00AA
    word = word ^ swap ^ (swap << 7)
    swap = (word ^ (word >> 14)) & 0x0000_CCCC_0000_CCCC
    word = word ^ swap ^ (swap << 14)
    swap = (word ^ (word >> 28)) & 0x0000_0000_F0F0_F0F0
    return word ^ swap ^ (swap << 28)
  }

  /// Bit i is the parity of bits 0...i.
  @inline(__always)
  static func runningParity(_ bits: UInt64) -> UInt64 {
    var parity = bits ^ (bits << 1)
    parity ^= parity << 2
    parity ^= parity << 4
    parity ^= parity << 8
    parity ^= parity << 16
    return parity ^ (parity << 32)
  }

  /// The number of the lowest bit; 63 for none.
  @inline(__always)
  static func lowest(_ bits: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: (bits | 1 << 63).trailingZeroBitCount)
  }
}
