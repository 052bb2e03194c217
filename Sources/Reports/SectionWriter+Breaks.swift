import Disclosure
import Documents
import Estimates
import SVGCharts

/// Numbers that cannot be compared with those of another period, and numbers that rest on few people.
extension SectionWriter {
  /// The breaks in the series of a characteristic, in the order of the configuration.
  func breaks(of attribute: ExhibitAttribute?) -> [ReportContext.Break] {
    context.breaks.filter { $0.attribute == attribute?.id }
  }

  /// Whether a characteristic is counted another way than a year ago.
  func isBroken(_ attribute: ExhibitAttribute?) -> Bool {
    let before = yearBefore(context.period)
    return breaks(of: attribute).contains { before < $0.quarter && $0.quarter <= context.period }
  }

  /// The rows of an exhibit of quarters from which a new way of counting holds.
  func breakRows(_ published: PublishedExhibit) -> [Int] {
    let quarters = breaks(of: published.exhibit.attribute).map(\.quarter)
    return published.exhibit.rows.indices.dropFirst().filter {
      quarters.contains(published.exhibit.rows[$0].label)
    }
  }

  /// Whether a series of a characteristic by quarter has a break in it.
  func hasBreak(_ attribute: ExhibitAttribute?) -> Bool {
    exhibits(.trend).contains {
      $0.exhibit.attribute == attribute && !breakRows($0).isEmpty
    }
  }

  /// What changed, under a table whose numbers of several periods cannot be compared.
  func breakNotes(_ published: PublishedExhibit) -> [String] {
    let exhibit = published.exhibit
    let isCompared: Bool =
      switch exhibit.kind {
      case .representation, .representationBy, .diversity:
        isBroken(exhibit.attribute) && exhibit.columns.contains { $0.id.hasPrefix("year_ago") }
      case .trend: !breakRows(published).isEmpty
      case .trendTest: hasBreak(exhibit.attribute)
      default: false
      }
    guard isCompared else { return [] }
    return breaks(of: exhibit.attribute).map {
      text(.breakFrom, ["quarter": $0.quarter, "text": $0.text])
    }
  }

  /// A cell marked where its number cannot be compared, or rests on fewer than 30 people.
  func flagged(
    _ cell: TableCell, _ published: PublishedExhibit, row: Int, _ column: ExhibitColumn
  ) -> TableCell {
    guard case .number(let number) = cell else { return cell }
    let exhibit = published.exhibit
    switch exhibit.kind {
    case .representation, .representationBy, .diversity:
      if column.id == "change", isBroken(exhibit.attribute) { return .marker(.breakInSeries) }
      if column.id.hasPrefix("year_ago"), isBroken(exhibit.attribute) {
        return .marked(number, .breakInSeries)
      }
    case .trend:
      if column.unit == .share, breakRows(published).contains(row) {
        return .marked(number, .breakInSeries)
      }
    case .trendTest:
      if column.id != "detectable", hasBreak(exhibit.attribute) { return .marker(.breakInSeries) }
    default: break
    }
    if column.id.hasPrefix("share/"), let base = base(published, row: row), base < Self.fewPeople {
      return .marked(number, .lowReliability)
    }
    return cell
  }

  /// Shares of fewer people than this are marked.
  static let fewPeople = 30

  /// The people a row's shares are shares of; `nil` where one group is not shown.
  private func base(_ published: PublishedExhibit, row: Int) -> Int? {
    let columns = published.exhibit.columns.filter { $0.id.hasPrefix("people/") }
    guard !columns.isEmpty else { return nil }
    var sum = 0
    for column in columns {
      guard let people = published.entry(row: row, column: column.id).people else { return nil }
      sum += people
    }
    return sum
  }
}
