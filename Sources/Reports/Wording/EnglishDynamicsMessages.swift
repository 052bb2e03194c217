extension MessageCatalogue {
  /// The English text of every message about how the workforce moves.
  static func english(_ message: DynamicsMessage) -> String {
    switch message {
    case .skillsTotal:
      "of {vacancies} vacancies opened, {filled} were filled by the end of the period "
        + "({rate}); the other {gap} are the gap in people."
    case .skillsFilled:
      "{part}: {filled} of {vacancies} vacancies were filled ({rate}), against "
        + "{otherFilled} of {otherVacancies} ({otherRate}) for {reference}."
    case .skillsFilledAlone: "{part}: {filled} of {vacancies} vacancies were filled ({rate})."
    case .skillsRatio:
      "the share filled was {ratio} times that of {reference} ({confidence} confidence "
        + "interval {interval})."
    case .skillsDays: "had none been withdrawn, half would be filled within {days} days."
    case .skillsSuitable: "{suitable} suitable people apply for each on average."
    case .inclusionHired:
      "had {focal} been hired at the rate of {reference}, about {number} more would "
        + "have been ({confidence} confidence interval {interval}): {share} of the gap in "
        + "people."
    case .inclusionKept:
      "had {focal} left at the rate of {reference}, about {number} fewer would have "
        + "({confidence} confidence interval {interval}): {share} of the gap in people."
    case .inclusionHiringUnclear:
      "whether equal rates of hiring would add people cannot be told from these numbers "
        + "for {list}."
    case .inclusionKeepingUnclear:
      "whether equal rates of leaving would keep people cannot be told from these "
        + "numbers for {list}."
    case .gapArises: "most of the gap arises between {from} and {to}."
    case .gapArisesAtStep:
      "most of the gap arises between {from} and {to}, where the rates differ; the difference over "
        + "the whole way may be chance."
    case .costOfStep:
      "{step}: {focalAmount} for each person who got there among {focal} ({confidence} confidence "
        + "interval {interval}), {referenceAmount} among {reference}, the cost of those who stopped "
        + "earlier included."
    case .hybridShare:
      "{share} of people ({people} of {base}) had recorded skills in both health and "
        + "technology."
    case .hybridShareChanged:
      "{share} of people ({people} of {base}) had recorded skills in both health and "
        + "technology, against {yearAgo} a year ago."
    case .hybridParts:
      "by {by} the largest share is in {highest} ({highestShare}), the smallest in "
        + "{lowest} ({lowestShare})."
    case .skillsTogether:
      "more often in one person than chance would make it: {list}."
    case .skillsGrow:
      "skills of a larger share of people than a year ago: {list}."
    case .skillsDoNotGrow:
      "no skill is found in a clearly larger share of people than a year ago."
    case .poolLead:
      "{number} organisations pooled their numbers for {period}. Every figure is of all of "
        + "them together or of this organisation."
    case .poolShare:
      "{group}: {share} here ({people} of {total}), {mean} on average of the organisations; "
        + "that of a further organisation would lie between {lower} and {upper}."
    case .poolPercentile: "That is higher than in about {percentile} of organisations like these."
    case .poolNote:
      "Organisations chose to take part and may not be like others; a share says nothing of "
        + "its cause."
    case .shareMoved: "{group} went from {first} in {start} to {last} in {end}: {list}."
    case .shareMovedNoStep:
      "{group} went from {first} in {start} to {last} in {end}; no step moved the share by a "
        + "tenth of a point."
    case .projectionChance:
      "If hires and exits go on as in {period}, {group} would be at {share} by {by}, "
        + "and {chance} of all paths reach {target} by then."
    case .projectionStays:
      "If hires and exits go on as in {period}, {group} would be at {share} by {by}, and "
        + "{chance} of all paths are still at {target} or above then."
    case .projectionHalf: "Half of the paths have reached it by {quarter}."
    case .projectionLater: "Half of the paths have not reached it by {quarter}."
    case .projectionNeeds:
      "It would be reached about as often as not if {share} of hires were of the group; of "
        + "the last ones {now} were."
    case .projectionOutOfReach: "No share of hires would be enough for that."
    }
  }
}
