#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the process may use.
///
/// The caller's clock is the first limit; these hold if the caller is gone.
struct ProcessLimits {
  /// Seconds of processor time.
  let seconds: UInt
  /// Bytes of address space.
  let bytes: UInt
  /// Open files.
  let files: UInt

  /// Ten minutes, four gigabytes, and a few open files beside the standard streams.
  static let standard = ProcessLimits(seconds: 600, bytes: 1 << 32, files: 16)

  /// Sets the limits and switches memory images of a crash off, for they would hold counts.
  ///
  /// A limit that the system refuses is left as it is: none is needed for a right answer.
  func apply() {
    set(RLIMIT_CORE, 0)
    set(RLIMIT_CPU, seconds)
    set(RLIMIT_AS, bytes)
    set(RLIMIT_NOFILE, files)
  }

  #if canImport(Glibc)
    private typealias Resource = __rlimit_resource
  #else
    private typealias Resource = Int32
  #endif

  private func set(_ resource: Resource, _ value: UInt) {
    #if canImport(Glibc)
      let identifier = __rlimit_resource_t(resource.rawValue)
    #else
      let identifier = resource
    #endif
    var limit = rlimit()
    guard unsafe getrlimit(identifier, &limit) == 0 else { return }
    limit.rlim_cur = min(limit.rlim_max, rlim_t(value))
    limit.rlim_max = limit.rlim_cur
    _ = unsafe setrlimit(identifier, &limit)
  }
}
