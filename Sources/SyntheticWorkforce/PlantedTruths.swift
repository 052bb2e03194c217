/// The differences put into the synthetic employer on purpose, and where there are none.
///
/// Probabilities and factors are per 10,000. `datasets/healthtech/README.md` lists them for readers.
enum PlantedTruths {
  /// Interviewed to offered where nothing is planted.
  static let offerRate = 4_600
  /// Interviewed to offered for women in software development and cybersecurity.
  static let offerRateOfWomenInEngineering = 3_100
  /// Promotion out of Professional per quarter, for women and for everyone else.
  static let promotionFromProfessional = 260
  static let promotionFromProfessionalOfWomen = 165
  /// The factor on voluntary exit of people with a disability.
  static let voluntaryExitFactorOfDisabledPeople = 20_000
  /// The factor on the pay of women within specialization, level and site.
  static let payFactorOfWomen = 9_840
  /// The factor on the bonus of women, after that of pay.
  static let bonusFactorOfWomen = 9_600
  /// Started to completed training, for Hispanic or Latino learners and for everyone else.
  static let trainingCompletion = 7_600
  static let trainingCompletionOfHispanicLearners = 6_000
  /// More percentage points of SQL for people who know FHIR, within the same specialization.
  static let moreOfTheSQLOfPeopleWithFHIR = 35
  /// Machine learning, learnt by those without it within the last year, in every specialization.
  static let newMachineLearning = 800
  /// People management, learnt on promotion.
  static let managementOnPromotion = 3_000
  /// Voluntary exit per quarter; women, men and nonbinary people alike.
  static func voluntaryExit(_ specialization: Specialization) -> Int {
    switch specialization {
    case .dataScience: 210
    case .softwareDevelopment: 230
    case .cybersecurity: 220
    case .userExperience: 200
    case .healthInformatics: 180
    case .clinicalOperations: 210
    case .corporate: 170
    }
  }

  /// Promotion per quarter by level; out of Professional it depends on gender.
  static func promotion(from level: JobLevel, gender: Gender) -> Int {
    switch level {
    case .associate: 400
    case .professional:
      gender == .woman ? promotionFromProfessionalOfWomen : promotionFromProfessional
    case .senior: 170
    case .lead: 90
    case .director: 40
    case .executive: 0
    }
  }

  /// Interviewed to offered.
  static func offer(_ specialization: Specialization, gender: Gender) -> Int {
    let isEngineering =
      specialization == .softwareDevelopment || specialization == .cybersecurity
    return gender == .woman && isEngineering ? offerRateOfWomenInEngineering : offerRate
  }

  /// Vacancies that end with a hire, of all that end.
  static func vacanciesFilled(_ specialization: Specialization) -> Int {
    switch specialization {
    case .cybersecurity: 4_200
    case .dataScience: 4_800
    case .healthInformatics: 6_000
    case .softwareDevelopment, .userExperience, .clinicalOperations, .corporate: 7_200
    }
  }

  /// Days from the opening of a vacancy to the start of the person hired.
  static func daysToFill(_ specialization: Specialization) -> ClosedRange<Int> {
    switch specialization {
    case .cybersecurity: 60...170
    case .dataScience: 55...150
    case .healthInformatics: 45...110
    case .softwareDevelopment, .userExperience, .clinicalOperations, .corporate: 30...65
    }
  }

  /// Suitable applicants for a vacancy.
  static func suitableApplicants(_ specialization: Specialization) -> ClosedRange<Int> {
    switch specialization {
    case .cybersecurity: 1...4
    case .dataScience: 1...6
    case .healthInformatics: 3...8
    case .softwareDevelopment, .userExperience, .clinicalOperations, .corporate: 4...11
    }
  }
}
