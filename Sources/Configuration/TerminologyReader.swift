/// Reads a terminology file and reports everything that is wrong with it at once.
struct TerminologyReader {
  /// What the configuration declares, which the file may rename.
  struct Declared {
    /// The identifiers of the attributes.
    let attributes: [String]
    /// The labels of their levels and merges.
    let labels: [String]
  }

  /// Labels the analyses make themselves.
  private static let ownLabels = [
    "All other people", "All others who declared", "Everyone", "No answer recorded", "Not asked",
    "Preferred not to say",
  ]

  /// The format of the file.
  static let shape = TableShape([
    KeyShape("schema", .whole, .required, "The version of this format: 1."),
    KeyShape(
      "allowed_attributes", .list(.text, least: 0), .none,
      "The attributes that may be used at all; all where it is not given."),
    KeyShape(
      "words", .table(names("a word", "What the report says instead.")), .none,
      "Words of the program's sentences."),
    KeyShape(
      "groups", .table(names("a label", "What the group is called.")), .none,
      "Labels of groups."),
    KeyShape(
      "attributes", .table(names("an attribute", "What the attribute is called.")), .none,
      "Titles of attributes."),
  ])

  private static func names(_ name: String, _ documentation: String) -> TableShape {
    TableShape(
      others: TableShape.Others(name: name, shape: .text, documentation: documentation))
  }

  private(set) var file: SupplementaryFile
  /// What is wrong.
  var problems: [ConfigurationProblem] { file.problems }

  init(file: String) { self.file = SupplementaryFile(file) }

  /// Reads the file; `nil` where it could not be read.
  mutating func read(_ declared: Declared) -> TerminologyConfiguration? {
    guard let text = file.text(of: "terminology", orRemove: "terminology from [report]") else {
      return nil
    }
    return read(text: text, declared)
  }

  /// Reads the text of the file; `nil` where it could not be read.
  mutating func read(text: String, _ declared: Declared) -> TerminologyConfiguration? {
    guard let root = file.root(of: text, against: Self.shape) else { return nil }
    return TerminologyConfiguration(
      words: words(root["words"]),
      groups: renames(
        root["groups"], .unknownLevel, "label", among: declared.labels + Self.ownLabels,
        fix: "write a label as the configuration has it"),
      attributes: renames(
        root["attributes"], .unknownAttribute, "attribute", among: declared.attributes,
        fix: "write an identifier of [attributes]"),
      allowedAttributes: root["allowed_attributes"]?.texts)
  }

  /// Words without digits on either side, so that no number of a sentence can change.
  private mutating func words(_ node: ConfigurationNode?) -> [TerminologyConfiguration.Rename] {
    var renames: [TerminologyConfiguration.Rename] = []
    for entry in node?.entries ?? [] {
      guard let replacement = entry.node.text else { continue }
      let marks: (Character) -> Bool = { $0.isNumber || "{}|#%".contains($0) }
      if entry.key.contains(where: marks) || replacement.contains(where: marks) {
        file.report(
          .badValue, line: entry.node.line,
          "word \(TOMLText.quoted(entry.key)) in [words] is renamed with a digit or a mark",
          "use letters alone: numbers never depend on the terminology")
      } else {
        renames.append(.init(name: entry.key, replacement: replacement))
      }
    }
    return renames
  }

  private mutating func renames(
    _ node: ConfigurationNode?, _ kind: ProblemKind, _ what: String, among known: [String],
    fix: String
  ) -> [TerminologyConfiguration.Rename] {
    var renames: [TerminologyConfiguration.Rename] = []
    for entry in node?.entries ?? [] {
      guard let replacement = entry.node.text else { continue }
      guard known.contains(entry.key) else {
        let message = "unknown \(what) \(TOMLText.quoted(entry.key))"
        let meant = EditDistance.nearest(to: entry.key, among: known)
        file.report(
          kind, line: entry.node.line,
          meant.map { "\(message); did you mean \(TOMLText.quoted($0))?" } ?? message,
          meant == nil ? fix : "")
        continue
      }
      let same = renames.first { $0.replacement == replacement }
      if let same {
        file.report(
          .nameTwice, line: entry.node.line,
          "\(TOMLText.quoted(same.name)) and \(TOMLText.quoted(entry.key)) are both called "
            + TOMLText.quoted(replacement), "give them different names")
      }
      renames.append(.init(name: entry.key, replacement: replacement))
    }
    return renames
  }
}
