import LinearPrograms

/// Reads one request from standard input and writes one answer to standard output.
///
/// It is a process of its own because its library ends the process on an internal error. Whatever
/// happens ends as an exit status: 0 an answer was written, 65 the request cannot be read, 69 built
/// without the library, 70 an error inside the library, 74 a stream failed. Nothing is written to
/// standard error.
@main
struct Main {
  static func main() {
    ProcessLimits.standard.apply()
    guard let text = StandardStreams.readAll(atMost: 1 << 28) else { ExitStatus.streamFailed.end() }
    guard let request = try? BoundsRequest(wireText: text) else {
      ExitStatus.malformedRequest.end()
    }
    #if GLPK
      LibraryErrors.endProcess()
      let answer = TargetSession<LibraryModel>.answer(request)
      guard StandardStreams.write(answer.wireText) else { ExitStatus.streamFailed.end() }
    #else
      _ = request
      ExitStatus.noLibrary.end()
    #endif
  }
}
