package import Estimates

/// One line of a calculator's answer: a method, its conventions and what came of it.
package struct CalculatedResult: Sendable {
  /// The heading the line stands under.
  package let heading: String
  /// The method and its variant in a few words, as people read it.
  package let label: String
  /// The method with its conventions; the identifier is the one results files print.
  package let method: MethodStamp
  /// The number, or why there is none.
  package let outcome: Outcome
  /// How an estimate is printed for people.
  package let unit: Unit
  /// What the line is about where an answer has the same method several times, for example a group.
  package let subject: String?
  /// Where the answer is printed for people.
  package let place: Place

  /// Where an answer is printed for people.
  package enum Place: Hashable, Sendable {
    /// On a line of its own.
    case line
    /// Without interval on the line with the same heading and label, after these words.
    case beside(String)
  }

  /// How an estimate is printed for people.
  package enum Unit: Sendable {
    /// A plain number or a ratio.
    case number
    /// A share as a percentage.
    case share
    /// A difference of shares in percentage points.
    case percentagePoints
    /// A percentage that is given as one.
    case percent
    /// A number of people with one decimal.
    case people
    /// A whole number of people.
    case wholePeople
    /// A time in the unit of the data.
    case time
  }

  /// Makes a line.
  package init(
    _ heading: String, _ label: String, _ method: MethodStamp, _ outcome: Outcome,
    unit: Unit = .number, subject: String? = nil, place: Place = .line
  ) {
    self.heading = heading
    self.label = label
    self.method = method
    self.outcome = outcome
    self.unit = unit
    self.subject = subject
    self.place = place
  }

  /// The p-value, where the outcome is a test.
  package var pValue: PValue? {
    if case .test(let test) = outcome { return test.pValue }
    return nil
  }

  /// The estimate, where the outcome is one.
  package var estimate: Estimate? {
    if case .estimate(let estimate) = outcome { return estimate }
    return nil
  }
}
