import Aggregates
import Estimates

/// Years of service as an attribute: how long before a snapshot the people in it were hired.
///
/// Service is counted in quarters between the quarter of hiring and the snapshot; year 1 is the
/// first four. An event belongs to the year its person was in at the snapshot before, so events
/// are always among the people they are set against. Events in the quarter of hiring, service
/// longer than the last year and unknown days of hiring are beside the years.
struct ServiceYears: Sendable {
  /// Years that are told apart.
  static let count = 10
  static let id = "service"

  static let attribute = Attribute(
    id: id, title: "Years of service",
    levels: (1...count).map { Level("Year \($0)") } + [Level("Beside the years")],
    isOrdered: true)

  /// How many years are shown as one.
  let width: Int

  /// The layouts to try, finest first.
  static let ladder = [1, 2, 5].map { ServiceYears(width: $0) }

  /// The last year of each interval.
  var ends: [Int] { Array(stride(from: width, through: Self.count, by: width)) }

  /// The level of the interval that ends with a year.
  func label(endingAt end: Int) -> String {
    width == 1 ? "Year \(end)" : "Years \(end - width + 1) to \(end)"
  }

  /// The years that are merged.
  var groupings: [Grouping] {
    guard width > 1 else { return [] }
    return ends.map { end in
      Grouping(
        attribute: Self.id, label: label(endingAt: end),
        members: ((end - width + 1)...end).map { "Year \($0)" })
    }
  }

  /// Counts by quarter and quarter of hiring as counts by quarter and year of service, with whoever
  /// of `everyone` has no year beside them.
  ///
  /// - Parameter lag: how many quarters before the row's quarter service is counted at: 0 for
  ///   snapshots, 1 for events.
  static func banded(
    _ cells: CellTable, of everyone: CellTable, lag: Int
  ) -> CellTable? {
    guard let quarter = cells.index(of: AnalysisContext.quarter),
      let hired = cells.index(of: AnalysisContext.hireQuarter),
      everyone.attributes
        == cells.attributes.enumerated().filter({ $0.offset != hired })
        .map(\.element)
    else { return nil }
    // The quarters of hiring run to the last quarter without a gap.
    let labels = cells.attributes[hired].levels.filter { $0.declaration == .declared }.map(\.label)
    let positions = cells.attributes[quarter].levels.map { level in
      labels.firstIndex(of: level.label)
    }
    let beside = attribute.levels.count - 1
    var attributes = cells.attributes
    attributes[hired] = attribute
    var left: [[Int]: Int] = [:]
    for entry in everyone.entries { left[entry.coordinates] = entry.cell.count }
    var entries: [CellTable.Entry] = []
    for entry in cells.entries {
      guard let now = positions[entry.coordinates[quarter]],
        entry.coordinates[hired] < labels.count
      else { continue }
      let service = now - lag - entry.coordinates[hired]
      guard service >= 0, service / 4 < count else { continue }
      var coordinates = entry.coordinates
      coordinates[hired] = service / 4
      entries.append(.init(coordinates: coordinates, cell: Cell(count: entry.cell.count)))
      coordinates.remove(at: hired)
      left[coordinates, default: 0] -= entry.cell.count
    }
    for entry in everyone.entries {
      guard let rest = left[entry.coordinates], rest > 0 else { continue }
      var coordinates = entry.coordinates
      coordinates.insert(beside, at: hired)
      entries.append(.init(coordinates: coordinates, cell: Cell(count: rest)))
    }
    return CellTable(attributes: attributes, entries: entries)
  }
}
