import Aggregates

extension LogPayRatio {
  /// The ratio of means with the delta-method standard error of its logarithm and Satterthwaite's
  /// degrees of freedom.
  static func means(_ arms: PayArms) throws(PayProblem) -> LogPayRatio {
    guard let focal = arms.focal.moments.mean else {
      throw PayProblem(reason: "Nobody of the focal group has an amount.")
    }
    guard let reference = arms.reference.moments.mean else {
      throw PayProblem(reason: "Nobody of the reference group has an amount.")
    }
    guard reference > 0 else {
      throw PayProblem(reason: "The reference group's mean is not above 0.")
    }
    let ratio = focal / reference
    func without(_ problem: String) -> LogPayRatio {
      LogPayRatio(ratio: ratio, standardError: nil, problem: problem)
    }
    guard focal > 0 else { return without("The focal group's mean is not above 0.") }
    guard let focalVariance = arms.focal.moments.variance,
      let referenceVariance = arms.reference.moments.variance
    else { return without("At least two people are needed in each group.") }
    let focalCount = Double(arms.focal.moments.count)
    let referenceCount = Double(arms.reference.moments.count)
    let focalPart = focalVariance / (focalCount * focal * focal)
    let referencePart = referenceVariance / (referenceCount * reference * reference)
    let variance = focalPart + referencePart
    guard variance > 0 else { return without("The amounts do not vary within the groups.") }
    return LogPayRatio(
      ratio: ratio, standardError: variance.squareRoot(),
      degreesOfFreedom: variance * variance
        / (focalPart * focalPart / (focalCount - 1)
          + referencePart * referencePart / (referenceCount - 1)))
  }
}
