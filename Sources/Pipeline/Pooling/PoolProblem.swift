/// Why a pack cannot be made, read or pooled.
enum PoolProblem: String, CaseIterable {
  case missing = "B101"
  case malformed = "B102"
  case changed = "B103"
  case signature = "B104"
  case sameContributor = "B105"
  case otherPeriod = "B106"
  case otherTaxonomy = "B107"
  case notADay = "B108"
  case poolMissing = "B109"
  case tooFewContributors = "B110"
  case nothingToShow = "B111"
  case tooRecent = "B112"
  case otherPanel = "B113"
  case nothingToExport = "B114"
  case otherRelease = "B115"
  case noKey = "B116"

  /// What the process ends with.
  var exitCode: RunFailure.ExitCode {
    switch self {
    case .missing, .poolMissing: .inputMissing
    case .malformed, .changed, .signature, .sameContributor, .otherPeriod, .otherTaxonomy,
      .nothingToExport, .otherRelease:
      .dataInvalid
    case .notADay: .usage
    case .tooFewContributors, .nothingToShow, .tooRecent, .otherPanel: .refused
    case .noKey: .configurationInvalid
    }
  }

  /// What the code stands for, in a sentence.
  var meaning: String {
    switch self {
    case .missing: "There is no pack at that place, or it has no manifest.json and pack.json."
    case .malformed: "The pack is not one that can be read, or its numbers contradict each other."
    case .changed: "The pack was changed after its manifest was written."
    case .signature: "The signature of the pack is not one of it by the key it names."
    case .sameContributor: "Two packs are of one organisation."
    case .otherPeriod: "Packs are of different periods."
    case .otherTaxonomy: "Packs follow different taxonomies."
    case .notADay: "The day after --as-of is not one."
    case .poolMissing: "A pool that is named cannot be read."
    case .tooFewContributors: "There are too few organisations for a pool."
    case .nothingToShow:
      "No figure has enough organisations of which none has more than its share of the people."
    case .tooRecent: "The data of a pack are younger than a pool may use."
    case .otherPanel:
      "A pool of the same period was made from other packs: the difference of the two would tell"
        + " single organisations' numbers."
    case .nothingToExport: "The release publishes nothing that a pack could hold."
    case .otherRelease: "The release is not one of this configuration."
    case .noKey: "A pseudonym is made with a key, and the configuration names none."
    }
  }

  /// How to mend it.
  var fix: String {
    switch self {
    case .missing: "name the folder that `parity benchmark export` wrote"
    case .malformed, .changed, .signature: "get the pack again from the organisation it is of"
    case .sameContributor: "leave one of them out"
    case .otherPeriod: "ask for packs of one quarter"
    case .otherTaxonomy: "agree on levels and groups, and on a name after --taxonomy"
    case .notADay: "write it as 2026-01-31"
    case .poolMissing: "name the folder that `parity benchmark pool` wrote, or its pool.json"
    case .tooFewContributors: "wait for more packs; a pool has five or more"
    case .nothingToShow: "wait for more packs, or packs of organisations alike in size"
    case .tooRecent: "wait until the latest snapshot is three months old"
    case .otherPanel: "pool the same packs again, or wait for the next period"
    case .nothingToExport: "report characteristics whose groups are large enough to be shown"
    case .otherRelease: "name the folder of this configuration's report after --release"
    case .noKey: "set [privacy] key_file, or name a code after --as"
    }
  }

  /// The lines of a problem.
  func lines(_ what: String) -> [String] { ["error \(rawValue) \(what)", "  fix: \(fix)"] }

  /// The explanation of a code and how to mend it; `nil` where there is none.
  static func explanation(of code: String) -> String? {
    PoolProblem(rawValue: code.uppercased()).map { "\($0.meaning) Fix: \($0.fix)." }
  }

  /// The failure that several problems amount to: all of them, and the code of the gravest.
  static func failure(_ problems: [(problem: PoolProblem, what: String)]) -> RunFailure {
    let codes = problems.map(\.problem.exitCode)
    let gravest: [RunFailure.ExitCode] = [
      .usage, .inputMissing, .refused, .configurationInvalid, .dataInvalid,
    ]
    return RunFailure(
      gravest.first(where: codes.contains) ?? .dataInvalid,
      problems.flatMap { $0.problem.lines($0.what) })
  }
}
