import ArgumentParser
import Calculators
import Pipeline

/// The command `parity test regression`.
struct RegressionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regression",
    abstract: "Compare two groups with other characteristics held equal, from a file of people.",
    discussion: """
      Examples:
        parity test regression people.csv --outcome hired --group sex --focal Women \\
          --reference Men --controls department,grade
        parity test regression people.csv --outcome stage=offer --group sex --focal Women \\
          --reference Men --controls experience:number --strata requisition --cluster team

      The file has one row per person under a header. The outcome says yes or no, true or false, 1 or
      0; else the text that counts is named, as in stage=offer. Each text of a control has a rate of
      its own; a control given as name:number enters as a number. Rows with an empty field are left
      out, and how many is said. Nothing of the answer is protected; it is for the eyes that may see
      the file.

      Exit codes: 0 ok; 64 wrong arguments, columns or groups the file does not have; 65 wrong
      content; 66 no such file.
      """)

  @Argument(help: "The file of people.")
  var file: String

  @Option(help: "The column of the outcome; column=text where it does not say yes and no.")
  var outcome: String

  @Option(help: "The column of the groups.")
  var group: String

  @Option(help: "The focal group, a text of the column.")
  var focal: String

  @Option(help: "The reference group, a text of the column.")
  var reference: String

  @Option(help: "Columns held equal, separated by commas; name:number for numbers.")
  var controls: String?

  @Option(help: "A column within which people are compared, such as the requisition.")
  var strata: String?

  @Option(help: "A column whose people may resemble each other, such as the team.")
  var cluster: String?

  @OptionGroup var options: CalculatorOptions

  func run() throws {
    try options.answerFromFile { () throws(FileProblems) -> Calculation in
      try RegressionCalculator(
        path: file, outcome: outcome, group: group, focal: focal, reference: reference,
        controls: controls, strata: strata, cluster: cluster, level: options.level,
        alpha: options.alpha)()
    }
  }
}
