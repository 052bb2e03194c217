import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts

/// Whether shares by quarter rise or fall steadily: a clause for each group and a table.
struct TrendTestBlocks {
  let attribute: ExhibitAttribute
  let isLeadership: Bool
  let writer: SectionWriter

  private var published: PublishedExhibit? {
    writer.exhibits(.trendTest).first {
      $0.exhibit.attribute == attribute && $0.exhibit.id.hasSuffix("/leadership") == isLeadership
    }
  }

  /// Whether some row has a test.
  static func isShown(_ published: PublishedExhibit) -> Bool {
    published.exhibit.rows.indices.contains {
      published.entry(row: $0, column: "p").test != nil
    }
  }

  var table: Block? {
    guard let published, Self.isShown(published) else { return nil }
    return .table(
      writer.table(
        published,
        caption: writer.label(
          .trendBy,
          [
            "attribute": writer.inSentence(attribute.title),
            "people": writer.label(isLeadership ? .leadershipScope : .allPeople),
          ])))
  }

  /// How the share of a group moves, to follow a sentence; empty where it was not tested.
  func clause(_ group: String) -> String {
    guard let published, !writer.hasBreak(attribute),
      let row = published.exhibit.rows.firstIndex(where: { $0.label == group }),
      let test = published.entry(row: row, column: "p").test,
      let slope = published.entry(row: row, column: "slope").estimate
    else { return "" }
    guard test.pValue.value < 1 - writer.context.confidence, slope.value != 0 else {
      return writer.text(.trendNotSteady)
    }
    return writer.text(
      slope.value > 0 ? .trendRises : .trendFalls,
      ["slope": writer.format.number(abs(slope.value) * 100, digits: 1)])
  }

  /// What the columns mean.
  static func meaning(_ writer: SectionWriter) -> Block {
    writer.explained(.leadTrend, writer.explanation(.trend))
  }
}
