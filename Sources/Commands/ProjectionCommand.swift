import ArgumentParser
import Calculators

/// The command `parity test projection`.
struct ProjectionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "projection",
    abstract: "Where a share is heading if rates stay as they are, and when it reaches a target.",
    discussion: """
      Examples:
        parity test projection --stock "300/700" --rates 0.95 --hires "20/30" --target 0.36 --by 12
        parity test projection --stock "300,60/500,140" --transitions "260,12,28;0,54,6" \\
          --hires "120,9/150,24" --hire-periods 4 --at-levels 2 --target 0.33 --by 12

      Groups have slashes between them, the one followed first; levels have commas, the lowest first.
      --transitions has a row per level, with semicolons between: the people found at every level a
      period later, and last those who left. --rates has the chance of every level; what is missing to
      1 leaves. One block serves all groups. A period is what the counts are of, for example a quarter.
      """)

  @Option(help: "People now, by group and level.")
  var stock: String?

  @Option(help: "Counted transitions of a period, by group and level.")
  var transitions: String?

  @Option(help: "Known chances of a period, in place of --transitions.")
  var rates: String?

  @Option(help: "People hired per period, by group and level.")
  var hires: String?

  @Option(help: "Over how many periods --hires were counted.")
  var hirePeriods: String?

  @Option(help: "Names of the groups, with commas between.")
  var groups: String?

  @Option(help: "Names of the levels, with commas between.")
  var levels: String?

  @Option(help: "The levels the share is taken at, numbered from 1; all where it is not given.")
  var atLevels: String?

  @Option(help: "The share to be reached, between 0 and 1.")
  var target: String?

  @Option(help: "The period the target is to be reached by.")
  var by: String?

  @Option(help: "How many periods are followed.")
  var horizon: String?

  @Option(help: "What is added to counted transitions: pooled, jeffreys, perks, uniform or none.")
  var prior = "pooled"

  @Option(help: "How many are hired: poisson or multinomial (as many as expected).")
  var hireProcess = "poisson"

  @Option(help: "How many draws are made.")
  var draws = 10_000

  @Option(help: "The seed of the draws.")
  var seed: UInt64 = 1

  @OptionGroup var options: CalculatorOptions

  func run() throws {
    var arguments = ProjectionArguments()
    arguments.stock = stock
    arguments.transitions = transitions
    arguments.rates = rates
    arguments.hires = hires
    arguments.hirePeriods = hirePeriods
    arguments.groups = groups
    arguments.levels = levels
    arguments.atLevels = atLevels
    arguments.target = target
    arguments.by = by
    arguments.horizon = horizon
    arguments.prior = prior
    arguments.hireProcess = hireProcess
    arguments.draws = draws
    arguments.seed = seed
    arguments.level = options.level
    let typed = arguments
    try options.answer { () throws(ArgumentProblems) -> Calculation in
      try ProjectionCalculator(typed)()
    }
  }
}
