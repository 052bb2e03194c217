#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How the process ends other than with an answer, numbered as in `sysexits.h`.
enum ExitStatus: Int32 {
  case malformedRequest = 65
  case noLibrary = 69
  case libraryError = 70
  case streamFailed = 74

  /// Ends the process at once.
  func end() -> Never { _exit(rawValue) }
}
