/// Reads `parity.toml`.
public enum ConfigurationReader {
  /// Reads a configuration and reports everything that is wrong with it at once.
  ///
  /// - Parameters:
  ///   - text: the text of the file.
  ///   - file: its name, as problems print it.
  ///   - folder: the folder that paths are relative to.
  ///   - environment: the variables paths may begin with (`PARITY_DATA`).
  /// - Throws: `ConfigurationProblems`, in the order of the lines.
  public static func read(
    text: String, file: String, folder: String, environment: [String: String] = [:]
  ) throws(ConfigurationProblems) -> RunConfiguration {
    throw ConfigurationProblems([])
  }

  /// Reads the configuration at a path; paths in it are relative to its folder.
  ///
  /// - Throws: `ConfigurationProblems`, in the order of the lines.
  public static func read(
    path: String, environment: [String: String] = [:]
  ) throws(ConfigurationProblems) -> RunConfiguration {
    throw ConfigurationProblems([])
  }
}
