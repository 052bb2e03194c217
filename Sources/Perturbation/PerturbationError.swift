/// Why a protection cannot be set up or a spend cannot be made: a code, what is wrong and the fix.
///
/// The text names options and positions, never a count of people.
public struct PerturbationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A stable identifier, for example `rounding-base`.
  public let code: String
  /// What is wrong and what to do about it, in one or two sentences.
  public let message: String

  /// Makes an error.
  public init(code: String, message: String) {
    self.code = code
    self.message = message
  }

  /// The code and the message.
  public var description: String { "\(code): \(message)" }
}
