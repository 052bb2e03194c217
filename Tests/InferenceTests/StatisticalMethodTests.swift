import Aggregates
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Methods as values")
struct StatisticalMethodTests {
  private static let samples: [any CataloguedMethod] = [
    ImpactRatio(level: 0.9), PooledZTest(),
    FisherExactTest(twoSided: .central, observedTable: .half), RiskDifference(level: 0.99),
    ShortfallToReferenceRate(), WilsonInterval(level: 0.8), ClopperPearsonInterval(),
    BarnardTest(twoSided: .central, rates: .bergerBoos()),
    BoschlooTest(twoSided: .minimumLikelihood, rates: .bergerBoos(gamma: 1e-5)),
    BlakerExactTest(observedTable: .half), BarnardCSMTest(),
    UnpooledZTest(), HypergeometricZTest(), MoverRatio(level: 0.9), ScoreOddsRatio(level: 0.9),
    LogitOddsRatio(level: 0.9), ExactOddsRatio(twoSided: .blaker, level: 0.9),
    JeffreysInterval(level: 0.8), ShortfallToPoolRate(),
    AffectedSelections(),
    PearsonChiSquaredTest(correction: .nMinusOne), LikelihoodRatioTest(),
    ConditionalOddsRatio(observedTable: .half, level: 0.9),
    MiettinenNurminenDifference(level: 0.9), MeeDifference(level: 0.9),
    UnconditionalDifference(twoSided: .square, rates: .bergerBoos(gamma: 1e-5), level: 0.9),
    AgrestiCaffoDifference(level: 0.9),
    KatzRatio(level: 0.9), MiettinenNurminenRatio(level: 0.9),
    CohenH(), PhiCoefficient(),
    FlipCounts(criterion: .pValue(alpha: 0.01), change: .swap),
    ExactBinomialTest(probability: 0.3, twoSided: .central),
    ParityIndex(benchmark: 0.2, benchmarkStandardError: 0.01),
    ParityIndexTest(benchmark: 0.2, benchmarkStandardError: 0.01),
    BenchmarkDifference(benchmark: 0.4), BenchmarkShortfall(benchmark: 0.5),
    MantelHaenszelOddsRatio(level: 0.9), CochranMantelHaenszelTest(continuityCorrection: .half),
    BreslowDayTest(correction: .none), WoolfTest(), MantelHaenszelRiskDifference(level: 0.9),
    MantelHaenszelRiskRatio(level: 0.9),
    ExactStratifiedTest(twoSided: .central), ConditionalCommonOddsRatio(observedTable: .half),
    SimpsonStatus(alpha: 0.1),
    ZelenTest(), ZelenMonteCarlo(draws: 10, seed: 3, level: 0.9),
    ChiSquaredTableTest(), GTableTest(), CramersV(),
    FisherFreemanHaltonTest(), FisherFreemanHaltonMonteCarlo(draws: 10, seed: 3, level: 0.9),
    GeneralizedCochranMantelHaenszelTest(
      association: .correlation(rowScores: [1, 2, 3], columnScores: [0.5, 1])),
    CochranArmitageTrendTest(scores: [0, 0.5, 2]), ExactTrendTest(scores: [0, 0.5, 2]),
    LogisticRegression(level: 0.9), FirthLogisticRegression(level: 0.9),
    ConditionalLogisticRegression(level: 0.9), ClusterRobustCovariance(correction: .clusters),
    AdjustedRates(group: "focal", estimation: .firth),
    RosenbaumBounds(gamma: 1.5), RosenbaumCriticalGamma(alpha: 0.05, direction: .focalMore),
    OmittedVariableBound(level: 0.9),
    MeanAgePermutationTest(alternative: .twoSided), AgeCutPointScan(alternative: .older),
    HochbergAdjustment(), HommelAdjustment(), BenjaminiHochbergAdjustment(),
    BenjaminiYekutieliAdjustment(), TaroneAdjustment(familyLevel: 0.1),
    WestfallYoungAdjustment(), WestfallYoungPermutation(replicates: 99, seed: 7),
    DiscreteFalseDiscoveryAdjustment(),
    EventRatePer100(level: 0.9), PoissonRateRatio(), PoissonRateTest(twoSided: .minimumLikelihood),
    MantelHaenszelRateRatio(level: 0.9), MantelHaenszelRateTest(),
    MeanAmount(), MedianAmount(), MeanPayGap(level: 0.9), MeanPayGapTest(), MedianPayGap(),
    MedianPayGapTest(), PayQuarterBands(remainder: .britishColumbia),
    FiellerMeanPayGap(level: 0.9), MeanPayGapPermutationTest(draws: 99, seed: 3),
    GiniCoefficient(correction: .nMinusOne, scale: .identity), TheilIndex(level: 0.9),
    MeanLogDeviation(), GeneralizedEntropy(exponent: -1), AtkinsonIndex(aversion: 0.5),
    PercentileRatio(upper: 0.8, lower: 0.2, type: .type8), PalmaRatio(), QuintileShareRatio(),
    HooverIndex(scale: .identity), VarianceOfLogarithms(divisor: .n), LorenzCurve(shares: [0.5]),
    ConcentrationIndex(normalisation: .wagstaff), GeneralizedEntropyDecomposition(exponent: 0),
    AtkinsonDecomposition(aversion: 1), GiniDecomposition(level: 0.9),
    MeanLogDeviationChange(level: 0.9),
    StudentizedBootstrap(index: .gini(GiniCoefficient()), resamples: 99, seed: 5),
    FunnelAttribution(level: 0.9),
    KaplanMeierCurve(event: .cause(1), level: 0.9), SurvivalProbability(at: 24),
    MedianSurvivalTime(rest: .beginning), NelsonAalenCurve(level: 0.9),
    AalenJohansenCurve(cause: 2), LogRankTest(event: .cause(2), rho: 1),
    CoxRegression(ties: .breslow), HazardRatio(regression: CoxRegression(ties: .breslow)),
    ProportionalHazardsTest(timeScale: .rank),
    ExactPower(test: .boschloo(twoSided: .minimumLikelihood, rates: .bergerBoos())),
    MinimumDetectableRatio(test: .blaker, side: .above, power: 0.9),
    ExactSampleSize(test: .barnard(twoSided: .central), alpha: 0.01), NormalPower(alpha: 0.01),
    NormalSampleSize(power: 0.9), ScoreForecast(),
    UnknownDemographicsBounds(level: 0.9),
    ComparatorPolicy(comparator: .named("A"), minimumShare: .twoPercent, smallGroups: .noRatio),
    AvailabilityPanel(availability: .pool(size: 90, group: 30), alpha: 0.01),
    PoissonBinomialTest(twoSided: .central), TwoFactorAvailability(level: 0.9),
    BayesianImpactRatio(prior: .shapes(selected: 2, rejected: 0.5)), ComparisonScan(),
    LifeTableSurvival(at: 3, periodsPerUnit: 4),
    LifeTableMedian(periodsPerUnit: 4),
    MutualInformationIndex(base: .two, bias: .subtracted, level: 0.9),
    TheilInformationIndex(entropy: .units, bias: .subtracted, level: 0.9),
    DissimilarityIndex(), MultigroupDissimilarityIndex(),
    SegregationGini(comparison: .firstAgainstRest), NormalizedExposure(), RelativeDiversity(),
    SquaredCoefficientOfVariation(), CorrelationRatio(), IsolationIndex(themselves: .excluded),
    ExposureIndex(themselves: .excluded), AtkinsonSegregationIndex(shape: 0.2),
    HutchensSquareRootIndex(), KarmelMacLachlanIndex(),
    LocalSegregation(base: .ten, level: 0.9), NestedSegregation(base: .two),
    SegregationChange(index: .theil, base: .two, orders: .all), KarmelMacLachlanChange(base: .ten),
    MoraRuizCastilloChange(base: .two),
    SegregationPermutationTest(
      measure: .atkinson(AtkinsonSegregationIndex(shape: 0.2)), draws: 99, seed: 3),
    SegregationBootstrap(measure: .dissimilarity(), resampling: .units, replicates: 200, seed: 3),
    BetaBinomialSegregation(shape: 0.2, level: 0.9),
    DirichletMultinomialSegregation(base: .ten, level: 0.9),
    BlauIndex(estimator: .unbiased), IndexOfQualitativeVariation(level: 0.9),
    ShannonEntropy(estimator: .chaoWangJost, base: .ten), HillNumber(order: .infinity),
    InverseSimpsonIndex(estimator: .unbiased), HillProfile(level: 0.9),
    BergerParkerIndex(level: 0.9), PielouEvenness(categories: .declared),
    RaoQuadraticEntropy(distances: .threeGrades, estimator: .unbiased),
    SimilaritySensitiveHillNumber(
      order: .zero, distances: .threeGrades, similarity: .exponential(rate: 2)),
    Rarefaction(people: 5), CoverageRarefaction(coverage: 0.9),
    SampleCoverage(estimator: .chao), ChaoRichness(form: .biasCorrected),
    AlphaBetaGamma(level: 0.9),
    SeparationIndex(statistic: .meanEuclideanDistance), DisparityIndex(divisor: .members),
    VarietyIndex(estimator: .plugIn),
    MidPInterval(level: 0.9), GoodmanIntervals(level: 0.9), SisonGlazIntervals(level: 0.9),
    FinitePopulationShare(limits: .exact, level: 0.9),
    KornGraubardInterval(effectiveNumber: .atMostAnswered), DesignLogitInterval(level: 0.9),
    MannKendallTest(reference: .normal), KendallTau(), TheilSenSlope(level: 0.9),
    OverlappingShareChange(level: 0.9), MinimumDetectableChange(direction: .fall, power: 0.9),
    LocationQuotient(base: .partOfBase),
    ContinuationRatios(level: 0.9),
    ShrunkShares(centre: .pooled, spread: .mostLikely), ShrunkQuotients(level: 0.9),
    UnknownShareBounds(benchmark: 0.4), UnknownDiversityBounds(unknown: 3),
    UnknownDissimilarityBounds(), UnknownSegregationBounds(),
    SkillsGapRatio(supply: .employedAndAvailable, level: 0.9), SupplyCoverage(demand: .openings),
    SkillsGapInPeople(level: 0.9), WorkersPerOpening(level: 0.9), FillRate(base: .closed),
    SuitableApplicantsPerVacancy(level: 0.9), VacancyUnemploymentRatio(level: 0.9),
    BeveridgeCurve(level: 0.9), WageGrowth(average: .mean),
    CompositeRanking(weights: .drawn(count: 9, seed: 4), top: 2),
    AdditionalAtReferenceRate(level: 0.9), AvoidedAtReferenceRate(level: 0.9), ShareOfGapClosed(),
    CostPerPerson(level: 0.9), ProgrammeOutcomeRate(.credential, unknown: .leftOut),
    MedianEarningsAfterExit(level: 0.9),
    SkillCooccurrence(.logOdds, level: 0.9), EmergingSkills(level: 0.9),
    BetaBinomialPooling(level: 0.9), OrganisationPercentile(level: 0.9),
    PauleMandelPooling(level: 0.9),
    FunnelPlotLimits(overdispersion: .multiplicative, winsorised: 0.05),
    IndirectStandardisation(limits: .byar, level: 0.9),
    ShareAccounting(),
    MarkovProjection(
      target: ShareTarget(0.4, by: 3, direction: .atMost),
      scenario: ProjectionScenario([.init(group: 1, exits: 0.8, hireShare: 0.5)]),
      prior: .jeffreys, hires: .multinomial, seed: 3),
    SteadyStateShare(prior: .perks),
    RequiredRate(lever: .hireShare, target: ShareTarget(0.4, by: 3), prior: .none),
  ]

  private static func roundTrip<Method: CataloguedMethod>(_ method: Method) throws -> Bool {
    try JSONDecoder().decode(Method.self, from: JSONEncoder().encode(method)) == method
  }

  @Test("every method survives being written and read")
  func codable() throws {
    #expect(Self.samples.count == MethodCatalogue.methods.count)
    for method in Self.samples { #expect(try Self.roundTrip(method), "\(method)") }
  }

  @Test("every stamp names its method and its options")
  func stamps() {
    for method in Self.samples {
      let stamp = method.stamp
      let card = type(of: method).card
      #expect(MethodCatalogue.card(stamp.id) == card)
      #expect(stamp.title == card.title && stamp.source == card.source)
      #expect(!stamp.convention.isEmpty)
    }
    #expect(ImpactRatio(level: 0.9).stamp.convention.hasSuffix("90 % level"))
    #expect(ImpactRatio(level: 0.999).stamp.convention.hasSuffix("99.9 % level"))
    #expect(ImpactRatio(level: 0.57).stamp.convention.hasSuffix("57 % level"))
    #expect(
      PoissonRateTest().stamp.convention
        != PoissonRateTest(twoSided: .minimumLikelihood).stamp
        .convention)
  }
}
