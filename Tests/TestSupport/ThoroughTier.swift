import Foundation

/// The slow tier of tests, run by `bin/test --thorough`.
public enum ThoroughTier {
  /// Whether slow tests run.
  public static let isOn = ProcessInfo.processInfo.environment["PARITY_THOROUGH"] == "1"
}
