/// Every method of the engine, in the order a reader meets them.
public enum MethodCatalogue {
  /// The methods' types.
  static let methods: [any CataloguedMethod.Type] = [
    ImpactRatio.self, PooledZTest.self, FisherExactTest.self, RiskDifference.self,
    ShortfallToReferenceRate.self, ShortfallToPoolRate.self, AffectedSelections.self,
    BarnardTest.self, BoschlooTest.self,
    BarnardCSMTest.self,
    BlakerExactTest.self,
    UnpooledZTest.self, HypergeometricZTest.self,
    PearsonChiSquaredTest.self, LikelihoodRatioTest.self,
    ConditionalOddsRatio.self,
    MiettinenNurminenDifference.self, MeeDifference.self, AgrestiCaffoDifference.self,
    UnconditionalDifference.self,
    KatzRatio.self, MiettinenNurminenRatio.self,
    MoverRatio.self,
    ScoreOddsRatio.self, LogitOddsRatio.self, ExactOddsRatio.self,
    CohenH.self, PhiCoefficient.self,
    FlipCounts.self,
    MantelHaenszelOddsRatio.self, CochranMantelHaenszelTest.self, BreslowDayTest.self,
    WoolfTest.self, MantelHaenszelRiskDifference.self, MantelHaenszelRiskRatio.self,
    ExactStratifiedTest.self, ConditionalCommonOddsRatio.self, SimpsonStatus.self,
    ZelenTest.self,
    ChiSquaredTableTest.self, GTableTest.self, CramersV.self,
    FisherFreemanHaltonTest.self, FisherFreemanHaltonMonteCarlo.self,
    GeneralizedCochranMantelHaenszelTest.self,
    CochranArmitageTrendTest.self, ExactTrendTest.self,
    LogisticRegression.self, FirthLogisticRegression.self, ConditionalLogisticRegression.self,
    ClusterRobustCovariance.self, AdjustedRates.self,
    RosenbaumBounds.self, RosenbaumCriticalGamma.self, OmittedVariableBound.self,
    MeanAgePermutationTest.self, AgeCutPointScan.self,
    HochbergAdjustment.self, HommelAdjustment.self, BenjaminiHochbergAdjustment.self,
    BenjaminiYekutieliAdjustment.self, TaroneAdjustment.self, ComparisonScan.self,
    WestfallYoungAdjustment.self, WestfallYoungPermutation.self,
    DiscreteFalseDiscoveryAdjustment.self,
    WilsonInterval.self, ClopperPearsonInterval.self, ExactBinomialTest.self, ParityIndex.self,
    JeffreysInterval.self,
    ParityIndexTest.self, BenchmarkDifference.self, BenchmarkShortfall.self,
    EventRatePer100.self, PoissonRateRatio.self, PoissonRateTest.self,
    MeanAmount.self, MedianAmount.self, MeanPayGap.self, MeanPayGapTest.self, MedianPayGap.self,
    MedianPayGapTest.self, PayQuarterBands.self, FiellerMeanPayGap.self,
    MeanPayGapPermutationTest.self,
    GiniCoefficient.self, TheilIndex.self, MeanLogDeviation.self, GeneralizedEntropy.self,
    AtkinsonIndex.self, PercentileRatio.self, PalmaRatio.self, QuintileShareRatio.self,
    HooverIndex.self, VarianceOfLogarithms.self, LorenzCurve.self, ConcentrationIndex.self,
    GeneralizedEntropyDecomposition.self, AtkinsonDecomposition.self, GiniDecomposition.self,
    MeanLogDeviationChange.self, StudentizedBootstrap.self,
    FunnelAttribution.self,
    KaplanMeierCurve.self, SurvivalProbability.self, MedianSurvivalTime.self,
    NelsonAalenCurve.self, AalenJohansenCurve.self, LogRankTest.self, CoxRegression.self,
    HazardRatio.self, ProportionalHazardsTest.self,
    BayesianImpactRatio.self,
    ComparatorPolicy.self,
    UnknownDemographicsBounds.self,
    ExactPower.self, MinimumDetectableRatio.self, ExactSampleSize.self, NormalPower.self,
    NormalSampleSize.self, ScoreForecast.self,
    AvailabilityPanel.self, PoissonBinomialTest.self,
    LifeTableSurvival.self, LifeTableMedian.self,
    MutualInformationIndex.self, TheilInformationIndex.self,
    DissimilarityIndex.self, MultigroupDissimilarityIndex.self, SegregationGini.self,
    NormalizedExposure.self, RelativeDiversity.self, SquaredCoefficientOfVariation.self,
    CorrelationRatio.self, IsolationIndex.self, ExposureIndex.self,
    AtkinsonSegregationIndex.self, HutchensSquareRootIndex.self, KarmelMacLachlanIndex.self,
    LocalSegregation.self, NestedSegregation.self,
    SegregationChange.self, KarmelMacLachlanChange.self, MoraRuizCastilloChange.self,
    SegregationPermutationTest.self,
    SegregationPermutationTest.self, SegregationBootstrap.self,
    BlauIndex.self, IndexOfQualitativeVariation.self, ShannonEntropy.self, HillNumber.self,
    InverseSimpsonIndex.self, HillProfile.self, BergerParkerIndex.self, PielouEvenness.self,
    RaoQuadraticEntropy.self, SimilaritySensitiveHillNumber.self, Rarefaction.self,
    CoverageRarefaction.self, SampleCoverage.self, ChaoRichness.self, AlphaBetaGamma.self,
    SeparationIndex.self, DisparityIndex.self, VarietyIndex.self,
    MidPInterval.self, GoodmanIntervals.self, SisonGlazIntervals.self, FinitePopulationShare.self,
    KornGraubardInterval.self, DesignLogitInterval.self,
    MannKendallTest.self, KendallTau.self, TheilSenSlope.self,
    OverlappingShareChange.self, MinimumDetectableChange.self,
  ]

  /// The methods' cards.
  public static let all: [MethodCard] = methods.map { $0.card }

  /// The card with this identifier, or of the method this identifier is a variant of.
  ///
  /// `fisher-exact-mid-p` has the card of `fisher-exact`.
  public static func card(_ id: String) -> MethodCard? {
    all.filter { id == $0.id || id.hasPrefix($0.id + "-") }.max { $0.id.count < $1.id.count }
      ?? (PercentileRatio.isNamed(by: id) ? PercentileRatio.card : nil)
  }
}
