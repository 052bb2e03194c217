extension MessageCatalogue {
  /// The English text of every explanation.
  static func english(_ explanation: Explanation) -> String {
    switch explanation {
    case .declarationNote:
      "A characteristic declared by fewer than {rule} of people gets no verdict. Shares in the "
        + "other sections are of the people who declared, unless a table says otherwise."
    case .promotions:
      "Promotions come from recorded promotion events over the period shown in each table. Rates "
        + "are per 100 people of average headcount; ratios are tested as rates of events. The "
        + "steps show how many of 100 people who stay would not be promoted if all had the chance "
        + "of promotion of people of the same length of service in the period shown; a promotion "
        + "counts whether it is the first or not."
    case .exits:
      "A ratio above 1 means more exits per 100 people than in the group compared with. Rates are "
        + "per 100 people of average headcount; ratios are tested as rates of events. The steps "
        + "show how many of 100 people would stay if everyone left at the rates of people of the "
        + "same length of service in the period shown; nobody has been followed that long."
    case .training:
      "An enrolment counts at every step up to the furthest it reached; somebody enrolled twice "
        + "counts twice. Rates are of those who reached the step before, and ratios are the rate of "
        + "the group named divided by that of the group it is compared with. The logarithms of the "
        + "ratios of all steps add up to that of the whole way, and so do their variances; that is "
        + "how the gap is divided among the steps. A cost per person spreads the cost of all "
        + "enrolments of a group over those of it who reached the step."
    case .chanceOfProcess:
      "The numbers are one outcome of a process that could have gone otherwise; intervals describe "
        + "that chance variation."
    case .projection:
      "Every path is one way the workforce could go if people were hired and left at the "
        + "rates of the last four quarters: the rates are drawn from what was counted, and chance "
        + "decides who stays and who comes. New answers and corrections are left out. It says "
        + "where these rates lead, not what will happen."
    case .shareMoved:
      "Hires raise the share of a group that is a larger part of them than it was of everyone "
        + "before, and people who leave raise it where the group is a smaller part of them. New "
        + "answers and corrections change what is recorded, not who works here; they are drawn "
        + "apart. The steps add up exactly and leave nothing over. They say how a share moved, not "
        + "why people came or left."
    case .flows:
      "The people hired or promoted in one quarter are others than those of the next, so a trend "
        + "in their shares is tested for all quarters together (Cochran and Armitage), as if every "
        + "hire and promotion were a draw of its own. A small p says that chance alone would "
        + "seldom make such a rise or fall; it is not corrected for the number of tests."
    case .hiring:
      "Hiring is a process that could have gone otherwise; intervals describe that chance "
        + "variation. Ratios are the rate of the group named divided by the rate of the group it "
        + "is compared with. The shortfall is how many more of the group would have passed at the "
        + "other group's rate. Applicants whose group is not known are not in the comparison."
    case .diversity:
      "The effective number of groups is how many groups of equal size would be as diverse: 1 "
        + "where everyone is in one group. The chance that two people differ is that of two people "
        + "picked at random: 0 where everyone is alike. Evenness is 1 where all groups shown are "
        + "of one size. More is not always better: compare with who could have been recruited."
    case .inequality:
      "Every index is 0, and every ratio 1, where all pay is the same. Twice the Gini coefficient "
        + "is how much two people picked at random differ on average, as a share of mean pay. "
        + "Theil’s T looks at high pay, the mean log deviation at low pay. 1 less Atkinson’s index "
        + "is the share of all pay that would be worth as much if it were shared equally. Unequal "
        + "pay is not unfair pay, nor is equal pay fair: the indices know neither the work nor the "
        + "person. Intervals are for pay set anew by the same process."
    case .intersections:
      "A person who gave several answers to one question is counted once, in the level for several "
        + "answers. Small combinations are merged before any is hidden."
    case .shrinkage:
      "Expected from each alone: the share in leadership if the two characteristics acted "
        + "separately, so that being both made no difference of its own. Shares of small "
        + "combinations are first and last by chance, so each is drawn towards what is expected, "
        + "the more the fewer people it has; compare the drawn shares, not the counted ones. "
        + "Combinations under 20 people, or with a hidden count, are left out of all of it."
    case .trend:
      "The change per year is the middle one of the slopes between all pairs of quarters (Theil "
        + "and Sen). A rise or fall is called steady where the exact test of Mann and Kendall has "
        + "a small p: of all orders in which these shares could have come, few rise or fall so "
        + "consistently. It does not ask how large the change is, and it is not corrected for the "
        + "number of groups. Most people are the same from quarter to quarter, which makes p "
        + "smaller than with other people each time. The smallest rise that would show is the one "
        + "two separate groups of people of this size would show four times in five; with mostly "
        + "the same people smaller ones do."
    case .levels:
      "The shares of the steps multiply to that of the highest level, so the lowest ratio is where "
        + "most of a gap at the top comes from. It is a snapshot of who is where, after years of "
        + "hiring, promotion and leaving; the section on promotion counts the moves themselves. "
        + "The lowest step is chosen after looking, and p counts that (Fisher, with Holm’s "
        + "adjustment over the steps)."
    case .representation:
      "Everyone was counted, so a share has no interval of its own. A verdict is given against an "
        + "outside benchmark, where there is one."
    case .separation:
      "H and D are 0 where every part has the same mix of groups, and 1 where every part has a "
        + "single group. Small parts are never quite alike, so chance alone makes both larger than "
        + "0: “by chance” is what dealing out the same people at random would give on average, "
        + "computed exactly. People to move is the smallest number who would have to change places "
        + "for every part to have the same mix, its size kept. Everyone was counted, so these have "
        + "no interval; p, not adjusted for several questions, asks whether chance alone would "
        + "often separate people this much. None of them says why."
    case .smallParts:
      "With fewer than 30 people in a part on average, H and D of the counts say mostly what "
        + "chance makes. These are of the shares the parts stand for, by a model in which the "
        + "shares differ from part to part and the people of a part are drawn from them; p is for "
        + "shares that do not differ at all."
    case .pay:
      "A gap is the difference from the pay of the group compared with, as a share of that pay; it "
        + "is positive when the group named is paid less. The practical band is {flag} either way. "
        + "Everyone with pay in the data counts, on leave or not. A gap in the pay of all people "
        + "reflects who works at which level as well as pay within a level, and it names no cause."
    case .scorecardNote:
      "Ratios divide the rate of the first group by the rate of the second; 1 means no gap. A "
        + "verdict compares the {confidence} confidence interval (CI) with a practical band."
    case .attribution:
      "A plus is people missing because of the stage, a minus people gained there. The parts are "
        + "Shapley's: the mean over all orders in which the stages could be made equal. Numbers "
        + "are rounded; the bars add up."
    case .clearGap: "equality is ruled out and the interval lies wholly outside the practical band"
    case .gapSizeUncertain: "equality is ruled out and the interval crosses an edge of the band"
    case .smallGap: "equality is ruled out and the interval lies wholly inside the band"
    case .aboutTheSame: "equality is not ruled out and the interval lies wholly inside the band"
    case .tooUncertain: "equality is not ruled out and the interval reaches beyond the band"
    case .notReported:
      "hidden to protect people, declared by too few people, no data, or not defined"
    case .judgedBy:
      "Every comparison is judged by its {confidence} confidence interval and a practical band: "
        + "ratios from {lower} to {upper}, differences of shares within {points}, pay gaps within "
        + "{pay}. Whether equality is ruled out is decided by the p-value after adjustment; "
        + "intervals are shown unadjusted."
    case .holm:
      "The tests of one section are one family and are adjusted together by Holm's method. A test "
        + "that may not be shown counts as p = 1."
    case .notAdjusted: "Tests are not adjusted for being several; each stands alone."
    case .methodTerms:
      "The names and conventions of the methods below are kept in English, so that they can be "
        + "looked up exactly."
    case .alreadyPublic: "These figures are public already; nothing is hidden."
    case .smallGroups:
      "Groups of fewer than {threshold} people are not shown, nor the pay of fewer than {pay}."
    case .roundedMedians:
      "Medians of pay, and the gaps between them, are taken of pay rounded to three digits, so "
        + "that none is what one person gets."
    case .placesHidden: "{number|One place in the tables is|# places in the tables are} hidden."
    case .tablesMerged: "{number|One table is|# tables are} shown with merged groups."
    case .withinRelease:
      "People are protected within this release; what other releases show is not taken into "
        + "account."
    case .withLedger: "People are protected together with the earlier releases of the ledger."
    case .readerAttacker: "a reader who knows nothing else"
    case .insiderAttacker: "one who also knows their own record"
    case .zerosAttacker: "one who knows that hidden groups are not empty"
    case .attackers:
      "The hidden counts are protected against someone who reads the whole release and reckons "
        + "with all its tables at once, be it {who}: none of these attackers can tell that a "
        + "hidden group has fewer than {threshold} people. Whoever knows more may tell more."
    case .secondAudit:
      "Before the release was written, a second program that sees nothing else attacked it, and it "
        + "passed; the command parity verify does that again, without the data."
    case .scanLooked:
      "{number} comparisons of hiring, promotions and exits in this report were tested exactly and "
        + "all together; those not shown count as p = 1."
    case .scanNone: "None stands out."
    case .scanFound:
      "Those in the table stand out: at most about {percent} of such findings are expected to be "
        + "chance. They are places to look, not verdicts."
    case .crosswalkInEnglish:
      "The lines of the frameworks, and how they differ, are given in English."
    case .merging:
      "Small groups are merged before any is hidden, and more is hidden where a number could be "
        + "worked out from others."
    case .skills:
      "A vacancy counts as filled if somebody was hired for it by the end of the "
        + "period. Those withdrawn and those still open are the gap in people, so a "
        + "specialization that fills slowly has a lower share as well. Each specialization "
        + "is compared with the posts outside the list of specializations, or with all "
        + "others where there is no list. The days are a median over all vacancies as if "
        + "none had been withdrawn, those not filled counting for as long as they were "
        + "open. No single number shows a shortage: read the share filled, the days and the "
        + "applicants together."
    case .inclusionLens:
      "What equal rates would add is arithmetic, not a forecast: it supposes that as "
        + "many people of the group had applied or worked here, and that each of them would "
        + "have filled one of the vacancies. The share of the gap carries the interval "
        + "over; the gap itself is taken as counted."
    case .skillsAcrossDomains:
      "Skills are counted as people recorded them; somebody without a record has none. Shares are full "
        + "counts and have no interval, and no verdict, for nothing outside is compared with. A pair of "
        + "skills is compared with what it would be if one had nothing to do with the other; over "
        + "everyone such a connection may be one of the work people do. The growth of a skill's share "
        + "is drawn towards that of all skills together, so that rare skills do not come first by "
        + "chance. Both lists are corrected for the number of skills (false discovery rate)."
    }
  }
}
