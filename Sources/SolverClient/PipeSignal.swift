#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Keeps the signal of a pipe without reader from ending this process, for the calling thread only.
struct PipeSignal {
  private let before: sigset_t
  private let wasPending: Bool

  /// Runs something with no signal blocked in the calling thread.
  ///
  /// A child inherits what is blocked where it is started, and threads of a pool block almost all: an
  /// abort or a limit would not end it.
  static func withNoneBlocked(_ body: () throws -> Void) rethrows {
    var none = sigset_t()
    sigemptyset(&none)
    var before = sigset_t()
    sigemptyset(&before)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }

  /// Blocks the signal.
  static func blocked() -> PipeSignal {
    var pipe = sigset_t()
    sigemptyset(&pipe)
    sigaddset(&pipe, SIGPIPE)
    var before = sigset_t()
    sigemptyset(&before)
    let wasPending = isPending()
    pthread_sigmask(SIG_BLOCK, &pipe, &before)
    return PipeSignal(before: before, wasPending: wasPending)
  }

  /// Takes a signal that came meanwhile, and restores the mask.
  func restore() {
    if !wasPending && Self.isPending() {
      var pipe = sigset_t()
      sigemptyset(&pipe)
      sigaddset(&pipe, SIGPIPE)
      var taken: Int32 = 0
      sigwait(&pipe, &taken)
    }
    var mask = before
    pthread_sigmask(SIG_SETMASK, &mask, nil)
  }

  private static func isPending() -> Bool {
    var pending = sigset_t()
    sigemptyset(&pending)
    return sigpending(&pending) == 0 && sigismember(&pending, SIGPIPE) == 1
  }
}
