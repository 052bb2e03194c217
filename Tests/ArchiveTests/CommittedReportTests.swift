import Archive
import Foundation
import Testing

@Suite("The second audit of the committed reports")
struct CommittedReportTests {
  @Test(
    "a committed report passes, and the auditor had something to attack",
    arguments: [("healthtech", 60), ("cincinnati-2020", 15), ("berkeley-1973", 0)])
  func passes(_ name: String, atLeast hidden: Int) throws {
    let audit = try Bundles.audit(try Bundles.committed(name))
    #expect(audit.failures.isEmpty, "\(audit.failures.prefix(5))")
    #expect(audit.inconsistencies.isEmpty, "\(audit.inconsistencies.prefix(5))")
    #expect(audit.hiddenCells >= hidden)
    print(
      name, audit.hiddenCells, audit.components, audit.equations, audit.narrowest ?? -1,
      audit.iterations)
    for limit in audit.limits.filter({ ($0.width ?? 99) < 12 }) { print("   ", limit) }
  }
}
