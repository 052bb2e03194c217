import Intake
import Testing

@Suite("Verdict")
struct VerdictTests {
  private func line(_ level: IntakeVerdict.Level, _ reason: String, _ exitCode: Int32 = 77)
    -> IntakeVerdict.Line
  {
    IntakeVerdict.Line(
      .file, level, file: "f.csv", reason: reason, action: "do it", exitCode: exitCode)
  }

  @Test("the gravest finding decides, and comes first")
  func order() {
    let verdict = IntakeVerdict([
      line(.pass, "a"), line(.warn, "b"), line(.refuse, "c"), line(.warn, "d"),
    ])
    #expect(verdict.level == .refuse)
    #expect(verdict.lines.map(\.reason) == ["c", "b", "d", "a"])
    #expect(IntakeVerdict([line(.pass, "a"), line(.warn, "b")]).level == .warn)
    #expect(IntakeVerdict([]).level == .pass)
  }

  @Test("only refusals have an exit code, the gravest of them")
  func exitCodes() {
    #expect(IntakeVerdict([line(.warn, "a", 65), line(.pass, "b", 66)]).exitCode == 0)
    #expect(IntakeVerdict([line(.refuse, "a", 78), line(.refuse, "b", 77)]).exitCode == 77)
    #expect(IntakeVerdict([line(.refuse, "a", 78), line(.refuse, "b", 65)]).exitCode == 78)
    #expect(IntakeVerdict([line(.refuse, "a", 66), line(.refuse, "b", 77)]).exitCode == 66)
  }

  @Test("a column without a role is named")
  func roles() {
    let map = RoleMap([.init("a", .key), .init("b", nil), .init("c", .measure), .init("d", nil)])
    #expect(map.undeclared == ["b", "d"] && map.count(.key) == 1)
    #expect(map.counts.map(\.role) == [.key, .measure])
  }

  @Test("shares and numbers are written alike everywhere")
  func wording() {
    #expect(
      [0, 0.0001, 0.1234, 0.9999, 1].map(IntakeWording.percent)
        == ["0%", "under 0.1%", "12.3%", "over 99.9%", "100%"])
    #expect(IntakeWording.decimal(2.5864, 3) == "2.586")
    #expect(
      IntakeWording.decimal(-0.25, 1) == "-0.3" && IntakeWording.decimal(1234.5, 0) == "1,235")
  }
}
