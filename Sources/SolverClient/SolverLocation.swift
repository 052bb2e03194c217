public import Foundation

/// Where `parity-solver` is.
public enum SolverLocation {
  /// The name of the program.
  public static let name = "parity-solver"

  /// The path of the solver beside the running program, whether or not it is there.
  public static var besideRunningProgram: String {
    let program = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return beside(program)
  }

  /// The path of the solver in the folder of a program, links resolved.
  public static func beside(_ program: URL) -> String {
    program.resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent(name).path
  }
}
