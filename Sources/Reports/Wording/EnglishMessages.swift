extension MessageCatalogue {
  /// The English text of every message.
  static func english(_ message: Message) -> String {
    switch message {
    case .share: "the share of {group} was {share} ({people})."
    case .shareUnchanged:
      "the share of {group} was {share} ({people}), the same as a year ago."
    case .shareAgainst:
      "the share of {group} was {share} ({people}), against {yearAgo} a year ago."
    case .shareChanged:
      "the share of {group} was {share} ({people}), {points} {direction} than a year ago "
        + "({yearAgo})."
    case .shareAt: "the share of {group} at {part} was {share} ({people})."
    case .shareAtUnchanged:
      "the share of {group} at {part} was {share} ({people}), the same as a year ago."
    case .shareAtChanged:
      "the share of {group} at {part} was {share} ({people}), against {yearAgo} a year ago."
    case .higher: "higher"
    case .lower: "lower"
    case .percentagePoints: "{number} {number|percentage point|percentage points}"

    case .passRates:
      "{part}: {focalRate} of {focal} ({focalPassed} of {focalEntered}) against {referenceRate} "
        + "of {reference} ({referencePassed} of {referenceEntered})."
    case .passRatesOneCount:
      "{part}: {focalRate} of {focal} ({focalPassed} of {focalEntered}) against {referenceRate} "
        + "of {reference}."
    case .passRate: "{part}: {focalRate} of {focal} ({focalPassed} of {focalEntered})."
    case .flowRates:
      "{events} per 100 people: {focalRate} for {focal} ({focalEvents}, average "
        + "headcount {focalAverage}) against {referenceRate} for {reference} ({referenceEvents}, "
        + "average headcount {referenceAverage})."
    case .flowRate:
      "{events} per 100 people: {focalRate} for {focal} ({focalEvents}, average "
        + "headcount {focalAverage})."
    case .flowRatesOfPart:
      "{part}: {focalRate} {events} per 100 people for {focal} against {referenceRate} for "
        + "{reference}."
    case .completionRates:
      "training completed: {focalRate} of {focal} ({focalPassed} of {focalEntered}) against "
        + "{referenceRate} of {reference} ({referencePassed} of {referenceEntered})."
    case .completionRate:
      "training completed: {focalRate} of {focal} ({focalPassed} of {focalEntered})."
    case .serviceShares:
      "of 100 {focal}, about {focalShare} would still be there after {years} of service; of 100 "
        + "{reference}, about {referenceShare}"
    case .servicePromoted:
      "of 100 {focal} who stay, about {focalShare} would be promoted within {years} of service; "
        + "of 100 {reference}, about {referenceShare}"
    case .headlineService:
      "{event} at the same length of service: {ratio} times the rate of {reference} for {focal}."
    case .sameService:
      "among people of the same length of service, the rate of {event} for {focal} was {ratio} "
        + "times the rate for {reference} ({confidence} confidence interval {interval}){against}."
    case .rateRatio:
      "the rate for {focal} was {ratio} times the rate for {reference} ({confidence} confidence "
        + "interval {interval}){against}."
    case .moreHired:
      "at the rate for {reference}, about {number} more {people} would have been hired."
    case .fewerHired:
      "at the rate for {reference}, about {number} fewer {people} would have been hired."
    case .morePassed:
      "at the rate for {reference}, about {number} more {people} would have passed this stage."
    case .fewerPassed:
      "at the rate for {reference}, about {number} fewer {people} would have passed this stage."
    case .payGap:
      "{measure}: {focalAmount} for {focal} ({focalPeople} people) against {referenceAmount} for "
        + "{reference} ({referencePeople} people), a gap of {gap} ({confidence} confidence "
        + "interval {interval}){against}."
    case .payGapNegative:
      "{measure}: {focalAmount} for {focal} ({focalPeople} people) against {referenceAmount} for "
        + "{reference} ({referencePeople} people), a gap of {gap} ({confidence} confidence "
        + "interval {interval}); a negative gap means higher pay for {focal}."
    case .payGapPlain:
      "{measure}: a gap of {gap} between {focal} and {reference} ({confidence} confidence "
        + "interval {interval}){against}."
    case .difference:
      "{part}: {effect} for {focal} against {reference} ({confidence} confidence interval "
        + "{interval}){against}."
    case .benchmark:
      "the share of {group} was {share} ({people} of {base}) against a benchmark of {benchmark}."
    case .benchmarkAt:
      "{part}: the share of {group} was {share} ({people} of {base}) against a benchmark of "
        + "{benchmark}."
    case .benchmarkPoints:
      "that is {points} {direction} the benchmark ({confidence} confidence interval "
        + "{interval})."
    case .benchmarkIndex:
      "that is {ratio} times the benchmark ({confidence} confidence interval {interval})."
    case .below: "below"
    case .above: "above"
    case .belowBenchmark: "below the benchmark"
    case .aboveBenchmark: "above the benchmark"

    case .clearGap: "clear gap"
    case .gapSizeUncertain: "gap, size uncertain"
    case .smallGap: "small gap"
    case .aboutTheSame: "about the same"
    case .tooUncertain: "too uncertain to say"
    case .notReported: "not reported"
    case .against: ", to the disadvantage of {worse}"
    case .sameBecause: "the whole interval lies within the practical band."
    case .tooWideBecause: "the interval holds both no gap and gaps that would matter."
    case .familyBecause:
      "taken alone the interval excludes equality, but with this many comparisons in one section "
        + "such a difference can arise by chance."
    case .notReportedHidden: "to protect people"
    case .notReportedDeclaration: "because too few people declared it"
    case .notReportedNoData: "because there are no data"
    case .notReportedUndefined: "because the quantity is not defined here"
    case .notReportedTogether: "{list}: not reported, {reason}."
    case .uncertainTogether:
      "{topic}, compared with {reference}: {list}. The intervals stand in the table."
    case .everyPart: "all {number}"
    case .partsLead: "{by}, {focal} against {reference}: {list}."
    case .partsAt: "{verdict} at {parts}"
    case .partsAtBenchmark: "{verdict} at {parts}, {direction}"
    case .notWithinParts:
      "by {by}, no part shows a gap in this direction: look at the parts before reading the total."
    case .partsAtAgainst: "{verdict} at {parts}, to the disadvantage of {worse}"

    case .attributionShort:
      "at the end there are about {number} {people} fewer than at the rate for {reference}."
    case .attributionOver:
      "at the end there are about {number} {people} more than at the rate for {reference}."
    case .attributionParts: "of these, about {list}."
    case .attributionPartsAgainst:
      "of these, about {list}; the other way, about {against}."
    case .attributionUnstable:
      "the whole difference may be chance, and so may its parts."
    case .bottomLine:
      "the bottom line does not show it: at {stage} the rate for {worse} is under four fifths (ratio "
        + "{ratio}), from {way} it is not ({whole})."
    case .separation:
      "for the same mix by {attribute} everywhere, {people} would have to change {by}; chance alone "
        + "would make it about {chance} ({p})."
    case .separationByChance:
      "over {by} the mix by {attribute} differs no more than chance would often make it: {people} "
        + "would have to change, by chance about {chance} ({p})."
    case .separationCurve:
      "the parts with {others} of all others hold {share} of {group}, by {by}"
    case .lorenzHalf: "the lower paid half of people receive {share} of all pay"
    case .inequalityBetween:
      "of the inequality of pay, measured by Theil’s T, so much lies between groups, each split taken "
        + "alone: {parts}."
    case .inequalityBetweenPart: "{share} by {attribute}"
    case .lorenzTop:
      "of all pay {half} goes to the lower paid half of people and {top} to the highest paid tenth."
    case .stratified:
      "{whole} together, the rate for {focal} was {pooled} times the rate for {reference} ({p}); "
        + "within each {by}, like compared with like, {within}."
    case .stratifiedVanishes:
      "the difference vanishes: {common} times ({confidence} confidence interval {interval}; "
        + "{tests})"
    case .stratifiedReverses:
      "the difference turns round: {common} times ({confidence} confidence interval {interval}; "
        + "{tests})"
    case .stratifiedAppears:
      "there is a difference: {common} times ({confidence} confidence interval {interval}; "
        + "{tests})"
    case .stratifiedOnlyPooled:
      "no difference is found, but it may well be the same one: {common} times ({confidence} "
        + "confidence interval {interval}; {tests})"
    case .stratifiedOnlyWithin:
      "there is a difference, but it may well be the same one: {common} times ({confidence} "
        + "confidence interval {interval}; {tests})"
    case .stratifiedRemains:
      "the difference remains: {common} times ({confidence} confidence interval {interval}; "
        + "{tests})"
    case .stratifiedNone:
      "no difference is found either: {common} times ({confidence} confidence interval "
        + "{interval}; {tests})"
    case .stratifiedDiffers:
      "the comparison differs from one {by} to another ({test}), so that one ratio does not "
        + "describe them all."
    case .stratifiedHidden: "left out, as not shown: {list}."
    case .stratifiedWithoutInformation: "nothing can be compared at {list}."
    case .stratifiedDependsOnMethod:
      "the exact test and the other one disagree here: borderline."
    case .dependsOnMethod:
      "{list}: borderline. At {level}, equality is ruled out by {rejecting}, not by "
        + "{notRejecting}."

    case .headcountChange:
      "{closing} people were counted at the end of the period, {opening} at its beginning."
    case .declaredShare: "{attribute}: {share} of people declared."
    case .declaredShareBelowRule:
      "{attribute}: {share} of people declared, below the {rule} rule; no verdict is given on it."
    case .trendRises: ", a steady rise of about {slope} percentage points a year"
    case .trendFalls: ", a steady fall of about {slope} percentage points a year"
    case .trendNotSteady: ", without a steady trend"
    case .flowTrend:
      "among {flow}, the share of {group} was {first} in {start} and {last} in {end}{trend}."
    case .flowTrendRises: ", a rise over the quarters that chance seldom makes (p {p})"
    case .flowTrendFalls: ", a fall over the quarters that chance seldom makes (p {p})"
    case .flowTrendUnclear: ", no more of a trend than chance often makes (p {p})"
    case .trendShare:
      "the share of {group} went from {first} in {start} to {last} in {end}{trend}."
    case .noSections: "sections without data in this report: {list}."
    case .notShownExhibits: "not shown, to protect people: {list}."
    case .pipelineWorst:
      "level by level, {focal} clearly thin out above {level}: of those at {level} or above, {own} of "
        + "{focal} and {other} of {reference} are above it, {ratio} times ({confidence} confidence interval "
        + "{interval}){also}."
    case .pipelineAlso: "; clearly, too, above {list}"
    case .pipelineByChance:
      "level by level, the lowest ratio is above {level}: {own} of {focal} and {other} of {reference} at "
        + "{level} or above are above it; it may well be chance."
    case .inferenceCensus: "nothing: everybody was counted"
    case .inferenceFinitePopulation: "those who did not answer"
    case .inferenceProcess: "the process behind it"
    case .intersectionLargest:
      "the largest combination is {part}, {share} of everyone ({people})."

    case .headlinePass:
      "{topic}, {part}: {focalRate} of {focal} got through, against {referenceRate} of "
        + "{reference}."
    case .headlineFlows:
      "{events} per 100 people: {focalRate} for {focal} against {referenceRate} for {reference}."
    case .headlineFlow:
      "{events} per 100 people: {focalRate} for {focal}, {ratio} times the rate for {reference}."
    case .headlineRatio:
      "{part}: the rate for {focal} was {ratio} times the rate for {reference}."
    case .headlineGap: "{measure}: a gap of {gap} between {focal} and {reference}."
    case .headlineGapNegative: "{measure}: {gap} higher for {focal} than for {reference}."
    case .headlineBenchmark: "the share of {group} was {share} against a benchmark of {benchmark}."
    case .headlineShare: "the share of {group} was {share}."
    case .headlineShareAt: "the share of {group} at {part} was {share}."
    case .headlineShareChanged:
      "the share of {group} was {share}, against {yearAgo} a year ago."
    case .headlineShareAtChanged:
      "the share of {group} at {part} was {share}, against {yearAgo} a year ago."

    case .cannotTellUncertain:
      "{topic}: too uncertain to say for {list}."
    case .cannotTellInShort:
      "{number} comparisons of whole groups are too uncertain to say: {list}. More quarters "
        + "together would narrow the intervals."
    case .cannotTellMany:
      "{topic}: {number} comparisons are too uncertain to say, {list} among them."
    case .cannotTellRemedy: "more quarters together would narrow the intervals."
    case .people: "{number} {number|person|people}"
    case .cannotTellPair: "{focal} against {reference}"
    case .cannotTellDeclaration:
      "{attribute}: {share} declared, below the {rule} rule. It can be judged when more people "
        + "declare it."
    case .cannotTellHidden:
      "{number|one figure is|# figures are} hidden to protect people."
    case .cannotTellNoData: "this report has no data on {list}."
    }
  }
}
