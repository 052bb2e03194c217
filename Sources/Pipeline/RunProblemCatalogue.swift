/// The problems of a run that are of no input and no key: what each code means, for `parity explain`.
///
/// Codes of inputs are in `ProblemCatalogue`, codes of keys in `ConfigurationProblem`.
enum RunProblemCatalogue {
  /// A code and what it means.
  struct Entry: Sendable, Hashable {
    /// The code, for example `P101`.
    let code: String
    /// What is wrong.
    let explanation: String
    /// How to mend it.
    let fix: String

    init(_ code: String, _ explanation: String, fix: String) {
      self.code = code
      self.explanation = explanation
      self.fix = fix
    }
  }

  /// The explanation of a code, upper or lower case, and how to mend it; `nil` where there is none.
  static func explanation(of code: String) -> String? {
    entries.first { $0.code == code.uppercased() }.map { "\($0.explanation) Fix: \($0.fix)." }
  }

  /// Every code, in order within its letter.
  static let entries =
    reconciliation + keys + protection + ledger + bundles + files + usage + faults

  private static let keys: [Entry] = [
    Entry(
      "C070", "The bundled example is not where the program looks for it.",
      fix: "run bin/parity from the project, or name a configuration"),
    Entry(
      "C071",
      "The file named by [privacy] key_file cannot be read. Digests and the ledger are made with it.",
      fix: "`parity init --out` makes one; keep it for all releases"),
    Entry(
      "C072", "The file named by [privacy] signing_key cannot be read.",
      fix: "`parity init --out` makes one; without signing_key the release is unsigned"),
    Entry(
      "C073", "Others may read the file named by [privacy] signing_key, and so sign in your name.",
      fix: "chmod 600 the file; if others have read it, make a new key"),
    Entry(
      "C074", "The file named by [privacy] signing_key holds no Ed25519 private key.",
      fix: "`parity init --out` makes one"),
    Entry(
      "C075", "There is no input of kind applications, so there is no funnel to show.",
      fix: "add [inputs.X] with kind = \"applications\" and its stages"),
  ]

  private static let protection: [Entry] = [
    Entry(
      "P101",
      "Hiding and merging cannot make the release safe: something it is meant to show gives small"
        + " groups away.",
      fix: "merge small groups under [attributes.X] merge, or report fewer tables"),
    Entry(
      "P102",
      "The limits between which a reader could place a hidden count were not all checked: the solver"
        + " is missing, failed, gave answers that do not hold, or used up its budget.",
      fix: "build parity-solver beside parity; for a large release merge groups or report less"),
    Entry(
      "P103",
      "The second audit, which reads results.json alone, found that a reader could work out what it"
        + " hides.",
      fix: "see the operator's log (--plan-log) for the cells; merge groups or report fewer tables"),
    Entry(
      "P104", "The second audit could not be run to its end.",
      fix: "build parity-solver beside parity; for a large release merge groups or report less"),
    Entry(
      "P105", "An audit of a finished folder could not be run to its end.",
      fix: "build parity-solver beside parity"),
  ]

  private static let ledger: [Entry] = [
    Entry(
      "P110", "The ledger of earlier releases is missing or empty.",
      fix: "put it back from a copy with its .head; for the first release ever, --first-release"),
    Entry(
      "P111", "The ledger was changed, cut short or made with another key.",
      fix: "put it and its .head back from a copy, with the key they were made with"),
    Entry(
      "P112", "Another run is using the ledger.", fix: "wait until it has ended, then run again"),
    Entry(
      "P113",
      "Together with earlier releases this one would give people away: by subtraction, by narrowing"
        + " what a hidden count can be, or by following the few people who moved.",
      fix: "read the remedies printed with it, in their order; see --plan-log for the cells"),
    Entry(
      "P114", "--first-release was given and the ledger already holds releases.",
      fix: "leave --first-release out, or name another ledger"),
    Entry(
      "P115", "The key of the ledger is too short to keep pseudonyms from being guessed.",
      fix: "`parity init --out` makes one of 32 random bytes"),
    Entry(
      "P116", "The release could not be held against the ledger.",
      fix: "correct the input named, or report fewer tables"),
    Entry(
      "P117", "Parts of a release were asked for that is not in the ledger yet.",
      fix: "enter it with parity report, then show parts of it"),
  ]

