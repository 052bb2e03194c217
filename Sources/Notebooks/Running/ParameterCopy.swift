package import Configuration

/// The text of a notebook with other parameters, for a copy of it.
package enum ParameterCopy {
  /// The text with the values of `[params]` replaced.
  ///
  /// The front matter of the copy states its own parameters, so that it can be run and verified as it
  /// stands.
  ///
  /// - Parameters:
  ///   - text: the text of the notebook.
  ///   - values: the new values by name, each once.
  ///   - file: the notebook's name, as problems print it.
  /// - Throws: every name the notebook does not have, in one pass.
  package static func text(
    _ text: String, with values: [(name: String, value: String)], file: String
  ) throws(NotebookProblems) -> String {
    let header = try Notebook(text: text, file: file).header
    let known = header.parameters.map(\.name)
    var problems: [NotebookProblem] = []
    var lines = SourceLines(text).lines.map { (text: $0.text, ending: $0.ending) }
    for (position, entry) in values.enumerated() {
      guard let parameter = header.parameters.first(where: { $0.name == entry.name }) else {
        let meant = EditDistance.nearest(to: entry.name, among: known)
        problems.append(
          NotebookProblem(
            .badRequest, file, nil,
            "there is no parameter \(entry.name)" + (meant.map { "; did you mean \($0)?" } ?? ""),
            fix: known.isEmpty
              ? "the notebook has no [params]" : "one of \(known.joined(separator: ", "))"))
        continue
      }
      guard !values[..<position].contains(where: { $0.name == entry.name }) else {
        problems.append(
          NotebookProblem(
            .badRequest, file, nil, "the parameter \(entry.name) is given twice",
            fix: "give it once"))
        continue
      }
      let line = lines[parameter.line - 1].text
      let key = line.prefix { $0 != "=" }
      guard String(key).trimmed == entry.name else {
        problems.append(
          NotebookProblem(
            .badRequest, file, parameter.line,
            "the parameter \(entry.name) cannot be replaced here",
            fix: "write it as \(entry.name) = ... on a line of its own under [params]"))
        continue
      }
      lines[parameter.line - 1].text = "\(key)= \(quoted(entry.value))"
    }
    guard problems.isEmpty else { throw NotebookProblems(problems, .usage) }
    return lines.map { $0.text + $0.ending }.joined()
  }

  /// A value as part of a file's name: small letters, digits and hyphens; where that loses anything
  /// but case and blanks, eight digits made of the whole value keep two of them apart.
  package static func slug(_ value: String) -> String {
    var slug = ""
    for character in value.lowercased() {
      if character.isASCII, character.isLetter || character.isNumber {
        slug.append(character)
      } else if !slug.isEmpty, !slug.hasSuffix("-") {
        slug.append("-")
      }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    let plain = value.lowercased().replacing(" ", with: "-")
    guard plain != slug else { return slug }
    // FNV-1a.
    let mixed = value.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    let digits = String(mixed, radix: 16)
    return (slug.isEmpty ? "value" : slug) + "-"
      + String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// A path with `@name` replaced by the slug of a parameter's value.
  package static func path(_ path: String, _ header: FrontMatter) -> String {
    var filled = ""
    var rest = Substring(path)
    while let character = rest.popFirst() {
      let name = character == "@" ? rest.prefix { CommandWords.isNamePart($0) } : ""
      if let parameter = header.parameters.first(where: { $0.name == name }) {
        filled += slug(parameter.value)
        rest = rest.dropFirst(name.count)
      } else {
        filled.append(character)
      }
    }
    return filled
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\0"..."\u{1F}", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
