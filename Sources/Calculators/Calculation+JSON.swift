import Encoders
import Estimates

extension Calculation {
  /// The schema of the answer for machines.
  package static let schema = "parity.test/1"

  /// The answer for machines: absent numbers have no key, infinities are the texts `inf` and `-inf`.
  package var json: String {
    var asked = input
    asked["calculator"] = .text(calculator)
    var document: [String: JSONValue] = [
      "schema": .text(Self.schema), "input": .object(asked),
      "results": .array(results.map { .object($0.json) }),
      "notes": .array(notes.map { .text($0) }), "sentence": .text(sentence),
    ]
    for supplement in supplements { document[supplement.key] = supplement.json }
    return JSONValue.object(document).document
  }
}

extension CalculatedResult {
  /// The line as JSON.
  var json: [String: JSONValue] {
    var object: [String: JSONValue] = [
      "id": .text(method.id), "title": .text(method.title),
      "convention": .text(method.convention), "source": .text(method.source),
    ]
    object["inference"] = method.inference.map { .text($0.rawValue) }
    object["subject"] = subject.map { .text($0) }
    switch outcome {
    case .test(let test):
      object["p_value"] = .number(test.pValue.value)
      object["convention"] = .text(test.convention)
      object["statistic"] = test.statistic.map { .number($0) }
      object["statistic_name"] = test.statistic == nil ? nil : test.statisticName.map { .text($0) }
      object["degrees_of_freedom"] = test.degreesOfFreedom.map { .number($0) }
    case .estimate(let estimate):
      object["estimate"] = .number(estimate.value)
      object["standard_error"] = estimate.standardError.map { .number($0) }
      if let interval = estimate.interval {
        var limits: [String: JSONValue] = [
          "level": .number(interval.level), "lower": .number(interval.lower),
          "upper": .number(interval.upper), "method": .text(interval.method),
        ]
        limits["agrees_with"] = interval.agreesWith.map { .text($0) }
        object["interval"] = .object(limits)
      }
    case .notEstimable(let reason):
      object["not_estimable"] = .text(reason)
    }
    return object
  }
}
