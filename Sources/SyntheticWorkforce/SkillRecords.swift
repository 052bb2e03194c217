/// The recorded skills of the synthetic employer's people, a year before the last snapshot and at it.
///
/// Skills depend on specialization and level alone. Each person draws from a stream of their own that
/// nothing else uses, so that the other files do not change with this one. Probabilities are per
/// 100.
enum SkillRecords {
  /// A skill and how likely people have it.
  struct Skill {
    let name: String
    /// Per specialization, in the order of `Specialization.allCases`.
    let chances: [Int]
    /// In place of them from Lead up; `nil` where level makes no difference.
    var leaders: Int?
  }

  static let skills = [
    Skill(name: "FHIR", chances: [20, 12, 4, 5, 65, 15, 2]),
    Skill(name: "Clinical terminology", chances: [10, 4, 2, 5, 60, 35, 3]),
    Skill(name: "Care pathways", chances: [10, 4, 2, 12, 40, 70, 8]),
    Skill(name: "Health privacy law", chances: [15, 15, 15, 15, 15, 15, 15]),
    Skill(name: "Python", chances: [85, 50, 40, 10, 35, 4, 5]),
    Skill(name: "SQL", chances: [80, 55, 35, 10, 45, 8, 15]),
    Skill(name: "Cloud platforms", chances: [30, 60, 65, 8, 15, 2, 4]),
    Skill(name: "Machine learning", chances: [35, 12, 8, 2, 10, 2, 2]),
    Skill(name: "User research", chances: [8, 6, 3, 85, 12, 10, 8]),
    Skill(name: "Accessibility", chances: [3, 12, 3, 80, 5, 3, 5]),
    Skill(name: "People management", chances: [10, 10, 10, 10, 10, 10, 10], leaders: 70),
    Skill(name: "Programme management", chances: [12, 12, 12, 12, 12, 12, 12], leaders: 50),
  ]

  /// The skills of everyone at a snapshot, by pseudonym.
  struct Snapshot {
    let date: CivilDate
    let people: [SyntheticPerson]
    let skills: [[String]]
  }

  /// The records of two snapshots, the earlier one first.
  static func records(
    earlier: SyntheticSnapshot, later: SyntheticSnapshot, seed: UInt64
  ) -> [Snapshot] {
    let before = earlier.people.sorted { $0.code < $1.code }
    let after = later.people.sorted { $0.code < $1.code }
    let codes = Set(before.map(\.code)).union(after.map(\.code)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    func skills(_ person: SyntheticPerson, _ first: SyntheticPerson?) -> [String] {
      var draws = IntegerDraws(seed: seed, purpose: .skills, quarter: numbers[person.code] ?? 0)
      // What somebody knew a year before follows from what they did then.
      var known = drawn(first ?? person, &draws)
      if person.level.rawValue > (first ?? person).level.rawValue,
        draws.chance(PlantedTruths.managementOnPromotion), !known.contains("People management")
      {
        known.append("People management")
      }
      // The last draw is everyone's, so that it changes nothing before it.
      if draws.chance(PlantedTruths.newMachineLearning), !known.contains("Machine learning") {
        known.append("Machine learning")
      }
      return Self.skills.map(\.name).filter(known.contains)
    }
    let earlierOf = Dictionary(uniqueKeysWithValues: before.map { ($0.code, $0) })
    return [
      Snapshot(
        date: earlier.date, people: before,
        skills: before.map { person in
          var draws = IntegerDraws(
            seed: seed, purpose: .skills, quarter: numbers[person.code] ?? 0)
          return drawn(person, &draws)
        }),
      Snapshot(
        date: later.date, people: after, skills: after.map { skills($0, earlierOf[$0.code]) }),
    ]
  }

  private static func drawn(
    _ person: SyntheticPerson, _ draws: inout IntegerDraws
  ) -> [String] {
    let position = Specialization.allCases.firstIndex(of: person.specialization) ?? 0
    var known: [String] = []
    for skill in skills {
      var chance = skill.chances[position]
      if let leaders = skill.leaders, person.level.rawValue >= JobLevel.lead.rawValue {
        chance = leaders
      }
      if skill.name == "SQL", known.contains("FHIR") {
        chance = min(95, chance + PlantedTruths.moreOfTheSQLOfPeopleWithFHIR)
      }
      if draws.chance(chance * 100) { known.append(skill.name) }
    }
    return known
  }
}
