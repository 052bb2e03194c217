public import Estimates
import NumericalKernel

/// The change of a share between two snapshots of a workforce most of which is the same people.
///
///     change = with / people the second time - with / people the first time
///     each person's part d = (has - second share) / second people, where there the second time,
///                        less (had - first share) / first people, where there the first time
///     standard error = sqrt(sum of d^2)
///
/// Somebody who stays and does not change has next to no part in the error, so it comes from those
/// who join, leave or change: treating the snapshots as two samples overstates it, often several
/// times over: in a workforce of 1,000 of whom 7 % leave and 9 % join, more than three times. With
/// no leavers or joiners it is the error of a paired difference, without anybody who stays that of
/// two samples. Range -1 to 1; positive where the share rose. The change is an exact sum of three
/// parts with no remainder:
///
///     joiners  = people joining (their share - first share) / second people
///     leavers  = -people leaving (their share - first share) / second people
///     changers = (gained - lost) / second people
///
/// The interval and Z are normal approximations in the people who joined, left or changed; under
/// about ten of them they are rough. Where nobody did there is a change of 0 and no error to test.
/// - Source: Kish (1965), Survey Sampling, for overlapping samples; Woodruff (1971),
///   Journal of the American Statistical Association 66, 411-414, for the linear parts.
public struct OverlappingShareChange: CataloguedMethod {
  /// The change with its parts.
  public struct Result: Hashable, Sendable {
    /// The second share less the first, with standard error and interval.
    public let change: Outcome
    /// The test of no change.
    public let test: Outcome
    /// What joiners add.
    public let joiners: Outcome
    /// What leavers add; positive where leavers have the property less often.
    public let leavers: Outcome
    /// What those who stay and change add.
    public let changers: Outcome
    /// The standard error of two separate samples of the same sizes and shares, for comparison.
    public let separateStandardError: Double?
  }

  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "overlapping-share-change", title: "Change of a share between overlapping snapshots",
    formula: "with / people the second time - with / people the first time",
    range: "-1 to 1; positive where the share rose",
    assumptions: [
      "People join, leave and change independently of each other.",
      "Normal approximation in the number of people who joined, left or changed.",
      "As a description of these two snapshots the change has no error.",
    ],
    source: "Kish (1965), Survey Sampling; Woodruff (1971), Journal of the American "
      + "Statistical Association 66, 411-414")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention:
        "second less first, people in both snapshots taken as the same, linearised error, "
        + ConfidenceLevel.words(level))
  }

  /// The change and its parts, each with a reason where it is not defined.
  public func callAsFunction(_ snapshots: OverlappingSnapshots) -> Result {
    if let problem = snapshots.problem ?? ConfidenceLevel.problem(level) {
      let none = Outcome.notEstimable(reason: problem)
      return Result(
        change: none, test: none, joiners: none, leavers: none, changers: none,
        separateStandardError: nil)
    }
    let (before, after) = (snapshots.before, snapshots.after)
    /// People (their share - first share) / second people.
    func part(_ flow: BinomialCount) -> Double {
      let excess =
        Int128(flow.successes) * Int128(before) - Int128(flow.total) * Int128(snapshots.withBefore)
      return Double(excess) / (Double(before) * Double(after))
    }
    let change =
      Double(
        Int128(snapshots.withAfter) * Int128(before) - Int128(snapshots.withBefore) * Int128(after))
      / (Double(before) * Double(after))
    let separate = Self.separateVariance(snapshots).squareRoot()
    let variance = Self.variance(snapshots)
    let still = "Nobody joined, left or changed, so there is no change to test."
    let moved =
      snapshots.gained + snapshots.lost + snapshots.leavers.total + snapshots.joiners.total > 0
    return Result(
      change: .computing { () throws(NumericalError) -> Outcome in
        guard moved, variance > 0 else { return .estimate(change, standardError: 0) }
        let error = variance.squareRoot()
        let reach = try NormalDistribution.standard.criticalValue(level: level) * error
        return .estimate(
          change, standardError: error, from: max(-1, change - reach),
          to: min(1, change + reach), level: level, method: "linearised",
          agreesWith: Self.card.id)
      },
      test: .computing { () throws(NumericalError) -> Outcome in
        guard moved else { return .notEstimable(reason: still) }
        guard variance > 0 else {
          return .notEstimable(
            reason: "Everybody or nobody has the property at both times; there is no error.")
        }
        let z = change / variance.squareRoot()
        return try .test(
          "Z", z, pValue: NormalDistribution.standard.twoSidedTail(z), convention: stamp.convention)
      },
      joiners: .estimate(part(snapshots.joiners)), leavers: .estimate(-part(snapshots.leavers)),
      changers: .estimate(Double(snapshots.gained - snapshots.lost) / Double(after)),
      separateStandardError: separate)
  }

  /// The sum of the squares of everybody's part in the change.
  static func variance(_ snapshots: OverlappingSnapshots) -> Double {
    let (n0, n1) = (Double(snapshots.before), Double(snapshots.after))
    let first = Double(snapshots.withBefore) / n0
    let second = Double(snapshots.withAfter) / n1
    let withSecond = (1 - second) / n1
    let withoutSecond = -second / n1
    let withFirst = (1 - first) / n0
    let withoutFirst = -first / n0
    let people: [(count: Int, part: Double)] = [
      (snapshots.stayedWith, withSecond - withFirst),
      (snapshots.stayedWithout, withoutSecond - withoutFirst),
      (snapshots.gained, withSecond - withoutFirst),
      (snapshots.lost, withoutSecond - withFirst),
      (snapshots.joiners.successes, withSecond),
      (snapshots.joiners.total - snapshots.joiners.successes, withoutSecond),
      (snapshots.leavers.successes, withFirst),
      (snapshots.leavers.total - snapshots.leavers.successes, withoutFirst),
    ]
    return CompensatedSum(people.map { Double($0.count) * $0.part * $0.part }).value
  }

  /// The variance of the difference of two shares of different people.
  static func separateVariance(_ snapshots: OverlappingSnapshots) -> Double {
    func part(_ with: Int, _ total: Int) -> Double {
      Double(with) / Double(total) * (Double(total - with) / Double(total)) / Double(total)
    }
    return part(snapshots.withBefore, snapshots.before)
      + part(snapshots.withAfter, snapshots.after)
  }
}
