import Foundation
import Pipeline

/// The example that comes with the project.
enum BundledExample {
  /// The path of its configuration.
  ///
  /// - Throws: a failure where the project's folder is not known.
  static func configuration() throws(RunFailure) -> String {
    let home = ProcessInfo.processInfo.environment["PARITY_HOME"] ?? "."
    let path = "\(home)/datasets/healthtech/parity.toml"
    guard FileManager.default.fileExists(atPath: path) else {
      throw RunFailure(
        .inputMissing,
        [
          "error C070 the bundled example is not here",
          "  fix: run bin/parity from the project, or name a configuration: parity report parity.toml",
        ])
    }
    return path
  }
}
