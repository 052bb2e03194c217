import ArgumentParser
import Calculators
import Pipeline

/// The command `parity test`: calculators for numbers typed in.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Compute tests and intervals from numbers typed in; no data needed.",
    discussion: """
      Examples:
        parity test two-by-two 2/10 15/25
        parity test stratified 26/48:206/259 11/48:35/259
        parity test share 16/68 --benchmark 0.268 --json

      The first group is the focal one: ratios are focal / reference, differences focal - reference.
      """,
    subcommands: [
      TwoByTwoCommand.self, StratifiedCommand.self, TableCommand.self, TrendCommand.self,
      ShareCommand.self, AdjustCommand.self, PowerCommand.self, GroupsCommand.self,
      IndexCommand.self, InequalityCommand.self, RegressionCommand.self, SurvivalCommand.self,
      ReductionCommand.self, ProjectionCommand.self,
    ])
}

/// What every calculator can be asked besides.
struct CalculatorOptions: ParsableArguments {
  @Flag(help: "Print the answer as JSON (parity.test/1).")
  var json = false

  @Option(help: "The nominal coverage of intervals.")
  var level = 0.95

  @Option(help: "The error probability that the closing sentence holds tests against.")
  var alpha = 0.05

  func validate() throws {
    guard level > 0, level < 1 else {
      throw ValidationError("--level must lie between 0 and 1, for example 0.95")
    }
    guard alpha > 0, alpha < 1 else {
      throw ValidationError("--alpha must lie between 0 and 1, for example 0.05")
    }
  }

  /// Computes and prints; whatever is wrong with the arguments is told in one pass.
  func answer(
    failure: RunFailure.ExitCode = .usage,
    _ calculate: () throws(ArgumentProblems) -> Calculation
  ) throws {
    let calculation: Calculation
    do {
      calculation = try calculate()
    } catch {
      throw RunFailure(failure, error.problems.flatMap(\.lines))
    }
    if json {
      Terminal.document(calculation.json)
    } else {
      Terminal.result(calculation.panel)
    }
  }
}

/// The command `parity test two-by-two`.
struct TwoByTwoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "two-by-two",
    abstract: "Compare two rates, each selected/total, the focal group first.",
    discussion: """
      Examples:
        parity test two-by-two 2/10 15/25
        parity test two-by-two 50/64 455/508 --level 0.9 --json
      """)

  @Argument(
    parsing: .allUnrecognized, help: "The focal and the reference group, each selected/total.")
  var groups: [String] = []

  @OptionGroup var options: CalculatorOptions

  func run() throws {
    try options.answer { () throws(ArgumentProblems) -> Calculation in
      try TwoByTwoCalculator(groups: groups, level: options.level, alpha: options.alpha)()
    }
  }
}

/// The command `parity test stratified`.
struct StratifiedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stratified",
    abstract: "Compare two rates within strata, each stratum focal:reference.",
    discussion: """
      Examples:
        parity test stratified 26/48:206/259 11/48:35/259
      """)

  @Argument(
    parsing: .allUnrecognized, help: "The strata, each selected/total:selected/total.")
  var strata: [String] = []

  @OptionGroup var options: CalculatorOptions

  func run() throws {
    try options.answer { () throws(ArgumentProblems) -> Calculation in
      try StratifiedCalculator(strata: strata, level: options.level, alpha: options.alpha)()
    }
  }
}

/// The command `parity test trend`.
struct TrendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "Test a trend of rates over ordered groups, each selected/total.",
    discussion: """
      Examples:
        parity test trend 5/40 6/35 10/38 --scores 10,20,40

      Without scores the groups count 1, 2, 3, and so on.
      """)

  @Argument(parsing: .allUnrecognized, help: "The groups in order, each selected/total.")
  var groups: [String] = []

  @Option(help: "The score of each group, separated by commas.")
  var scores: String?

  @OptionGroup var options: CalculatorOptions

  func run() throws {
    try options.answer { () throws(ArgumentProblems) -> Calculation in
      try TrendCalculator(groups: groups, scores: scores, alpha: options.alpha)()
    }
  }
}

