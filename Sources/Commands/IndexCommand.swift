import ArgumentParser
import Calculators

/// The command `parity test index`.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "How separated groups are over units, and how diverse they are together.",
    discussion: """
      Examples:
        parity test index "60,20,10,10;30,15,5,0;10,15,5,10;25,5,0,5;15,25,10,20"

        parity test index "3,5;1,7;4,4;0,8;2,6;5,3" --local

      Rows are units, separated by semicolons; columns are groups, separated by commas. Every index of
      separation stands beside its exact expectation by chance. Where units have fewer than 30 people on
      average, a model of the shares they stand for comes first; otherwise M has a bootstrap interval.
      Tables are drawn at random with a fixed seed. Diversity is that of the columns' totals.
      """)

  @Argument(parsing: .allUnrecognized, help: "The counts, rows with semicolons between.")
  var tables: [String] = []

  @Option(help: "The base of logarithms: e, 2 or 10.")
  var base = "e"

  @Option(help: "How many tables the permutation test draws.")
  var draws = 9_999

  @Option(help: "The seed of the draws.")
  var seed: UInt64 = 1

  @Flag(help: "Print too how far each unit and each group is from everyone's mix.")
  var local = false

  @OptionGroup var options: CalculatorOptions

  func run() throws {
    try options.answer { () throws(ArgumentProblems) -> Calculation in
      try IndexCalculator(
        tables: tables, base: base, draws: draws, seed: seed, detail: local ? .local : .indices,
        level: options.level, alpha: options.alpha)()
    }
  }
}
