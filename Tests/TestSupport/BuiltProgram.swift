import Foundation

/// A program of the package, as built together with the tests.
public enum BuiltProgram {
  /// The path of a program: beside the running tests where they are a program of their own, else in
  /// the build folder.
  public static func path(_ name: String) -> String {
    let running = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    let beside = running.resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent(name).path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    return ProjectFolder.file(".build/debug/\(name)").path
  }
}
