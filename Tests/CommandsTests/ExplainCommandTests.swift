import Pipeline
import Testing

@testable import Commands

@Suite("parity explain")
struct ExplainCommandTests {
  @Test("lists what other programs print after a method's card")
  func otherPrograms() throws {
    let lines = try #require(Explanation.lines(for: "fisher-exact"))
    let heading = try #require(lines.firstIndex(of: "Other programs:"))
    #expect(lines.first == "Fisher's exact test" && heading > 3)
    let after = lines[heading...].dropFirst()
    #expect(after.count > 3)
    #expect(
      after.first
        == "  R 4.2.2 fisher.test(x) prints 0.0599078 for 2 of 10 against 15 of 25; "
        + "fisher-exact-minlike prints 0.0599078 (p): the same. "
        + "Both count every table no more probable than the one seen.")
    #expect(after.contains { $0.hasPrefix("  SciPy ") })
    #expect(after.contains { $0.contains("(as reported by ") && $0.contains(", not run)") })
  }

  @Test("a variant has its own lines, a prefix those of its method, and some methods none")
  func variants() throws {
    let central = try #require(Explanation.lines(for: "fisher-exact-central"))
    let heading = try #require(central.firstIndex(of: "Other programs:"))
    #expect(
      central[heading...].dropFirst().allSatisfy { $0.contains("fisher-exact-central prints") })
    let prefix = try #require(Explanation.lines(for: "mean-log"))
    #expect(prefix.contains { $0.hasPrefix("  convey ") })
    let none = try #require(Explanation.lines(for: "flip-count"))
    #expect(!none.contains("Other programs:"))
  }

  @Test(
    "succeeds for methods with lines",
    arguments: ["fisher-exact", "boschloo-minlike", "theil-t", "p90-p10", "log-rank"])
  func runs(subject: String) async {
    #expect(await CommandEntry.run(["explain", subject]) == 0)
  }
}
