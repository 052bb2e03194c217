/// What runs the commands of cells, in the same process.
package protocol CommandInterpreter: Sendable {
  /// What the commands are run by, as the lock states it.
  var engine: EngineIdentity { get }

  /// How digests are taken.
  var digests: Digests { get }

  /// The commands that may stand in a cell.
  var commands: [AllowedCommand] { get }

  /// Runs a command line.
  ///
  /// - Parameter arguments: the words behind the program's name; paths are complete.
  func run(_ arguments: [String]) async -> CommandOutcome

  /// The files that a configuration leads to, itself included.
  ///
  /// - Parameter configuration: its complete path.
  func files(readBy configuration: String) -> ConfigurationFiles
}

/// What a command printed and how it ended.
package struct CommandOutcome: Sendable, Hashable {
  /// What went to standard output.
  package let output: String
  /// What went to standard error, line by line.
  package let errors: [String]
  /// The exit code.
  package let exitCode: Int32

  /// Makes an outcome.
  package init(output: String, errors: [String] = [], exitCode: Int32 = 0) {
    self.output = output
    self.errors = errors
    self.exitCode = exitCode
  }
}

/// The program that answers, by version.
package struct EngineIdentity: Sendable, Hashable {
  /// The program and its version.
  package let engine: String
  /// The version of the numerical library.
  package let gsl: String
  /// The language of what is printed.
  package let locale: String

  /// Names a program.
  package init(engine: String, gsl: String, locale: String) {
    self.engine = engine
    self.gsl = gsl
    self.locale = locale
  }
}

/// The files behind a configuration.
package enum ConfigurationFiles: Sendable, Hashable {
  /// One file and what its digest is taken with.
  package struct File: Sendable, Hashable {
    /// The complete path.
    package let path: String
    /// Its digest.
    package let digest: InputDigest

    /// Makes a file.
    package init(path: String, digest: InputDigest) {
      self.path = path
      self.digest = digest
    }
  }

  /// They are there: the files, and the policy that protects what is shown of them.
  case present([File], policy: String)
  /// The configuration cannot be read; running the command says why.
  case unreadable
  /// A file below `$PARITY_DATA` is not on this machine.
  case absent(String)
}

/// The digest of an input, as it may be printed.
package enum InputDigest: Sendable, Hashable {
  /// The SHA-256 of a file that is no secret.
  case sha256(String)
  /// The HMAC-SHA-256 of a confidential file under the key of its configuration.
  case keyed(String)
  /// A confidential file without a key: a bare digest could be guessed, so none is kept.
  case none

  var text: String? {
    switch self {
    case .sha256(let text), .keyed(let text): text
    case .none: nil
    }
  }
}
