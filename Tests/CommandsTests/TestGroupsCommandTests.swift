import Testing

@testable import Commands

@Suite("Exit codes of parity test groups")
struct TestGroupsCommandTests {
  private static let cases: [(arguments: [String], code: Int32)] = [
    (["White=206/900", "Black=26/100"], 0),
    (["White=206/900", "Black=26/100", "--unknown", "30/120", "--json"], 0),
    (["White=206/900", "Black=26/100", "--rules", "nyc-local-law-144"], 0),
    (["A, or B=1/2", "C=1/3", "--unfavourable", "--comparator", "largest"], 0),
    (["White=206/900"], 64), (["White=206/900", "Black"], 64),
    (["White=206/900", "Black=-1/3"], 64), (["A=1/2", "B=1/3", "--rules", "none"], 64),
    (["A=1/2", "B=1/3", "--comparator", "C"], 64), (["A=1/2", "B=1/3", "--level", "1"], 64),
    (["A=1/2", "B=1/3", "--levle", "1"], 64),
  ]

  @Test("each kind of failure has its documented code", arguments: cases)
  func codes(arguments: [String], expected: Int32) async {
    #expect(await CommandEntry.run(["test", "groups"] + arguments) == expected)
  }
}
