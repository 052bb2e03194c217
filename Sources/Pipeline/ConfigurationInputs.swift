import Configuration
import DataSources
import Disclosure
import Foundation

/// The files a configuration leads to, each with the digest that may be printed of it.
public enum ConfigurationInputs: Sendable {
  /// A file.
  public struct Input: Sendable {
    /// The complete path.
    public let path: String
    /// The digest.
    public let digest: PrintableDigest
  }

  /// A digest as it may be printed.
  public enum PrintableDigest: Sendable {
    /// SHA-256, of a file whose content is public or no data.
    case plain(String)
    /// HMAC-SHA-256 under the configuration's key.
    case keyed(String)
    /// There is no key, and a bare digest of confidential data could be guessed.
    case none
  }

  /// The configuration and its inputs, and the policy in words.
  case present([Input], policy: String)
  /// The configuration is missing or wrong; running a command with it says why.
  case unreadable
  /// An input below `$PARITY_DATA` is not on this machine.
  case absent(String)

  /// Looks at the configuration at a path.
  public init(path: String) {
    let variable = "$PARITY_DATA/"
    let environment = ProcessInfo.processInfo.environment
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(validating: data, as: UTF8.self)
    else {
      self = .unreadable
      return
    }
    if environment["PARITY_DATA", default: ""].isEmpty, text.contains("\"\(variable)") {
      self = .absent(variable)
      return
    }
    guard let configuration = try? ConfigurationReader.read(path: path, environment: environment),
      let policy = try? ContextBuilder.policy(configuration)
    else {
      self = .unreadable
      return
    }
    let manager = FileManager.default
    for input in configuration.inputs
    where input.declaredPath.hasPrefix(variable) && !manager.fileExists(atPath: input.schema.path) {
      self = .absent(input.declaredPath)
      return
    }
    let key = configuration.privacy.keyFile.flatMap { manager.contents(atPath: $0) }.map(Array.init)
    var inputs = [Input(path: path, digest: .plain(Digest.sha256(Array(data))))]
    if let path = configuration.taxonomy?.path {
      let digest = FileDigest.sha256(ofFileAt: path).map(PrintableDigest.plain) ?? .none
      inputs.append(Input(path: path, digest: digest))
    }
    for input in configuration.inputs {
      let path = input.schema.path
      let digest: PrintableDigest
      if input.isAlreadyPublished {
        digest = FileDigest.sha256(ofFileAt: path).map(PrintableDigest.plain) ?? .none
      } else {
        digest =
          key.flatMap { Digest.keyed(path: path, key: $0) }.map(PrintableDigest.keyed) ?? .none
      }
      inputs.append(Input(path: path, digest: digest))
    }
    self = .present(
      inputs,
      policy: "\(policy.audience.rawValue), \(policy.threshold), pay \(policy.payThreshold)")
  }
}
