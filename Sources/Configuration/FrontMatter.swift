/// What stands at the head of a notebook, in TOML: its title, its parameters and its data.
package struct FrontMatter: Sendable, Hashable {
  /// A name with its value.
  package struct Entry: Sendable, Hashable {
    /// The name.
    package let name: String
    /// The value as text.
    package let value: String
    /// The line of the file.
    package let line: Int
  }

  /// What the notebook is called.
  package let title: String
  /// The notebook in one sentence; empty where there is none.
  package let summary: String
  /// Parameters with their defaults, in the order of the text.
  package let parameters: [Entry]
  /// Files with the paths they have, in the order of the text.
  package let data: [Entry]

  /// Reads a front matter and reports everything that is wrong with it at once.
  ///
  /// - Parameters:
  ///   - text: the lines between the marks.
  ///   - file: the name of the notebook, as problems print it.
  ///   - above: the number of lines of the file above the text.
  /// - Throws: `ConfigurationProblems`, in the order of the lines.
  package static func read(
    text: String, file: String, above: Int
  ) throws(ConfigurationProblems) -> FrontMatter {
    let root = try ConfigurationNode.parsed(
      text, file: file, called: "front matter", above: above)
    var problems: [ConfigurationProblem] = []
    func report(_ kind: ProblemKind, _ node: ConfigurationNode, _ message: String, _ fix: String) {
      problems.append(
        ConfigurationProblem(
          code: kind.rawValue, file: file, line: node.line + above, message: message, fix: fix))
    }
    ShapeCheck.run(root, against: format) { report($0, $1, $2, $3) }
    let parameters = entries(root["params"], above)
    let data = entries(root["data"], above)
    for (table, entries) in [("params", parameters), ("data", data)] {
      for entry in entries where !isName(entry.name) {
        guard let node = root[table]?[entry.name] else { continue }
        report(
          .badIdentifier, node, "\(TOMLText.quoted(entry.name)) in [\(table)] is not a name",
          "use letters, digits and _, a letter first")
      }
    }
    for entry in data where parameters.contains(where: { $0.name == entry.name }) {
      guard let node = root["data"]?[entry.name] else { continue }
      report(
        .nameTwice, node, "\(TOMLText.quoted(entry.name)) is in [params] and in [data]",
        "both are written @\(entry.name); rename one of them")
    }
    guard problems.isEmpty else { throw ConfigurationProblems(problems) }
    return FrontMatter(
      title: root["title"]?.text ?? "", summary: root["summary"]?.text ?? "",
      parameters: parameters, data: data)
  }

  private static let format = TableShape([
    KeyShape("title", .text, .required, "What the notebook is called."),
    KeyShape("summary", .anyText, .none, "The notebook in one sentence."),
    KeyShape(
      "params",
      .table(
        TableShape(
          others: TableShape.Others(
            name: "a parameter", shape: .either([.anyText, .whole, .number, .truth]),
            documentation: "The value where the command line gives none."))),
      .none, "Parameters, written @name in cells."),
    KeyShape(
      "data",
      .table(
        TableShape(
          others: TableShape.Others(
            name: "a file", shape: .text, documentation: "The path below the root."))),
      .none, "Files, written @name in cells."),
  ])

  private static func entries(_ node: ConfigurationNode?, _ above: Int) -> [Entry] {
    (node?.entries ?? []).compactMap { entry in
      text(entry.node).map { Entry(name: entry.key, value: $0, line: entry.node.line + above) }
    }
  }

  private static func text(_ node: ConfigurationNode) -> String? {
    switch node.value {
    case .text(let text): text
    case .whole(let number): String(number)
    case .fraction(let number): String(number)
    case .truth(let truth): String(truth)
    case .day, .time, .list, .table: nil
    }
  }

  private static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, isLetter(first) else { return false }
    return name.utf8.allSatisfy {
      isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || $0 == UInt8(ascii: "_")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
