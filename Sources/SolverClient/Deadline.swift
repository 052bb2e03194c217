#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A point of time on a clock that nobody sets.
struct Deadline {
  private static let clock = ContinuousClock()
  private let end: ContinuousClock.Instant

  /// So many seconds from now, at most a day.
  init(seconds: Double) {
    let bounded = seconds.isFinite ? min(max(seconds, 0), 86_400) : 86_400
    end = Self.clock.now.advanced(by: .milliseconds(Int64(bounded * 1000)))
  }

  /// The seconds left, 0 when it has passed.
  var remainingSeconds: Double {
    let left = Self.clock.now.duration(to: end).components
    return max(0, Double(left.seconds) + Double(left.attoseconds) * 1e-18)
  }

  /// The milliseconds left, rounded up, for `poll`.
  var remainingMilliseconds: Int32 { Int32((remainingSeconds * 1000).rounded(.up)) }
}
