import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts
import Testing

@testable import Disclosure
@testable import Reports

/// The checklist of the leadership side: what fits on one printed side and into two minutes.
@Suite("Leadership side") struct LeadershipSideTests {
  private func document(_ change: (inout ReportContext) -> Void = { _ in }) throws -> Document {
    var context = try #require(try SampleRelease.context())
    change(&context)
    return ReportBuilder.leadership(ReportInput(release: SampleRelease.release, context: context))
  }

  /// The words a reader reads: everything but what stands in a figure.
  private func words(_ document: Document) -> [Substring] {
    DocumentText(document).lines.filter { !$0.hasPrefix("  ") }
      .flatMap { $0.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "." } }
  }

  private func headings(_ document: Document) -> [String] {
    document.blocks.compactMap { block in
      if case .heading(_, let id, _) = block { return id }
      return nil
    }
  }

  @Test("can be read in about two minutes")
  func length() throws {
    #expect(words(try document()).count <= 450)
  }

  @Test("has its parts in order")
  func parts() throws {
    #expect(
      headings(try document()) == ["headlines", "scorecard-heading", "cannot-tell", "actions"])
  }

  @Test("says what would let it tell more")
  func remedies() throws {
    let text = DocumentText(try document()).lines
    #expect(text.contains { $0.hasSuffix("It can be judged when more people declare it.") })
    #expect(text.contains { $0.hasSuffix("larger groups would show more.") })
  }

  @Test("every action has its owner and its date, and none is made up")
  func actions() throws {
    let text = DocumentText(try document()).lines
    #expect(
      text.contains(
        "- Structured shortlisting in all band 8 campaigns (Head of Resourcing, by 31 January 2026)"
      ))
    #expect(!headings(try document { $0.actions = [] }).contains("actions"))
  }

  @Test("uses no word that needs a statistics course, and no index")
  func plainWords() throws {
    let forbidden = [
      "index", "statistic", "statistics", "test", "tests", "tested", "hypothesis", "adjusted",
      "multiplicity", "regression", "deviation", "coefficient", "intervals", "practical",
    ]
    for word in words(try document()) {
      #expect(!forbidden.contains(word.lowercased()), "\(word)")
    }
  }

  @Test("a headline about pay says who is paid less, and speaks of the median where both are clear")
  func pay() throws {
    func headlines(_ rows: [(String, Int, Int, Double, Double, Double)]) throws -> [String] {
      let release = Release(
        exhibits: [SampleExhibits.pay("pay/gender/Women", .payGap, rows)],
        summary: SampleRelease.release.summary)
      let context = try #require(try SampleRelease.context())
      let document = ReportBuilder.leadership(ReportInput(release: release, context: context))
      return WordingLinterTests.sections(document).first { $0.id == "headlines" }?.sentences ?? []
    }
    let mean = ("Mean", 900, 900, 16.0, 20.0, 0.01)
    let clear = ("Median", 900, 900, 18.0, 20.0, 0.01)
    let unclear = ("Median", 900, 900, 18.0, 20.0, 0.04)
    let end = " lower for women than for men. ■ Clear gap, to the disadvantage of women."
    #expect(try headlines([mean, clear]) == ["Median hourly pay: 10%" + end])
    #expect(try headlines([mean, unclear]) == ["Mean hourly pay: 20%" + end])
  }
}