  private static let reconciliation: [Entry] = [
    Entry(
      "D301",
      "The snapshots and the events disagree: closing headcount is not opening headcount and hires less"
        + " exits.",
      fix: "look for hires or exits that are missing, listed twice or dated in another quarter;"
        + " transfers in and out of the population are hires and exits of it"),
    Entry(
      "D302",
      "The file of skills lists other people than the snapshot of the same quarter, or the same people with"
        + " other attributes.",
      fix:
        "list every person of the snapshot once, without skills where none are recorded, and take the"
        + " attributes from it"),
  ]

  private static let bundles: [Entry] = [
    Entry("V001", "There is no such folder.", fix: "name the folder of a release"),
    Entry(
      "V002", "The folder holds no manifest.json that can be read.",
      fix: "name the folder that `parity report` or `parity run` wrote"),
    Entry(
      "V003", "The file of the public key cannot be read.", fix: "check the path of --public-key"),
    Entry(
      "V004", "The file of the public key holds no key.",
      fix: "it holds 32 bytes, or their Base64 in one line"),
    Entry("V005", "manifest.json is damaged or not a manifest.", fix: "get the release again"),
    Entry("V006", "manifest.json is too large to be one.", fix: "get the release again"),
    Entry("V007", "results.json is damaged or not a release.", fix: "get the release again"),
    Entry(
      "V008", "The folder holds no results.json that can be read.",
      fix: "name the folder that `parity report` or `parity run` wrote"),
  ]

  private static let files: [Entry] = [
    Entry(
      "W101", "The folder to be written exists already.",
      fix: "name another with --out, or add --force"),
    Entry(
      "W102", "The folder could not be written; nothing was changed.",
      fix: "check that the parent folder exists, is writable and has space"),
    Entry(
      "W103", "The private plan log could not be written.",
      fix: "name a file in a folder you can write to"),
    Entry("W104", "The file to be written exists already.", fix: "name another file"),
    Entry("W105", "The file could not be written.", fix: "check the folder and its space"),
    Entry(
      "W106", "The private plan log exists already.", fix: "name another file, or add --force"),
    Entry(
      "W107", "The lock of the ledger could not be made.",
      fix: "check that the folder exists and can be written to"),
    Entry(
      "W108", "The ledger could not be written.",
      fix: "check its folder and its space, then run again: what was left aside is then added"),
    Entry(
      "W109", "A PDF is printed by Chromium, and none is installed.",
      fix: "install chromium or google-chrome, or leave pdf out of --format"),
    Entry(
      "W110", "The browser printed no PDF; nothing was written.",
      fix: "print the page from a browser, or leave pdf out of --format"),
  ]

  private static let usage: [Entry] = [
    Entry(
      "U101", "The system named after --from is not one that is known.",
      fix: "one of those `parity init --help` lists"),
    Entry(
      "U102", "`parity explain` knows nothing of that name.",
      fix: "a problem code, a method of `parity methods`, or a verdict"),
    Entry(
      "U103", "The configuration has no attribute or structure of that name.",
      fix: "one of those the message lists"),
    Entry(
      "U104", "No cell and no statistic of the release has that name.",
      fix: "name it as results.json does, in quotation marks"),
    Entry(
      "U105", "The report has no part of that name.",
      fix: "`parity show` without a name lists them"),
    Entry(
      "U106", "Reports cannot be made for each level of that attribute.",
      fix: "name an attribute whose role is structure"),
    Entry(
      "U110", "Arguments of a calculator are missing, malformed or exclude each other.",
      fix: "see the examples of its --help; every fault is listed in one pass"),
    Entry(
      "U120", "The tag after --locale is not one that reports are written in.",
      fix: "en-GB, en-US, de, fr or es"),
    Entry(
      "U111", "The file of amounts cannot be read as text.",
      fix: "save it as UTF-8 with one amount on each line"),
  ]

  private static let faults: [Entry] = [
    Entry("I101", "Two files of a report have one name.", fix: "report this fault"),
    Entry("I102", "results.json cannot be read back.", fix: "report this fault"),
    Entry("I103", "The manifest could not be signed.", fix: "report this fault"),
    Entry("I104", "The pack.json of an export cannot be read back.", fix: "report this fault"),
  ]
}
