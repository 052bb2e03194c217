/// What came of measuring a table.
///
/// A quantity that the data leave undefined is an outcome with a reason.
public enum IntakeOutcome<Value: Sendable>: Sendable {
  /// The measurement.
  case measured(Value)
  /// The quantity is undefined for these data, and why, in words a reader understands.
  case notMeasurable(reason: String)

  /// The measurement, where there is one.
  public var value: Value? {
    if case .measured(let value) = self { return value }
    return nil
  }

  /// Why there is none, where there is none.
  public var reason: String? {
    if case .notMeasurable(let reason) = self { return reason }
    return nil
  }
}

extension IntakeOutcome: Equatable where Value: Equatable {}
extension IntakeOutcome: Hashable where Value: Hashable {}
