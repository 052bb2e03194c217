import Encoders
import Estimates
import Inference
import SVGCharts

/// Wording that calculators share.
enum Facts {
  private static let format = NumberFormat()

  /// A group with its rate: `Focal group: 2 of 10 (20.0%)`.
  static func rate(_ name: String, _ selected: Int, _ total: Int) -> String {
    let counts = "\(name): \(format.people(selected)) of \(format.people(total))"
    guard total > 0 else { return counts }
    return counts + " (\(format.percent(Double(selected) / Double(total))))"
  }

  /// A number of people: `1,204 people`.
  static func people(_ count: Int) -> String {
    format.people(count) + (count == 1 ? " person" : " people")
  }

  /// A number of rows: `1,204 rows`.
  static func rows(_ count: Int) -> String {
    format.people(count) + (count == 1 ? " row" : " rows")
  }

  /// A number of events: `1,204 events`.
  static func events(_ count: Int) -> String {
    format.people(count) + (count == 1 ? " event" : " events")
  }

  /// A number of fields: `1,204 fields`.
  static func fields(_ count: Int) -> String {
    format.people(count) + (count == 1 ? " field" : " fields")
  }

  /// A name typed in, on one line and inert.
  static func name(_ name: String) -> String { TerminalEncoder.text(name) }

  /// Why a comparator rests on little, as a sentence.
  static func warning(_ warning: ComparatorWarning, _ limits: FragilityLimits) -> String {
    func part(_ change: Double) -> String {
      change.isFinite ? "by \(format.percent(change))" : "without limit"
    }
    return switch warning {
    case .fewPeople(let count):
      "Fragile comparator: it has \(people(count)), fewer than \(limits.people)."
    case .smallShare(let share):
      "Fragile comparator: it is \(format.percent(share)) of everyone, less than "
        + "\(percent(limits.share.value))."
    case .nextHighest(let other, let change):
      "Fragile comparator: with the next highest rate, that of \(name(other)), as comparator every "
        + "ratio would grow \(part(change))."
    case .oneSelection(let change):
      "Fragile comparator: one person of it selected otherwise would change every ratio "
        + "\(part(change))."
    }
  }

  /// An interval with its level: `95% interval 0.09 to 0.93`.
  static func interval(_ interval: ConfidenceInterval) -> String {
    let level = percent(interval.level)
    guard interval.upper.isFinite else {
      return "\(level) interval from \(Figures.fixed(interval.lower, 2)) without upper limit"
    }
    return "\(level) interval \(Figures.fixed(interval.lower, 2)) to "
      + Figures.fixed(interval.upper, 2)
  }

  /// A level or an error probability as a percentage without needless zeros.
  static func percent(_ value: Double) -> String {
    Figures.plain((value * 1e8).rounded() / 1e6) + "%"
  }

  /// Names in a sentence: `a`, `a and b`, `a, b and c`.
  static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}

/// Whether tests of one question agree at a level, in words.
struct Unanimity {
  let tests: [CalculatedResult]
  let alpha: Double

  /// A clause without capital and full stop; the first test is the primary one.
  var words: String {
    let made = tests.filter { $0.pValue != nil }
    let level = Facts.percent(alpha)
    guard let primary = made.first, let pValue = primary.pValue else {
      return "whether that is chance cannot be tested with these counts"
    }
    let rejecting = made.filter { ($0.pValue ?? .one).value < alpha }
    if rejecting.count == made.count {
      let all = made.count == 2 ? "both" : "all \(made.count)"
      return "\(all) tests reject equal rates at the \(level) level"
    }
    if rejecting.isEmpty {
      let none = made.count == 2 ? "neither of the two" : "none of the \(made.count)"
      return "\(none) tests rejects equal rates at the \(level) level, which "
        + "does not show that the rates are equal"
    }
    let does = pValue.value < alpha ? "does" : "does not"
    return "borderline, it depends on the method: \(rejecting.count) of \(made.count) tests reject "
      + "equal rates at the \(level) level, and the primary one, \(primary.label), "
      + "\(does) (p \(Figures.pValue(pValue.value)))"
  }
}
