import ArgumentParser
import Calculators
import Pipeline

/// The command `parity test survival`.
struct SurvivalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "survival",
    abstract: "Compare when groups have an event, such as leaving, from a file of people.",
    discussion: """
      Examples:
        parity test survival people.csv --time days --event left --group sex
        parity test survival people.csv --time days --entry days_at_start --event reason \\
          --cause resigned --group sex --focal Women --reference Men --controls department \\
          --strata country --at 180,365

      The file has one row per person under a header; times are whole units, such as days since hire.
      With --entry a person counts from then on only. The event says yes or no, true or false, 1 or 0;
      with --cause the column holds what happened: the cause, other causes, or nothing (empty or no).
      Without --focal and --reference every group is compared with the largest one. Nothing of the
      answer is protected; it is for the eyes that may see the file.

      Exit codes: 0 ok; 64 wrong arguments, columns or groups the file does not have; 65 wrong
      content; 66 no such file.
      """)

  @Argument(help: "The file of people.")
  var file: String

  @Option(help: "The column of the time at which the event or the watch ended.")
  var time: String

  @Option(help: "The column of the time at which the watch began.")
  var entry: String?

  @Option(help: "The column of the event; column=text where it does not say yes and no.")
  var event: String

  @Option(help: "The column of the groups.")
  var group: String

  @Option(help: "The focal group, a text of the column.")
  var focal: String?

  @Option(help: "The reference group, a text of the column.")
  var reference: String?

  @Option(help: "A column within which people are compared, such as the country.")
  var strata: String?

  @Option(help: "Columns held equal, separated by commas; name:number for numbers.")
  var controls: String?

  @Option(help: "The cause that counts, a text of the event's column; others compete with it.")
  var cause: String?

  @Option(help: "The times at which shares are printed, separated by commas.")
  var at: String?

  @OptionGroup var options: CalculatorOptions

  func run() throws {
    try options.answerFromFile { () throws(FileProblems) -> Calculation in
      try SurvivalCalculator(
        path: file, time: time, entry: entry, event: event, group: group, focal: focal,
        reference: reference, strata: strata, controls: controls, cause: cause, times: at,
        level: options.level, alpha: options.alpha)()
    }
  }
}
