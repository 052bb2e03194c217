import Aggregates
import Testing

@testable import Analyses

@Suite("Headcount reconciliation")
struct HeadcountReconciliationTests {
  @Test("a workforce whose flows explain its stocks has no discrepancy")
  func reconciles() {
    let sample = SampleWorkforce(seed: 3)
    #expect(HeadcountReconciliation.discrepancies(in: sample.data, sample.context).isEmpty)
  }

  @Test("a missing exit shows in its quarter, with the difference")
  func missingExit() {
    var sample = SampleWorkforce(seed: 3)
    guard let exit = sample.events.firstIndex(where: { $0["event"] == 1 && $0["quarter"] == 2 })
    else {
      Issue.record("the sample has no exit")
      return
    }
    sample.events.remove(at: exit)
    let found = HeadcountReconciliation.discrepancies(in: sample.data, sample.context)
    #expect(found.map(\.quarter) == ["2025Q1"])
    #expect(found.map { $0.found - $0.expected } == [-1])
  }
}
