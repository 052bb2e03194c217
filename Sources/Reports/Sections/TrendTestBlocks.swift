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
        caption: "Trend by \(writer.inSentence(attribute.title)), "
          + (isLeadership ? "leadership" : "all people")))
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
  static let meaning = Block.paragraph([
    .strong("Trend. "),
    .text(
      "The change per year is the middle one of the slopes between all pairs of quarters (Theil and Sen). "
        + "A rise or fall is called steady where the exact test of Mann and Kendall has a small p: of all "
        + "orders in which these shares could have come, few rise or fall so consistently. It does not ask how "
        + "large the change is, and it is not corrected for the number of groups. Most people are the same "
        + "from quarter to quarter, which makes p smaller than with other people each time. The smallest "
        + "rise that would show is the one two separate groups of people of this size would show four times "
        + "in five; with mostly the same people smaller ones do."),
  ])
}
