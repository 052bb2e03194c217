import Aggregates
import Estimates
import Inference

/// The rates of a focal and a reference group, from event counts and the snapshots they happened
/// between.
struct FlowComparison: Sendable {
  private let focalEvents: CellKey
  private let referenceEvents: [CellKey]
  private let focalStock: [CellKey]
  private let referenceStock: [[CellKey]]

  /// `events` and `snapshots` name everyone the groups are part of.
  init(layout: GroupLayout, focal: String, events: CellKey, snapshots: [CellKey]) {
    let attribute = layout.attribute.id
    focalEvents = events.with(attribute, focal)
    referenceEvents = layout.referenceOperands(focal: focal, among: events)
    focalStock = snapshots.map { $0.with(attribute, focal) }
    referenceStock = snapshots.map { layout.referenceOperands(focal: focal, among: $0) }
  }

  /// Makes a comparison from the counts of both groups; each of the reference group's is one count,
  /// or two whose difference it is.
  init(
    focalEvents: CellKey, referenceEvents: [CellKey], focalStock: [CellKey],
    referenceStock: [[CellKey]]
  ) {
    self.focalEvents = focalEvents
    self.referenceEvents = referenceEvents
    self.focalStock = focalStock
    self.referenceStock = referenceStock
  }

  /// One number of the two rates that is not a count of its own: events or average headcount.
  func number(
    _ id: String, _ stamp: MethodStamp, _ pick: @escaping @Sendable (EventRates) -> Double
  ) -> PlannedStatistic {
    let shape = shape
    return PlannedStatistic(
      id: id, method: stamp,
      basis: .counts(operands) { counts in
        guard let rates = shape.rates(counts), let estimate = Estimate(pick(rates)) else {
          return .notEstimable(reason: "a group has nobody in it")
        }
        return .estimate(estimate)
      },
      smallestBase: CensusShare.smallestBase, bases: bases)
  }

  /// The counts a comparison of the two groups is made of.
  var operands: [CellKey] {
    [focalEvents] + referenceEvents + focalStock + referenceStock.flatMap { $0 }
  }

  /// How the operands' counts combine: sizes only, so that closures capture no keys.
  private struct Shape: Sendable {
    let reference: Int
    let snapshots: Int

    func rates(_ counts: [Int]) -> EventRates? {
      let events = counts[1..<(1 + reference)]
      let focal = counts[(1 + reference)..<(1 + reference + snapshots)]
      let rest = counts[(1 + reference + snapshots)...]
      let stock = (0..<snapshots).map { index in
        let start = rest.startIndex + index * reference
        return GroupLayout.referenceCount(rest[start..<(start + reference)])
      }
      return EventRates(
        focalEvents: counts[0], focalExposure: AverageHeadcount.average(focal),
        referenceEvents: GroupLayout.referenceCount(events),
        referenceExposure: AverageHeadcount.average(stock))
    }
  }

  private var shape: Shape {
    Shape(reference: referenceEvents.count, snapshots: focalStock.count)
  }

  /// The denominators.
  var bases: [CellKey] { Array(focalStock.suffix(1)) }

  /// A method on the two rates, from the counts of the operands; `nil` where a group has nobody.
  func evaluation(
    of method: some StatisticalMethod<EventRates>
  ) -> @Sendable ([Int]) -> Outcome? {
    let shape = shape
    return { counts in shape.rates(counts).map { method($0) } }
  }

  /// A statistic of the two rates.
  func statistic(_ id: String, _ method: some StatisticalMethod<EventRates>) -> PlannedStatistic {
    let shape = shape
    return PlannedStatistic(
      id: id, method: method.stamp,
      basis: .counts(operands) { counts in
        guard let rates = shape.rates(counts) else {
          return .notEstimable(reason: "a group has nobody in it")
        }
        return method(rates)
      },
      smallestBase: CensusShare.smallestBase, bases: bases)
  }

  /// The focal group's rate per 100.
  func focalRate(_ id: String, _ level: Double) -> PlannedStatistic {
    rate(id, level) { EventRate(events: $0.focalEvents, exposure: $0.focalExposure) }
  }

  /// The reference group's rate per 100.
  func referenceRate(_ id: String, _ level: Double) -> PlannedStatistic {
    rate(id, level) { EventRate(events: $0.referenceEvents, exposure: $0.referenceExposure) }
  }

  private func rate(
    _ id: String, _ level: Double, _ pick: @escaping @Sendable (EventRates) -> EventRate?
  ) -> PlannedStatistic {
    let shape = shape
    let method = EventRatePer100(level: level)
    return PlannedStatistic(
      id: id, method: method.stamp,
      basis: .counts(operands) { counts in
        guard let rates = shape.rates(counts), let input = pick(rates) else {
          return .notEstimable(reason: "a group has nobody in it")
        }
        return method(input)
      },
      smallestBase: CensusShare.smallestBase, bases: bases)
  }
}
