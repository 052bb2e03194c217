/// A value that passed the gate, or one neutral status in its place.
///
/// Only this module can make one; it can be encoded but never decoded, so nothing read from a file
/// becomes published by being read.
public struct Published<Value: Sendable & Hashable>: Sendable, Hashable {
  /// Whether and why a value is shown.
  public enum Status: String, Sendable, Hashable, Codable {
    /// The value is shown.
    case shown
    /// Hidden to protect people; the same for every reason.
    case notShown = "not_shown"
    /// The quantity is not defined here.
    case notApplicable = "not_applicable"
    /// There are no data for it.
    case noData = "no_data"
    /// A true zero.
    case zero
  }

  /// Whether and why the value is shown.
  public let status: Status
  /// The value, where it is shown.
  public let value: Value?
  /// Why the quantity is not defined, where it is not.
  public let reason: String?

  init(_ value: Value) {
    status = .shown
    self.value = value
    reason = nil
  }

  init(_ status: Status, value: Value? = nil, reason: String? = nil) {
    self.status = status
    self.value = value
    self.reason = reason
  }
}
