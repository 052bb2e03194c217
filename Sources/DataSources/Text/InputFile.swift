#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An ordinary file opened for reading, checked to be one before a byte is read.
package struct InputFile: ~Copyable {
  /// The name messages use: the path as given, or its last part where the path is absolute.
  package let name: String
  /// The size in bytes when the file was opened.
  package let size: Int
  private let descriptor: Int32
  private let modified: Int
  private var bytesRead = 0

  /// Opens a file.
  ///
  /// Folders, pipes, sockets and devices are refused without waiting on them.
  package init(path: String) throws(SourceProblems) {
    let name = Self.displayName(of: path)
    self.name = name
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw Self.failure(.fileMissing, name, "there is no such file")
    }
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.openFailure(errno, name) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw Self.openFailure(code, name)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR:
      close(descriptor)
      throw Self.failure(.fileIsFolder, name, "this is a folder, not a file")
    default:
      close(descriptor)
      throw Self.failure(
        .fileIsSpecial, name, "this is a pipe, a socket or a device, not an ordinary file")
    }
    self.descriptor = descriptor
    self.size = Int(status.st_size)
    self.modified = Self.modificationTime(status)
  }

  deinit { close(descriptor) }

  /// Appends up to `count` bytes to a buffer; returns how many, 0 at the end.
  package mutating func read(
    upTo count: Int, into buffer: inout [UInt8]
  ) throws(SourceProblems) -> Int {
    // No more than the file should still hold, and one byte that shows growth.
    let wanted = min(count, max(0, size - bytesRead) + 1)
    var received = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { storage, filled in
      repeat {
        #if canImport(Glibc)
          received = Glibc.read(descriptor, storage.baseAddress, wanted)
        #else
          received = Darwin.read(descriptor, storage.baseAddress, wanted)
        #endif
      } while received < 0 && errno == EINTR
      filled = max(0, received)
    }
    guard received >= 0 else {
      throw Self.failure(.fileUnreadable, name, "reading stopped with an input error")
    }
    buffer.append(contentsOf: bytes)
    bytesRead += received
    if received == 0 || bytesRead > size { try confirmUnchanged() }
    return received
  }

  /// The share of the file read so far, 0 to 1.
  package var progress: Double {
    size == 0 ? 1 : min(1, Double(bytesRead) / Double(size))
  }

  private func confirmUnchanged() throws(SourceProblems) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, Int(status.st_size) == size,
      Self.modificationTime(status) == modified, bytesRead == size
    else {
      throw Self.failure(.fileChanged, name, "the file changed while it was being read")
    }
  }

  private static func modificationTime(_ status: stat) -> Int {
    #if canImport(Glibc)
      return Int(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int(status.st_mtim.tv_nsec)
    #else
      return Int(status.st_mtimespec.tv_sec) &* 1_000_000_000
        &+ Int(status.st_mtimespec.tv_nsec)
    #endif
  }

  /// The name messages use for a path.
  package static func displayName(of path: String) -> String {
    guard path.hasPrefix("/"), let last = path.split(separator: "/").last else { return path }
    return String(last)
  }

  private static func failure(
    _ code: ProblemCode, _ name: String, _ message: String
  ) -> SourceProblems {
    SourceProblems([code.problem(file: name, message: message)])
  }

  private static func openFailure(_ code: Int32, _ name: String) -> SourceProblems {
    switch code {
    case ENOENT, ENOTDIR, ENAMETOOLONG: failure(.fileMissing, name, "there is no such file")
    case EACCES, EPERM: failure(.fileForbidden, name, "this account may not read the file")
    case ELOOP: failure(.fileLinkLoop, name, "the path is a circle of symbolic links")
    case ENXIO, ENODEV:
      failure(
        .fileIsSpecial, name, "this is a pipe, a socket or a device, not an ordinary file")
    default: failure(.fileUnreadable, name, "the file cannot be opened")
    }
  }
}
