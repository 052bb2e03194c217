import Archive
import Estimates
import Foundation
import LinearPrograms
import Testing

/// A committed report with one hidden count put back: what it was hidden for follows.
@Suite("Planted leaks")
struct PlantedLeakTests {
  /// A copy of a release in which a hidden cell is shown wherever it stands.
  private static func showing(
    _ cell: CellKey, _ count: Int, in bytes: [UInt8]
  ) -> [UInt8] {
    let name = cell.description
    let pieces = String(decoding: bytes, as: UTF8.self)
      .components(separatedBy: "\"cell\": \"\(name)\",")
    let changed =
      [pieces[0]]
      + pieces.dropFirst().map { piece -> String in
        guard let range = piece.range(of: "\"not_shown\"") else { return piece }
        return piece.replacingCharacters(in: range, with: "\"shown\", \"count\": \(count)")
      }
    return Array(changed.joined(separator: "\"cell\": \"\(name)\",").utf8)
  }

  @Test("showing one hidden count of the HealthTech report gives another away")
  func healthTech() throws {
    let bytes = try Bundles.committed("healthtech")
    let audit = try Bundles.audit(bytes)
    #expect(audit.passed)
    // Counts that could be true: in the middle of their limits, and not small themselves.
    let candidates = audit.limits.filter { limit in
      limit.attacker == .zerosPublic && (limit.upper ?? 0) > 2 * audit.threshold
    }.sorted { ($0.width ?? 0, $0.cell) < ($1.width ?? 0, $1.cell) }
    #expect(candidates.count > 3)
    var caught = 0
    for limit in candidates.prefix(4) {
      let count = max(audit.threshold, (limit.lower + (limit.upper ?? 0)) / 2)
      let planted = Self.showing(limit.cell, count, in: bytes)
      #expect(planted.count != bytes.count)
      // The count put back may contradict the others: that is found, too.
      if (try? Bundles.audit(planted))?.passed != true { caught += 1 }
    }
    #expect(caught > 0)
  }

  @Test("showing a small count itself is found")
  func small() throws {
    let bytes = try Bundles.committed("cincinnati-2020")
    let hidden = try #require(try ArchivedRelease(resultsFile: bytes).hiddenCells.first)
    let audit = try? Bundles.audit(Self.showing(hidden, 3, in: bytes))
    #expect(audit?.failures.contains { $0.cell == hidden && $0.reason == .shown } ?? true)
  }
}
