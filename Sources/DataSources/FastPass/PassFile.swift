#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that several workers read by position at the same time.
///
/// Reading by position rather than mapping the file into memory means that a file cut short while
/// it is being read is an error and not a crash.
final class PassFile: Sendable {
  /// The size in bytes when the file was opened.
  let size: Int
  private let descriptor: Int32
  private let modified: Int

  /// Opens a file that is known to be an ordinary one; `nil` if the system refuses.
  init?(path: String) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      size = 0
      modified = 0
      return nil
    }
    size = Int(status.st_size)
    modified = Self.modificationTime(status)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Reads exactly `count` bytes at a position; `false` on an error or at the end of the file.
  func read(_ buffer: UnsafeMutableRawPointer, _ count: Int, at position: Int) -> Bool {
    var done = 0
    while done < count {
      let received = pread(descriptor, buffer + done, count - done, position + done)
      if received < 0, errno == EINTR { continue }
      if received <= 0 { return false }
      done += received
    }
    return true
  }

  /// Whether the file is still what it was when it was opened.
  var isUnchanged: Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && Int(status.st_size) == size
      && Self.modificationTime(status) == modified
  }

  private static func modificationTime(_ status: stat) -> Int {
    #if canImport(Glibc)
      return Int(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int(status.st_mtim.tv_nsec)
    #else
      return Int(status.st_mtimespec.tv_sec) &* 1_000_000_000
        &+ Int(status.st_mtimespec.tv_nsec)
    #endif
  }

  /// How many processors are there to work on.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Lets another thread run.
  static func pause() { sched_yield() }
}
