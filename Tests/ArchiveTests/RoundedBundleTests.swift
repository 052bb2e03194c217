import Archive
import Estimates
import Testing

@Suite("Bundles of rounded counts")
struct RoundedBundleTests {
  private func rounded(_ bytes: [UInt8], to base: Int) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
      .replacing("\"disclosure\": {", with: "\"disclosure\": {\"rounding\": \(base), ")
      .replacing(/"count": ([0-9]+)/) { match in
        let count = Int(match.1) ?? 0
        return "\"count\": \((count + base / 2) / base * base)"
      }
    return Array(text.utf8)
  }

  private let hidden: Set<[String]> = [["II", "A"], ["II", "C"], ["III", "A"], ["III", "C"]]

  private var exact: [UInt8] {
    Bundles.table(
      [("I", [18, 48, 18]), ("II", [8, 19, 22]), ("III", [17, 32, 12])],
      columns: ["A", "B", "C"], hidden: hidden, threshold: 10)
  }

  @Test("totals that rounding parted from their sums are no contradiction, and limits get wider")
  func wider() throws {
    let before = try Bundles.audit(exact)
    let after = try Bundles.audit(rounded(exact, to: 5))
    #expect(after.passed && after.inconsistencies.isEmpty)
    for limit in before.limits {
      let other = try #require(
        after.limits.first { $0.cell == limit.cell && $0.attacker == limit.attacker })
      #expect(other.lower <= limit.lower)
      #expect((other.upper ?? .max) >= (limit.upper ?? .max))
    }
    #expect(after.limits != before.limits)
    // The same numbers taken for exact ones contradict each other.
    let taken = String(decoding: rounded(exact, to: 5), as: UTF8.self)
      .replacing("\"rounding\": 5, ", with: "")
    #expect((try? Bundles.audit(Array(taken.utf8)))?.inconsistencies.isEmpty != true)
  }

  @Test("a total that no rounding explains is one")
  func contradiction() throws {
    let text = String(decoding: rounded(exact, to: 5), as: UTF8.self)
      .replacing("\"count\": 20", with: "\"count\": 500", maxReplacements: 1)
    #expect(try !Bundles.audit(Array(text.utf8)).passed)
  }

  @Test("a small group that rounding does not protect is found")
  func unprotected() throws {
    let bytes = Bundles.table(
      [("I", [20, 50]), ("II", [3, 50])], columns: ["A", "B"], hidden: [["II", "A"]],
      threshold: 10)
    #expect(try !Bundles.audit(rounded(bytes, to: 3)).passed)
  }

  @Test("a base that is none is refused")
  func base() {
    #expect(throws: ArchiveProblem.self) {
      try ArchivedRelease(resultsFile: rounded(exact, to: 5001))
    }
  }
}
