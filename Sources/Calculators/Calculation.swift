package import Encoders
import Estimates

/// What a calculator made of numbers typed in: the same answer for people and for machines.
///
/// Calculators work on numbers their user already has, so nothing is hidden and no gate is passed.
package struct Calculation: Sendable {
  /// The calculator, for example `two-by-two`.
  package let calculator: String
  /// What was asked, as it was understood.
  package let input: [String: JSONValue]
  /// What was asked, line by line for people.
  package let facts: [String]
  /// The answers, in the order they are printed.
  package let results: [CalculatedResult]
  /// What a reader must know besides, as whole sentences.
  package let notes: [String]
  /// The answer in one plain sentence.
  package let sentence: String

  /// Makes an answer.
  package init(
    _ calculator: String, input: [String: JSONValue], facts: [String],
    results: [CalculatedResult], notes: [String] = [], sentence: String
  ) {
    self.calculator = calculator
    self.input = input
    self.facts = facts
    self.results = results
    self.notes = notes
    self.sentence = sentence
  }

  /// The answer of one method.
  package func result(_ id: String) -> CalculatedResult? {
    results.first { $0.method.id == id }
  }
}
