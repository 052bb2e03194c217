/// Who works and who applies: shares per 10,000 by specialization, level and gender.
enum WorkforceMix {
  /// People at the start.
  static func openingHeadcount(_ specialization: Specialization) -> Int {
    switch specialization {
    case .dataScience: 420
    case .softwareDevelopment: 850
    case .cybersecurity: 420
    case .userExperience: 220
    case .healthInformatics: 480
    case .clinicalOperations: 1_060
    case .corporate: 520
    }
  }

  /// Posts added per quarter beside those that replace people who left.
  static func growth(_ specialization: Specialization) -> Int {
    switch specialization {
    case .dataScience: 6
    case .softwareDevelopment: 4
    case .cybersecurity: 4
    case .userExperience: 1
    case .healthInformatics: 4
    case .clinicalOperations: 0
    case .corporate: -1
    }
  }

  static func genders(_ specialization: Specialization) -> [(Gender, Int)] {
    let women =
      switch specialization {
      case .dataScience: 4_000
      case .softwareDevelopment: 2_300
      case .cybersecurity: 1_800
      case .userExperience: 5_200
      case .healthInformatics: 6_800
      case .clinicalOperations: 7_300
      case .corporate: 5_600
      }
    return [(.woman, women), (.man, 9_870 - women), (.nonbinary, 130)]
  }

  static func races(_ specialization: Specialization) -> [(RaceEthnicity, Int)] {
    let shares =
      switch specialization {
      case .dataScience: [700, 5_600, 700, 2_550, 20, 40, 390]
      case .softwareDevelopment: [620, 5_150, 570, 3_250, 15, 35, 360]
      case .cybersecurity: [1_150, 7_080, 500, 870, 20, 40, 340]
      case .userExperience: [900, 7_230, 720, 800, 20, 40, 290]
      case .healthInformatics: [1_080, 6_600, 1_350, 600, 25, 45, 300]
      case .clinicalOperations: [950, 6_550, 1_550, 620, 25, 55, 250]
      case .corporate: [1_050, 6_900, 1_050, 650, 20, 40, 290]
      }
    return Array(zip(RaceEthnicity.allCases, shares))
  }

  static func openingLevels(_ gender: Gender) -> [(JobLevel, Int)] {
    let shares =
      gender == .woman
      ? [2_850, 3_650, 2_200, 970, 280, 50] : [2_200, 3_300, 2_600, 1_350, 460, 90]
    return Array(zip(JobLevel.allCases, shares))
  }

  /// Levels of vacancies.
  static let vacancyLevels: [(JobLevel, Int)] = Array(
    zip(JobLevel.allCases, [3_800, 3_300, 1_900, 750, 220, 30]))

  static func ages(_ level: JobLevel) -> [(AgeBand, Int)] {
    let shares =
      switch level {
      case .associate: [4_200, 2_900, 1_500, 900, 500]
      case .professional: [1_900, 3_700, 2_300, 1_400, 700]
      case .senior: [500, 3_500, 3_100, 2_000, 900]
      case .lead: [100, 2_500, 3_800, 2_600, 1_000]
      case .director, .executive: [0, 1_300, 3_900, 3_600, 1_200]
      }
    return Array(zip(AgeBand.allCases, shares))
  }

  static func disability(_ age: AgeBand) -> Int {
    switch age {
    case .under30: 900
    case .thirties: 950
    case .forties: 1_200
    case .fifties: 1_500
    case .sixtyAndOver: 1_900
    }
  }

  static func sites(_ specialization: Specialization) -> [(Site, Int)] {
    let shares =
      switch specialization {
      case .dataScience, .userExperience: [3_400, 1_300, 1_800, 1_000, 2_500]
      case .softwareDevelopment, .cybersecurity: [2_600, 1_200, 3_000, 1_000, 2_200]
      case .healthInformatics: [2_400, 3_000, 1_000, 1_600, 2_000]
      case .clinicalOperations: [2_600, 3_900, 1_100, 1_900, 500]
      case .corporate: [4_200, 2_100, 1_200, 1_000, 1_500]
      }
    return Array(zip(Site.allCases, shares))
  }

  static func fixedTerm(_ specialization: Specialization) -> Int {
    specialization == .clinicalOperations ? 900 : 400
  }

  static func partTime(_ specialization: Specialization, gender: Gender) -> Int {
    switch (specialization, gender) {
    case (.clinicalOperations, .woman): 2_600
    case (.clinicalOperations, _): 1_100
    case (_, .woman): 1_300
    default: 350
    }
  }
}
