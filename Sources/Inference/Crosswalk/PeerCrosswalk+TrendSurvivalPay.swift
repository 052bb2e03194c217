extension PeerCrosswalk {
  /// Trends, times to an event and pay of two groups.
  static let trendSurvivalPay: [PeerComparison] = [
    PeerComparison(
      "trend-r", .init(.pValue, of: CochranArmitageTrendTest(scores: [1, 2, 3, 4]), smokers),
      program: "R", version: "4.2.2",
      call: "prop.trend.test(x, n)",
      prints: "0.00413190", parity: "0.00413190", .same,
      because: "Both take the scores 1, 2, 3, 4."),
    PeerComparison(
      "trend-statistic-r",
      .init(.statistic, of: CochranArmitageTrendTest(scores: [1, 2, 3, 4]), smokers),
      program: "R", version: "4.2.2",
      call: "prop.trend.test(x, n)",
      prints: "8.22492", parity: "-2.86791", .anotherConvention,
      because: "It prints chi-squared, the square of Z; the sign here says whether the "
        + "rate rises.",
      exchange: "Take the square root and the sign of the trend."),
    PeerComparison(
      "trend-zero-r", .init(.statistic, of: CochranArmitageTrendTest(scores: [0, 1, 2, 3]), doses),
      program: "R", version: "4.2.2",
      call: "sqrt(prop.trend.test(x, n, 0:3)$statistic)",
      prints: "2.90191", parity: "2.90191", .same,
      because: "Neither moves a count."),
    PeerComparison(
      "trend-zero-statsmodels",
      .init(.statistic, of: CochranArmitageTrendTest(scores: [0, 1, 2, 3]), doses),
      program: "statsmodels", version: "0.15.0",
      call: "Table(x).test_ordinal_association(...)",
      prints: "2.62480", parity: "2.90191", .wrong,
      because: "It adds half a person to every cell once one is empty, without saying so.",
      exchange: "Ask it for shift_zeros=False and multiply by the root of N / (N - 1)."),
    PeerComparison(
      "trend-unshifted-statsmodels",
      .init(.statistic, of: CochranArmitageTrendTest(scores: [0, 1, 2, 3]), doses),
      program: "statsmodels", version: "0.15.0",
      call: "Table(x, shift_zeros=False).test_ordinal_association(...)",
      prints: "2.89464", parity: "2.90191", .anotherConvention,
      because: "It takes the variance with both margins fixed, which divides by N - 1.",
      exchange: "Multiply it by the root of N / (N - 1)."),
    PeerComparison(
      "kendall-r", .init(.pValue, of: MannKendallTest(), quarters),
      program: "R", version: "4.2.2",
      call: "cor.test(1:8, x, method = \"kendall\")",
      prints: "0.00550595", parity: "0.00550595", .same,
      because: "Both count all orders of eight values."),
    PeerComparison(
      "kendall-scipy", .init(.pValue, of: MannKendallTest(), quarters),
      program: "SciPy", version: "1.17.1",
      call: "kendalltau(range(8), x)",
      prints: "0.00550595", parity: "0.00550595", .same,
      because: "Both count all orders of eight values."),
    PeerComparison(
      "kendall-normal-r", .init(.pValue, of: MannKendallTest(), quarters),
      program: "R", version: "4.2.2",
      call: "cor.test(1:8, x, method = \"kendall\", exact = FALSE)",
      prints: "0.00649286", parity: "0.00550595", .anotherConvention,
      because: "It takes the normal distribution.",
      exchange: "Ask it for exact = TRUE."),
    PeerComparison(
      "kendall-tau-scipy", .init(.value, of: KendallTau(), quarters),
      program: "SciPy", version: "1.17.1",
      call: "kendalltau(range(8), x)",
      prints: "0.785714", parity: "0.785714", .same,
      because: "Without ties tau-a and tau-b are one."),
    PeerComparison(
      "theil-sen-scipy", .init(.value, of: TheilSenSlope(), quarters),
      program: "SciPy", version: "1.17.1",
      call: "theilslopes(x, range(8))",
      prints: "0.0150000", parity: "0.0150000", .same,
      because: "Both are the median slope of all pairs."),
    PeerComparison(
      "log-rank-r", .init(.pValue, of: LogRankTest(), leukaemiaStrata),
      program: "R survival", version: "3.5.3",
      call: "survdiff(Surv(time, status) ~ group)",
      prints: "0.0653393", parity: "0.0653393", .same,
      because: "Both take the hypergeometric variance."),
    PeerComparison(
      "log-rank-statsmodels", .init(.pValue, of: LogRankTest(), leukaemiaStrata),
      program: "statsmodels", version: "0.15.0",
      call: "survdiff(time, status, group)",
      prints: "0.0653393", parity: "0.0653393", .same,
      because: "Both take the hypergeometric variance."),
    PeerComparison(
      "cox-efron-r", .init(.value, of: HazardRatio(), leukaemia),
      program: "R survival", version: "3.5.3",
      call: "coxph(Surv(time, status) ~ maintained)",
      prints: "0.400303", parity: "0.400303", .same,
      because: "Both take Efron's likelihood for ties."),
    PeerComparison(
      "cox-breslow-r",
      .init(.value, of: HazardRatio(regression: CoxRegression(ties: .breslow)), leukaemia),
      program: "R survival", version: "3.5.3",
      call: "coxph(Surv(time, status) ~ maintained, ties = \"breslow\")",
      prints: "0.404858", parity: "0.404858", .same,
      because: "Both take Breslow's likelihood for ties."),
    PeerComparison(
      "phreg-statsmodels", .init(.value, of: HazardRatio(), leukaemia),
      program: "statsmodels", version: "0.15.0",
      call: "PHReg(time, maintained, status).fit()",
      prints: "0.404858", parity: "0.400303", .anotherConvention,
      because: "Its default for ties is Breslow's.",
      exchange: "Ask it for ties=\"efron\"."),
    PeerComparison(
      "phreg-efron-statsmodels", .init(.value, of: HazardRatio(), leukaemia),
      program: "statsmodels", version: "0.15.0",
      call: "PHReg(time, maintained, status, ties=\"efron\").fit()",
      prints: "0.400303", parity: "0.400303", .same,
      because: "Both take Efron's likelihood for ties."),
    PeerComparison(
      "survfit-log-r", .init(.lower, of: SurvivalProbability(at: 18), maintained),
      program: "R survival", version: "3.5.3",
      call: "survfit(Surv(time, status) ~ 1) at 18",
      prints: "0.488426", parity: "0.350190", .anotherConvention,
      because: "Its default interval is of the logarithm; the one here is of the "
        + "logarithm of the negative logarithm and stays within 0 and 1.",
      exchange: "Ask it for conf.type = \"log-log\"."),
    PeerComparison(
      "survfit-log-log-r", .init(.lower, of: SurvivalProbability(at: 18), maintained),
      program: "R survival", version: "3.5.3",
      call: "survfit(Surv(time, status) ~ 1, conf.type = \"log-log\") at 18",
      prints: "0.350190", parity: "0.350190", .same,
      because: "Both take the logarithm of the negative logarithm with Greenwood's "
        + "variance."),
    PeerComparison(
      "survfit-median-r", .init(.value, of: MedianSurvivalTime(), maintained),
      program: "R survival", version: "3.5.3",
      call: "survfit(Surv(time, status) ~ 1)",
      prints: "31", parity: "31", .same,
      because: "Both are the first time at which the share is at most one half."),
    PeerComparison(
      "survfunc-median-statsmodels", .init(.value, of: MedianSurvivalTime(), maintained),
      program: "statsmodels", version: "0.15.0",
      call: "SurvfuncRight(time, status).quantile(0.5)",
      prints: "31", parity: "31", .same,
      because: "Both are the first time at which the share is at most one half."),
    PeerComparison(
      "zph-r", .init(.pValue, of: ProportionalHazardsTest(), leukaemiaCovariate),
      program: "R survival", version: "3.5.3",
      call: "cox.zph(fit)",
      prints: "0.929287", parity: "0.929287", .same,
      because: "Both take one less the Kaplan-Meier share as time."),
    PeerComparison(
      "zph-identity-r", .init(.pValue, of: ProportionalHazardsTest(), leukaemiaCovariate),
      program: "R survival", version: "3.5.3",
      call: "cox.zph(fit, transform = \"identity\")",
      prints: "0.652971", parity: "0.929287", .anotherConvention,
      because: "It was asked for time itself.",
      exchange: "Ask here for the time scale identity."),
    PeerComparison(
      "welch-r", .init(.pValue, of: MeanPayGapTest(), payArms),
      program: "R", version: "4.2.2",
      call: "t.test(focal, reference)",
      prints: "0.0793758", parity: "0.0785577", .anotherConvention,
      because: "It compares the difference of means; the test here compares their ratio,"
        + " as the gap is relative.",
      exchange: "There is no option of either that gives the other; with large groups "
        + "they agree."),
    PeerComparison(
      "t-test-scipy", .init(.pValue, of: MeanPayGapTest(), payArms),
      program: "SciPy", version: "1.17.1",
      call: "ttest_ind(focal, reference)",
      prints: "0.0802803", parity: "0.0785577", .anotherConvention,
      because: "It compares the difference of means with one variance for both groups.",
      exchange: "Ask it for equal_var=False for R's t.test; the test here compares the "
        + "ratio."),
    PeerComparison(
      "median-r", .init(.value, of: MedianPayGap(), payArms),
      program: "R", version: "4.2.2",
      call: "1 - median(focal) / median(reference)",
      prints: "-0.162162", parity: "-0.162162", .same,
      because: "Both average the two middle amounts of an even number."),
    PeerComparison(
      "median-interval-statpsych", .init(.lower, of: MedianPayGap(), payArms),
      program: "statpsych", version: nil,
      call: "1 - ci.ratio.median2(0.05, focal, reference)[upper]",
      provenance: .reported(by: "its help"),
      prints: "-0.455933", parity: "-0.455933", .same,
      because: "Both take Price and Bonett's variance of a median."),
  ]
}
