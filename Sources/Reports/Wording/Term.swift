/// Every wording the analyses give a report in English, by what it means; the catalogues hold it in
/// every language, with named places in braces.
enum Term: String, CaseIterable, Sendable {
  // Groups that are everybody else, and people whose group is not known.
  case allOtherPeople, allOthersDeclared, allOthersDeclaredNot, allBut, everyone,
    noAnswerRecorded, preferredNotToSay, notAsked, declared
  // Rows made by the analyses.
  case openingHeadcount, hires, exits, promotions, changedRecord, closingHeadcount, allExits,
    noExit, mean, median, lowerQuarter, lowerMiddleQuarter, upperMiddleQuarter, upperQuarter,
    bonusReceipt, receivedBonus, receivedNone, meanBonus, medianBonus, effectiveNumber,
    chanceTwoDiffer, evenness, gini, theil, meanLogDeviation, atkinson, fifths, lowestPaid
  // Rows over all stages.
  case fromTo
  // Headings of columns.
  case people, shareDeclared, share, lowestPossible, highestPossible, shareIn, change,
    groupPeople, groupShareIn, groupShare, groupAbove, ratio, pHolm, of, benchmark, parityIndex,
    difference, shortfall, pValue, shareOfEveryone, inLeadership, expected, drawn, entered,
    passed, rate, impactRatio, pooledZ, pPooledZ, pFisher, pFisherCentral, pFisherMid, pBoschloo,
    ratioUpToHere, logRatio, shareOfLogRatio, partOfShortfall, equalized, ratioOverAll,
    ratioWithin, pCMH, pExact, pEqualRatios, pEqualOdds, hiresColumn, promotionsColumn,
    exitsColumn, averageHeadcount, per100, promoted, groupPer100, afterOneYear, afterYears,
    medianYears, pLogRank, gap, withBonus, informationIndex, hByChance, dissimilarity, dByChance,
    peopleToMove, peopleByChance, othersSoFar, groupSoFar, value, shareOfAllPay, betweenShare,
    betweenTheil, changePerYear, smallestRise, shareOver, pOfTrend
  // Characteristics and structures.
  case quarterAttribute, payQuarter, yearsOfService, leadership, gender, ethnicity, age,
    disability, level, department, location
  // Measures of pay.
  case hourlyPay, annualPay, bonusPay
  // Notes under tables.
  case flowsNotShown, sharesOfEveryone, changedRecordNote, bounds, benchmarkSource,
    leadershipNote, notStageOfItsOwn, notStagesOfTheirOwn, levelPromotedFrom, comparesMedians,
    trendQuarters, trendYears, measureIn, notCounted
  // Lines of the record of how the report was made.
  case engine, input, noDigest
  case otherPosts, allVacancies, vacancies, filled, shareFilled, gapInPeople, suitablePerVacancy,
    medianDays, applicants, shareHired, shareHiredReference, moreHired, ofGapInPeople, exitsPer100,
    exitsPer100Reference, fewerLeaving, healthSkills, technologySkills, bothSkills, neitherSkills,
    withBoth, timesByChance, logOddsRatio, pDiscovery, growthOfShare, drawnTowardsSkills,
    domainsOfSkills, enrolmentCosts, newAnswers, allSteps, lowerPath, middlePath, upperPath,
    expectedIn, chanceBy, chanceOn, chanceNone, quartersUntilHalf, shareOfHires, shareOfHiresNeeded,
    exitsAndAnswers, stepsAddUp
}

extension Term {
  /// Where in an exhibit a term stands; a label of the organisation's own stays as it is.
  enum Place: Sendable, CaseIterable {
    case group, row, total, column, attribute, measure, note, line
  }

  /// The place of the term.
  var place: Place {
    switch self {
    case .allOtherPeople, .allOthersDeclared, .allOthersDeclaredNot, .allBut, .everyone,
      .noAnswerRecorded, .preferredNotToSay, .notAsked, .declared, .otherPosts:
      .group
    case .openingHeadcount, .hires, .exits, .promotions, .changedRecord, .closingHeadcount,
      .allExits, .noExit, .mean, .median, .lowerQuarter, .lowerMiddleQuarter,
      .upperMiddleQuarter, .upperQuarter, .bonusReceipt, .receivedBonus, .receivedNone,
      .meanBonus, .medianBonus, .effectiveNumber, .chanceTwoDiffer, .evenness, .gini, .theil,
      .meanLogDeviation, .atkinson, .fifths, .lowestPaid, .allVacancies, .healthSkills,
      .technologySkills, .bothSkills, .neitherSkills:
      .row
    case .fromTo:
      .total
    case .people, .shareDeclared, .share, .lowestPossible, .highestPossible, .shareIn, .change,
      .groupPeople, .groupShareIn, .groupShare, .groupAbove, .ratio, .pHolm, .of, .benchmark,
      .parityIndex, .difference, .shortfall, .pValue, .shareOfEveryone, .inLeadership, .expected,
      .drawn, .entered, .passed, .rate, .impactRatio, .pooledZ, .pPooledZ, .pFisher,
      .pFisherCentral, .pFisherMid, .pBoschloo, .ratioUpToHere, .logRatio, .shareOfLogRatio,
      .partOfShortfall, .equalized, .ratioOverAll, .ratioWithin, .pCMH, .pExact, .pEqualRatios,
      .pEqualOdds, .hiresColumn, .promotionsColumn, .exitsColumn, .averageHeadcount, .per100,
      .promoted, .groupPer100, .afterOneYear, .afterYears, .medianYears, .pLogRank, .gap,
      .withBonus, .informationIndex, .hByChance, .dissimilarity, .dByChance, .peopleToMove,
      .peopleByChance, .othersSoFar, .groupSoFar, .value, .shareOfAllPay, .betweenShare,
      .betweenTheil, .changePerYear, .smallestRise, .shareOver, .pOfTrend, .vacancies, .filled,
      .shareFilled, .gapInPeople, .suitablePerVacancy, .medianDays, .applicants, .shareHired,
      .shareHiredReference, .moreHired, .ofGapInPeople, .exitsPer100, .exitsPer100Reference,
      .fewerLeaving, .withBoth, .timesByChance, .logOddsRatio, .pDiscovery, .growthOfShare,
      .drawnTowardsSkills, .newAnswers, .allSteps, .lowerPath, .middlePath, .upperPath, .expectedIn,
      .chanceBy, .chanceOn, .chanceNone, .quartersUntilHalf, .shareOfHires, .shareOfHiresNeeded,
      .exitsAndAnswers:
      .column
    case .quarterAttribute, .payQuarter, .yearsOfService, .leadership, .gender, .ethnicity, .age,
      .disability, .level, .department, .location, .domainsOfSkills:
      .attribute
    case .hourlyPay, .annualPay, .bonusPay:
      .measure
    case .flowsNotShown, .sharesOfEveryone, .changedRecordNote, .bounds, .benchmarkSource,
      .leadershipNote, .notStageOfItsOwn, .notStagesOfTheirOwn, .levelPromotedFrom,
      .comparesMedians, .trendQuarters, .trendYears, .measureIn, .notCounted, .enrolmentCosts,
      .stepsAddUp:
      .note
    case .engine, .input, .noDigest:
      .line
    }
  }
}
