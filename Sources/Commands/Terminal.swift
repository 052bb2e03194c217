import Foundation
import Synchronization

/// What the user sees: results on standard output, everything else on standard error.
///
/// Within `capturing` both are kept instead, so that a command can be run inside another.
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

  /// Writes a line of the result.
  static func result(_ line: String) { document(line + "\n") }

  /// Writes a document that ends its own last line.
  static func document(_ text: String) {
    if let sink {
      sink.capture.withLock { $0.output += text }
    } else {
      FileHandle.standardOutput.write(Data(text.utf8))
    }
  }

  /// Writes a line for people.
  static func error(_ line: String) {
    if let sink {
      sink.capture.withLock { $0.errors.append(line) }
    } else {
      FileHandle.standardError.write(Data((line + "\n").utf8))
    }
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
