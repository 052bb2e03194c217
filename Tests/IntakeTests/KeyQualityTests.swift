import Estimates
import Intake
import TestSupport
import Testing

@Suite("Keys")
struct KeyQualityTests {
  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static func shuffledNumbers(_ count: Int, seed: UInt64) -> [Int] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in Int.random(in: 100_000_000..<999_999_999, using: &generator) }
  }

  private func quality(_ keys: [String], hired: [Int]? = nil, earlier: [String]? = nil)
    -> KeyQuality
  {
    KeyQuality(
      keys.enumerated().map { (Self.bytes($0.element), hired?[$0.offset]) },
      earlier: earlier.map { Set($0.map(Self.bytes)) })
  }

  @Test("random pseudonyms of one length have nothing to say")
  func sound() {
    let numbers = Self.shuffledNumbers(200, seed: 1)
    let keys = numbers.map { "P" + String($0, radix: 36) + "Z" }.map { String($0.prefix(7)) }
    let days = Self.shuffledNumbers(200, seed: 2)
    let found = quality(keys, hired: days, earlier: Array(keys.dropLast(10)))
    #expect(!found.isOrderedByHire && !found.isSerial && found.digest == nil)
    #expect(found.lengths == 1 && found.nameLike == 0 && found.overlap == 1)
  }

  @Test("numbers handed out at hiring are found, whichever way they run, with or without zeros")
  func ordered() {
    let days = (0..<60).map { 10_000 + $0 * 7 + ($0 % 3) }
    for keys in [
      (0..<60).map { "E\($0 + 95)" }, (0..<60).map { "E\(1000 - $0)" },
      (0..<60).map { String($0 * 13 + 7) },
    ] {
      #expect(quality(keys, hired: days).isOrderedByHire)
    }
    // Too few people, or too weak a correlation, prove nothing.
    #expect(!quality((0..<20).map { "E\($0 + 10)" }, hired: Array(days.prefix(20))).isOrderedByHire)
  }

  @Test("serial numbers are found by their gaps")
  func serial() {
    let serial = (0..<50).map { "EMP-\(1000 + $0)" }
    expectClose(quality(serial).density, 1)
    #expect(quality(serial).isSerial)
    let sparse = (0..<50).map { "EMP-\(1000 + $0 * 40)" }
    expectClose(quality(sparse).density, 50.0 / 1961)
    #expect(!quality(sparse).isSerial)
    #expect(quality(["A1B2", "A1B3"]).density == 1)
    #expect(quality(["A1", "B2"]).density == nil)
  }

  @Test("forms of digests are known by length, random identifiers are none")
  func digests() {
    func keys(_ length: Int, _ alphabet: String) -> [String] {
      var generator = SeededGenerator(seed: UInt64(length))
      let letters = Array(alphabet)
      return (0..<5).map { _ in
        String(
          (0..<length).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] })
      }
    }
    let hexadecimal = "0123456789abcdef"
    #expect(quality(keys(64, hexadecimal)).digest == .sha256)
    #expect(quality(keys(40, hexadecimal)).digest == .sha1)
    #expect(quality(keys(32, hexadecimal)).digest == .md5)
    #expect(quality(keys(12, hexadecimal)).digest == nil)
    let base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    #expect(quality(keys(43, base64).map { $0 + "=" }).digest == .sha256)
    #expect(quality(keys(22, base64).map { $0 + "==" }).digest == .md5)
    #expect(quality(keys(44, base64)).digest == nil)
    let random = keys(32, hexadecimal).map { key in
      var text = Array(key)
      text[12] = "4"
      text[16] = "a"
      return String(text)
    }
    #expect(quality(random).digest == nil)
  }

  @Test("names are words of letters; keys that changed are gone")
  func namesAndOverlap() {
    let named = quality(["Ana Pérez", "Lee, Jo", "J. O'Neil", "X1 Y2", "P0000A"])
    #expect(named.nameLike == 3 && named.lengths > 1)
    expectClose(quality(["a1", "b2", "c3", "d4"], earlier: ["a1", "zz"]).overlap, 0.5)
    #expect(quality(["a1", "b2"], earlier: ["x9", "y8"]).overlap == 0)
    #expect(quality(["a1"]).overlap == nil && quality([]).keys == 0)
  }

  // R: cor(c(1, 2, 2, 4, 5), c(3, 1, 2, 5, 5), method = "spearman") is 0.6315789.
  @Test("rank correlation with ties")
  func correlation() {
    guard case .estimate(let estimate) = RankCorrelation.of([1, 2, 2, 4, 5], [3, 1, 2, 5, 5]) else {
      Issue.record("no correlation")
      return
    }
    expectClose(estimate.value, 0.6315789, relative: 1e-7)
    #expect(RankCorrelation.of([1, 1], [1, 2]) == .notEstimable(reason: "all values are equal"))
    #expect(RankCorrelation.of([1], [1]) == .notEstimable(reason: "fewer than two pairs"))
  }
}
