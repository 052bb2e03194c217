import Estimates

/// The nine indicators of the NHS Workforce Race Equality Standard.
extension CrosswalkFramework {
  static let workforceRaceEquality = CrosswalkFramework(
    id: "wres", title: "NHS Workforce Race Equality Standard",
    source: "NHS England, technical guidance for the Workforce Race Equality Standard",
    version: "July 2018; later years may word the indicators anew",
    differs: [
      "The standard sets White staff against all other ethnic groups together and counts on 31 "
        + "March; this report keeps the groups apart where they are large enough."
    ],
    lines: [
      CrosswalkLine(
        label: "1",
        asks: "Ethnicity in each pay band and among very senior managers, against the whole "
          + "workforce; clinical and other staff apart",
        answer: .table(
          CrosswalkPattern(kind: .representationBy, characteristic: .ethnicity, by: .level)),
        differs: ["Levels stand for pay bands; clinical and other staff are not apart."]),
      CrosswalkLine(
        label: "2",
        asks: "How likely White people were to be appointed once shortlisted, as a "
          + "multiple of the likelihood for others",
        answer: .table(CrosswalkPattern(kind: .funnel, characteristic: .ethnicity)),
        differs: [
          "Ratios here divide the group named by the group compared with; the indicator divides the "
            + "other way round, and starts at the shortlist."
        ]),
      CrosswalkLine(
        label: "3",
        asks: "How likely staff were to enter the formal disciplinary process, other ethnic groups "
          + "against White staff", answer: .needs(.procedures)),
      CrosswalkLine(
        label: "4",
        asks: "How likely White staff were to take up training that is not mandatory, against "
          + "others",
        answer: .table(CrosswalkPattern(kind: .training, characteristic: .ethnicity)),
        differs: [
          "This report counts who completed of those enrolled, not who enrolled of all staff."
        ]
      ),
      CrosswalkLine(
        label: "5",
        asks: "Staff who were harassed, bullied or abused by patients, relatives or the public in "
          + "the last twelve months", answer: .needs(.survey)),
      CrosswalkLine(
        label: "6",
        asks: "Staff who were harassed, bullied or abused by other staff in the last twelve months",
        answer: .needs(.survey)),
      CrosswalkLine(
        label: "7",
        asks: "Staff who believe that career progression and promotion are open to all alike",
        answer: .needs(.survey)),
      CrosswalkLine(
        label: "8",
        asks: "Staff who were treated unequally by a manager or colleague in the last twelve "
          + "months", answer: .needs(.survey)),
      CrosswalkLine(
        label: "9", asks: "Ethnicity of the board's members against that of the workforce",
        answer: .needs(.governance)),
    ])
}
