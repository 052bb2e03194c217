import Foundation

/// A file beside the configuration, such as the terminology or the taxonomy, and what is wrong with it.
struct SupplementaryFile {
  /// The name of the file, as problems print it.
  let name: String
  /// What is wrong.
  private(set) var problems: [ConfigurationProblem] = []

  init(_ name: String) { self.name = name }

  /// The text of the file; `nil` where it cannot be read.
  mutating func text(of what: String, orRemove remedy: String) -> String? {
    guard let data = FileManager.default.contents(atPath: name),
      let text = String(validating: data, as: UTF8.self)
    else {
      report(
        .unreadable, line: 1, "the \(what) file cannot be read",
        "save it as UTF-8 text, or remove \(remedy)")
      return nil
    }
    return text
  }

  /// The tables of a text, held against a shape of version 1; `nil` where they cannot be read.
  mutating func root(of text: String, against shape: TableShape) -> ConfigurationNode? {
    let root: ConfigurationNode
    do {
      root = try TOMLDocument.parse(text)
    } catch {
      report(
        .syntax, line: error.line, error.message, "mend the text there; nothing else was checked")
      return nil
    }
    var found: [(ProblemKind, Int, String, String)] = []
    ShapeCheck.run(root, against: shape) { kind, node, message, fix in
      found.append((kind, node.line, message, fix))
    }
    for (kind, line, message, fix) in found { report(kind, line: line, message, fix) }
    if let schema = root["schema"], let version = schema.whole, version != 1 {
      report(
        .schemaVersion, line: schema.line, "schema is \(version); this program reads version 1",
        "write schema = 1")
    }
    return root
  }

  /// Notes a problem.
  mutating func report(_ kind: ProblemKind, line: Int, _ message: String, _ fix: String) {
    problems.append(
      ConfigurationProblem(
        code: kind.rawValue, file: name, line: line, message: message, fix: fix))
  }
}
