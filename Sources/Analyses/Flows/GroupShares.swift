import Aggregates
import Estimates
import Inference

/// The shares of a focal and a reference group who passed, among those who entered, and what compares
/// them.
struct GroupShares: Sendable {
  /// The focal group's counts: entered, passed.
  let focal: [CellKey]
  /// The reference group's counts; each is one count, or two whose difference it is.
  let reference: [[CellKey]]

  /// `entered` and `passed` name everyone the groups are part of.
  init(layout: GroupLayout, focal label: String, entered: CellKey, passed: CellKey) {
    focal = [entered, passed].map { $0.with(layout.attribute.id, label) }
    reference = [entered, passed].map { layout.referenceOperands(focal: label, among: $0) }
  }

  /// Makes the shares of two groups from their counts: entered, passed.
  init(focal: [CellKey], reference: [[CellKey]]) {
    self.focal = focal
    self.reference = reference
  }

  /// The counts a comparison of the two groups is made of.
  var operands: [CellKey] { focal + reference[0] + reference[1] }

  /// The two groups' table from the counts of the operands; `nil` where more people passed than
  /// entered.
  static func table(_ counts: [Int]) -> TwoByTwoTable? {
    guard counts.count == 4 || counts.count == 6 else { return nil }
    return Counts(counts, width: counts.count / 2 - 1).table
  }

  /// The four counts, read off the operands' counts.
  private struct Counts {
    let focalEntered: Int
    let focalPassed: Int
    let referenceEntered: Int
    let referencePassed: Int

    init(_ all: [Int], width: Int) {
      focalEntered = all[0]
      focalPassed = all[1]
      referenceEntered = GroupLayout.referenceCount(all[2..<(2 + width)])
      referencePassed = GroupLayout.referenceCount(all[(2 + width)...])
    }

    var table: TwoByTwoTable? {
      TwoByTwoTable(
        focalSelected: focalPassed, focalRejected: focalEntered - focalPassed,
        referenceSelected: referencePassed, referenceRejected: referenceEntered - referencePassed)
    }
  }

  private func statistic(
    _ id: String, _ method: MethodStamp, _ evaluate: @escaping @Sendable (Counts) -> Outcome
  ) -> PlannedStatistic {
    let width = reference[0].count
    return PlannedStatistic(
      id: id, method: method,
      basis: .counts(operands) { evaluate(Counts($0, width: width)) },
      smallestBase: CensusShare.smallestBase, bases: Array(focal.prefix(1)))
  }

  /// How many of the reference group entered, where that is not a count of its own.
  func referenceEntered(_ id: String) -> PlannedStatistic {
    statistic(id, CensusShare.countStamp) { .people($0.referenceEntered) }
  }

  /// How many of the reference group passed, where that is not a count of its own.
  func referencePassed(_ id: String) -> PlannedStatistic {
    statistic(id, CensusShare.countStamp) { .people($0.referencePassed) }
  }

  /// The focal group's share who passed.
  func focalRate(_ id: String, _ level: Double) -> PlannedStatistic {
    let method = WilsonInterval(level: level)
    return statistic(id, method.stamp) { Self.rate($0.focalPassed, $0.focalEntered, method) }
  }

  /// The reference group's share who passed.
  func referenceRate(_ id: String, _ level: Double) -> PlannedStatistic {
    let method = WilsonInterval(level: level)
    return statistic(id, method.stamp) {
      Self.rate($0.referencePassed, $0.referenceEntered, method)
    }
  }

  private static func rate(_ passed: Int, _ entered: Int, _ method: WilsonInterval) -> Outcome {
    guard entered > 0, let count = BinomialCount(successes: passed, total: entered) else {
      return .notEstimable(reason: "nobody of this group reached the stage")
    }
    return method(count)
  }

  /// What each person who passed cost, in the focal and in the reference group.
  func costs(_ prefix: String, _ amount: Double, _ method: CostPerPerson) -> [PlannedStatistic] {
    @Sendable func cost(_ passed: Int, _ entered: Int) -> Outcome {
      guard let reached = BinomialCount(successes: passed, total: entered),
        let steps = CostedSteps(costOfEnrolment: amount, reached: reached)
      else { return .notEstimable(reason: "more people passed than entered") }
      return method(steps)
    }
    return [
      statistic("\(prefix)/focal_amount", method.stamp) { cost($0.focalPassed, $0.focalEntered) },
      statistic("\(prefix)/reference_amount", method.stamp) {
        cost($0.referencePassed, $0.referenceEntered)
      },
    ]
  }

  /// Boschloo's test, which is made for groups it can still say something new about.
  func boschloo(_ id: String) -> PlannedStatistic {
    let method = BoschlooTest(rates: .bergerBoos())
    return statistic(id, method.stamp) { counts in
      guard let table = counts.table else {
        return .notEstimable(reason: "more people passed than entered")
      }
      return table.total <= Self.largestUnconditional
        ? method(table)
        : .notEstimable(
          reason: "made for at most \(Self.largestUnconditional) people; with so many Fisher's "
            + "test says the same")
    }
  }

  private static let largestUnconditional = 1_000

  /// A method on both groups.
  func comparison(
    _ id: String, _ method: some StatisticalMethod<TwoByTwoTable>
  ) -> PlannedStatistic {
    statistic(id, method.stamp) { counts in
      counts.table.map { method($0) }
        ?? .notEstimable(reason: "more people passed than entered")
    }
  }

  /// Both rates, their ratio and its test, in that order.
  func statistics(prefix: String, level: Double) -> [PlannedStatistic] {
    [
      focalRate("\(prefix)/focal_rate", level), referenceRate("\(prefix)/reference_rate", level),
      comparison("\(prefix)/ratio", ImpactRatio(level: level)),
      comparison("\(prefix)/p", PooledZTest()),
    ]
  }
}

extension Outcome {
  /// A whole number of people.
  fileprivate static func people(_ count: Int) -> Outcome {
    Estimate(Double(count)).map(Outcome.estimate) ?? .notEstimable(reason: "no count")
  }
}
