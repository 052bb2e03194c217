extension PeerCrosswalk {
  /// Tests of two groups.
  static let twoGroups: [PeerComparison] = [
    PeerComparison(
      "fisher-r", .init(.pValue, of: FisherExactTest(), morris),
      program: "R", version: "4.2.2",
      call: "fisher.test(x)",
      prints: "0.0599078", parity: "0.0599078", .same,
      because: "Both count every table no more probable than the one seen."),
    PeerComparison(
      "fisher-scipy", .init(.pValue, of: FisherExactTest(), morris),
      program: "SciPy", version: "1.17.1",
      call: "fisher_exact(x)",
      prints: "0.0599078", parity: "0.0599078", .same,
      because: "Both count every table no more probable than the one seen."),
    PeerComparison(
      "fisher-exact2x2-central", .init(.pValue, of: FisherExactTest(twoSided: .central), morris),
      program: "exact2x2", version: "1.7.0",
      call: "fisher.exact(x, tsmethod = \"central\")",
      provenance: .reported(by: survey),
      prints: "0.0743154", parity: "0.0743154", .same,
      because: "Both double the smaller tail, which agrees with the usual exact interval."),
    PeerComparison(
      "fisher-hypothesistests", .init(.pValue, of: FisherExactTest(), fayTable),
      program: "HypothesisTests.jl", version: nil,
      call: "pvalue(FisherExactTest(28, 98, 23, 94))",
      provenance: .reported(by: "issue 221 of JuliaStats/HypothesisTests.jl"),
      prints: "0.740300", parity: "0.639977", .anotherConvention,
      because: "It doubles the smaller tail by default; the default here adds up tables "
        + "no more probable.",
      exchange: "Ask it for method = :minlike, or here for fisher-exact-central."),
    PeerComparison(
      "fisher-central-hypothesistests",
      .init(.pValue, of: FisherExactTest(twoSided: .central), fayTable),
      program: "HypothesisTests.jl", version: nil,
      call: "pvalue(FisherExactTest(28, 98, 23, 94))",
      provenance: .reported(by: "issue 221 of JuliaStats/HypothesisTests.jl"),
      prints: "0.740300", parity: "0.740300", .same,
      because: "Both double the smaller tail."),
    PeerComparison(
      "boschloo-scipy", .init(.pValue, of: BoschlooTest(), morris),
      program: "SciPy", version: "1.17.1",
      call: "boschloo_exact(x)",
      prints: "0.0366028", parity: "0.0366028", .same,
      because: "Both double the smaller of the two one-sided p-values."),
    PeerComparison(
      "boschloo-exact2x2", .init(.pValue, of: BoschlooTest(twoSided: .minimumLikelihood), statXact),
      program: "exact2x2", version: "1.7.0",
      call: "boschloo(10, 35, 24, 61, tsmethod = \"minlike\")",
      provenance: .reported(by: "the survey of programs behind this engine, after StatXact 11"),
      prints: "0.3381", parity: "0.3381", .same,
      because: "Both order tables by the two-sided Fisher p-value."),
    PeerComparison(
      "barnard-ties-scipy", .init(.pValue, of: BarnardTest(), vaccine),
      program: "SciPy", version: "1.17.1",
      call: "barnard_exact(x, n = 256)",
      prints: "0.0681534", parity: "0.0682183", .wrong,
      because: "It compares statistics as decimals, so tables exactly as extreme as the "
        + "one seen are left out; here they are compared as whole numbers.",
      exchange: "No option of it mends this; a larger n does not help."),
    PeerComparison(
      "barnard-small-scipy", .init(.pValue, of: BarnardTest(), ricci),
      program: "SciPy", version: "1.17.1",
      call: "barnard_exact(x, n = 256)",
      prints: "0.0114939", parity: "0.0123642", .wrong,
      because: "Ties are broken by rounding, and the p-value comes out 7 per cent too "
        + "small.",
      exchange: "No option of it mends this."),
    PeerComparison(
      "barnard-spike-exact2x2", .init(.pValue, of: BarnardTest(), waisome),
      program: "exact2x2", version: "1.7.0",
      call: "uncondExact2x2(...), score statistic, default grid",
      provenance: .reported(by: survey),
      prints: "0.0147", parity: "0.0463589", .wrong,
      because: "Its grid of common rates steps over the narrow peak at 0.0021 where the "
        + "largest probability lies.",
      exchange: "Ask both for Berger-Boos (gamma = 1e-6), where that peak does not count."),
    PeerComparison(
      "barnard-berger-boos-exact2x2",
      .init(.pValue, of: BarnardTest(rates: .bergerBoos()), waisome),
      program: "exact2x2", version: "1.7.0",
      call: "uncondExact2x2(...), score statistic, default grid",
      provenance: .reported(by: survey),
      prints: "0.0147", parity: "0.00807549", .anotherConvention,
      because: "Here the common rate is held within an interval the data do not "
        + "contradict; by default there it is not.",
      exchange: "Ask it for gamma = 1e-6."),
    PeerComparison(
      "prop-test-r", .init(.statistic, of: PearsonChiSquaredTest(), forty),
      program: "R", version: "4.2.2",
      call: "prop.test(c(12, 48), c(40, 80))",
      prints: "8.43750", parity: "9.60000", .anotherConvention,
      because: "It takes Yates's continuity correction by default.",
      exchange: "Ask it for correct = FALSE, or here for chi-squared-yates."),
    PeerComparison(
      "prop-test-uncorrected-r", .init(.statistic, of: PearsonChiSquaredTest(), forty),
      program: "R", version: "4.2.2",
      call: "prop.test(c(12, 48), c(40, 80), correct = FALSE)",
      prints: "9.60000", parity: "9.60000", .same,
      because: "Neither corrects for continuity."),
    PeerComparison(
      "chisq-test-r", .init(.pValue, of: PearsonChiSquaredTest(correction: .yates), forty),
      program: "R", version: "4.2.2",
      call: "chisq.test(x)",
      prints: "0.00367561", parity: "0.00367561", .same,
      because: "Both take Yates's correction."),
    PeerComparison(
      "yates-scipy", .init(.statistic, of: PearsonChiSquaredTest(), forty),
      program: "SciPy", version: "1.17.1",
      call: "chi2_contingency(x)",
      prints: "8.43750", parity: "9.60000", .anotherConvention,
      because: "It takes Yates's continuity correction where there is one degree of "
        + "freedom.",
      exchange: "Ask it for correction=False, or here for chi-squared-yates."),
    PeerComparison(
      "chi-squared-scipy", .init(.statistic, of: PearsonChiSquaredTest(), forty),
      program: "SciPy", version: "1.17.1",
      call: "chi2_contingency(x, correction=False)",
      prints: "9.60000", parity: "9.60000", .same,
      because: "Neither corrects for continuity."),
    PeerComparison(
      "g-scipy", .init(.statistic, of: LikelihoodRatioTest(), forty),
      program: "SciPy", version: "1.17.1",
      call: "chi2_contingency(x, correction=False, lambda_=\"log-likelihood\")",
      prints: "9.80431", parity: "9.80431", .same,
      because: "Neither corrects for continuity."),
    PeerComparison(
      "z-statsmodels", .init(.statistic, of: PooledZTest(), forty),
      program: "statsmodels", version: "0.15.0",
      call: "proportions_ztest([12, 48], [40, 80])",
      prints: "-3.09839", parity: "-3.09839", .same,
      because: "Both pool the rates for the variance and sign the statistic focal minus "
        + "reference."),
    PeerComparison(
      "cohen-h-statsmodels", .init(.value, of: CohenH(), forty),
      program: "statsmodels", version: "0.15.0",
      call: "proportion_effectsize(12 / 40, 48 / 80)",
      prints: "-0.612875", parity: "-0.612875", .same,
      because: "Both subtract the reference's angle."),
    PeerComparison(
      "poisson-test-r", .init(.pValue, of: PoissonRateTest(), exits),
      program: "R", version: "4.2.2",
      call: "poisson.test(c(11, 25), c(800, 1000))",
      prints: "0.130018", parity: "0.127931", .anotherConvention,
      because: "It adds up splits no more probable than the one seen; the default here "
        + "doubles the smaller tail.",
      exchange: "Ask here for the minimum likelihood convention of poisson-rate-test."),
    PeerComparison(
      "power-r", .init(.value, of: NormalPower(), plan),
      program: "R", version: "4.2.2",
      call: "power.prop.test(n = 50, p1 = 0.5, p2 = 0.75)",
      prints: "0.740166", parity: "0.740166", .same,
      because: "Both pool the rates under no difference and leave out the chance of an "
        + "error in the other direction."),
  ]
}
