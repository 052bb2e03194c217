import CGSL

/// The only way into GSL: its aborting error handler is off before the first call.
///
/// Wrappers check the domain before the call; here the status and the finiteness are checked
/// after it.
enum GSLRuntime {
  /// GSL aborts the process on an error unless told otherwise; this happens once.
  private static let abortingHandlerIsOff: Bool = {
    _ = unsafe gsl_set_error_handler_off()
    return true
  }()

  /// The value of a function that reports failure by a value that is not finite.
  static func value(
    of function: String, _ body: () -> Double
  ) throws(NumericalError) -> Double {
    guard abortingHandlerIsOff else { throw .failed(function: function, status: -1) }
    let value = body()
    guard value.isFinite else { throw .notFinite(function: function) }
    return value
  }

  /// The value of a function that fills a result and returns a status.
  static func result(
    of function: String, _ body: (inout gsl_sf_result) -> Int32
  ) throws(NumericalError) -> Double {
    guard abortingHandlerIsOff else { throw .failed(function: function, status: -1) }
    var result = gsl_sf_result()
    let status = body(&result)
    guard status == 0 else { throw .failed(function: function, status: Int(status)) }
    guard result.val.isFinite else { throw .notFinite(function: function) }
    return result.val
  }
}
