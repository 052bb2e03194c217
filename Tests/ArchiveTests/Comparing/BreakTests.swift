import Archive
import Estimates
import Testing

@Suite("What makes releases incomparable")
struct BreakTests {
  /// A release, and the next with a resolved gap, a restated quarter and one more difference.
  private func compare(_ change: (inout PlannedRelease) -> Void) throws -> ReleaseComparison {
    let first = PlannedRelease()
    var next = first.nextQuarter
    next.rows[1].verdict = "about_the_same"
    next.trend[0].women = 395
    change(&next)
    return ReleaseComparison(earlier: try first.archived(), later: try next.archived())
  }

  @Test("without another difference there is no break")
  func none() throws {
    let comparison = try compare { _ in }
    #expect(comparison.methods.isEmpty)
    #expect(comparison.verdicts(.resolved).count == 1 && comparison.revisedFigures.count == 2)
  }

  @Test("another method breaks the verdicts that rest on it, not the figures that do not")
  func method() throws {
    let comparison = try compare { $0.convention = "focal / reference, score, 95 % level" }
    #expect(comparison.methods.map(\.subject) == [.method("Ratio of rates")])
    #expect(comparison.methods.first?.before?.hasPrefix("rate-ratio; focal / reference, e") == true)
    #expect(comparison.methods.first?.exhibits == 1)
    #expect(comparison.verdicts.map(\.isBreak) == [true])
    #expect(comparison.verdicts(.resolved).isEmpty && comparison.revisedFigures.count == 2)
  }

  @Test("another band, confidence or adjustment breaks verdicts alone")
  func judgement() throws {
    let changes: [(MethodChange.Subject, (inout PlannedRelease) -> Void)] = [
      (.band("ratio"), { $0.ratioBand.lower = "0.9" }), (.confidence, { $0.confidence = "0.9" }),
      (.multiplicity, { $0.multiplicity = "none" }),
    ]
    for (subject, change) in changes {
      let comparison = try compare(change)
      #expect(comparison.methods.map(\.subject) == [subject])
      #expect(comparison.verdicts.map(\.isBreak) == [true])
      #expect(comparison.revisedFigures.count == 2)
    }
  }

  @Test("other smallest groups, readers or rounding break everything")
  func policy() throws {
    for change: (inout PlannedRelease) -> Void in [
      { $0.threshold = 15 }, { $0.audience = "internal" }, { $0.rounding = 5 },
    ] {
      let comparison = try compare(change)
      #expect(comparison.methods.count == 1)
      #expect(comparison.verdicts.map(\.isBreak) == [true])
      #expect(comparison.figures.count == 2 && comparison.figures.allSatisfy { $0.before == nil })
      #expect(!comparison.needsAttention)
    }
  }

  @Test("another version of the engine is told and breaks nothing by itself")
  func engine() throws {
    let comparison = try compare { $0.engine = "Parity 2" }
    #expect(comparison.methods.map(\.subject) == [.engine])
    #expect(comparison.verdicts(.resolved).count == 1 && comparison.revisedFigures.count == 2)
  }

  @Test("another group compared with, other shares and another leadership break the table")
  func definitions() throws {
    let reference = try compare { $0.reference = "All others who declared" }
    #expect(reference.methods.map(\.subject) == [.groups])
    #expect(reference.verdicts.map(\.isBreak) == [true])
    let note = try compare { $0.trendNotes = ["Leadership: Senior and above."] }
    #expect(note.methods.map(\.subject) == [.note])
    // The count is named in full by its cell; the share is not.
    #expect(note.figures.map(\.isBreak) == [false, true])
  }

  @Test("a group made of other levels breaks its own figures; its members are not repeated")
  func members() throws {
    var first = PlannedRelease()
    first.trendNotes = ["Women: Female; F."]
    var next = first.nextQuarter
    next.trend[0].women = 395
    let same = ReleaseComparison(earlier: try first.archived(), later: try next.archived())
    #expect(same.methods.isEmpty && same.revisedFigures.count == 2)
    next.trendNotes = ["Women: Female; F; Woman."]
    let other = ReleaseComparison(earlier: try first.archived(), later: try next.archived())
    #expect(other.methods.map(\.subject) == [.members(attribute: "gender", label: "Women")])
    #expect(other.methods.allSatisfy { $0.before == nil && $0.now == nil })
    #expect(other.figures.map(\.isBreak) == [true, true])
    // A level that was a single one and is made of others now.
    first.trendNotes = []
    let single = ReleaseComparison(earlier: try first.archived(), later: try next.archived())
    #expect(single.methods.map(\.subject) == [.members(attribute: "gender", label: "Women")])
  }

  @Test("other levels break their attribute alone")
  func levels() throws {
    let comparison = try compare { $0.levels = ["Junior", "Middle", "Senior"] }
    #expect(comparison.methods.map(\.subject) == [.levels("level")])
    #expect(comparison.verdicts.map(\.isBreak) == [false])
    #expect(comparison.revisedFigures.count == 2)
  }

  @Test("verdicts and directions that do not exist are refused")
  func malformed() throws {
    var release = PlannedRelease()
    release.rows[0].verdict = "splendid"
    #expect(throws: ArchiveProblem.wrongKind("verdict")) { try release.archived() }
    release.rows[0].verdict = "clear_gap"
    release.rows[0].direction = "upwards"
    #expect(throws: ArchiveProblem.wrongKind("direction")) { try release.archived() }
  }
}
