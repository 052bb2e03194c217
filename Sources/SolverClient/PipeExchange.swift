import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a request to one pipe while reading the answer from another, whichever is ready.
///
/// Neither side can wait for the other for ever: nothing blocks, and a deadline ends all.
struct PipeExchange {
  /// How an exchange ended.
  enum Outcome {
    /// The other side closed its output.
    case complete
    /// The answer is longer than allowed.
    case tooLong
    /// The deadline passed.
    case late
    /// The system refused to read or write.
    case broken
  }

  private let writer: FileHandle
  private let reader: FileHandle
  private let request: [UInt8]
  private let answerLimit: Int
  private var written = 0
  /// What was read.
  private(set) var answer: [UInt8] = []

  init(
    writingTo writer: FileHandle, readingFrom reader: FileHandle, request: [UInt8], answerLimit: Int
  ) {
    self.writer = writer
    self.reader = reader
    self.request = request
    self.answerLimit = answerLimit
  }

  /// Runs to the end and closes both pipes.
  mutating func run(until deadline: Deadline) -> Outcome {
    let guarded = PipeSignal.blocked()
    defer { guarded.restore() }
    defer { try? reader.close() }
    var isWriting = true
    defer { if isWriting { try? writer.close() } }
    for handle in [writer, reader] {
      let flags = fcntl(handle.fileDescriptor, F_GETFL)
      guard flags >= 0, fcntl(handle.fileDescriptor, F_SETFL, flags | O_NONBLOCK) == 0 else {
        return .broken
      }
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let milliseconds = deadline.remainingMilliseconds
      guard milliseconds > 0 else { return .late }
      var descriptors = [
        pollfd(fd: reader.fileDescriptor, events: Int16(POLLIN), revents: 0)
      ]
      if isWriting {
        descriptors.append(
          pollfd(fd: writer.fileDescriptor, events: Int16(POLLOUT), revents: 0))
      }
      let ready = poll(&descriptors, nfds_t(descriptors.count), milliseconds)
      if ready < 0 {
        if errno == EINTR { continue }
        return .broken
      }
      if isWriting, descriptors[1].revents != 0, !writeSome() {
        try? writer.close()
        isWriting = false
      }
      guard descriptors[0].revents != 0 else { continue }
      let count = read(reader.fileDescriptor, &buffer, buffer.count)
      if count == 0 { return .complete }
      if count < 0 {
        if errno == EINTR || errno == EAGAIN { continue }
        return .broken
      }
      guard answer.count + count <= answerLimit else { return .tooLong }
      answer += buffer[..<count]
    }
  }

  /// Writes what fits; `false` when there is no more to write, or nobody to read it.
  private mutating func writeSome() -> Bool {
    guard written < request.count else { return false }
    let count = request[written...].withUnsafeBytes { buffer in
      write(writer.fileDescriptor, buffer.baseAddress, buffer.count)
    }
    if count < 0 { return errno == EINTR || errno == EAGAIN }
    written += count
    return written < request.count
  }
}
