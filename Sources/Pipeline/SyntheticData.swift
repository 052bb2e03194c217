import Documents
import SyntheticWorkforce

/// Writes the synthetic HealthTech employer.
public enum SyntheticData {
  /// The seed of the bundled example.
  public static let bundledSeed: UInt64 = HealthTechWorkforce.publishedSeed

  /// Writes the files of a seed into a new folder and returns how many there are.
  public static func write(seed: UInt64, folder: String, force: Bool) throws(RunFailure) -> Int {
    let files = HealthTechWorkforce(seed: seed).files().map {
      RenderedFile(path: $0.path, bytes: Array($0.text.utf8))
    }
    try OutputFolder(path: folder, replacesExisting: force).write(files)
    return files.count
  }
}
