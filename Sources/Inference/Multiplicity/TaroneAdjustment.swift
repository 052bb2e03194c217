public import Estimates

/// Tarone's adjustment of a family of discrete tests, such as exact tests of small tables.
///
/// A table with few people cannot have a small p-value, so it cannot be rejected by mistake and
/// need not be paid for. The divisor is the least K with at most K tests whose least attainable
/// p-value is at most α / K. Tests that cannot reach α / K are set aside with an adjusted p-value
/// of 1; the others get min(1, K · p). Compare the adjusted values with the α of the method only:
/// another α has another divisor.
/// - Source: Tarone (1990), Biometrics 46, 515-522.
public struct TaroneAdjustment: CataloguedMethod {
  /// A p-value of a discrete test and the least the test could have had.
  public struct DiscretePValue: Hashable, Sendable, Codable {
    /// The p-value.
    public let pValue: PValue
    /// The least p-value attainable given what the test conditions on.
    public let leastAttainable: PValue

    /// Makes the pair; `nil` where the p-value is below the least attainable by more than rounding.
    public init?(_ pValue: PValue, leastAttainable: PValue) {
      guard pValue.value >= leastAttainable.value * (1 - 1e-9) else { return nil }
      self.pValue = pValue
      self.leastAttainable = leastAttainable
    }
  }

  /// What came of the adjustment.
  public struct Adjusted: Hashable, Sendable {
    /// The divisor K.
    public let divisor: Int
    /// The adjusted p-values, in the order given.
    public let pValues: [PValue]
    /// The positions of the tests set aside because no data could have made them small enough.
    public let setAside: [Int]
  }

  /// The chance of any false rejection in the family.
  public let familyLevel: Double

  /// Makes the method.
  public init(familyLevel: Double = 0.05) { self.familyLevel = familyLevel }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "tarone", title: "Tarone's adjustment for discrete tests",
    formula: "K × p, with K the least number such that at most K tests have a least attainable "
      + "p-value of at most level / K; the other tests are set aside",
    range: "a p-value between 0 and 1, at least the one adjusted; to be compared with the level "
      + "stated",
    assumptions: [
      "None on how the tests depend on each other.",
      "The least attainable p-value depends only on what the test conditions on.",
    ],
    source: "Tarone (1990), Biometrics 46, 515-522")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "family-wise error \(ConfidenceLevel.percent(familyLevel)) %, tests that cannot "
        + "reach it set aside")
  }

  /// The adjusted p-values, in the order given.
  ///
  /// A test that was made but may not be shown belongs in the family with its least attainable
  /// p-value: pass `PValue.one` as its p-value.
  public func adjust(_ tests: [DiscretePValue]) -> Adjusted {
    var divisor = 1
    while reaching(tests, divisor: divisor).count > divisor { divisor += 1 }
    let kept = reaching(tests, divisor: divisor)
    var pValues = tests.map { _ in PValue.one }
    for index in kept {
      pValues[index] = PValue(min(1, Double(divisor) * tests[index].pValue.value)) ?? .one
    }
    var isKept = tests.map { _ in false }
    for index in kept { isKept[index] = true }
    return Adjusted(
      divisor: divisor, pValues: pValues, setAside: tests.indices.filter { !isKept[$0] })
  }

  /// The positions of the tests that can reach the level over a divisor.
  private func reaching(_ tests: [DiscretePValue], divisor: Int) -> [Int] {
    tests.indices.filter {
      tests[$0].leastAttainable.value <= familyLevel / Double(divisor)
    }
  }
}
