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

      Rows are units, separated by semicolons; columns are groups, separated by commas. Every index of
      separation stands beside its exact expectation by chance. Diversity is that of the columns' totals.
      """)

  @Argument(parsing: .allUnrecognized, help: "The counts, rows with semicolons between.")
  var tables: [String] = []

  @Option(help: "The base of logarithms: e, 2 or 10.")
  var base = "e"

  @OptionGroup var options: CalculatorOptions

  func run() throws {
    try options.answer { () throws(ArgumentProblems) -> Calculation in
      try IndexCalculator(
        tables: tables, base: base, level: options.level, alpha: options.alpha)()
    }
  }
}
