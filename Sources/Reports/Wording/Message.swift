/// Every sentence and phrase a report can say, by what it means.
///
/// A catalogue holds its text in one language, with named places in braces.
enum Message: String, CaseIterable, Sendable {
  // Shares.
  case share, shareUnchanged, shareChanged, shareAgainst, shareAt, shareAtUnchanged, shareAtChanged
  case higher, lower, percentagePoints, people
  // Rates and ratios.
  case passRates, passRatesOneCount, passRate, flowRates, flowRate, flowRatesOfPart,
    rateRatio
  case moreHired, fewerHired, morePassed, fewerPassed
  case payGap, payGapNegative, payGapPlain, difference
  case benchmark, benchmarkAt, benchmarkPoints, benchmarkIndex, below, above, belowBenchmark,
    aboveBenchmark
  // Verdicts.
  case clearGap, gapSizeUncertain, smallGap, aboutTheSame, tooUncertain, notReported
  case against, sameBecause, tooWideBecause, familyBecause
  case notReportedTogether, uncertainTogether, everyPart
  case notReportedHidden, notReportedDeclaration, notReportedNoData, notReportedUndefined
  case partsLead, partsAt, partsAtAgainst, partsAtBenchmark, notWithinParts
  // Stages.
  case attributionShort, attributionOver, attributionParts, attributionPartsAgainst,
    attributionUnstable, bottomLine
  // Strata and methods.
  case separation, separationByChance, separationCurve, lorenzHalf, lorenzTop
  case inequalityBetween, inequalityBetweenPart
  case stratified, stratifiedVanishes, stratifiedReverses, stratifiedAppears, stratifiedRemains,
    stratifiedOnlyPooled, stratifiedOnlyWithin,
    stratifiedNone, stratifiedDiffers, stratifiedHidden, stratifiedWithoutInformation,
    stratifiedDependsOnMethod, dependsOnMethod
  // Other sections.
  case serviceShares, servicePromoted, sameService
  case headcountChange, declaredShare, declaredShareBelowRule, trendShare, trendRises, trendFalls,
    trendNotSteady
  case flowTrend, flowTrendRises, flowTrendFalls, flowTrendUnclear
  case inferenceCensus, inferenceFinitePopulation, inferenceProcess
  case notShownExhibits
  // What a section needs.
  case missingSections, missingSnapshots, missingCharacteristics, missingIntersections,
    missingApplications, missingEvents, missingPay, missingBonus, missingTraining, missingQuarters,
    missingPrevious, missingNotYet
  // Targets and breaks.
  case targetShort, targetReached, breakFrom
  // Reporting frameworks.
  case crosswalkIntroduction, crosswalkEveryLine, crosswalkSource, crosswalkAnswered,
    crosswalkAnsweredWithDifference,
    crosswalkNotComputed
  case crosswalkSex, crosswalkEthnicity, crosswalkDisability, crosswalkAge, crosswalkWomenAndMen
  case crosswalkAsDeclared, crosswalkOutside, crosswalkMerged
  case crosswalkNoCharacteristic, crosswalkNoInput, crosswalkNoLevels, crosswalkNoJobCategories,
    crosswalkOtherJobCategories, crosswalkOtherGroups, crosswalkNotHourly, crosswalkHidden,
    crosswalkNoData
  case crosswalkSurvey, crosswalkProcedures, crosswalkGovernance, crosswalkThreeWays,
    crosswalkNarrative
  case intersectionLargest, pipelineWorst, pipelineAlso, pipelineByChance
  // Since the last report.
  case sinceLast, sinceNothing, sinceHidden, sinceTables, sinceMore
  case sinceNew, sinceResolved, sinceChanged, sinceAllTables
  case changedEngine, changedAudience, changedThreshold, changedPayThreshold, changedRounding,
    changedConfidence,
    changedMultiplicity, changedBandOfRatios, changedBandOfShares, changedBandOfPay, changedGroups,
    changedDefinition, changedMembers, changedLevels
  // Headlines.
  case headlineService, headlinePass, headlineFlows, headlineFlow, headlineGap, headlineGapNegative,
    headlineBenchmark, headlineShare
  case headlineShareAt, headlineShareChanged, headlineShareAtChanged, headlineRatio
  // What the report cannot tell.
  case cannotTellUncertain, cannotTellMany, cannotTellRemedy, cannotTellInShort, cannotTellPair,
    cannotTellDeclaration, cannotTellHidden
  case cannotTellNoData
  // Rounded counts.
  case roundedTitle, roundedCounts
  // Several reports made together.
  case batchSubtitle, batchTogether, batchCaption, batchPeople, batchWithout
  case missingVacancies, moreTrained, fewerTrained, missingProcedures, missingSkills, missingPool
}
