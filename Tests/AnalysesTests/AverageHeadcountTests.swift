import TestSupport
import Testing

@testable import Analyses

@Suite("Average headcount")
struct AverageHeadcountTests {
  @Test("snapshots at the ends count half")
  func weights() {
    expectClose(AverageHeadcount.average([100, 120, 140, 100, 60]), (80 + 360) / 4.0)
    expectClose(AverageHeadcount.average([10, 20]), 15)
  }

  @Test("a window needs the snapshot before it")
  func opening() {
    let quarters = ["1", "2", "3", "4", "5"]
    #expect(
      AverageHeadcount(window: ["2", "3", "4", "5"], quarters: quarters)?.snapshots == quarters)
    #expect(AverageHeadcount(window: ["1", "2"], quarters: quarters) == nil)
  }
}
