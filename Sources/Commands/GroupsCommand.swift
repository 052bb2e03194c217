import ArgumentParser
import Calculators
import Pipeline

/// The command `parity test groups`.
struct GroupsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "groups",
    abstract: "Compare the rates of several groups with one comparator.",
    discussion: """
      Examples:
        parity test groups "White=206/900" "Black=26/100" "Hispanic=40/160"
        parity test groups "White=206/900" "Black=26/100" --comparator White --unknown 30/120
        parity test groups "M=667/1390" "F=555/1181" --rules nyc-local-law-144 --json

      The comparator is the group with the highest rate, the largest group, everyone of the other
      groups (rest), or a group by name. Rules: ugesp-four-fifths, nyc-local-law-144,
      two-standard-deviations; their lines stand beside the tests and are no verdict.
      """)

  @Argument(parsing: .allUnrecognized, help: "The groups, each name=selected/total.")
  var groups: [String] = []

  @Option(help: "Whom every group is compared with: highest, largest, rest or a group's name.")
  var comparator: String?

  @Option(help: "People of unknown group, selected/total, or their number alone.")
  var unknown: String?

  @Option(help: "A rule whose lines are printed beside the tests, by its identifier.")
  var rules: String?

  @Flag(help: "The event that is counted is unfavourable, such as being dismissed.")
  var unfavourable = false

  @OptionGroup var options: CalculatorOptions

  func run() throws {
    try options.answer { () throws(ArgumentProblems) -> Calculation in
      try GroupsCalculator(
        groups: groups, comparator: comparator, unknown: unknown, rules: rules,
        event: unfavourable ? .unfavourable : .favourable, level: options.level,
        alpha: options.alpha)()
    }
  }
}
