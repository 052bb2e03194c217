extension PeerCrosswalk {
  /// Shares and their intervals.
  static let shares: [PeerComparison] = [
    PeerComparison(
      "wilson-corrected-r", .init(.lower, of: WilsonInterval(), newcombeShare),
      program: "R", version: "4.2.2",
      call: "prop.test(81, 263)",
      prints: "0.253509", parity: "0.255289", .anotherConvention,
      because: "It takes a continuity correction by default.",
      exchange: "Ask it for correct = FALSE, or here for Wilson's interval with its "
        + "correction."),
    PeerComparison(
      "wilson-r", .init(.lower, of: WilsonInterval(), newcombeShare),
      program: "R", version: "4.2.2",
      call: "prop.test(81, 263, correct = FALSE)",
      prints: "0.255289", parity: "0.255289", .same,
      because: "Neither corrects for continuity."),
    PeerComparison(
      "wilson-statsmodels", .init(.lower, of: WilsonInterval(), newcombeShare),
      program: "statsmodels", version: "0.15.0",
      call: "proportion_confint(81, 263, method=\"wilson\")",
      prints: "0.255289", parity: "0.255289", .same,
      because: "Neither corrects for continuity."),
    PeerComparison(
      "binomtest-wilson-scipy", .init(.lower, of: WilsonInterval(), newcombeShare),
      program: "SciPy", version: "1.17.1",
      call: "binomtest(81, 263).proportion_ci(method=\"wilson\")",
      prints: "0.255289", parity: "0.255289", .same,
      because: "Neither corrects for continuity."),
    PeerComparison(
      "wald-statsmodels", .init(.lower, of: WilsonInterval(), newcombeShare),
      program: "statsmodels", version: "0.15.0",
      call: "proportion_confint(81, 263)",
      prints: "0.252190", parity: "0.255289", .anotherConvention,
      because: "Its default is the normal interval around the share, which is too narrow"
        + " near 0 and 1.",
      exchange: "Ask it for method=\"wilson\"."),
    PeerComparison(
      "agresti-coull-statsmodels", .init(.lower, of: WilsonInterval(), newcombeShare),
      program: "statsmodels", version: "0.15.0",
      call: "proportion_confint(81, 263, method=\"agresti_coull\")",
      prints: "0.255221", parity: "0.255289", .anotherConvention,
      because: "It takes the normal interval around Wilson's centre.",
      exchange: "Ask it for method=\"wilson\"."),
    PeerComparison(
      "binom-test-interval-r", .init(.lower, of: ClopperPearsonInterval(), newcombeShare),
      program: "R", version: "4.2.2",
      call: "binom.test(81, 263)",
      prints: "0.252737", parity: "0.252737", .same,
      because: "Both put at most 2.5 per cent in each tail."),
    PeerComparison(
      "beta-statsmodels", .init(.lower, of: ClopperPearsonInterval(), newcombeShare),
      program: "statsmodels", version: "0.15.0",
      call: "proportion_confint(81, 263, method=\"beta\")",
      prints: "0.252737", parity: "0.252737", .same,
      because: "Both put at most 2.5 per cent in each tail."),
    PeerComparison(
      "binom-test-statsmodels", .init(.lower, of: ClopperPearsonInterval(), newcombeShare),
      program: "statsmodels", version: "0.15.0",
      call: "proportion_confint(81, 263, method=\"binom_test\")",
      prints: "0.254464", parity: "0.252737", .anotherConvention,
      because: "It inverts the two-sided test that adds up counts no more probable, "
        + "which is shorter and may be disconnected.",
      exchange: "Ask it for method=\"beta\"."),
    PeerComparison(
      "jeffreys-statsmodels", .init(.lower, of: JeffreysInterval(), newcombeShare),
      program: "statsmodels", version: "0.15.0",
      call: "proportion_confint(81, 263, method=\"jeffreys\")",
      prints: "0.254522", parity: "0.254522", .same,
      because: "Both are quantiles of the beta distribution with half a person added on "
        + "each side."),
    PeerComparison(
      "jeffreys-zero-statsmodels", .init(.upper, of: JeffreysInterval(), nobody),
      program: "statsmodels", version: "0.15.0",
      call: "proportion_confint(0, 20, method=\"jeffreys\")",
      prints: "0.116639", parity: "0.116639", .same,
      because: "Both put the lower limit at 0 where nobody is counted and keep the upper"
        + " one."),
    PeerComparison(
      "binom-test-r", .init(.pValue, of: ExactBinomialTest(probability: 0.268), available),
      program: "R", version: "4.2.2",
      call: "binom.test(16, 68, 0.268)",
      prints: "0.587088", parity: "0.587088", .same,
      because: "Both add up counts no more probable than the one seen."),
    PeerComparison(
      "binomtest-scipy", .init(.pValue, of: ExactBinomialTest(probability: 0.268), available),
      program: "SciPy", version: "1.17.1",
      call: "binomtest(16, 68, 0.268)",
      prints: "0.587088", parity: "0.587088", .same,
      because: "Both add up counts no more probable than the one seen."),
    PeerComparison(
      "goodman-statsmodels",
      .init(.lower, of: GoodmanIntervals(), blood) { $0($1).first ?? PeerCrosswalk.noCategories },
      program: "statsmodels", version: "0.15.0",
      call: "multinomial_proportions_confint([91, 49, 37, 43])",
      prints: "0.334202", parity: "0.334202", .same,
      because: "Both take Wilson's interval at a level divided by the number of "
        + "categories."),
    PeerComparison(
      "goodman-desctools",
      .init(.lower, of: GoodmanIntervals(), blood) { $0($1).first ?? PeerCrosswalk.noCategories },
      program: "DescTools", version: nil,
      call: "MultinomCI(c(91, 49, 37, 43), method = \"goodman\")",
      provenance: .reported(by: "issue 113 of AndriSignorell/DescTools"),
      prints: "0.3253", parity: "0.3342", .wrong,
      because: "It took the chi-squared of 3 degrees of freedom, not Goodman's of 1 at "
        + "the level divided by the number of categories."),
    PeerComparison(
      "sison-glaz-statsmodels",
      .init(.lower, of: SisonGlazIntervals(), blood) { $0($1).first ?? PeerCrosswalk.noCategories },
      program: "statsmodels", version: "0.15.0",
      call: "multinomial_proportions_confint([91, 49, 37, 43], method=\"sison-glaz\")",
      prints: "0.345455", parity: "0.345455", .same,
      because: "Both follow Sison and Glaz."),
  ]
}
