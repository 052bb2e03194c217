import Encoders
import Foundation
import Synchronization

/// What the user sees: results on standard output, everything else on standard error.
///
/// Whatever a label, a key or a path holds, nothing written here moves the cursor, colours or reorders
/// the screen. Within `capturing` both are kept instead, so that a command can be run inside another.
enum Terminal {
  /// What a captured command printed.
  struct Capture: Sendable {
    /// What was meant for standard output.
    var output = ""
    /// The lines meant for standard error.
    var errors: [String] = []
  }

  /// Takes what a command prints.
  private final class Sink: Sendable {
    let capture = Mutex(Capture())
  }

  @TaskLocal private static var sink: Sink?

  /// Writes the lines of a result; none of them can make another.
  static func result(_ lines: [String]) {
    for line in lines { result(TerminalEncoder.text(line)) }
  }

  /// Writes a line of the result, or several that end in line breaks of the engine's own.
  static func result(_ line: String) { document(inert(line) + "\n") }

  /// Writes a document that ends its own last line.
  static func document(_ text: String) {
    if let sink {
      sink.capture.withLock { $0.output += text }
    } else {
      FileHandle.standardOutput.write(Data(text.utf8))
    }
  }

  /// Writes a line for people, or several.
  static func error(_ line: String) {
    let text = inert(line)
    if let sink {
      sink.capture.withLock { $0.errors.append(text) }
    } else {
      FileHandle.standardError.write(Data((text + "\n").utf8))
    }
  }

  private static func inert(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TerminalEncoder.text(String($0)) }.joined(separator: "\n")
  }

  /// Whether standard error is a terminal.
  static var isInteractive: Bool { sink == nil && isatty(STDERR_FILENO) != 0 }

  /// Whether what is printed is kept for another command.
  static var isCaptured: Bool { sink != nil }

  /// Runs a command and keeps what it prints.
  static func capturing(_ command: () async -> Int32) async -> (capture: Capture, exitCode: Int32) {
    let sink = Sink()
    let code = await $sink.withValue(sink) { await command() }
    return (sink.capture.withLock { $0 }, code)
  }
}
