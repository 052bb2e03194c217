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
    case .missingSkills:
      "the recorded skills of the people of the snapshot"
    case .moreTrained:
      "at the rate for {reference}, about {number} more {people} would have reached the last step."
    case .fewerTrained:
      "at the rate for {reference}, about {number} fewer {people} would have reached the last step."
    case .missingProcedures:
      "a comparison of formal procedures: discipline, capability and grievances"
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
    case .missingSections: "sections without data in this report"
    case .missingSnapshots: "who is employed on the day of the snapshot"
    case .missingCharacteristics: "a characteristic of the people employed"
    case .missingIntersections: "characteristics to be combined"
    case .missingApplications: "applications, with the stage each of them reached"
    case .missingEvents: "hires and exits, with their dates"
    case .missingPay: "a measure of pay"
    case .missingBonus: "a measure of bonuses"
    case .missingTraining: "enrolments in training, with the furthest step each reached"
    case .missingPrevious: "an earlier report to compare with"
    case .missingNotYet: "nothing yet: this version makes none"
    case .missingQuarters: "more than one quarter"
    case .targetShort:
      "the target for {group} is {target} by {by}; at {share}, the share is {points} short of it."
    case .targetReached: "the target for {group} is {target} by {by}; at {share}, it is reached."
    case .breakFrom: "[b] from {quarter}: {text}"

    case .crosswalkIntroduction:
      "this annex reads the lines of reporting frameworks in the published numbers of this report. It "
        + "is no filing: definitions differ, and each difference known is named."
    case .crosswalkEveryLine:
      "what differs in every line of a framework stands over its table and is not counted here."
    case .crosswalkSource: "read in: {source} ({version})."
    case .crosswalkAnswered: "answered"
    case .crosswalkAnsweredWithDifference: "answered, with a difference"
    case .crosswalkNotComputed: "not computed"
    case .crosswalkSex: "gender or sex"
    case .crosswalkEthnicity: "ethnicity or race"
    case .crosswalkDisability: "disability"
    case .crosswalkAge: "age"
    case .crosswalkWomenAndMen: "women {women}, men {men}"
    case .crosswalkAsDeclared:
      "the framework asks for sex in law; the groups here are those of “{attribute}”."
    case .crosswalkOutside: "outside its two groups: {groups}."
    case .crosswalkMerged: "groups are merged where that protects people."
    case .crosswalkNoCharacteristic:
      "no characteristic in this report holds {characteristic}."
    case .crosswalkNoInput: "this needs {input}."
    case .crosswalkNoLevels: "the workforce is not divided into levels."
    case .crosswalkNoJobCategories:
      "this needs an attribute whose levels are the ten job categories of the form."
    case .crosswalkOtherJobCategories:
      "this needs an attribute whose levels are the ten job categories of the form; those of “{title}” "
        + "are others."
    case .crosswalkOtherGroups:
      "this report compares {focal} with {reference}, not women with men."
    case .crosswalkNotHourly: "the line is about hourly pay; the measure here is {measure}."
    case .crosswalkHidden: "hidden to protect people."
    case .crosswalkNoData: "there are no data for this number."
    case .crosswalkSurvey: "this needs the answers of a staff survey."
    case .crosswalkProcedures:
      "this needs a record of formal disciplinary or capability procedures."
    case .crosswalkGovernance: "this needs a record of who sits on governing bodies."
    case .crosswalkThreeWays: "this needs three attributes in one table; this report crosses two."
    case .crosswalkNarrative: "this is a statement in words, for the organisation to make."
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

    case .sinceLast:
      "since the report on {period}: new gaps {new}, resolved gaps {resolved}, changed verdicts "
        + "{changed}, revised figures {revised}."
    case .sinceNothing:
      "nothing has changed since the report on {period}: no verdict, no method, and no figure that "
        + "both reports publish for one period."
    case .sinceHidden:
      "to protect people, places hidden now that were shown then: {hidden}; places shown now that "
        + "were hidden then: {shown}."
    case .sinceTables:
      "tables of that report that are not in this one: {gone}; tables that are new: {added}."
    case .sinceMore:
      "further revised figures, not listed here: {number}. The command parity diff lists them all."
    case .sinceNew: "new gap"
    case .sinceResolved: "resolved"
    case .sinceChanged: "changed"
    case .sinceAllTables: "all"
    case .changedEngine: "version of the engine"
    case .changedAudience: "readers of the report"
    case .changedThreshold: "smallest group shown"
    case .changedPayThreshold: "smallest group whose pay is shown"
    case .changedRounding: "multiples that counts are shown in"
    case .changedConfidence: "confidence"
    case .changedMultiplicity: "adjustment for several tests"
    case .changedBandOfRatios: "practical band of ratios"
    case .changedBandOfShares: "practical band of shares"
    case .changedBandOfPay: "practical band of pay gaps"
    case .changedGroups: "groups compared"
    case .changedDefinition: "what shares are of, or who leads"
    case .changedMembers: "what “{label}” is made of"
    case .changedLevels: "levels of {attribute}"

    case .headlinePass:
      "{topic}, {part}: {focalRate} of {focal} got through, against {referenceRate} of "
        + "{reference}."
    case .headlineFlows:
      "{events} per 100 people: {focalRate} for {focal} against {referenceRate} for {reference}."
    case .headlineFlow:
      "{events} per 100 people: {focalRate} for {focal}, {ratio} times the rate for {reference}."
    case .headlineRatio:
      "{part}: the rate for {focal} was {ratio} times the rate for {reference}."
    case .headlineGap: "{measure}: {gap} lower for {focal} than for {reference}."
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
      "{number} comparisons of whole groups are too uncertain to say, as few people or events stand "
        + "behind them: {list}. Several quarters taken together would tell more."
    case .cannotTellMany:
      "{topic}: {number} comparisons are too uncertain to say, {list} among them."
    case .cannotTellRemedy: "more quarters together would narrow the intervals."
    case .people: "{number} {number|person|people}"
    case .cannotTellPair: "{focal} against {reference}"
    case .cannotTellDeclaration:
      "{attribute}: {share} declared, below the {rule} rule. It can be judged when more people "
        + "declare it."
    case .cannotTellHidden:
      "{number|one figure is|# figures are} hidden to protect people; larger groups would show more."
    case .cannotTellNoData: "this report has no data on {list}."
    case .batchSubtitle: "reports by {attribute}, {period}"
    case .batchTogether:
      "these reports were made together: what is hidden in one cannot be worked out from the others."
    case .batchCaption: "the reports"
    case .batchPeople: "people"
    case .batchWithout: "without a report, as none of their numbers can be shown: {list}."
    case .roundedTitle: "rounded counts"
    case .roundedCounts:
      "counts of people are rounded to multiples of {base}, so totals may differ a little from the sum "
        + "of their parts. Shares and rates are worked out from rounded counts and are approximate. "
        + "Tests and intervals of counts need the exact ones and are left out."
    case .missingPool: "a pool of several organisations to compare with"
    case .missingVacancies: "vacancies with their outcome"
    }
  }
}
