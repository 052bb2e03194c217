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
  /// What stands beside the answers and is no number of a method, in the order it is printed.
  package let supplements: [Supplement]
  /// What a reader must know besides, as whole sentences.
  package let notes: [String]
  /// The answer in one plain sentence.
  package let sentence: String

  /// Something beside the answers: lines for people, a value for machines.
  package struct Supplement: Sendable {
    /// The key the value has in the document for machines.
    package let key: String
    /// The heading the lines stand under.
    package let heading: String
    /// The lines for people.
    package let lines: [String]
    /// The value for machines.
    package let json: JSONValue

    /// Makes a supplement.
    package init(_ key: String, heading: String, lines: [String], json: JSONValue) {
      self.key = key
      self.heading = heading
      self.lines = lines
      self.json = json
    }
  }

  /// Makes an answer.
  package init(
    _ calculator: String, input: [String: JSONValue], facts: [String],
    results: [CalculatedResult], supplements: [Supplement] = [], notes: [String] = [],
    sentence: String
  ) {
    self.calculator = calculator
    self.input = input
    self.facts = facts
    self.results = results
    self.supplements = supplements
    self.notes = notes
    self.sentence = sentence
  }

  /// The answer with the warning that belongs to numbers made from a file of people.
  package func madeFromPeople() -> Calculation {
    Calculation(
      calculator, input: input, facts: facts, results: results, supplements: supplements,
      notes: notes + [
        "Straight from the file: nothing is hidden to protect people. For those who may see the file, "
          + "not for publication."
      ], sentence: sentence)
  }

  /// The answer of one method.
  package func result(_ id: String) -> CalculatedResult? {
    results.first { $0.method.id == id }
  }
}
