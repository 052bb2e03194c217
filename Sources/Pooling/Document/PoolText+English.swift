extension PoolText {
  /// The English text with named places in braces.
  var english: String {
    switch self {
    case .title: "Pooled benchmark of {count} organisations"
    case .subtitle: "Diversity and inclusion, {period}"
    case .organisations: "Organisations pooled"
    case .taxonomy: "Taxonomy"
    case .stocks: "Quarter"
    case .flows: "Hires, promotions and exits"
    case .snapshot: "Latest snapshot"
    case .madeOn: "Made on"
    case .ownOrganisation: "Your organisation"
    case .engine: "Made with"
    case .lead:
      "Every number below is of all {count} organisations together or of the reader’s own. No "
        + "other organisation’s number is in this report."
    case .workforce: "Workforce"
    case .hires: "Hires"
    case .promotions: "Promotions"
    case .exits: "Exits"
    case .pooledShare: "{group}: {pooled} of all people pooled (about {people} of {total})."
    case .spread:
      "Organisations’ own shares lie about {mean}, with a standard deviation of {deviation} "
        + "percentage points; that of a further organisation would lie between {lower} and "
        + "{upper}."
    case .noSpread:
      "Organisations differ by no more than chance; that of a further organisation would lie "
        + "between {lower} and {upper}."
    case .ownShare:
      "{name}: {share} ({people} of {total}), higher than in about {percentile} of "
        + "organisations like these (95% interval {lower} to {upper})."
    case .ownMiddle: "{name}: {share} ({people} of {total})."
    case .ownInside: "That is within the limits of chance and the usual spread at this size."
    case .ownBetween:
      "That is outside the 95% limits of chance and the usual spread at this size, and within "
        + "the 99.8% limits."
    case .ownOutside:
      "That is outside the 99.8% limits of chance and the usual spread at this size: worth "
        + "looking into."
    case .tableCaption: "{characteristic}, {population}, {period}"
    case .group: "Group"
    case .people: "People of the group"
    case .everyone: "Everyone counted"
    case .mean: "Mean share of organisations"
    case .deviation: "Standard deviation between organisations"
    case .points: "percentage points"
    case .prediction: "A further organisation"
    case .ownColumn: "{name}"
    case .percentile: "Percentile of {name}"
    case .ofDeclared: "Shares are of people who declared."
    case .ofEveryone:
      "Shares by place, and of hires, promotions and exits, may be of everyone, with or without "
        + "an answer."
    case .figureTitle: "{group}: {share} at {name}, {mean} on average"
    case .figureCaption:
      "The limits take in chance and the spread that organisations have anyway. The one point "
        + "is the reader’s own organisation."
    case .axisShare: "Share of the group {group}"
    case .axisPeople: "People counted in an organisation"
    case .meanKey: "Mean of organisations"
    case .innerKey: "95% limits"
    case .outerKey: "99.8% limits"
    case .standardised: "Observed and expected"
    case .standardisedLead:
      "How many people {name} has against how many it would have with the pool’s shares in the "
        + "same kinds of jobs. A ratio of 1 is as many as expected."
    case .standardisedCaption: "People of {name} against those expected"
    case .observed: "Observed"
    case .expected: "Expected"
    case .ratio: "Observed / expected"
    case .compared: "Share of people compared"
    case .byStructures: "{group}, by {structures}"
    case .readWithCare: "Read with care"
    case .chosen:
      "Organisations chose to take part; they need not be like others. A share says nothing of "
        + "its cause."
    case .coarse:
      "With {count} organisations the spread between them is rough; its interval says how "
        + "rough."
    case .together:
      "The pooled share counts people alike, the mean counts organisations alike: a large "
        + "organisation moves the first more."
    case .rules: "What is shown"
    case .counted:
      "Behind every figure stand at least {count} organisations, and none has more than "
        + "{percent} of its people, in the group and outside it. The data were at least {months} "
        + "months old. Counts of people are rounded to tens."
    case .withheld: "{count} figures of the packs are not shown."
    case .protected:
      "All figures are of the same organisations, so that no difference of two tells one "
        + "organisation’s number."
    case .notProtected:
      "Organisations that put their own numbers together learn more of the rest than one alone."
    case .methods: "Methods"
    case .method: "Method"
    case .convention: "Convention"
    case .source: "Source"
    case .footer: "{engine}. Taxonomy {taxonomy}."
    }
  }
}
