public import Testing

/// Expects two numbers to agree within a relative tolerance (absolute below 1e-300), infinities
/// exactly.
public func expectClose(
  _ actual: Double?, _ expected: Double, relative: Double = 1e-9, absolute: Double = 0,
  _ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let actual else {
    Issue.record("no value, expected \(expected)", sourceLocation: sourceLocation)
    return
  }
  let isClose =
    actual == expected
    || abs(actual - expected) <= max(absolute, relative * max(abs(expected), 1e-300))
  #expect(
    isClose, "\(actual) is not within \(relative) of \(expected). \(comment ?? "")",
    sourceLocation: sourceLocation)
}
