import Encoders

/// Something typed in that cannot be used: what it is and how to put it right.
package struct ArgumentProblem: Hashable, Sendable {
  /// What is wrong, naming the argument.
  package let message: String
  /// How to put it right.
  package let fix: String

  /// Makes a problem.
  package init(_ message: String, fix: String) {
    self.message = message
    self.fix = fix
  }

  /// The two lines a user is told.
  package var lines: [String] { ["error U110 \(message)", "  fix: \(fix)"] }
}

/// Everything that is wrong with what was typed in, in one pass.
package struct ArgumentProblems: Error, Sendable {
  /// The problems, in the order of the arguments.
  package let problems: [ArgumentProblem]

  /// Makes a list of problems.
  package init(_ problems: [ArgumentProblem]) { self.problems = problems }
}

/// Collects what is wrong while arguments are read, so that all of it is told at once.
struct ArgumentReader {
  private(set) var problems: [ArgumentProblem] = []

  /// Notes a problem.
  mutating func note(_ message: String, fix: String) {
    problems.append(ArgumentProblem(message, fix: fix))
  }

  /// Stops where anything is wrong.
  func finish() throws(ArgumentProblems) {
    if !problems.isEmpty { throw ArgumentProblems(problems) }
  }

  /// A whole number of at least 0; the problem is noted otherwise.
  mutating func count(_ text: Substring, in argument: String, example: String) -> Int? {
    let digits = text.filter { !" ".contains($0) }
    if let count = Int(digits), count >= 0 {
      // Products of four counts must fit in 128 bits.
      if count <= 1_000_000_000 { return count }
      note("\(argument): \(digits) is too large", fix: "counts go up to 1,000,000,000")
    } else if Int(digits) != nil {
      note(
        "\(argument): \(digits) is negative", fix: "give counts of people, 0 or more, as \(example)"
      )
    } else {
      note(
        "\(argument): \(Self.quoted(text)) is not a whole number",
        fix: "give counts of people as \(example)")
    }
    return nil
  }

  /// `favourable/total`.
  mutating func pair(
    _ text: Substring, in argument: String, example: String = "2/10"
  ) -> (selected: Int, total: Int)? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      note(
        "\(argument): \(Self.quoted(text)) is not two counts with a slash between",
        fix: "write selected/total, for example \(example)")
      return nil
    }
    let selected = count(parts[0], in: argument, example: example)
    let total = count(parts[1], in: argument, example: example)
    guard let selected, let total else { return nil }
    guard selected <= total else {
      note(
        "\(argument): \(selected) of \(total) cannot be: more are selected than there are",
        fix: "write selected/total, for example \(total)/\(selected) if they were exchanged")
      return nil
    }
    return (selected, total)
  }

  /// A number between two limits, limits included if `closed`.
  mutating func number(
    _ text: String, in argument: String, from lower: Double, to upper: Double, closed: Bool = true,
    example: String
  ) -> Double? {
    guard let value = Double(text), value.isFinite else {
      note("\(argument): \(Self.quoted(text[...])) is not a number", fix: "for example \(example)")
      return nil
    }
    let isInside = closed ? value >= lower && value <= upper : value > lower && value < upper
    guard isInside else {
      note(
        "\(argument): \(text) does not lie between \(Figures.plain(lower)) and "
          + Figures.plain(upper), fix: "for example \(example)")
      return nil
    }
    return value
  }

  /// A finite number; the problem is noted otherwise.
  mutating func amount(_ text: String, in argument: String) -> Double? {
    if let value = Double(text), value.isFinite { return value }
    note(
      "\(argument): \(Self.quoted(text[...])) is not a number",
      fix: "write digits with a point for decimals, for example 1463.50")
    return nil
  }

  /// A text in quotation marks, at most 40 characters of it and none that moves a terminal.
  static func quoted(_ text: Substring) -> String {
    let inert = TerminalEncoder.text(String(text))
    return "\"\(inert.prefix(40))\(inert.count > 40 ? "…" : "")\""
  }
}
