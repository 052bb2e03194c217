/// What is planted in the eight partner organisations of the pooled benchmark.
///
/// Everything is per 10,000 people and documented in `datasets/healthtech/README.md`.
enum PartnerTruths {
  /// How many partners there are.
  static let count = 8
  /// The partner out of line, by its number.
  static let outOfLine = 6

  /// How far a partner's share of women lies from the usual one in every job: the seven in line have a
  /// standard deviation of 281 about 0, partner 6 lies 1,100 below.
  static func women(_ partner: Int) -> Int {
    [-300, 150, 420, -150, 250, -1_100, 50, -420][partner - 1]
  }

  /// How far a partner's share of Hispanic or Latino people lies from the usual one.
  static func hispanic(_ partner: Int) -> Int {
    [60, -40, 0, 120, -110, 20, -60, 10][partner - 1]
  }

  /// How many people a partner has.
  static func people(_ partner: Int) -> Int {
    [3_200, 4_100, 2_900, 3_600, 4_400, 3_800, 2_700, 3_500][partner - 1]
  }

  /// The usual share of women in a specialization.
  static func women(in specialization: Specialization) -> Int {
    switch specialization {
    case .dataScience: 3_500
    case .softwareDevelopment: 2_300
    case .cybersecurity: 1_900
    case .userExperience: 5_000
    case .healthInformatics: 6_500
    case .clinicalOperations: 6_800
    case .corporate: 5_600
    }
  }

  /// How far the share of women at a level lies from that of its specialization.
  static func women(at level: JobLevel) -> Int {
    switch level {
    case .associate: 300
    case .professional: 0
    case .senior: -500
    case .lead: -700
    case .director, .executive: -1_000
    }
  }

  /// How many of a partner's people work in each specialization; partners 3 and 7 write more software,
  /// partner 5 has more clinical operations.
  static func specializations(_ partner: Int) -> [(Specialization, Int)] {
    Specialization.allCases.map { specialization in
      let usual =
        switch specialization {
        case .dataScience: 1_150
        case .softwareDevelopment: 2_100
        case .cybersecurity: 1_100
        case .userExperience: 700
        case .healthInformatics: 1_250
        case .clinicalOperations: 2_400
        case .corporate: 1_300
        }
      let more: Int
      switch (partner, specialization) {
      case (3, .softwareDevelopment), (7, .softwareDevelopment): more = 900
      case (3, .clinicalOperations), (7, .clinicalOperations): more = -900
      case (5, .clinicalOperations): more = 700
      default: more = 0
      }
      return (specialization, usual + more)
    }
  }

  /// How many people work at each level.
  static let levels: [(JobLevel, Int)] = [
    (.associate, 2_200), (.professional, 3_600), (.senior, 2_500), (.lead, 1_250),
    (.director, 350), (.executive, 100),
  ]
}
