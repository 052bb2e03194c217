public import Aggregates
public import Estimates
import NumericalKernel

/// Fisher's test at every age at which the people of a reduction in force can be cut into older and
/// younger, with p-values that are honest about the search.
///
/// Looking for the age at which the difference is clearest finds one by chance alone. The adjusted
/// p-value of a cut is the probability, if every set of as many people was equally likely to be let
/// go, that the smallest p-value of all cuts is at most that cut's. It is exact: the number let go
/// among the older is followed from the oldest age down, and the paths on which some cut's p-value
/// is small enough are added up. Neither simulation nor approximation is needed.
/// - Source: Miller and Siegmund (1982), Biometrics 38, 1011-1016, for the search; Westfall and
///   Young (1993), Resampling-Based Multiple Testing, chapter 2, for the smallest p-value.
public struct AgeCutPointScan: CataloguedMethod {
  /// One cut.
  public struct Cut: Hashable, Sendable {
    /// The youngest age of the older.
    public let age: Int
    /// The older (focal) against the younger (reference), let go counted as selected.
    public let table: TwoByTwoTable
    /// The p-value of this cut alone.
    public let pValue: PValue
    /// The p-value that accounts for the search.
    public let adjusted: PValue
  }

  /// What came of the scan.
  public enum Scan: Hashable, Sendable {
    /// The cuts, from the youngest age up, and the position of the one with the smallest p-value
    /// (the youngest, where several have it).
    case cuts([Cut], smallest: Int)
    /// There is no scan, and why.
    case notEstimable(reason: String)
  }

  /// What the tests look for; two-sided is by minimum likelihood.
  public let alternative: AgeAlternative

  /// Makes the method.
  public init(alternative: AgeAlternative = .twoSided) { self.alternative = alternative }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "age-cut-point-scan", title: "Scan of age cut points",
    formula: "the probability that the smallest of Fisher's p-values over all cuts is at most this "
      + "cut's, every set of as many people being equally likely to be let go",
    range: "a p-value between 0 and 1, at least the one adjusted",
    assumptions: [
      "If age played no part, every set of as many people was equally likely to be let go.",
      "All ages that occur were candidates for the cut.",
    ],
    source: "Miller and Siegmund (1982), Biometrics 38, 1011-1016; Westfall and Young (1993), "
      + "Resampling-Based Multiple Testing, chapter 2")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "\(alternative.words)"
        + (alternative == .twoSided ? " by minimum likelihood" : "")
        + ", every age that occurs, exact adjustment for the search")
  }

  /// The cuts, or why there are none.
  ///
  /// Cost: cuts times everyone times the number let go, at most.
  public func callAsFunction(_ reduction: ReductionByAge) -> Scan {
    if let problem = reduction.problem { return .notEstimable(reason: problem) }
    do {
      let paths = try CutPointPaths(reduction, alternative: alternative)
      var cuts: [Cut] = []
      for (position, age) in paths.cutAges.enumerated() {
        guard let table = reduction.table(from: age, counting: .terminated),
          let pValue = PValue(paths.pValue(at: position, of: table.focalSelected)),
          let adjusted = PValue(paths.probabilityOfReaching(pValue.value))
        else { return .notEstimable(reason: "A p-value could not be computed.") }
        cuts.append(Cut(age: age, table: table, pValue: pValue, adjusted: max(pValue, adjusted)))
      }
      cuts.reverse()
      var smallest = 0
      for index in cuts.indices
      where cuts[index].pValue.value < cuts[smallest].pValue.value * (1 - DiscreteTest.tolerance) {
        smallest = index
      }
      return .cuts(cuts, smallest: smallest)
    } catch {
      return .notEstimable(reason: "The computation did not succeed: \(error.description).")
    }
  }
}
