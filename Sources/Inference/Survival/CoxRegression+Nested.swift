public import Estimates
import NumericalKernel

extension CoxRegression {
  /// The likelihood ratio test that the coefficients of some covariates are all 0, the others being
  /// in the model.
  ///
  ///     chi-squared = 2 (logLikelihood(all) - logLikelihood(without them))
  ///
  /// Degrees of freedom are their number; 0 means that they add nothing. Cost: two fits.
  /// - Parameters:
  ///   - columns: positions among the records' covariates, each once.
  ///   - records: the spells.
  /// - Returns: the test, or why there is none.
  /// - Source: Kalbfleisch and Prentice (2002), The Statistical Analysis of Failure Time Data,
  ///   section 4.2.
  public func likelihoodRatioTest(
    of columns: [Int], in records: SurvivalRecords
  ) -> Outcome {
    let all = records.covariates.indices
    guard !columns.isEmpty, Set(columns).count == columns.count,
      columns.allSatisfy({ all.contains($0) })
    else { return .notEstimable(reason: "There are no such covariates.") }
    let full: CoxFit
    switch self(records) {
    case .notEstimable(let reason): return .notEstimable(reason: reason)
    case .found(let fit): full = fit
    }
    let rest = all.filter { !columns.contains($0) }
    var without = full.nullLogLikelihood
    if !rest.isEmpty {
      guard let fewer = records.keeping(rest) else {
        return .notEstimable(reason: "There are no such covariates.")
      }
      switch self(fewer) {
      case .notEstimable(let reason): return .notEstimable(reason: reason)
      case .found(let fit): without = fit.logLikelihood
      }
    }
    let gain = 2 * max(0, full.logLikelihood - without)
    return .computing { () throws(NumericalError) -> Outcome in
      .test(try CoxFit.test(gain, columns.count, "likelihood ratio"))
    }
  }
}

extension SurvivalRecords {
  /// The records with some of their covariates.
  fileprivate func keeping(_ columns: [Int]) -> SurvivalRecords? {
    SurvivalRecords(
      spells.map { spell in
        SurvivalSpell(
          entry: spell.entry, exit: spell.exit, cause: spell.cause, group: spell.group,
          stratum: spell.stratum, covariates: columns.map { spell.covariates[$0] })
      },
      groups: groups, causes: causes, strata: strata, covariates: columns.map { covariates[$0] })
  }
}
