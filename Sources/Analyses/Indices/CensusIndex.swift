import Estimates

/// An index of people who were all counted: its value alone, without the standard error and the
/// interval it would have if they were a sample.
enum CensusIndex {
  /// The value alone.
  static func value(_ outcome: Outcome) -> Outcome {
    guard case .estimate(let estimate) = outcome, let bare = Estimate(estimate.value) else {
      return outcome
    }
    return .estimate(bare)
  }

  /// The stamp of the value alone.
  static func stamp(_ stamp: MethodStamp) -> MethodStamp {
    MethodStamp(
      id: stamp.id, title: stamp.title, convention: "a full count: no sampling interval",
      source: stamp.source, inference: .census)
  }
}
