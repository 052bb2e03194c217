extension ConfigurationNode {
  /// The root of a TOML text.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - file: the name of its file, as problems print it.
  ///   - name: what the text is called where it must be mended.
  ///   - above: the number of lines of the file above the text.
  /// - Throws: `ConfigurationProblems` where it is not TOML.
  static func parsed(
    _ text: String, file: String, called name: String = "text", above: Int = 0
  ) throws(ConfigurationProblems) -> ConfigurationNode {
    do {
      return try TOMLDocument.parse(text)
    } catch {
      throw ConfigurationProblems([
        ConfigurationProblem(
          code: ProblemKind.syntax.rawValue, file: file, line: error.line + above,
          column: error.column, message: error.message,
          fix: "mend the \(name) there; nothing else could be checked")
      ])
    }
  }
}
