/// The name and the conventions of a method, printed with every number it makes.
public struct MethodStamp: Hashable, Sendable, Codable {
  /// A stable identifier, for example `impact-ratio`.
  public let id: String
  /// The textbook name, for example `Impact ratio (Koopman interval)`.
  public let title: String
  /// The conventions and options that fix the number, for example `95 % level, focal / reference`.
  public let convention: String
  /// Author and year, page or equation.
  public let source: String
  /// What the uncertainty of the number is about; `nil` for a number that is no estimate, such as a
  /// benchmark as published.
  public let inference: InferenceMode?

  /// Makes a stamp.
  public init(
    id: String, title: String, convention: String = "", source: String,
    inference: InferenceMode? = .process
  ) {
    self.id = id
    self.title = title
    self.convention = convention
    self.source = source
    self.inference = inference
  }
}
