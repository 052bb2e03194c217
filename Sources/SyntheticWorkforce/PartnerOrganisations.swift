/// Eight organisations that pool with the synthetic employer: counts of people who never existed.
///
/// A partner's people are drawn one by one from whole-number probabilities and counted; what a release
/// would hide is left out: counts under ten on either side, and where one place of a table is left out
/// the next smallest with it. The same seed gives the same counts everywhere.
public struct PartnerOrganisations: Sendable {
  /// One count, as a release would publish it.
  public struct Count: Sendable, Hashable {
    /// The population, for example `workforce`.
    public let population: String
    /// The characteristic.
    public let characteristic: String
    /// The group's label.
    public let group: String
    /// Whether the group is a share of those who declared, and not of everyone.
    public let isOfDeclared: Bool
    /// The attributes and levels of the place; empty for everywhere.
    public let places: [Place]
    /// People of the group.
    public let people: Int
    /// Everyone it is a share of.
    public let total: Int
  }

  /// A level of a structure.
  public struct Place: Sendable, Hashable {
    /// The structure.
    public let structure: String
    /// The level's label.
    public let level: String
  }

  /// One partner's counts.
  public struct Partner: Sendable {
    /// Its code, for example `partner-1`.
    public let code: String
    /// Its counts, in a fixed order.
    public let counts: [Count]
  }

  /// The smallest count that is shown.
  public static let threshold = 10
  /// The quarter of stocks.
  public static let period = "2025Q3"
  /// The quarters of hires, promotions and exits.
  public static let flowPeriod = "2024Q4 to 2025Q3"
  /// The day of the snapshots.
  public static let snapshotDate = "2025-09-30"
  /// The label of the two levels at the top together.
  static let top = "Director or Executive"

  private let seed: UInt64

  /// Makes the organisations of a seed.
  public init(seed: UInt64) { self.seed = seed }

  /// The partners, in order.
  public var partners: [Partner] {
    (1...PartnerTruths.count).map { number in
      let people = people(number)
      return Partner(code: "partner-\(number)", counts: counts(people))
    }
  }

  // MARK: - People

  private struct Person {
    let gender: String?
    let race: String?
    let specialization: String
    let level: String
    let isHire: Bool
    let isPromoted: Bool
    let isLeaver: Bool
  }

  private func people(_ partner: Int) -> [Person] {
    var draws = IntegerDraws(seed: seed, purpose: .partners, quarter: partner)
    let specializations = PartnerTruths.specializations(partner)
    return (0..<PartnerTruths.people(partner)).map { _ in
      let specialization = draws.pick(specializations, otherwise: .corporate)
      let level = draws.pick(PartnerTruths.levels, otherwise: .professional)
      let women =
        PartnerTruths.women(in: specialization) + PartnerTruths.women(at: level)
        + PartnerTruths.women(partner)
      let gender: String?
      switch (draws.chance(240), draws.chance(75), draws.chance(women)) {
      case (true, _, _): gender = nil
      case (_, true, _): gender = "Nonbinary people"
      case (_, _, true): gender = "Women"
      default: gender = "Men"
      }
      let hispanic = 850 + PartnerTruths.hispanic(partner)
      let race = draws.pick(
        [
          ("Hispanic or Latino", hispanic), ("White", 6_150 - PartnerTruths.hispanic(partner)),
          ("Black or African American", 880), ("Asian", 1_400), ("Two or more races", 260),
          ("", 460),
        ], otherwise: "White")
      return Person(
        gender: gender, race: race.isEmpty ? nil : race,
        specialization: specialization.rawValue,
        level: level == .director || level == .executive ? Self.top : level.text,
        isHire: draws.chance(1_250), isPromoted: draws.chance(850), isLeaver: draws.chance(1_250))
    }
  }

  // MARK: - Counts

  private static let genders = ["Women", "Men", "Nonbinary people"]
  private static let races = [
    "Hispanic or Latino", "White", "Black or African American", "Asian", "Two or more races",
  ]
  private static let levels = ["Associate", "Professional", "Senior", "Lead", top]

  private func counts(_ people: [Person]) -> [Count] {
    let populations: [(String, [Person])] = [
      ("workforce", people), ("hires", people.filter(\.isHire)),
      ("promotions", people.filter(\.isPromoted)), ("exits", people.filter(\.isLeaver)),
    ]
    return populations.flatMap { population, members in
      let isStock = population == "workforce"
      return overall(
        population, "gender", Self.genders, members, isOfDeclared: isStock
      ) { $0.gender }
        + overall(population, "race_ethnicity", Self.races, members, isOfDeclared: isStock) {
          $0.race
        }
        + (isStock ? places(members) : [])
    }
  }

  private func overall(
    _ population: String, _ characteristic: String, _ groups: [String], _ people: [Person],
    isOfDeclared: Bool, _ value: (Person) -> String?
  ) -> [Count] {
    let total = isOfDeclared ? people.count { value($0) != nil } : people.count
    return shown(
      groups.map { group in
        Count(
          population: population, characteristic: characteristic, group: group,
          isOfDeclared: isOfDeclared, places: [],
          people: people.count { value($0) == group }, total: total)
      }, addUp: isOfDeclared)
  }

  /// Women, and Hispanic or Latino people, by level, by specialization and by both.
  private func places(_ people: [Person]) -> [Count] {
    let focal: [(String, String, (Person) -> Bool)] = [
      ("gender", "Women", { $0.gender == "Women" }),
      ("race_ethnicity", "Hispanic or Latino", { $0.race == "Hispanic or Latino" }),
    ]
    let specializations = Specialization.allCases.map(\.rawValue)
    return focal.flatMap { characteristic, group, isOf -> [Count] in
      func count(_ places: [Place]) -> Count {
        let there = people.filter { person in
          places.allSatisfy {
            $0.level == ($0.structure == "level" ? person.level : person.specialization)
          }
        }
        return Count(
          population: "workforce", characteristic: characteristic, group: group,
          isOfDeclared: false, places: places, people: there.count(where: isOf),
          total: there.count)
      }
      let byLevel = Self.levels.map { count([Place(structure: "level", level: $0)]) }
      let bySpecialization = specializations.map {
        count([Place(structure: "specialization", level: $0)])
      }
      let byBoth = Self.levels.flatMap { level in
        specializations.map {
          count([
            Place(structure: "level", level: level), Place(structure: "specialization", level: $0),
          ])
        }
      }
      return shown(byLevel) + shown(bySpecialization) + shown(byBoth)
    }
  }

  /// The counts of one table without those a release would hide.
  ///
  /// Groups of everyone leave those without an answer over, so that one alone is no difference.
  private func shown(_ counts: [Count], addUp: Bool = true) -> [Count] {
    func isSmall(_ count: Count) -> Bool {
      count.people < Self.threshold || count.total - count.people < Self.threshold
    }
    var kept = counts.filter { !isSmall($0) }
    // One alone could be worked out from the whole.
    if addUp, kept.count == counts.count - 1, let least = kept.map(\.people).min(),
      let position = kept.firstIndex(where: { $0.people == least })
    {
      kept.remove(at: position)
    }
    return kept
  }
}
