/// The version of the engine, printed with every release.
public enum ParityVersion {
  /// The version, `major.minor.patch`.
  public static let current = "0.1.0"
  /// The name and version, as printed.
  public static let engine = "Parity \(current)"
}
