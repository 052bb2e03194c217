import Foundation

/// The right to write to a ledger, held by one run at a time: an exclusive lock on a file beside it.
///
/// The system takes the lock back when the process ends, however it ends; the file stays.
final class LedgerLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock, or gives up at once where another run has it.
  init(beside path: String) throws(RunFailure) {
    let file = path + ".lock"
    let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw RunFailure(
        .cannotWrite,
        [
          "error W107 the ledger's lock could not be made at \(file)",
          "  fix: check that the folder exists and can be written to",
        ])
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw RunFailure(
        .refused,
        [
          "error P112 another run is using the ledger \(path)",
          "  fix: wait until it has ended, then run again",
        ])
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
