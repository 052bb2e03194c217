import Archive
import Estimates
import LinearPrograms
import Testing

/// Counts that statistics were computed from are as good as shown ones.
@Suite("Counts behind statistics")
struct CountsBehindTests {
  private static let hidden = [["II", "A"], ["II", "C"], ["III", "A"], ["III", "C"]]

  private func table(behind counts: String) -> [UInt8] {
    let plain = Bundles.table(
      [("I", [20, 50, 10]), ("II", [8, 19, 22]), ("III", [17, 32, 12])],
      columns: ["A", "B", "C"], hidden: Set(Self.hidden), threshold: 10)
    return Array(
      String(decoding: plain, as: UTF8.self).replacing(
        "\"exhibits\"", with: "\"counts_behind\": {\(counts)}, \"exhibits\"", maxReplacements: 1
      ).utf8)
  }

  @Test("a count behind a statistic gives away what it is added to")
  func leak() throws {
    let audit = try Bundles.audit(
      table(behind: "\"workforce[department=II, group=A, quarter=2025Q3, sex=F]\": 20"))
    // Of the 25 people at most in II A, 20 are known: its limits move up.
    #expect(
      audit.limits.contains {
        $0.cell.description == "workforce[department=II, group=A, quarter=2025Q3]"
          && $0.attacker == .nonNegative && $0.lower == 20
      })
    #expect(try Bundles.audit(table(behind: "")).passed)
  }

  @Test("a count behind a statistic that an exhibit hides is a contradiction")
  func contradiction() {
    #expect(throws: ArchiveProblem.self) {
      try ArchivedRelease(
        resultsFile: table(behind: "\"workforce[department=II, group=A, quarter=2025Q3]\": 8"))
    }
  }

  @Test("names and counts are read as strictly as elsewhere")
  func strict() {
    for bad in ["\"workforce\": 3", "\"workforce[sex=F]\": \"3\"", "\"workforce[sex=F]\": -1"] {
      #expect(throws: ArchiveProblem.self) {
        try ArchivedRelease(resultsFile: table(behind: bad))
      }
    }
  }
}
