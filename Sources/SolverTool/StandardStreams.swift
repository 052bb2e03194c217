#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Whole reads and writes on the standard streams.
enum StandardStreams {
  /// All of standard input; `nil` if it fails or is longer than allowed.
  static func readAll(atMost limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(0, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        return nil
      }
      guard bytes.count + count <= limit else { return nil }
      bytes += buffer[..<count]
    }
  }

  /// Writes all bytes to standard output; whether that succeeded.
  static func write(_ bytes: [UInt8]) -> Bool {
    var position = 0
    while position < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[position...])
        #if canImport(Glibc)
          return unsafe Glibc.write(1, rest.baseAddress, rest.count)
        #else
          return unsafe Darwin.write(1, rest.baseAddress, rest.count)
        #endif
      }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      position += count
    }
    return true
  }
}
