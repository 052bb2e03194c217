public import Aggregates
public import Estimates
import NumericalKernel

/// Barnard's unconditional exact test with his own order of tables: convexity, symmetry, maximum.
///
///     p = max over the common rate of P(tables ordered no later than the one seen | rate)
///
/// The order starts with the two tables in which one group is selected whole and the other not at
/// all. Each next table is a neighbour of those before it (convexity), comes with the table in
/// which selected and not selected are exchanged (symmetry), and is the one that raises the
/// largest probability over the common rate least (maximum); tables that raise it equally within
/// one part in a thousand million come together. Only the two group sizes are held fixed. The time
/// grows faster than the number of possible tables, from about 3 ms for two groups of 20 to half a
/// second for 200 people, the most that are tested.
/// - Source: Barnard (1947), Biometrika 34, 123-138.
public struct BarnardCSMTest: StatisticalMethod {
  /// More people than this are not tested.
  static let largestTotal = 200

  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "barnard-csm", title: "Barnard's exact test (CSM)",
    formula: "the largest probability, over the common rate, of tables ordered no later than the "
      + "one seen; each next table raises it least among the neighbours",
    range: "a p-value between 0 and 1",
    assumptions: [
      "People are selected independently with one probability per group.",
      "The group sizes are fixed; the number selected is not.",
    ],
    source: "Barnard (1947), Biometrika 34, 123-138")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "unconditional, two-sided, convexity-symmetry-maximum order, largest over all "
        + "common rates, relative tie tolerance 1e-9")
  }

  /// The test of equal rates, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    if let problem = table.problem { return .notEstimable(reason: problem) }
    guard table.total <= BarnardCSMTest.largestTotal else {
      return .notEstimable(
        reason: "Barnard's order is made table by table; with more than "
          + "\(BarnardCSMTest.largestTotal) people it takes too long.")
    }
    // The rates 0 and 1 allow these tables only.
    if table.outcomeProblem != nil { return .test(pValue: 1, convention: stamp.convention) }
    return .computing { () throws(NumericalError) -> Outcome in
      var order = try CSMOrder(focalTotal: table.focalTotal, referenceTotal: table.referenceTotal)
      while !order.contains(table) { try order.grow() }
      return .test(pValue: min(1, order.largest), convention: stamp.convention)
    }
  }
}
