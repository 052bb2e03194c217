import Aggregates

/// Reads a file of specializations and reports everything that is wrong with it at once.
struct TaxonomyReader {
  /// The format of the file.
  static let shape = TableShape([
    KeyShape("schema", .whole, .required, "The version of this format: 1."),
    KeyShape("source", .text, .none, "Where the shares come from, and of when they are."),
    KeyShape("specializations", .tables(specialization), .required, "The specializations."),
  ])

  private static let specialization = TableShape([
    KeyShape("name", .text, .required, "The name, as the attribute's level has it."),
    KeyShape("occupation", .text, .required, "The occupation of the labour market."),
    KeyShape("codes", .list(.text, least: 1), .required, "Codes of the occupation."),
    KeyShape("aliases", .list(.text, least: 0), .none, "Titles that mean the specialization."),
    KeyShape(
      "shares",
      .table(
        TableShape(
          others: TableShape.Others(
            name: "a group", shape: .number,
            documentation: "Its share of the people employed, between 0 and 1."),
          isInline: true)), .none, "Shares of groups among the people employed in the occupation."),
    KeyShape("note", .text, .none, "A caveat printed beside it."),
  ])

  private(set) var file: SupplementaryFile
  /// What is wrong.
  var problems: [ConfigurationProblem] { file.problems }

  init(file: String) { self.file = SupplementaryFile(file) }

  /// Reads the file; `nil` where it could not be read.
  mutating func read(attribute: String) -> TaxonomyConfiguration? {
    guard let text = file.text(of: "taxonomy", orRemove: "[taxonomy]") else { return nil }
    return read(text: text, attribute: attribute)
  }

  /// Reads the text of the file; `nil` where it could not be read.
  mutating func read(text: String, attribute: String) -> TaxonomyConfiguration? {
    guard let root = file.root(of: text, against: Self.shape) else { return nil }
    var specializations: [TaxonomyConfiguration.Specialization] = []
    var meanings: [String: String] = [:]
    for node in root["specializations"]?.list ?? [] {
      guard let specialization = read(node) else { continue }
      for title in [specialization.name] + specialization.aliases {
        if let other = meanings[title.lowercased()] {
          file.report(
            other == specialization.name ? .nameTwice : .textTwice, line: node.line,
            "\(TOMLText.quoted(title)) stands for \(TOMLText.quoted(other)) and for "
              + TOMLText.quoted(specialization.name), "keep it in one of them")
        }
        meanings[title.lowercased()] = specialization.name
      }
      specializations.append(specialization)
    }
    return TaxonomyConfiguration(
      path: file.name, attribute: attribute, specializations: specializations,
      source: root["source"]?.text)
  }

  private mutating func read(_ node: ConfigurationNode) -> TaxonomyConfiguration.Specialization? {
    guard let name = node["name"]?.text, let occupation = node["occupation"]?.text else {
      return nil
    }
    var shares: [TaxonomyConfiguration.Share] = []
    for entry in node["shares"]?.entries ?? [] {
      guard let value = entry.node.number else { continue }
      guard (0...1).contains(value) else {
        file.report(
          .badValue, line: entry.node.line,
          "the share of \(TOMLText.quoted(entry.key)) is not between 0 and 1",
          "write 0.18 for 18 %")
        continue
      }
      shares.append(.init(group: entry.key, value: value))
    }
    return TaxonomyConfiguration.Specialization(
      name: name, occupation: occupation, codes: node["codes"]?.texts ?? [],
      aliases: node["aliases"]?.texts ?? [], shares: shares, note: node["note"]?.text)
  }
}

/// The specializations of a configuration.
extension ConfigurationBuilder {
  /// Reads `[taxonomy]` and its file.
  mutating func readTaxonomy() -> TaxonomyConfiguration? {
    guard let node = root["taxonomy"]?["file"], let text = node.text else { return nil }
    var reader = TaxonomyReader(file: complete(text, at: node))
    let taxonomy = reader.read(attribute: root["taxonomy"]?["attribute"]?.text ?? "specialization")
    problems += reader.problems
    return taxonomy
  }

  /// Checks that the attribute of the taxonomy is declared and breaks people down.
  mutating func checkTaxonomy() {
    guard let taxonomy, let node = root["taxonomy"] else { return }
    let given = node["attribute"] ?? node
    guard let found = attribute(named: taxonomy.attribute, at: given, in: "[taxonomy]") else {
      return
    }
    if found.configuration.role != .structure {
      report(
        .badOption, given,
        "attribute \(TOMLText.quoted(taxonomy.attribute)) in [taxonomy] is not a structure",
        "name one with role = \"structure\"")
    }
    let names = taxonomy.specializations.map(\.name)
    if found.hasLevels, !found.levelLabels.contains(where: names.contains) {
      report(
        .unused, given, "no level of \(TOMLText.quoted(taxonomy.attribute)) is in the taxonomy",
        "name its levels as the taxonomy does, or the taxonomy's entries as the levels")
    }
  }

  /// The titles of the taxonomy that mean a level, where the texts given do not say otherwise.
  func withAliases(_ texts: [String: String], of id: String, levels: [Level]) -> [String: String] {
    guard let taxonomy, taxonomy.attribute == id else { return texts }
    let labels = levels.map(\.label)
    var texts = texts
    for specialization in taxonomy.specializations where labels.contains(specialization.name) {
      for alias in specialization.aliases where texts[alias] == nil && !labels.contains(alias) {
        texts[alias] = specialization.name
      }
    }
    return texts
  }
}
