import CGSL

/// The version of the numerical library.
public enum GSLVersion {
  /// The version that was built against, for example `2.7.1`.
  public static let current = GSL_VERSION
}
