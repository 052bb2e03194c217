package import DataSources
import Encoders

/// Everything that is wrong with a calculator's arguments and with the file they name.
package struct FileProblems: Error, Sendable {
  /// What is wrong with the arguments.
  package let arguments: [ArgumentProblem]
  /// What is wrong with the file.
  package let data: [SourceProblem]

  /// Makes a list of problems.
  package init(arguments: [ArgumentProblem] = [], data: [SourceProblem] = []) {
    self.arguments = arguments
    self.data = data
  }
}

extension ArgumentReader {
  /// Columns separated by commas, each once; problems are noted.
  mutating func columns(_ text: String?, in argument: String, example: String) -> [String] {
    guard let text else { return [] }
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    for (index, name) in names.enumerated() {
      if name.isEmpty {
        note(
          "\(argument): a column has no name",
          fix: "separate columns by single commas, for example \(argument) \(example)")
      } else if names[..<index].contains(name) {
        note("\(argument): \(Self.quoted(name[...])) is named twice", fix: "name every column once")
      }
    }
    return names
  }

  /// Notes columns that the file does not have.
  mutating func noteMissing(_ table: NamedColumns) {
    for column in table.missing {
      note(
        "\(table.file) has no column \(Self.quoted(column[...]))",
        fix: "one of " + Self.some(table.headers))
    }
  }

  /// Notes a text that no row of a column has.
  mutating func noteAbsent(
    _ text: String, in argument: String, column: String, of table: NamedColumns
  ) {
    guard !table.missing.contains(column), !table.texts(column).contains(text) else { return }
    note(
      "\(argument): no row of \(table.file) has \(Self.quoted(text[...])) in the column "
        + Self.quoted(column[...]),
      fix: "write it letter by letter as in the file")
  }

  /// The first few of some texts in quotation marks.
  private static func some(_ texts: [String]) -> String {
    texts.prefix(12).map { quoted($0[...]) }.joined(separator: ", ")
      + (texts.count > 12 ? ", …" : "")
  }

  /// Stops where anything is wrong with arguments or data.
  func finish(data: [SourceProblem]) throws(FileProblems) {
    if !problems.isEmpty || !data.isEmpty {
      throw FileProblems(arguments: problems, data: data)
    }
  }
}
