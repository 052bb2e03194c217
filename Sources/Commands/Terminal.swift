import Encoders
import Foundation

/// What the user sees: results on standard output, everything else on standard error.
///
/// Whatever a label, a key or a path holds, nothing written here moves the cursor, colours or reorders
/// the screen.
enum Terminal {
  /// Writes the lines of a result; none of them can make another.
  static func result(_ lines: [String]) {
    for line in lines { result(TerminalEncoder.text(line)) }
  }

  /// Writes a line of the result, or several that end in line breaks of the engine's own.
  static func result(_ line: String) {
    FileHandle.standardOutput.write(Data((inert(line) + "\n").utf8))
  }

  /// Writes a document that ends its own last line.
  static func document(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  /// Writes a line for people, or several.
  static func error(_ line: String) {
    FileHandle.standardError.write(Data((inert(line) + "\n").utf8))
  }

  private static func inert(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TerminalEncoder.text(String($0)) }.joined(separator: "\n")
  }

  /// Whether standard error is a terminal.
  static var isInteractive: Bool { isatty(STDERR_FILENO) != 0 }
}
