public import DataSources
import Encoders

/// Problems of the data as JSON (`parity.problems/1`).
public enum ProblemsFile {
  /// The document.
  public static func json(_ problems: [SourceProblem]) -> String {
    let items = problems.map { problem -> JSONValue in
      var object: [String: JSONValue] = [
        "code": .text(problem.code), "severity": .text(problem.severity.rawValue),
        "file": .text(problem.file), "rows": .array(problem.rows.map { .integer($0) }),
        "count": .integer(problem.count), "message": .text(problem.message),
        "fix": .text(problem.fix), "exit_code": .integer(Int(problem.exitCode)),
      ]
      if let column = problem.column { object["column"] = .text(column) }
      return .object(object)
    }
    return JSONValue.object([
      "schema": .text("parity.problems/1"), "problems": .array(items),
    ]).document
  }
}
