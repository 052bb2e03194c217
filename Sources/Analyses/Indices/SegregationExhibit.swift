import Aggregates
import Estimates
import Inference

/// The exhibits of one characteristic over one structure.
struct SegregationExhibit {
  let stock: StructureStock
  let context: AnalysisContext

  init(stock: StructureStock, _ context: AnalysisContext) {
    self.stock = stock
    self.context = context
  }

  private var layout: GroupLayout { stock.layout }
  private var structure: Attribute { stock.split.attribute }
  private var suffix: String { "\(layout.attribute.id)/\(structure.id)" }

  /// The counts, part by part, the groups in order within each.
  private var keys: [CellKey] {
    stock.split.labels.flatMap { part in
      layout.declaredGroups.map { stock.people(context.reported, at: part, $0) }
    }
  }

  /// One row: the indices of separation, what chance alone would make of them, and how many people
  /// they stand for.
  var indices: PlannedExhibit {
    let id = "segregation/\(suffix)"
    let name = structure.title
    let parts = stock.split.labels.count
    let information = TheilInformationIndex(level: context.confidence)
    let dissimilarity = MultigroupDissimilarityIndex()
    func statistic(
      _ column: String, _ stamp: MethodStamp,
      _ pick: @escaping @Sendable (ContingencyTable) -> Outcome
    ) -> PlannedStatistic {
      PlannedStatistic(
        id: "\(id)/\(name)/\(column)", method: stamp,
        basis: .counts(keys) { counts in
          guard let table = ContingencyTable(rowCount: parts, counts: counts) else {
            return .notEstimable(reason: "nobody is counted in any part")
          }
          return pick(table)
        })
    }
    let statistics = [
      statistic("h", CensusIndex.stamp(information.stamp)) {
        CensusIndex.value(information.index($0))
      },
      statistic("h_chance", Self.chance) { information($0).nullExpectation },
      statistic("d", CensusIndex.stamp(dissimilarity.stamp)) { dissimilarity.index($0) },
      statistic("d_chance", Self.chance) { dissimilarity($0).nullExpectation },
      statistic("move", Self.move) {
        dissimilarity($0).peopleToMove ?? .notEstimable(reason: "nobody is counted")
      },
      statistic("move_chance", Self.move) { Self.byChance(dissimilarity($0)) },
      statistic("p", GTableTest().stamp) { GTableTest()($0) },
    ]
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .segregation, attribute: layout.name, by: stock.split.name,
        period: context.reported, focal: nil, reference: nil,
        columns: [
          ExhibitColumn(id: "h", title: "Information index H", unit: .index),
          ExhibitColumn(id: "h_chance", title: "H by chance", unit: .index),
          ExhibitColumn(id: "d", title: "Dissimilarity D", unit: .index),
          ExhibitColumn(id: "d_chance", title: "D by chance", unit: .index),
          ExhibitColumn(id: "move", title: "People to move", unit: .people),
          ExhibitColumn(id: "move_chance", title: "People by chance", unit: .people),
          ExhibitColumn(id: "p", title: "p", unit: .pValue),
        ],
        rows: [ExhibitRow(label: name, entries: statistics.map { .statistic($0.id) })],
        notes: layout.notes + stock.split.notes),
      tables: stock.tables, statistics: statistics, relations: stock.relations)
  }

  /// The segregation curve of the first focal group: parts in order of the group's share, lowest
  /// first; `nil` where the rung shows no focal group.
  var curve: PlannedExhibit? {
    guard let focal = layout.focal.first,
      let place = layout.declaredGroups.firstIndex(where: { $0.label == focal })
    else { return nil }
    let id = "segregation_curve/\(suffix)"
    let parts = stock.split.labels.count
    let groups = layout.declaredGroups.count
    var statistics: [PlannedStatistic] = []
    let rows = (1...parts).map { rank -> ExhibitRow in
      let pair = [Coordinate.others, .focal].map { coordinate in
        PlannedStatistic(
          id: "\(id)/\(rank)/\(coordinate.rawValue)", method: Self.curveStamp,
          basis: .counts(keys) { counts in
            let table = (0..<parts).map { Array(counts[($0 * groups)..<(($0 + 1) * groups)]) }
            return coordinate.value(of: table, focal: place, rank: rank)
          })
      }
      statistics += pair
      return ExhibitRow(label: "\(rank)", entries: pair.map { .statistic($0.id) })
    }
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .segregationCurve, attribute: layout.name, by: stock.split.name,
        period: context.reported, focal: focal,
        columns: [
          ExhibitColumn(id: "others", title: "Others so far", unit: .share),
          ExhibitColumn(id: "focal", title: "Of the group so far", unit: .share),
        ], rows: rows, notes: layout.notes + stock.split.notes),
      tables: stock.tables, statistics: statistics, relations: stock.relations)
  }

  /// One coordinate of a point of the curve.
  private enum Coordinate: String, Sendable {
    case others
    case focal

    /// The share of a side that the first `rank` parts hold.
    func value(of table: [[Int]], focal: Int, rank: Int) -> Outcome {
      let people = table.map { (focal: $0[focal], all: $0.reduce(0, +)) }
      let occupied = people.indices.filter { people[$0].all > 0 }
      // By share without a division, equal shares in declared order.
      let order = occupied.sorted { left, right in
        let (a, b) = (people[left], people[right])
        let (x, y) = (Int128(a.focal) * Int128(b.all), Int128(b.focal) * Int128(a.all))
        return x == y ? left < right : x < y
      }
      func sum(_ parts: some Sequence<Int>) -> Int {
        parts.reduce(0) {
          $0 + (self == .focal ? people[$1].focal : people[$1].all - people[$1].focal)
        }
      }
      let whole = sum(order)
      guard whole > 0, let estimate = Estimate(Double(sum(order.prefix(rank))) / Double(whole))
      else { return .notEstimable(reason: "one of the sides has nobody") }
      return .estimate(estimate)
    }
  }

  /// The people who would have to move if everybody had been dealt out at random.
  private static func byChance(_ result: SegregationResult) -> Outcome {
    guard case .estimate(let index) = result.index, index.value > 0,
      case .estimate(let chance) = result.nullExpectation,
      case .estimate(let move)? = result.peopleToMove,
      let people = Estimate(move.value * chance.value / index.value)
    else { return .notEstimable(reason: "nobody would have to move") }
    return .estimate(people)
  }

  private static let chance = MethodStamp(
    id: "random-allocation", title: "What chance alone would give",
    convention: "exact expectation when the same people are dealt out to the parts at random, "
      + "the sizes of parts and groups kept",
    source: "definition")

  private static let move = MethodStamp(
    id: "people-to-move", title: "People to move",
    convention: "the fewest moves after which every part has the same shares, its size kept",
    source: "Karmel and MacLachlan (1988), Economic Record 64, 187-195", inference: .census)

  private static let curveStamp = MethodStamp(
    id: "segregation-curve", title: "Segregation curve",
    convention: "parts in order of the group's share, lowest first",
    source: "Duncan and Duncan (1955), American Sociological Review 20, 210-217",
    inference: .census)
}
