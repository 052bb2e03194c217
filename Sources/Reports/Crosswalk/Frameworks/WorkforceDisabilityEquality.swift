import Estimates

/// The ten metrics of the NHS Workforce Disability Equality Standard.
extension CrosswalkFramework {
  static let workforceDisabilityEquality = CrosswalkFramework(
    id: "wdes", title: "NHS Workforce Disability Equality Standard",
    source: "NHS England, Workforce Disability Equality Standard: metrics, B1710-ii",
    version: "2023",
    differs: ["The standard counts on 31 March; this report counts on its own snapshot day."],
    lines: [
      CrosswalkLine(
        label: "1",
        asks: "Disabled staff in clusters of pay bands and among very senior managers, against the "
          + "whole workforce; clinical and other staff apart",
        answer: .table(
          CrosswalkPattern(kind: .representationBy, characteristic: .disability, by: .level)),
        differs: [
          "Levels stand for clusters of pay bands; clinical and other staff are not apart."
        ]),
      CrosswalkLine(
        label: "2",
        asks: "How likely people without a disability were to be appointed once shortlisted, as a "
          + "multiple of the likelihood for disabled people",
        answer: .table(CrosswalkPattern(kind: .funnel, characteristic: .disability)),
        differs: [
          "Ratios here divide the group named by the group compared with; the metric divides the "
            + "other way round, and starts at the shortlist."
        ]),
      CrosswalkLine(
        label: "3",
        asks: "How likely disabled staff were to enter the formal capability process, against "
          + "others", answer: .needs(.procedures)),
      CrosswalkLine(
        label: "4",
        asks: "Staff who were harassed, bullied or abused, by whom, and whether it was reported",
        answer: .needs(.survey)),
      CrosswalkLine(
        label: "5",
        asks: "Staff who believe that career progression and promotion are open to all alike",
        answer: .needs(.survey)),
      CrosswalkLine(
        label: "6", asks: "Staff who felt pressed by their manager to work though not well",
        answer: .needs(.survey)),
      CrosswalkLine(
        label: "7", asks: "Staff satisfied with how far the organisation values their work",
        answer: .needs(.survey)),
      CrosswalkLine(
        label: "8",
        asks: "Disabled staff who say that the adjustments they need for their work were made",
        answer: .needs(.survey)),
      CrosswalkLine(
        label: "9",
        asks: "The engagement score of disabled staff against others, and what is done so that "
          + "their voices are heard", answer: .needs(.survey)),
      CrosswalkLine(
        label: "10", asks: "Disabled members of the board against the workforce",
        answer: .needs(.governance)),
    ])
}
