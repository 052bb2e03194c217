/// What came of asking a protection for a value: the value, or why there is none.
public enum PerturbationOutcome<Value: Sendable>: Sendable {
  /// The value.
  case value(Value)
  /// The value is undefined, and why, in words a reader understands.
  case undefined(reason: String)

  /// The value, or `nil` where it is undefined.
  public var value: Value? {
    if case .value(let value) = self { return value }
    return nil
  }

  /// The reason, or `nil` where there is a value.
  public var reason: String? {
    if case .undefined(let reason) = self { return reason }
    return nil
  }
}

extension PerturbationOutcome: Equatable where Value: Equatable {}
extension PerturbationOutcome: Hashable where Value: Hashable {}
