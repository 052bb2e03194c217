import DataSources
import Foundation
import TestSupport
import Testing

@Suite("Resolved format")
struct ResolvedFormatTests {
  private func resolve(_ bytes: [UInt8]) throws -> ResolvedFormat {
    let file = try WrittenFile(bytes)
    return try withExtendedLifetime(file) { try ResolvedFormat.resolve(path: file.path) }
  }

  @Test("the delimiter is the one that cuts evenly, not the most frequent")
  func delimiter() throws {
    #expect(try resolve(Array("a;b\n1,5;2,5\n3,5;4,5\n".utf8)).delimiter == 0x3B)
    #expect(try resolve(Array("a,b\n\"x;y;z\",1\n\"p;q;r\",2\n".utf8)).delimiter == 0x2C)
    #expect(try resolve(Array("a\tb c\n1\t2, 3\n".utf8)).delimiter == 0x09)
    #expect(try resolve(Array("only\none\ncolumn\n".utf8)).delimiter == 0x2C)
  }

  @Test("line ends inside quotes do not count")
  func lineEndings() throws {
    #expect(try resolve(Array("a,b\n\"x\r\ny\",1\n".utf8)).lineEnding == .lineFeed)
    #expect(try resolve(Array("a,b\r\n\"x\ny\",1\r\n".utf8)).lineEnding == .carriageReturnLineFeed)
    #expect(try resolve(Array("a,b\r\n1,2\n".utf8)).lineEnding == .mixed)
    #expect(try resolve(Array("a,b".utf8)).lineEnding == .none)
  }

  @Test("Windows-1252 is told from damaged UTF-8")
  func windows() throws {
    let pound: [UInt8] = Array("pay\n".utf8) + [0xA3] + Array("500\n".utf8)
    #expect(try resolve(pound).encoding == .windows1252)
    #expect(try resolve(Array("Zoë\n".utf8) + [0x5A, 0x6F, 0xEB, 0x0A]).encoding == .utf8)
    #expect(try resolve(Array("Zoë, naïve\n".utf8)).encoding == .utf8)
  }

  @Test("all of Windows-1252 becomes the text that the platform's own table gives")
  func table() throws {
    var decoder = TextDecoder(.windows1252)
    let defined = (0...255).map { UInt8($0) }.filter {
      ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains($0)
    }
    var output: [UInt8] = []
    decoder.decode(defined[...], into: &output)
    let expected = String(data: Data(defined), encoding: .windowsCP1252)
    #expect(String(decoding: output, as: UTF8.self) == expected)
  }

  @Test("UTF-16 cut anywhere gives the same text")
  func cutUnits() throws {
    let text = "Zoë 😀 ありがとう"
    for encoding in [TextFormat.Encoding.utf16LittleEndian, .utf16BigEndian] {
      let bytes = text.utf16.flatMap { unit -> [UInt8] in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return encoding == .utf16BigEndian ? [high, low] : [low, high]
      }
      for cut in 0...bytes.count {
        var decoder = TextDecoder(encoding)
        var output: [UInt8] = []
        decoder.decode(bytes[..<cut], into: &output)
        decoder.decode(bytes[cut...], into: &output)
        decoder.finish(into: &output)
        #expect(String(decoding: output, as: UTF8.self) == text)
      }
    }
  }

  @Test("UTF-8 is judged as the platform judges it")
  func wellFormed() {
    var generator = SeededGenerator(seed: 7)
    let bytes: [UInt8] = [
      0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF,
      0xF0, 0xF1, 0xF4, 0xF5, 0xFF,
    ]
    for _ in 0..<20_000 {
      let sample = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        bytes.randomElement(using: &generator) ?? 0
      }
      let expected = String(validating: sample, as: UTF8.self) != nil
      #expect(UTF8Sequence.isWellFormed(sample) == expected, "\(sample)")
    }
  }
}
