/// Every sentence about why shares moved, where targets are heading, skills, training and the place among
/// other organisations, by what it means.
enum DynamicsMessage: String, CaseIterable, Sendable {
  case skillsTotal, skillsFilled, skillsFilledAlone, skillsRatio, skillsDays, skillsSuitable,
    inclusionHired, inclusionKept, inclusionHiringUnclear, inclusionKeepingUnclear, gapArises,
    gapArisesAtStep, costOfStep, hybridShare, hybridShareChanged, hybridParts, skillsTogether,
    skillsGrow, skillsDoNotGrow, poolLead, poolShare, poolPercentile, poolNote, shareMoved,
    shareMovedNoStep, projectionChance, projectionStays, projectionHalf, projectionLater,
    projectionNeeds, projectionOutOfReach
}
