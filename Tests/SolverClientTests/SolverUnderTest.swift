import Foundation
import LinearPrograms
import SolverClient
import TestSupport

/// The built solver, and stand-ins for it.
enum SolverUnderTest {
  static let solver = SolverProcess(
    path: BuiltProgram.path(SolverLocation.name), seconds: 120)

  /// `x + y = 10`, both from 0 on, `x` to be bounded.
  static func request(enough: Int? = nil) throws -> BoundsRequest {
    let program = try LinearProgram(
      columns: [.init(lower: 0, upper: 100), .init(lower: 0, upper: 100)],
      rows: [
        .init(
          terms: [.init(column: 0, coefficient: 1), .init(column: 1, coefficient: 1)], constant: 10)
      ])
    return try BoundsRequest(
      programs: [program], targets: [.init(program: 0, column: 0, enough: enough)])
  }

  /// Runs a shell script in the solver's place.
  ///
  /// The script is copied to its place by a program of its own: a child that another test starts
  /// could hold it open for writing, and then it cannot be run.
  static func standIn(
    _ script: String, seconds: Double = 10, answerLimit: Int = 1 << 22,
    _ body: (SolverProcess) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parity-stand-in-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = folder.appendingPathComponent("text")
    let file = folder.appendingPathComponent("solver")
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: text)
    let copying = Process()
    copying.executableURL = URL(fileURLWithPath: "/bin/cp")
    copying.arguments = [text.path, file.path]
    try copying.run()
    copying.waitUntilExit()
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: file.path)
    try body(SolverProcess(path: file.path, seconds: seconds, answerLimit: answerLimit))
  }
}
