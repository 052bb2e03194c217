import ArgumentParser
import Dispatch
import Foundation
import Pipeline

/// Runs the program and ends the process with the documented exit code.
public enum CommandEntry {
  /// Parses the command line, runs the command, and exits.
  public static func main() async -> Never {
    let task = Task { await run(Array(CommandLine.arguments.dropFirst())) }
    let interrupt = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    signal(SIGINT, SIG_IGN)
    interrupt.setEventHandler { task.cancel() }
    interrupt.resume()
    let code = await task.value
    interrupt.cancel()
    exit(code)
  }

  /// Runs a command line and returns the exit code.
  package static func run(_ arguments: [String]) async -> Int32 {
    do {
      var command = try ParityCommand.parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return 0
    } catch let failure as RunFailure {
      for line in failure.lines { Terminal.error(line) }
      return failure.exitCode.rawValue
    } catch is CancellationError {
      Terminal.error("interrupted; nothing was written")
      return RunFailure.ExitCode.interrupted.rawValue
    } catch {
      let code = ParityCommand.exitCode(for: error)
      let message = ParityCommand.fullMessage(for: error)
      if code.isSuccess {
        Terminal.result(message)
        return 0
      }
      if !message.isEmpty { Terminal.error(message) }
      // Anything that is neither a failure of ours nor a wrong command line is a fault of the engine.
      return code == .validationFailure ? RunFailure.ExitCode.usage.rawValue : ownCode(error, code)
    }
  }

  private static func ownCode(_ error: any Error, _ code: ExitCode) -> Int32 {
    error is ExitCode ? code.rawValue : RunFailure.ExitCode.internalError.rawValue
  }
}
