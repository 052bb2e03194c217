/// Why a release cannot be held against an earlier one.
enum ComparisonProblem: String, CaseIterable {
  case missing = "F001"
  case malformed = "F002"
  case otherOrganisation = "F003"
  case laterQuarter = "F004"
  case fewerReaders = "F005"

  /// What the process ends with.
  var exitCode: RunFailure.ExitCode {
    switch self {
    case .missing: .inputMissing
    case .malformed, .otherOrganisation, .laterQuarter: .dataInvalid
    case .fewerReaders: .refused
    }
  }

  /// What the code stands for, in a sentence.
  var meaning: String {
    switch self {
    case .missing: "The earlier release, a folder or a results.json, is not there."
    case .malformed: "The earlier release is not a results.json that can be read."
    case .otherOrganisation: "The earlier release reports on another organisation."
    case .laterQuarter: "The earlier release is of a later quarter than this report."
    case .fewerReaders:
      "The earlier release was made for fewer readers, with smaller groups; this report may not repeat"
        + " its figures."
    }
  }

  /// How to mend it.
  var fix: String {
    switch self {
    case .missing: "name the folder that `parity report` or `parity run` wrote, or its results.json"
    case .malformed: "get the release again; `parity verify FOLDER` says whether it is whole"
    case .otherOrganisation, .laterQuarter:
      "name the last report of this organisation under [report] previous_release"
    case .fewerReaders: "name a release made for the same readers, or more"
    }
  }

  /// The explanation of a code and how to mend it; `nil` where there is none.
  static func explanation(of code: String) -> String? {
    ComparisonProblem(rawValue: code.uppercased()).map { "\($0.meaning) Fix: \($0.fix)." }
  }
}
