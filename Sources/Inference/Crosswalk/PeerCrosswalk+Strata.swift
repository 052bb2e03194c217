extension PeerCrosswalk {
  /// Two groups within strata, and larger tables.
  static let strata: [PeerComparison] = [
    PeerComparison(
      "mantelhaen-r", .init(.statistic, of: CochranMantelHaenszelTest(), berkeley),
      program: "R", version: "4.2.2",
      call: "mantelhaen.test(x)",
      prints: "1.42695", parity: "1.52461", .anotherConvention,
      because: "It takes a continuity correction of one half by default.",
      exchange: "Ask it for correct = FALSE, or here for cochran-mantel-haenszel with its"
        + " correction."),
    PeerComparison(
      "mantelhaen-uncorrected-r", .init(.statistic, of: CochranMantelHaenszelTest(), berkeley),
      program: "R", version: "4.2.2",
      call: "mantelhaen.test(x, correct = FALSE)",
      prints: "1.52461", parity: "1.52461", .same,
      because: "Neither corrects for continuity."),
    PeerComparison(
      "cmh-statsmodels", .init(.statistic, of: CochranMantelHaenszelTest(), berkeley),
      program: "statsmodels", version: "0.15.0",
      call: "StratifiedTable(x).test_null_odds()",
      prints: "1.52461", parity: "1.52461", .same,
      because: "Neither corrects for continuity."),
    PeerComparison(
      "mantelhaen-odds-r", .init(.value, of: MantelHaenszelOddsRatio(), berkeley),
      program: "R", version: "4.2.2",
      call: "mantelhaen.test(x)",
      prints: "1.10534", parity: "1.10534", .same,
      because: "Both put the focal group first."),
    PeerComparison(
      "mantelhaen-odds-lower-r", .init(.lower, of: MantelHaenszelOddsRatio(), berkeley),
      program: "R", version: "4.2.2",
      call: "mantelhaen.test(x)",
      prints: "0.943103", parity: "0.943103", .same,
      because: "Both take the variance of Robins, Breslow and Greenland."),
    PeerComparison(
      "mh-odds-statsmodels", .init(.value, of: MantelHaenszelOddsRatio(), berkeley),
      program: "statsmodels", version: "0.15.0",
      call: "StratifiedTable(x).oddsratio_pooled",
      prints: "1.10534", parity: "1.10534", .same,
      because: "Both put the focal group first."),
    PeerComparison(
      "mantelhaen-exact-r", .init(.pValue, of: ExactStratifiedTest(), berkeley),
      program: "R", version: "4.2.2",
      call: "mantelhaen.test(x, exact = TRUE)",
      prints: "0.227763", parity: "0.227763", .same,
      because: "Both add up totals no more probable than the one seen."),
    PeerComparison(
      "mantelhaen-exact-estimate-r", .init(.value, of: ConditionalCommonOddsRatio(), berkeley),
      program: "R", version: "4.2.2",
      call: "mantelhaen.test(x, exact = TRUE)",
      prints: "1.1049", parity: "1.1049", .same,
      because: "Both are the conditional maximum likelihood estimate; R's root finder "
        + "holds five digits here."),
    PeerComparison(
      "mantelhaen-exact-upper-r", .init(.upper, of: ConditionalCommonOddsRatio(), berkeley),
      program: "R", version: "4.2.2",
      call: "mantelhaen.test(x, exact = TRUE)",
      prints: "1.299", parity: "1.299", .same,
      because: "Both invert each tail at 2.5 per cent; R's root finder holds four digits"
        + " here."),
    PeerComparison(
      "rabbits-exact-r", .init(.pValue, of: ExactStratifiedTest(), rabbits),
      program: "R", version: "4.2.2",
      call: "mantelhaen.test(x, exact = TRUE)",
      prints: "0.0399449", parity: "0.0399449", .same,
      because: "Strata where one outcome never or always happened carry no information "
        + "in either."),
    PeerComparison(
      "breslow-day-statsmodels", .init(.statistic, of: BreslowDayTest(), berkeley),
      program: "statsmodels", version: "0.15.0",
      call: "StratifiedTable(x).test_equal_odds()",
      prints: "18.825514", parity: "18.825501", .anotherConvention,
      because: "It leaves out Tarone's correction by default.",
      exchange: "Ask it for adjust=True."),
    PeerComparison(
      "tarone-statsmodels", .init(.statistic, of: BreslowDayTest(), berkeley),
      program: "statsmodels", version: "0.15.0",
      call: "StratifiedTable(x).test_equal_odds(adjust=True)",
      prints: "18.825501", parity: "18.825501", .same,
      because: "Both take Tarone's correction."),
    PeerComparison(
      "rabbits-statsmodels", .init(.statistic, of: BreslowDayTest(), rabbits),
      program: "statsmodels", version: "0.15.0",
      call: "StratifiedTable(x).test_equal_odds()",
      prints: "NaN", parity: "8.35832", .wrong,
      because: "It divides by nothing in strata with an empty margin; those carry no "
        + "information and are left out here and named.",
      exchange: "Leave the strata with an empty margin out before asking it."),
    PeerComparison(
      "rabbits-informative-statsmodels", .init(.statistic, of: BreslowDayTest(), rabbits),
      program: "statsmodels", version: "0.15.0",
      call: "StratifiedTable(x[1:4]).test_equal_odds(adjust=True)",
      prints: "8.35832", parity: "8.35832", .same,
      because: "Given only the strata without an empty margin it prints the number here."),
    PeerComparison(
      "freeman-halton-r", .init(.pValue, of: FisherFreemanHaltonTest(), satisfaction),
      program: "R", version: "4.2.2",
      call: "fisher.test(x)",
      prints: "0.782685", parity: "0.782685", .same,
      because: "Both add up tables no more probable than the one seen."),
  ]
}
