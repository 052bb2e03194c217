/// Every short text about why shares moved, where targets are heading, skills, training and the place
/// among other organisations, by what it names.
enum DynamicsLabel: String, CaseIterable, Sendable {
  case skillsGap, vacanciesBy, shareFilledBy, shareFilled, fewerFilled, moreFilled, filledOf,
    allOtherPosts, whatEqualRatesAdd, hiredAtEqualRates, keptAtEqualRates, groupComparedWith,
    occupationsBeside, specialization, occupation, occupationCodes, shareOfOccupation,
    linesAreIntervalsAlone, trainingPipeline, formalProcedures, costPerPerson, skillsAcrossDomains,
    skillDomains, hybridBy, skillPairs, skillGrowth, skill, skillPair, axisHybrid, timesValue,
    collaboration, poolCaption, poolWorkforce, poolOwn, poolPooled, poolMean, poolFurther,
    poolPercentiles, whySharesMoved, shareMovedBy, stepAdded, stepTook, stepHires, stepExits,
    stepRecords, stepRest, stepPromotions, shareMovedInLeadership, projections, shareExpected,
    chanceByDate, reachedNow, halfOfPaths, hiresNow, hiresNeeded, projectedTitle, nineInTen,
    cannotBeReached, laterThan, recordingChange, movedTitle
}
