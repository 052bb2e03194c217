public import Configuration
import Foundation

/// Reads a configuration for a command.
public enum ConfigurationFile {
  /// The configuration at a path.
  ///
  /// - Throws: a failure with every problem of the file.
  public static func read(_ path: String) throws(RunFailure) -> RunConfiguration {
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw RunFailure(
        .inputMissing,
        [
          "error C001 \(path) does not exist or cannot be read",
          "  fix: name a configuration file, or make one with `parity init`",
        ])
    }
    do {
      return try ConfigurationReader.read(
        path: path, environment: ProcessInfo.processInfo.environment)
    } catch {
      throw RunFailure(.configurationInvalid, error.problems.map(\.description))
    }
  }
}
