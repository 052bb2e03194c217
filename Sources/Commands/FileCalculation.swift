import Calculators
import DataSources
import Pipeline

extension CalculatorOptions {
  /// Computes from a file and prints; a wrong argument ends in 64, a wrong file in 65 or 66.
  func answerFromFile(_ calculate: () throws(FileProblems) -> Calculation) throws {
    let calculation: Calculation
    do {
      calculation = try calculate()
    } catch {
      let data = SourceProblems(error.data)
      let lines =
        error.arguments.flatMap(\.lines)
        + data.problems.flatMap { ProblemText.linesWithoutList(for: $0) }
      throw RunFailure(
        error.arguments.isEmpty ? RunFailure(data).exitCode : .usage, lines,
        problems: data.problems)
    }
    try answer { () throws(ArgumentProblems) -> Calculation in
      calculation.madeFromPeople()
    }
  }
}
