import Estimates

/// A comparison whose verdict is not what it was.
public struct VerdictChange: Hashable, Sendable {
  /// How a verdict changed.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A gap now; before there was none, or no verdict.
    case new
    /// A gap before; about the same now.
    case resolved
    /// Another verdict, or a gap that turned round.
    case changed
  }

  /// A verdict with what it rests on.
  public struct Judged: Hashable, Sendable {
    /// What was found.
    public let finding: ArchivedFinding
    /// The size of the gap, where it is shown.
    public let effect: Double?
  }

  /// How it changed.
  public let kind: Kind
  /// Where it stands in the later release.
  public let place: ComparedPlace
  /// The verdict before; `nil` where none was reported.
  public let before: Judged?
  /// The verdict now.
  public let now: Judged
  /// Whether the two were reached in different ways, so that the change says nothing: its mark is
  /// `[b]`.
  public let isBreak: Bool

  /// How a verdict changed; `nil` where it did not.
  static func kind(from before: ArchivedFinding?, to now: ArchivedFinding) -> Kind? {
    let before = before?.verdict == .notReported ? nil : before
    if now.isGap {
      guard let before, before.isGap else { return .new }
      let isTurned =
        before.direction.map { old in now.direction.map { $0 != old } ?? false } ?? false
      return before.verdict != now.verdict || isTurned ? .changed : nil
    }
    guard now.verdict != .notReported, let before, before.verdict != now.verdict else { return nil }
    return before.isGap && now.verdict == .aboutTheSame ? .resolved : .changed
  }
}
