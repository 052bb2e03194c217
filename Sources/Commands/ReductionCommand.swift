import ArgumentParser
import Calculators
import Pipeline

/// The command `parity test reduction`.
struct ReductionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reduction",
    abstract: "Who was let go in a reduction in force, by age, from a file of people.",
    discussion: """
      Examples:
        parity test reduction people.csv --age age --selected let_go
        parity test reduction people.csv --age age --selected decision=dismissed --bands 40,50,60

      The file has one row per person who could have been let go, under a header; ages are whole years.
      The column of those let go says yes or no, true or false, 1 or 0; else the text that counts is
      named. People of 40 and over are compared with the younger, bands with everybody else, the mean
      age with that of all sets of as many people; every other cut is searched, with a p-value that
      counts the search. Nothing of the answer is protected; it is for the eyes that may see the file.

      Exit codes: 0 ok; 64 wrong arguments or columns the file does not have; 65 wrong content; 66 no
      such file.
      """)

  @Argument(help: "The file of people.")
  var file: String

  @Option(help: "The column of ages in whole years.")
  var age: String

  @Option(help: "The column of those let go; column=text where it does not say yes and no.")
  var selected: String

  @Option(help: "The first age of the older group; 40 where it is not given.")
  var from: Int?

  @Option(help: "The first age of every band but the youngest, separated by commas.")
  var bands: String?

  @OptionGroup var options: CalculatorOptions

  func run() throws {
    try options.answerFromFile { () throws(FileProblems) -> Calculation in
      try ReductionCalculator(
        path: file, age: age, selected: selected, from: from, bands: bands, level: options.level,
        alpha: options.alpha)()
    }
  }
}
