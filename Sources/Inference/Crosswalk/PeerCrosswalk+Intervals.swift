extension PeerCrosswalk {
  /// Sizes and intervals of two groups.
  static let intervals: [PeerComparison] = [
    PeerComparison(
      "fisher-estimate-r", .init(.value, of: ConditionalOddsRatio(), nine),
      program: "R", version: "4.2.2",
      call: "fisher.test(x)",
      prints: "17.2759", parity: "17.2690", .wrong,
      because: "Its root finder stops early, so few digits hold.",
      exchange: "SciPy's odds_ratio prints the number here."),
    PeerComparison(
      "fisher-upper-r", .init(.upper, of: ConditionalOddsRatio(), nine),
      program: "R", version: "4.2.2",
      call: "fisher.test(x)",
      prints: "1039.29", parity: "1047.84", .wrong,
      because: "Its root finder stops early, so few digits hold.",
      exchange: "SciPy's odds_ratio prints the number here."),
    PeerComparison(
      "odds-estimate-scipy", .init(.value, of: ConditionalOddsRatio(), nine),
      program: "SciPy", version: "1.17.1",
      call: "odds_ratio(x)",
      prints: "17.2690", parity: "17.2690", .same,
      because: "Both are the conditional maximum likelihood estimate."),
    PeerComparison(
      "odds-upper-scipy", .init(.upper, of: ConditionalOddsRatio(), nine),
      program: "SciPy", version: "1.17.1",
      call: "odds_ratio(x).confidence_interval()",
      prints: "1047.84", parity: "1047.84", .same,
      because: "Both invert each tail at 2.5 per cent."),
    PeerComparison(
      "odds-hypothesistests", .init(.upper, of: ConditionalOddsRatio(), halves),
      program: "HypothesisTests.jl", version: nil,
      call: "confint(FisherExactTest(5, 192, 40, 50))",
      provenance: .reported(by: "issue 234 of JuliaStats/HypothesisTests.jl"),
      prints: "4.5e15", parity: "0.0896377", .wrong,
      because: "Its search for the upper limit ends far from the root."),
    PeerComparison(
      "odds-small-scipy", .init(.upper, of: ConditionalOddsRatio(), halves),
      program: "SciPy", version: "1.17.1",
      call: "odds_ratio(x).confidence_interval()",
      prints: "0.0896377", parity: "0.0896377", .same,
      because: "Both invert each tail at 2.5 per cent."),
    PeerComparison(
      "fisher-interval-r", .init(.upper, of: ExactOddsRatio(), morris),
      program: "R", version: "4.2.2",
      call: "fisher.test(x)",
      prints: "1.13632", parity: "1.08148", .anotherConvention,
      because: "Its p-value adds up tables no more probable but its interval doubles the"
        + " smaller tail, so the two can disagree; odds-ratio-exact inverts its own"
        + " test.",
      exchange: "Ask here for odds-ratio-conditional."),
    PeerComparison(
      "zero-odds-statsmodels", .init(.value, of: ConditionalOddsRatio(), everyone),
      program: "statsmodels", version: "0.15.0",
      call: "Table2x2(x).oddsratio",
      prints: "800", parity: "infinity", .wrong,
      because: "It adds half a person to every cell once one is empty, without saying "
        + "so; the odds ratio of everyone against nobody is infinite.",
      exchange: "Ask it for shift_zeros=False."),
    PeerComparison(
      "zero-ratio-statsmodels", .init(.value, of: ImpactRatio(), everyone),
      program: "statsmodels", version: "0.15.0",
      call: "Table2x2(x).riskratio",
      prints: "39.0476", parity: "infinity", .wrong,
      because: "It adds half a person to every cell once one is empty, without saying "
        + "so; a rate over nothing is infinite.",
      exchange: "Ask it for shift_zeros=False."),
    PeerComparison(
      "katz-scipy", .init(.lower, of: KatzRatio(), relative),
      program: "SciPy", version: "1.17.1",
      call: "relative_risk(10, 75, 12, 225).confidence_interval()",
      prints: "1.12616", parity: "1.12616", .same,
      because: "Both take the logarithm's delta method."),
    PeerComparison(
      "katz-koopman-scipy", .init(.lower, of: ImpactRatio(), relative),
      program: "SciPy", version: "1.17.1",
      call: "relative_risk(10, 75, 12, 225).confidence_interval()",
      prints: "1.12616", parity: "1.13903", .anotherConvention,
      because: "It takes Katz's interval of the logarithm; the one here inverts the "
        + "score test and agrees with the pooled Z.",
      exchange: "Ask here for impact-ratio-katz."),
    PeerComparison(
      "score-ratio-statsmodels", .init(.lower, of: ImpactRatio(), relative),
      program: "statsmodels", version: "0.15.0",
      call: "confint_proportions_2indep(10, 75, 12, 225, method=\"score\", "
        + "compare=\"ratio\", correction=False)",
      prints: "1.13903", parity: "1.13903", .same,
      because: "Both invert the score test without the factor N / (N - 1)."),
    PeerComparison(
      "score-difference-statsmodels", .init(.upper, of: MiettinenNurminenDifference(), newcombe),
      program: "statsmodels", version: "0.15.0",
      call: "confint_proportions_2indep(56, 70, 48, 80, method=\"score\")",
      prints: "0.344039", parity: "0.338173", .wrong,
      because: "A coefficient of its cubic takes the count where the total belongs "
        + "(issue 10269 of statsmodels)."),
    PeerComparison(
      "newcombe-statsmodels", .init(.upper, of: RiskDifference(), newcombe),
      program: "statsmodels", version: "0.15.0",
      call: "confint_proportions_2indep(56, 70, 48, 80, method=\"newcomb\")",
      prints: "0.333873", parity: "0.333873", .same,
      because: "Both combine two Wilson intervals without correction."),
    PeerComparison(
      "agresti-caffo-statsmodels", .init(.upper, of: AgrestiCaffoDifference(), newcombe),
      program: "statsmodels", version: "0.15.0",
      call: "confint_proportions_2indep(56, 70, 48, 80, method=\"agresti-caffo\")",
      prints: "0.335758", parity: "0.335758", .same,
      because: "Both add one selected and one not selected to each group."),
    PeerComparison(
      "prop-test-interval-r", .init(.lower, of: RiskDifference(), forty),
      program: "R", version: "4.2.2",
      call: "prop.test(c(12, 48), c(40, 80))",
      prints: "-0.496773", parity: "-0.455876", .anotherConvention,
      because: "It takes the unpooled normal interval with a continuity correction; the "
        + "one here combines two Wilson intervals.",
      exchange: "There is no option of either that gives the other."),
    PeerComparison(
      "difference-statxact", .init(.upper, of: UnconditionalDifference(), statXactSmall),
      program: "StatXact", version: "11",
      call: "unconditional interval of a difference, score statistic",
      provenance: .reported(by: "the tests of exact2x2"),
      prints: "0.5787", parity: "0.5787", .same,
      because: "Both invert both one-sided tests at the largest probability over the "
        + "common rate."),
    PeerComparison(
      "difference-square-statxact",
      .init(.upper, of: UnconditionalDifference(twoSided: .square), statXactSmall),
      program: "StatXact", version: "11",
      call: "unconditional interval of a difference, squared score statistic",
      provenance: .reported(by: "the tests of exact2x2"),
      prints: "0.5542", parity: "0.5542", .same,
      because: "Both invert the test of the squared statistic."),
  ]
}
