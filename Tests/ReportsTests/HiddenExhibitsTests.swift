import Disclosure
import Documents
import Estimates
import Testing

@testable import Disclosure
@testable import Reports

@Suite("Hidden exhibits")
struct HiddenExhibitsTests {
  private static let hiddenID = "promotions/gender/level"

  /// The sample release with one exhibit wholly hidden.
  private func document() throws -> Document {
    let release = SampleRelease.release
    let exhibits = release.exhibits.map { published -> PublishedExhibit in
      guard published.exhibit.id == Self.hiddenID else { return published }
      let hidden = published.entries.map { row in
        row.map { entry -> PublishedEntry in
          switch entry {
          case .estimate: .estimate(Published(.notShown))
          case .test: .test(Published(.notShown))
          case .count, .empty: entry
          }
        }
      }
      return PublishedExhibit(
        exhibit: published.exhibit, entries: hidden, methods: [], isRolledUp: false)
    }
    let context = try #require(try SampleRelease.context())
    return ReportBuilder.full(
      ReportInput(
        release: Release(exhibits: exhibits, summary: release.summary), context: context))
  }

  @Test("an exhibit without a statistic is named in one sentence and has no table")
  func sentence() throws {
    let document = try document()
    let lines = DocumentText(document).lines
    #expect(lines.contains("Not shown, to protect people: promotions of women by level."))
    for case .table(let table) in document.blocks {
      #expect(table.id != "table-promotions-gender-level")
    }
  }

  @Test("an estimate and its interval share a cell, under a heading that says so")
  func estimates() throws {
    let context = try #require(try SampleRelease.context())
    let document = ReportBuilder.full(
      ReportInput(release: SampleRelease.release, context: context))
    var found = 0
    for case .table(let table) in document.blocks {
      for row in table.rows {
        for (cell, column) in zip(row.cells, table.columns) {
          guard case .estimate(_, let interval) = cell else { continue }
          #expect(interval.contains(" to "))
          #expect(column.unit == "95% CI")
          found += 1
        }
      }
    }
    #expect(found > 10)
  }
}
