import Aggregates
import Estimates
import Inference

/// The model of the units' shares that is read first where units are small.
struct SmallUnitsModel {
  /// The answers, the index D first.
  let results: [CalculatedResult]
  /// The dissimilarity of the shares units stand for.
  private let dissimilarity: Outcome
  /// The test that every unit has the same shares.
  private let test: Outcome
  /// The model and its test as a sentence names them.
  private let words: (model: String, test: String)

  /// Fits the model; `nil` where units are large enough for the counts.
  init?(_ table: ContingencyTable, base: LogarithmBase, level: Double) {
    guard SegregationApproach.usual(for: table) == .modelOfShares else { return nil }
    if table.columnCount == 2 {
      self.init(BetaBinomialSegregation(level: level)(table))
    } else {
      self.init(DirichletMultinomialSegregation(base: base, level: level)(table))
    }
  }

  private init(_ result: BetaBinomialSegregationResult) {
    let line = Self.line("beta-binomial, two groups", result.stamp)
    let lines = [
      line("Dissimilarity D", "dissimilarity", result.dissimilarity),
      line("Theil's H", "theil", result.theil), line("Gini", "gini", result.gini),
      line("Overdispersion rho", "overdispersion", result.overdispersion),
      line("Binomial test of rho 0", "test", result.binomialTest),
    ]
    // Without a fit the reason is said once.
    results = lines[0].estimate == nil ? [lines[0]] : lines
    dissimilarity = result.dissimilarity
    test = result.binomialTest
    words = ("beta-binomial", "binomial")
  }

  private init(_ result: DirichletMultinomialSegregationResult) {
    let line = Self.line("Dirichlet-multinomial", result.stamp)
    let lines = [
      line("Dissimilarity D, all groups", "dissimilarity", result.dissimilarity),
      line("Mutual information M", "mutual-information", result.mutualInformation),
      line("Theil's H", "theil", result.theil), line("Gini, all groups", "gini", result.gini),
      line("Overdispersion rho", "overdispersion", result.overdispersion),
      line("Multinomial test of rho 0", "test", result.multinomialTest),
    ]
    // Without a fit the reason is said once.
    results = lines[0].estimate == nil ? [lines[0]] : lines
    dissimilarity = result.dissimilarity
    test = result.multinomialTest
    words = ("Dirichlet-multinomial", "multinomial")
  }

  private static func line(
    _ model: String, _ stamp: MethodStamp
  ) -> (_ label: String, _ suffix: String, _ outcome: Outcome) -> CalculatedResult {
    { label, suffix, outcome in
      CalculatedResult(
        "Chance taken out: a model of the shares small units stand for (\(model))", label,
        MethodStamp(
          id: stamp.id + "-" + suffix, title: stamp.title + ": " + label,
          convention: stamp.convention, source: stamp.source), outcome)
    }
  }

  /// What is to be known of the model; empty where there is no fit.
  var notes: [String] {
    guard case .estimate = dissimilarity else { return [] }
    return [
      "The model's indices are those of the shares units stand for, if these are spread as the "
        + "model supposes."
    ]
  }

  /// What the model says beside the counts and chance; `nil` where it says nothing.
  func sentence(_ counts: SegregationResult, alpha: Double) -> String? {
    guard case .estimate(let index) = dissimilarity, case .test(let test) = test,
      case .estimate(let counted) = counts.index,
      case .estimate(let chance) = counts.nullExpectation
    else { return nil }
    let interval = index.interval.map { "\(Facts.interval($0)), " } ?? ""
    let opening =
      "With chance taken out D is \(Figures.fixed(index.value, 3)) (\(interval)\(words.model) "
      + "model), where the counts give \(Figures.fixed(counted.value, 3)) and chance alone would give "
      + Figures.fixed(chance.value, 3)
    let told = "(\(words.test) test, p \(Figures.pValue(test.pValue.value)))"
    return test.pValue.value < alpha
      ? opening + "; chance alone would seldom separate the groups this much \(told)."
      : opening + "; that is no more than chance would often make \(told)."
  }
}
