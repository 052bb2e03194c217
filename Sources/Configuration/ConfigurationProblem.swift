import DataSources

/// Something wrong with a configuration: where, what, and how to mend it.
public struct ConfigurationProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// A stable code, for example `C010`.
  public let code: String
  /// The name of the file as the user gave it.
  public let file: String
  /// The line, 1 for the first.
  public let line: Int
  /// The column, 1 for the first, where the text could not be read at all.
  public let column: Int?
  /// What is wrong.
  public let message: String
  /// How to mend it; empty where the message says so.
  public let fix: String

  /// Makes a problem.
  public init(
    code: String, file: String, line: Int, column: Int? = nil, message: String, fix: String = ""
  ) {
    self.code = code
    self.file = file
    self.line = line
    self.column = column
    // Keys and values are the file's own words; none of them may act or make a line.
    self.message = Self.seen(message)
    self.fix = Self.seen(fix)
  }

  /// The text with what cannot be seen spelt out.
  private static func seen(_ text: String) -> String {
    var clean = ""
    for scalar in text.unicodeScalars {
      if InvisibleCharacter.contains(scalar) {
        clean += "<U+\(String(scalar.value, radix: 16, uppercase: true))>"
      } else {
        clean.unicodeScalars.append(scalar)
      }
    }
    return clean
  }

  /// The problem as printed.
  ///
  ///     error C010 parity.toml:31: unknown key "min_grup" in [privacy]; did you mean "min_group"?
  public var description: String {
    let place = column.map { "\(file):\(line):\($0)" } ?? "\(file):\(line)"
    let head = "error \(code) \(place): \(message)"
    return fix.isEmpty ? head : head + "\n  fix: \(fix)"
  }
}

/// Everything that is wrong with a configuration, found in one pass.
public struct ConfigurationProblems: Error, Sendable, Hashable, CustomStringConvertible {
  /// The exit code an invalid configuration leads to.
  public static let exitCode: Int32 = 78

  /// The problems, by line and code.
  public let problems: [ConfigurationProblem]

  /// Gathers problems, puts them in order and keeps one of each.
  public init(_ problems: [ConfigurationProblem]) {
    var kept: [ConfigurationProblem] = []
    let ordered = problems.sorted {
      ($0.line, $0.column ?? 0, $0.code, $0.message) < (
        $1.line, $1.column ?? 0, $1.code, $1.message
      )
    }
    for problem in ordered where kept.last != problem { kept.append(problem) }
    self.problems = kept
  }

  /// The problems as printed, one after another.
  public var description: String {
    problems.map(\.description).joined(separator: "\n")
  }
}
