import Foundation
import Synchronization

/// One line on the terminal that says how far a long step is; nothing where standard error is not a
/// terminal or the work takes less than a second.
final class ProgressLine: Sendable {
  private struct State {
    var shown = false
    var lastTenth = -1
    var step = ""
  }

  private let started = ContinuousClock.now
  private let state = Mutex(State())

  /// Takes in how far a step is.
  func update(_ step: String, _ part: Double) {
    guard Terminal.isInteractive, ContinuousClock.now - started > .seconds(1) else { return }
    state.withLock { state in
      let tenth = Int((part * 20).rounded(.down))
      guard tenth != state.lastTenth || step != state.step else { return }
      state.lastTenth = tenth
      state.step = step
      state.shown = true
      let full = String(repeating: "#", count: max(0, min(20, tenth)))
      let empty = String(repeating: ".", count: 20 - full.count)
      FileHandle.standardError.write(Data("\r\(step) [\(full)\(empty)] ".utf8))
    }
  }

  /// Clears the line.
  func finish() {
    state.withLock { state in
      guard state.shown else { return }
      FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
      state.shown = false
    }
  }
}
