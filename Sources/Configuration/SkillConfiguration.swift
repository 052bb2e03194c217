import Aggregates
import DataSources

/// A skill and its domain.
public struct SkillConfiguration: Sendable, Hashable {
  /// What a skill is about.
  public enum Domain: String, Sendable, Hashable, CaseIterable {
    /// Health and care.
    case health
    /// Technology and data.
    case technology
    /// Design and research with users.
    case design
    /// Leading people and programmes.
    case leadership
  }

  /// The skill, as the file writes it.
  public let name: String
  /// Its domain.
  public let domain: Domain
  /// The identifier of the attribute that says whether a person has it.
  public let attribute: String
}

/// Skills: their domains, and what is made of the column that lists them.
extension ConfigurationBuilder {
  /// The attribute of the domains a person has skills of.
  static let skillDomain = "skill_domain"

  /// Reads `[skills]`.
  func readSkills() -> [SkillConfiguration] {
    var skills: [SkillConfiguration] = []
    for domain in SkillConfiguration.Domain.allCases {
      for text in root["skills"]?[domain.rawValue]?.texts ?? [] {
        skills.append(
          SkillConfiguration(
            name: Self.trimmed(text), domain: domain, attribute: "skill_\(skills.count + 1)"))
      }
    }
    return skills
  }

  /// The columns made of the one that lists skills: the domains, and each skill as had or not.
  ///
  /// Somebody without a recorded skill has none, and is of neither domain.
  mutating func skillColumns(
    _ place: ColumnSchema.Place, _ node: ConfigurationNode, _ input: DeclaredInput,
    heading: String
  ) -> [ColumnSchema] {
    let skills = readSkills()
    guard !skills.isEmpty else {
      report(
        .missingKey, node, "skills are mapped in \(heading), and there is no [skills]",
        "list the skills under health, technology, design and leadership in [skills]")
      return []
    }
    for (position, skill) in skills.enumerated()
    where skills[..<position].contains(where: { $0.name == skill.name }) {
      report(
        .nameTwice, root["skills"] ?? node,
        "skill \(TOMLText.quoted(skill.name)) is listed twice in [skills]", "remove one of them")
      return []
    }
    let separator = node["multi"]?.text ?? ";"
    let nothing = [""] + (input.node["missing"]?.texts ?? [])
    func column(
      _ id: String, _ title: String, _ levels: [String], both: String,
      _ level: (SkillConfiguration) -> String
    ) -> ColumnSchema {
      let none = levels.last ?? ""
      var labels = Dictionary(
        uniqueKeysWithValues: skills.map { ($0.name, level($0)) })
      for text in nothing { labels[text] = none }
      return ColumnSchema(
        place,
        .attribute(
          AttributeColumn(
            attribute: Attribute(id: id, title: title, levels: levels.map { Level($0) }),
            labels: labels,
            multipleAnswers: AttributeColumn.MultipleAnswers(
              separator: separator, level: both, passedOver: none))))
    }
    let domains = ["Health", "Technology", "Health and technology", "Neither"]
    return [
      column(Self.skillDomain, "Domains of skills", domains, both: domains[2]) { skill in
        switch skill.domain {
        case .health: domains[0]
        case .technology: domains[1]
        case .design, .leadership: domains[3]
        }
      }
    ]
      + skills.map { skill in
        column(skill.attribute, skill.name, ["Yes", "No"], both: "Yes") {
          $0.name == skill.name ? "Yes" : "No"
        }
      }
  }
}
