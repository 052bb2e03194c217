import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts
import Testing

@testable import Reports

/// What the research profile adds to the full report, and what leaders never see.
@Suite("Research profile") struct ResearchProfileTests {
  private func input() throws -> ReportInput {
    ReportInput(
      release: SampleRelease.release, context: try #require(try SampleRelease.context()))
  }

  private func tables(_ document: Document) -> [DataTable] {
    document.blocks.compactMap { block in
      if case .table(let table) = block { return table }
      return nil
    }
  }

  @Test("has every table of the full report, with the same cells")
  func holdsTheFullReport() throws {
    let research = tables(ReportBuilder.research(try input()))
    for table in tables(ReportBuilder.full(try input())) where table.id != "methods" {
      #expect(research.contains(table), "\(table.id)")
    }
    #expect(Set(research.map(\.id)).count == research.count)
  }

  @Test("has a line for every test that is shown, with statistic and both p-values")
  func everyTest() throws {
    let input = try input()
    let panels = tables(ReportBuilder.research(input)).filter { $0.id.hasPrefix("tests-") }
    let tested = input.findings.filter { $0.pValue != nil }
    #expect(tested.count > 30)
    #expect(panels.flatMap(\.rows).count == tested.count)
    let pay = try #require(panels.first { $0.id == "tests-pay-gender-women" })
    let mean = try #require(pay.rows.first).cells.map { DocumentText.text($0) }
    let finding = try #require(input.findings.first { $0.exhibitID == "pay/gender/Women" })
    #expect(mean[1].hasPrefix("Z = "))
    #expect(mean[3] == SectionWriter(input).format.pValue(try #require(finding.pValue).value))
    #expect(mean[4] == SectionWriter(input).format.pValue(try #require(finding.adjustedP).value))
    #expect(pay.notes.contains { $0.contains("two-sided") })
  }

  @Test("sets all tests of one question side by side")
  func robustness() throws {
    let panels = tables(ReportBuilder.research(try input()))
    let funnel = try #require(panels.first { $0.id == "robustness-funnel-gender-women" })
    #expect(funnel.columns.map(\.title) == ["pooled Z", "Fisher", "At 5%"])
    #expect(funnel.rows.count == 5)
  }

  @Test("prints every stamp of every method, with its identifier")
  func stamps() throws {
    let input = try input()
    let table = try #require(
      tables(ReportBuilder.research(input)).first { $0.id == "methods" })
    let stamps = Set(input.release.exhibits.flatMap(\.methods).map(\.method))
    #expect(table.rows.count == stamps.count)
    for stamp in stamps {
      #expect(table.rows.contains { DocumentText.text($0.cells[0]) == stamp.id })
    }
  }

  @Test("leaders see none of it")
  func leadership() throws {
    let text = DocumentText(ReportBuilder.leadership(try input())).lines.joined(separator: "\n")
    for word in ["p =", "p <", "Z =", "Holm", "adjusted", "Fisher", "Crosswalk", "framework"] {
      #expect(!text.contains(word), "\(word)")
    }
  }
}
