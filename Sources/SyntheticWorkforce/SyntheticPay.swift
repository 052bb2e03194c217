/// Pay in cents per hour, from specialization, level, site, age, and the planted factor.
enum SyntheticPay {
  /// The usual hourly pay of a post, before the person's own factor.
  ///
  /// Years of rises are counted from 2023; each adds 3 per cent.
  static func hourlyCents(
    _ specialization: Specialization, _ level: JobLevel, _ site: Site, _ age: AgeBand,
    gender: Gender, yearsOfRises: Int, _ draws: inout IntegerDraws
  ) -> Int {
    var cents = base(level)
    var factors = [factor(specialization), factor(site), 9_800 + 90 * ageSteps(age)]
    factors.append(gender == .woman ? PlantedTruths.payFactorOfWomen : 10_000)
    factors.append(draws.factor(spread: 900))
    factors += Array(repeating: 10_300, count: yearsOfRises)
    for factor in factors { cents = (cents * factor + 5_000) / 10_000 }
    return cents
  }

  /// Pay after the yearly rise of January.
  static func raised(_ hourlyCents: Int, _ draws: inout IntegerDraws) -> Int {
    (hourlyCents * draws.within(10_200...10_400) + 5_000) / 10_000
  }

  /// Pay after a promotion: at least a tenth more, and close to what the new level usually gets.
  static func promoted(_ hourlyCents: Int, usual: Int) -> Int {
    max((hourlyCents * 11_000 + 5_000) / 10_000, (usual * 9_700 + 5_000) / 10_000)
  }

  /// The yearly bonus in dollars; associates have none.
  static func bonus(_ person: SyntheticPerson, _ draws: inout IntegerDraws) -> Int? {
    let rate =
      switch person.level {
      case .associate: 0
      case .professional: 400
      case .senior: 700
      case .lead: 1_100
      case .director: 1_800
      case .executive: 2_800
      }
    guard rate > 0 else { return nil }
    guard draws.chance(9_000) else { return 0 }
    var amount = (person.annualPay * rate) / 10_000
    amount = amount * draws.within(6_000...14_000) / 10_000
    if person.gender == .woman { amount = amount * PlantedTruths.bonusFactorOfWomen / 10_000 }
    return (amount + 5) / 10 * 10
  }

  private static func base(_ level: JobLevel) -> Int {
    switch level {
    case .associate: 2_400
    case .professional: 3_300
    case .senior: 4_500
    case .lead: 6_000
    case .director: 8_400
    case .executive: 13_500
    }
  }

  private static func factor(_ specialization: Specialization) -> Int {
    switch specialization {
    case .dataScience: 11_400
    case .softwareDevelopment: 12_000
    case .cybersecurity: 12_100
    case .userExperience: 10_600
    case .healthInformatics: 9_600
    case .clinicalOperations: 8_200
    case .corporate: 9_400
    }
  }

  private static func factor(_ site: Site) -> Int {
    switch site {
    case .boston: 10_500
    case .minneapolis: 9_900
    case .austin: 10_000
    case .raleigh: 9_700
    case .remote: 9_800
    }
  }

  private static func ageSteps(_ age: AgeBand) -> Int {
    switch age {
    case .under30: 0
    case .thirties: 2
    case .forties: 4
    case .fifties: 5
    case .sixtyAndOver: 5
    }
  }
}