/// The command `parity test share`.
struct ShareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "share",
    abstract:
      "A share with its intervals, alone or against a benchmark, or those of all categories.",
    discussion: """
      Examples:
        parity test share 16/68
        parity test share 16/68 --benchmark 0.268
        parity test share 16/68 --of 150
        parity test share 16,40,12

      One share is count/total. Counts with commas between are those of all categories of everyone:
      their shares have intervals that hold together. With --of the share is that of so many people,
      of whom the total answered.
      """)

  @Argument(
    parsing: .allUnrecognized,
    help: "The share, count/total, or the counts of all categories, with commas between.")
  var shares: [String] = []

  @Option(help: "The outside share to compare with, between 0 and 1.")
  var benchmark: String?

  @Option(help: "How many people there are, those who did not answer too.")
  var of: String?

  @OptionGroup var options: CalculatorOptions

  func run() throws {
    try options.answer { () throws(ArgumentProblems) -> Calculation in
      guard CategoriesCalculator.reads(shares) else {
        return try ShareCalculator(
          shares: shares, benchmark: benchmark, population: of, level: options.level,
          alpha: options.alpha)()
      }
      return try CategoriesCalculator(
        counts: shares[0], benchmark: benchmark, population: of, level: options.level)()
    }
  }
}

/// The command `parity test adjust`.
struct AdjustCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adjust",
    abstract: "Adjust p-values as one family; results keep the order given.",
    discussion: """
      Examples:
        parity test adjust --method holm 0.01 0.02 0.04
        parity test adjust --method bh 0.0001 0.0004 0.0019 0.0095

      Methods: bonferroni, holm, hochberg, hommel, bh (Benjamini-Hochberg), by (Benjamini-Yekutieli).
      """)

  @Argument(parsing: .allUnrecognized, help: "The p-values.")
  var pValues: [String] = []

  @Option(help: "How the family is adjusted.")
  var method = "holm"

  @OptionGroup var options: CalculatorOptions

  func run() throws {
    try options.answer { () throws(ArgumentProblems) -> Calculation in
      try AdjustCalculator(pValues: pValues, method: method, alpha: options.alpha)()
    }
  }
}

/// The command `parity test table`.
struct TableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Compare several groups on several outcomes.",
    discussion: """
      Examples:
        parity test table "12,5,7;3,9,11"

      Rows are groups, separated by semicolons; columns are outcomes, separated by commas. Where there
      are too many tables to follow, tables are drawn at random with a fixed seed.
      """)

  @Argument(parsing: .allUnrecognized, help: "The counts, rows with semicolons between.")
  var tables: [String] = []

  @Option(help: "How many tables are drawn where they are too many to follow.")
  var draws = 1_000_000

  @Option(help: "The seed of the draws.")
  var seed: UInt64 = 1

  @OptionGroup var options: CalculatorOptions

  func run() throws {
    try options.answer { () throws(ArgumentProblems) -> Calculation in
      try TableCalculator(tables: tables, draws: draws, seed: seed, alpha: options.alpha)()
    }
  }
}

/// The command `parity test power`.
struct PowerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "power",
    abstract: "What a test could show: power, detectable ratio, people needed.",
    discussion: """
      Examples:
        parity test power --focal .5 --reference .75 --n 20/20
        parity test power --focal .5 --reference .75 --power 0.9 --test fisher-exact-minlike
      """)

  @Option(help: "The focal group's supposed rate, between 0 and 1.")
  var focal: String

  @Option(help: "The reference group's supposed rate, between 0 and 1.")
  var reference: String

  @Option(name: .customLong("n"), help: "The sizes of the groups, focal/reference.")
  var sizes: String?

  @Option(help: "The test that will be used, by its identifier.")
  var test = "z-pooled"

  @Option(help: "The power to reach.")
  var power = "0.8"

  @OptionGroup var options: CalculatorOptions

  func run() throws {
    try options.answer { () throws(ArgumentProblems) -> Calculation in
      try PowerCalculator(
        focal: focal, reference: reference, sizes: sizes, test: test, power: power,
        alpha: options.alpha)()
    }
  }
}
