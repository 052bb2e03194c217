import Aggregates
import Estimates
import TestSupport

@testable import Inference

extension Fixtures {
  static let segregation = "Tests/InferenceTests/Fixtures/Segregation/python.csv"
  static let segregationModels = "Tests/InferenceTests/Fixtures/Segregation/models.csv"

  /// The part of a segregation result a reference value speaks of.
  static func part(_ quantity: String, of result: SegregationResult) -> Double? {
    switch quantity {
    case "expectation": result.nullExpectation.value
    case "complete": result.completeSegregation.value
    case "standardError": result.index.standardError
    default: part(quantity, of: result.index)
    }
  }
}

extension ContingencyTable {
  /// Departments by group, the example of most tests here.
  static func fiveUnits() throws -> ContingencyTable {
    try of([
      [60, 20, 10, 10], [30, 15, 5, 0], [10, 15, 5, 10], [25, 5, 0, 5], [15, 25, 10, 20],
    ])
  }

  /// Ten units of one and nine people each.
  static func evenTens() throws -> ContingencyTable {
    try of([[Int]](repeating: [1, 9], count: 10))
  }

  /// Applicants to six departments at Berkeley in 1973, men in the first column.
  static func berkeley() throws -> ContingencyTable {
    try of([[825, 108], [560, 25], [325, 593], [417, 375], [191, 393], [373, 341]])
  }
}

/// Every index of segregation with one set of options.
enum SegregationIndices {
  /// Each index with whether it is a ratio to its maximum, 0 where all units are alike.
  static let all: [any SegregationIndex] = [
    MutualInformationIndex(), TheilInformationIndex(), TheilInformationIndex(entropy: .units),
    DissimilarityIndex(), MultigroupDissimilarityIndex(), SegregationGini(),
    SegregationGini(comparison: .firstAgainstRest), NormalizedExposure(), RelativeDiversity(),
    SquaredCoefficientOfVariation(), CorrelationRatio(), IsolationIndex(),
    IsolationIndex(themselves: .excluded), ExposureIndex(), ExposureIndex(themselves: .excluded),
    AtkinsonSegregationIndex(), AtkinsonSegregationIndex(shape: 0.1), HutchensSquareRootIndex(),
    KarmelMacLachlanIndex(),
  ]

  /// Those of them with an exact expectation by chance.
  static let withExpectation = all.filter {
    !($0 is SegregationGini) && !($0 is AtkinsonSegregationIndex)
  }

  /// The index by the name its reference values have.
  static func named(_ name: String) -> (any SegregationIndex)? {
    switch name {
    case "TheilInformationIndexByUnits": TheilInformationIndex(entropy: .units)
    case "SegregationGiniTwoGroup": SegregationGini(comparison: .firstAgainstRest)
    case "IsolationIndexSelfExcluded": IsolationIndex(themselves: .excluded)
    case "ExposureIndexSelfExcluded": ExposureIndex(themselves: .excluded)
    case "AtkinsonSegregationIndex0.5": AtkinsonSegregationIndex()
    case "AtkinsonSegregationIndex0.1": AtkinsonSegregationIndex(shape: 0.1)
    case "AtkinsonSegregationIndex0.9": AtkinsonSegregationIndex(shape: 0.9)
    default: all.first { String(describing: type(of: $0)) == name }
    }
  }

  /// The names reference values have.
  static let names = [
    "MutualInformationIndex", "TheilInformationIndex", "TheilInformationIndexByUnits",
    "DissimilarityIndex", "MultigroupDissimilarityIndex", "SegregationGini",
    "SegregationGiniTwoGroup", "NormalizedExposure", "RelativeDiversity",
    "SquaredCoefficientOfVariation", "CorrelationRatio", "IsolationIndex",
    "IsolationIndexSelfExcluded", "ExposureIndex", "ExposureIndexSelfExcluded",
    "AtkinsonSegregationIndex0.5", "AtkinsonSegregationIndex0.1", "AtkinsonSegregationIndex0.9",
    "HutchensSquareRootIndex", "KarmelMacLachlanIndex",
  ]
}
