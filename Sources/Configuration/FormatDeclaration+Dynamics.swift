/// Skills, training, other organisations and what might come.
extension FormatDeclaration {
  static let training = TableShape([
    KeyShape(
      "cost_per_enrolment", .number, .none,
      "What one enrolment costs, in the currency of the run.")
  ])

  static let skills = TableShape(
    SkillConfiguration.Domain.allCases.map { domain in
      KeyShape(
        domain.rawValue, .list(.text, least: 1), .none,
        "The skills of the domain, as the file writes them.")
    })

  static let taxonomy = TableShape([
    KeyShape("file", .text, .required, "The file of specializations, relative to this file."),
    KeyShape(
      "attribute", .text, .value("\"specialization\""),
      "The attribute whose levels are specializations."),
  ])

  static let collaboration = TableShape([
    KeyShape(
      "pool", .text, .none,
      "The pool that `parity benchmark pool` wrote with this organisation's pack after --own, its"
        + " folder or its pool.json, relative to this file.")
  ])

  static let scenario = TableShape([
    KeyShape("name", .text, .required, "The change in words, as the report prints it."),
    KeyShape("attribute", .text, .required, "The characteristic."),
    KeyShape("level", .text, .required, "The group whose hires or exits change."),
    KeyShape("hire_share", .number, .none, "Its share of hires, 0 to 1."),
    KeyShape("hires", .number, .none, "What its hires are multiplied by."),
    KeyShape("exits", .number, .none, "What its rate of leaving is multiplied by."),
  ])
}
