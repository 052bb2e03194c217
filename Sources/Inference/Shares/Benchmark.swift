/// Checks and the standard error shared by the comparisons with an outside share.
enum Benchmark {
  /// Why a benchmark cannot be used, or `nil`.
  static func problem(_ benchmark: Double, standardError: Double? = nil) -> String? {
    guard benchmark > 0, benchmark <= 1 else {
      return "The benchmark must be above 0 and at most 1."
    }
    if let error = standardError, !(error >= 0 && error.isFinite) {
      return "The benchmark's standard error must be 0 or more."
    }
    return nil
  }

  /// The standard error, or `nil` where there is none to reckon with.
  static func error(_ standardError: Double?) -> Double? {
    standardError.flatMap { $0 == 0 ? nil : $0 }
  }

  /// The standard error of the logarithm of share over benchmark, for at least one success.
  static func logRatioError(
    of count: BinomialCount, benchmark: Double, error: Double
  ) -> Double {
    let share =
      Double(count.total - count.successes) / Double(count.total)
      / Double(count.successes)
    let relative = error / benchmark
    return (share + relative * relative).squareRoot()
  }
}
