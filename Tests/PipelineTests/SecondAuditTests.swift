import Archive
import Estimates
import LinearPrograms
import Testing

@testable import Pipeline

@Suite("The second audit inside a run")
struct SecondAuditTests {
  private static let cell = CellKey(
    "workforce", [.init("department", "A"), .init("group", "X")])

  private func refusal(
    _ results: String, small: [CellKey: Int], solver: any LinearProgramSolver = ExactSimplex()
  ) -> SecondAudit.Refusal? {
    do {
      _ = try SecondAudit.refuse(
        unlessSafe: Array(results.utf8), smallCounts: small, solver: solver)
      return nil
    } catch { return error }
  }

  @Test("a release whose small counts have wide limits is let through")
  func safe() {
    #expect(refusal(SmallBundle.results, small: [Self.cell: 4]) == nil)
  }

  @Test("a refusal names no cell but in the private log")
  func refused() throws {
    let leaking = SmallBundle.results.replacing(
      "\"cell\": \"workforce[department=A, group=Y]\", \"status\": \"not_shown\"",
      with: "\"cell\": \"workforce[department=A, group=Y]\", \"status\": \"shown\", \"count\": 56")
    #expect(leaking != SmallBundle.results)
    let refusal = try #require(self.refusal(leaking, small: [Self.cell: 4]))
    #expect(refusal.failure.exitCode == .refused)
    #expect(refusal.failure.lines.first?.contains("P103") == true)
    #expect(!refusal.failure.lines.joined().contains("workforce"))
    #expect(refusal.failures.contains { $0.cell == Self.cell })
    #expect(refusal.logLines.contains(Self.cell.description))
  }

  /// A solver that cannot be had.
  private struct NoSolver: LinearProgramSolver {
    func bounds(_ request: BoundsRequest) throws(SolverFailure) -> BoundsAnswer { throw .missing }
  }

  @Test("without a solver there is no release")
  func noSolver() throws {
    let refusal = try #require(
      self.refusal(SmallBundle.results, small: [Self.cell: 4], solver: NoSolver()))
    #expect(refusal.failure.exitCode == .refused)
    #expect(refusal.failure.lines.first?.contains("P104") == true)
  }
}
