public import Aggregates
public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The diversity of a whole as that within its units times that between them.
///
///     gamma = alpha x beta
///     alpha = (sum over units of w sum p^q)^(1 / (1 - q));  at order 1 exp(sum w H)
///
/// p: a group's share within the unit; w: the unit's share of everyone; gamma: the Hill number of
/// everyone together. Orders 0, 1 and 2: at 0 alpha is the mean number of groups in a person's own
/// unit, at 2 it comes of the mean chance of two people of one unit to differ. Beta is how many
/// units without any group in common would differ as much: 1 (the same shares in every unit) to the
/// number of units, or of groups. Its logarithm at order 1 is the mutual information M of units and
/// groups, in nats, which ties diversity to segregation. Units in rows, groups in columns; those
/// with nobody are left out. Errors and intervals are the delta method's for people drawn
/// independently, cut at 1; order 0 has none. Chance alone makes beta larger than 1.
/// - Source: Routledge (1979), Journal of Theoretical Biology 76, for the weights; Jost (2007),
///   Ecology 88, 2427-2439.
public struct AlphaBetaGamma: CataloguedMethod {
  /// The nominal coverage of the intervals.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "alpha-beta-gamma", title: "Diversity within and between units",
    formula: "gamma = alpha x beta at orders 0, 1, 2; alpha: (sum over units of unit share x sum "
      + "p^q)^(1 / (1 - q)); log beta at order 1 is the mutual information",
    range: "all 1 or more; beta 1 means the same shares in every unit",
    assumptions: [
      "Units weigh by their people; with other weights the parts differ.",
      "Beta is above 1 by chance alone in small units; read a test of segregation beside it.",
      "The intervals are for people as independent draws from a process; a census has none.",
    ],
    source: "Routledge (1979), Journal of Theoretical Biology 76; Jost (2007), Ecology 88, "
      + "2427-2439")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "orders 0, 1 and 2, units weighted by their people, plug-in, delta method, "
        + ConfidenceLevel.words(level))
  }

  /// The three orders, or why there are none.
  public func callAsFunction(_ table: ContingencyTable) -> AlphaBetaGammaOutcome {
    let occupied = OccupiedTable(table)
    if occupied.total == 0 { return .notEstimable(reason: "Nobody is in the table.") }
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    let sums = UnitShares(occupied)
    let parts = [sums.richness, sums.entropy, sums.concentration]
    return .found(
      AlphaBetaGammaResult(
        orders: zip([HillOrder.zero, .one, .two], parts).map { order, part in
          func outcome(_ logarithm: Double, _ error: Double?) -> Outcome {
            let value = exp(logarithm)
            return .normal(
              value, standardError: error.map { value * $0 }, level: level,
              within: 1...max(sums.groups, value))
          }
          return AlphaBetaGammaResult.Order(
            order: order, alpha: outcome(part.logAlpha, part.errors?.alpha),
            beta: outcome(part.logBeta, part.errors?.beta),
            gamma: outcome(part.logAlpha + part.logBeta, part.errors?.gamma))
        },
        mutualInformation: .normal(
          sums.entropy.logBeta, standardError: sums.entropy.errors?.beta, level: level,
          within: 0...(.infinity)),
        empty: occupied.empty))
  }
}

/// What came of dividing a diversity.
public enum AlphaBetaGammaOutcome: Hashable, Sendable {
  /// The parts.
  case found(AlphaBetaGammaResult)
  /// Why there are none, in words a reader understands.
  case notEstimable(reason: String)

  /// The parts, or `nil`.
  public var value: AlphaBetaGammaResult? {
    if case .found(let result) = self { result } else { nil }
  }
}

/// The diversity of a whole divided into that within and that between units.
public struct AlphaBetaGammaResult: Hashable, Sendable {
  /// One order.
  public struct Order: Hashable, Sendable {
    /// The order q.
    public let order: HillOrder
    /// The diversity within units, in effective groups.
    public let alpha: Outcome
    /// The diversity between units: gamma over alpha.
    public let beta: Outcome
    /// The diversity of everyone together, in effective groups.
    public let gamma: Outcome
  }

  /// The orders 0, 1 and 2.
  public let orders: [Order]
  /// The mutual information of units and groups in nats: the logarithm of beta at order 1.
  public let mutualInformation: Outcome
  /// The names of the rows and columns with nobody, which are left out.
  public let empty: [String]
}
