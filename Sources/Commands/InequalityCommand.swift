import ArgumentParser
import Calculators
import Foundation
import Pipeline

/// The command `parity test inequality`.
struct InequalityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inequality",
    abstract: "How unequal amounts of pay or anything else are.",
    discussion: """
      Examples:
        parity test inequality 541 1463 2445 3438 4437 5401 6392 8304 11904 22261
        parity test inequality --file pay.txt --quantile 2 --json
        parity test inequality --file pay.csv --groups department
        parity test inequality --file employees.csv --groups sex --amount annual_pay

      With --groups the file has a header and columns, and Theil's T and the Gini coefficient are parted
      within and between the groups. The amounts are the column of --amount or, of two columns, the other
      one; rows without group or amount are left out. Otherwise a file has one amount on each line. Amounts
      of zero are kept. Quantile types are those of Hyndman and Fan; 7 is the usual one.
      """)

  @Argument(parsing: .allUnrecognized, help: "The amounts.")
  var amounts: [String] = []

  @Option(help: "A text file with one amount on each line.")
  var file: String?

  @Option(help: "The column of the groups, in a file with columns.")
  var groups: String?

  @Option(help: "The column of the amounts, beside --groups.")
  var amount: String?

  @Option(help: "How percentiles are taken: type 1, 2, 4, 5, 6, 7, 8 or 9.")
  var quantile = 7

  @OptionGroup var options: CalculatorOptions

  func run() throws {
    guard groups != nil || amount == nil, groups == nil || file != nil else {
      throw RunFailure(
        .usage,
        [
          "error U110 --groups, --amount and --file belong together",
          "  fix: for example --file pay.csv --groups sex --amount pay",
        ])
    }
    guard let file else {
      return try options.answer { () throws(ArgumentProblems) -> Calculation in
        try InequalityCalculator(amounts: amounts, quantile: quantile, level: options.level)()
      }
    }
    guard amounts.isEmpty else {
      throw RunFailure(
        .usage, ["error U110 amounts and --file were both given", "  fix: give one of them"])
    }
    if let groups {
      return try options.answerFromFile { () throws(FileProblems) -> Calculation in
        try InequalityCalculator(
          path: file, groups: groups, amount: amount, quantile: quantile, level: options.level)()
      }
    }
    guard let data = FileManager.default.contents(atPath: file),
      let text = String(data: data, encoding: .utf8)
    else {
      throw RunFailure(
        .inputMissing,
        [
          "error U111 the file of --file cannot be read as text",
          "  fix: give the path of a text file in UTF-8 with one amount on each line",
        ])
    }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
      String.init)
    try options.answer(failure: .dataInvalid) { () throws(ArgumentProblems) -> Calculation in
      try InequalityCalculator(lines: lines, quantile: quantile, level: options.level)()
        .madeFromPeople()
    }
  }
}
