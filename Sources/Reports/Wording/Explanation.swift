/// Every paragraph that says how to read a section, how verdicts are reached or how people are
/// protected.
enum Explanation: String, CaseIterable, Sendable {
  case declarationNote, promotions, exits, training, chanceOfProcess, flows, hiring, diversity,
    inequality, intersections, shrinkage, trend, levels, representation, separation, smallParts,
    pay, scorecardNote, attribution, clearGap, gapSizeUncertain, smallGap, aboutTheSame,
    tooUncertain, notReported, judgedBy, holm, notAdjusted, methodTerms, alreadyPublic,
    smallGroups, roundedMedians, placesHidden, tablesMerged, withinRelease, withLedger,
    readerAttacker, insiderAttacker, zerosAttacker, attackers, secondAudit, scanLooked, scanNone,
    scanFound,
    crosswalkInEnglish, merging
  case skills, skillsAcrossDomains, inclusionLens, shareMoved, projection
}
