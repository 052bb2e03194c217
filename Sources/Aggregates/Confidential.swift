/// A value computed from people's records that no reader may see before the gate has ruled on it.
///
/// It prints as a fixed word, so that a log line, an error message or a debugger's description
/// cannot leak it. Rooms past the gate do not import this module.
public struct Confidential<Value: Sendable>: Sendable, CustomStringConvertible,
  CustomDebugStringConvertible, CustomReflectable
{
  /// The value itself, for the rooms before the gate.
  package let exposed: Value

  /// Marks a value as confidential.
  public init(_ value: Value) { exposed = value }

  /// The confidential result of a computation on the value.
  public func map<Result: Sendable>(_ transform: (Value) -> Result) -> Confidential<Result> {
    Confidential<Result>(transform(exposed))
  }

  /// A fixed word.
  public var description: String { "confidential" }
  /// A fixed word.
  public var debugDescription: String { "confidential" }
  /// Nothing inside.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
