public import Foundation

/// Where the project's files are, for tests that read fixtures, datasets and real data.
public enum ProjectFolder {
  /// The folder with `Package.swift`.
  public static let root: URL = {
    var folder = URL(fileURLWithPath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let manifest = folder.appendingPathComponent("Package.swift").path
      if FileManager.default.fileExists(atPath: manifest) { return folder }
    }
    return URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
  }()

  /// A file of the project.
  public static func file(_ path: String) -> URL { root.appendingPathComponent(path) }

  /// The folder of real public data: `$PARITY_DATA`, or `nil` where it is not set or not there.
  public static let realData: URL? = {
    guard let path = ProcessInfo.processInfo.environment["PARITY_DATA"],
      FileManager.default.fileExists(atPath: path)
    else { return nil }
    return URL(fileURLWithPath: path)
  }()
}
