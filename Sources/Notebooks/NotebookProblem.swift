/// Something wrong with a notebook: where, what, and how to mend it.
package struct NotebookProblem: Sendable, Hashable, CustomStringConvertible {
  /// The kinds of problems a notebook can have, by code.
  package enum Kind: String, CaseIterable, Sendable {
    case unreadable = "N001"
    case noFrontMatter = "N002"
    case badCell = "N003"
    case unknownOption = "N004"
    case badOption = "N005"
    case badIdentifier = "N006"
    case identifierTwice = "N007"
    case strayOutput = "N008"
    case badValue = "N009"
    case refusedCommand = "N010"
    case outsideRoot = "N011"
    case missingFile = "N012"
    case unknownName = "N013"
    case laterCell = "N014"
    case failedCell = "N015"
    case unexpectedOutcome = "N016"
    case noSuchValue = "N017"
    case unprintableValue = "N018"
    case badRequest = "N019"
    case cannotWrite = "N020"
    case badCommand = "N021"
    case drift = "N030"

    /// What the code stands for, in a sentence.
    package var meaning: String {
      switch self {
      case .unreadable: "The notebook does not exist or is not text in UTF-8."
      case .noFrontMatter: "A notebook begins with its front matter between two lines of +++."
      case .badCell: "The head of a cell, or its end, is malformed."
      case .unknownOption: "A cell has an option that does not exist; every option is checked."
      case .badOption: "An option of a cell has a value it cannot have."
      case .badIdentifier: "A cell that leaves output has no #id, or one that is malformed."
      case .identifierTwice: "Two cells of a folder have the same #id."
      case .strayOutput: "An output stands without the cell it belongs to, or does not end."
      case .badValue: "A value within the text is malformed."
      case .refusedCommand:
        "The command cannot stand in a cell: cells print and never write, and show no values of people."
      case .outsideRoot: "A path in a cell leads out of the notebook's root."
      case .missingFile: "A file that the notebook reads is not there."
      case .unknownName: "A cell uses a name that [params] and [data] do not declare."
      case .laterCell: "A value refers to a cell that does not stand above it."
      case .failedCell: "The command of a cell failed; nothing of the notebook was written."
      case .unexpectedOutcome: "A cell did not fail in the way its expect-error says."
      case .noSuchValue: "The answer of the cell's command has no such value."
      case .unprintableValue: "The value is not of the kind its format prints."
      case .badRequest:
        "The command line names a parameter or cell that the notebook does not have."
      case .cannotWrite: "The notebook, its figures or its lock could not be written."
      case .badCommand: "A cell holds one command, with every quotation mark closed."
      case .drift: "What the notebook shows is not what its cells give now."
      }
    }
  }

  /// A stable code, for example `N004`.
  package let code: String
  /// The name of the file as the user gave it.
  package let file: String
  /// The line, 1 for the first; `nil` where the whole file is meant.
  package let line: Int?
  /// What is wrong.
  package let message: String
  /// How to mend it; empty where the message says so.
  package let fix: String

  /// Makes a problem.
  package init(_ kind: Kind, _ file: String, _ line: Int?, _ message: String, fix: String = "") {
    code = kind.rawValue
    self.file = file
    self.line = line
    self.message = message
    self.fix = fix
  }

  /// What a code of notebooks stands for, in a sentence; `nil` for any other code.
  package static func meaning(of code: String) -> String? {
    Kind(rawValue: code.uppercased())?.meaning
  }

  /// The problem as printed.
  package var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    let head = "error \(code) \(place): \(message)"
    return fix.isEmpty ? head : head + "\n  fix: \(fix)"
  }
}

/// Everything that is wrong with a notebook, found in one pass.
package struct NotebookProblems: Error, Sendable, CustomStringConvertible {
  /// What kind of failure it is, for the exit code of the process.
  package enum Nature: Sendable {
    /// The notebook is wrong, or one of its cells failed.
    case invalid
    /// The notebook or a file is missing.
    case missing
    /// The command line is wrong.
    case usage
    /// An output cannot be written.
    case cannotWrite
  }

  /// What kind of failure it is.
  package let nature: Nature
  /// The problems as printed, one after another.
  package let lines: [String]

  /// Gathers problems.
  package init(_ problems: [NotebookProblem], _ nature: Nature = .invalid) {
    self.nature = nature
    lines = problems.map(\.description)
  }

  init(lines: [String], _ nature: Nature = .invalid) {
    self.nature = nature
    self.lines = lines
  }

  /// The problems as printed.
  package var description: String { lines.joined(separator: "\n") }
}
