import Aggregates
import Estimates

/// Statistics that describe everyone counted: shares and their changes, without an interval,
/// because nobody was sampled.
enum CensusShare {
  static let stamp = MethodStamp(
    id: "census-share", title: "Share of people counted",
    convention: "a full count: no sampling interval", source: "definition: count / total",
    inference: .census)

  static let changeStamp = MethodStamp(
    id: "census-share-change", title: "Change of a share of people counted",
    convention: "full counts at both dates: no sampling interval",
    source: "definition: share now - share then",
    inference: .census)

  static let countStamp = MethodStamp(
    id: "count-difference", title: "Difference of counts",
    convention: "full counts: no sampling interval", source: "definition",
    inference: .census)

  /// The smallest number of people a share is taken of: below it one person moves it by more than
  /// five points.
  static let smallestBase = 20

  /// `part / whole` as a planned statistic.
  static func share(id: String, part: CellKey, whole: CellKey) -> PlannedStatistic {
    PlannedStatistic(
      id: id, method: stamp,
      basis: .counts([part, whole]) { counts in share(counts[0], of: counts[1]) },
      smallestBase: smallestBase, bases: [whole])
  }

  static let boundsStamp = MethodStamp(
    id: "non-disclosure-bounds", title: "Lowest and highest possible share",
    convention:
      "none or all of the people who did not say belong to the group; no sampling interval",
    source: "definition: x / (n + m) and (x + m) / (n + m)",
    inference: .census)

  /// What the two columns of bounds mean.
  static let boundsNote =
    "Lowest and highest possible: the share of everyone if none, or all, of the people who did not say "
    + "belonged to the group."

  /// What the share of everyone could be, given the people whose group is not known.
  ///
  ///     x / (n + m) to (x + m) / (n + m), for x of n who declared and m who did not
  static func bounds(
    id: String, part: CellKey, declared: CellKey, everyone: CellKey
  ) -> [PlannedStatistic] {
    [("lowest", 0), ("highest", 1)].map { column, unknown in
      PlannedStatistic(
        id: "\(id)/\(column)", method: boundsStamp,
        basis: .counts([part, declared, everyone]) { counts in
          share(counts[0] + unknown * (counts[2] - counts[1]), of: counts[2])
        }, smallestBase: smallestBase, bases: [everyone])
    }
  }

  /// The share now less the share then.
  static func change(
    id: String, now: (part: CellKey, whole: CellKey), then: (part: CellKey, whole: CellKey)
  ) -> PlannedStatistic {
    PlannedStatistic(
      id: id, method: changeStamp,
      basis: .counts([now.part, now.whole, then.part, then.whole]) { counts in
        guard counts[1] > 0, counts[3] > 0,
          let estimate = Estimate(
            Double(counts[0]) / Double(counts[1]) - Double(counts[2]) / Double(counts[3]))
        else { return .notEstimable(reason: "nobody to take a share of") }
        return .estimate(estimate)
      },
      smallestBase: smallestBase, bases: [now.whole, then.whole])
  }

  /// A whole-number combination of counts, for example closing - opening - hires + exits.
  static func combination(
    id: String, _ terms: [(cell: CellKey, coefficient: Int)]
  ) -> PlannedStatistic {
    let coefficients = terms.map(\.coefficient)
    return PlannedStatistic(
      id: id, method: countStamp,
      basis: .counts(terms.map(\.cell)) { counts in
        let sum = zip(counts, coefficients).reduce(0) { $0 + $1.0 * $1.1 }
        return Estimate(Double(sum)).map(Outcome.estimate)
          ?? .notEstimable(reason: "the sum is undefined")
      })
  }

  static func share(_ part: Int, of whole: Int) -> Outcome {
    guard whole > 0, let estimate = Estimate(Double(part) / Double(whole)) else {
      return .notEstimable(reason: "nobody to take a share of")
    }
    return .estimate(estimate)
  }
}
