import Archive
import Estimates

/// Every word of `parity diff`.
enum DiffWords {
  /// The line that stands first.
  static func summary(_ comparison: ReleaseComparison) -> String {
    let counts = [
      number(comparison.verdicts(.new).count, "new gap", "new gaps"),
      "\(comparison.verdicts(.resolved).count) resolved",
      number(comparison.verdicts(.changed).count, "changed verdict", "changed verdicts"),
      number(comparison.revisedFigures.count, "revised figure", "revised figures"),
      number(comparison.methods.count, "changed method or rule", "changed methods or rules"),
    ]
    return
      "From \(period(comparison.earlier)) to \(period(comparison.later.run)): "
      + counts.joined(separator: ", ") + "."
  }

  static let nothing = "Nothing is different."
  static let newGaps = "New gaps"
  static let resolved = "Resolved gaps"
  static let changed = "Changed verdicts"
  static let revised = "Revised figures"
  static let methods = "Changed methods and rules"
  static let notCompared =
    "Different, but not to be compared, for a method, a rule or a definition changed"
  static let gone = "Tables that are gone"
  static let added = "New tables"
  static let breakMark = "[b]"
  static let noVerdict = "no verdict"
  static let notStated = "not stated"

  /// One total each of what is hidden now and was not, or the reverse.
  static func hidden(_ comparison: ReleaseComparison) -> String {
    "Hidden now and shown before: \(number(comparison.newlyHidden, "place", "places")). "
      + "Shown now and hidden before: \(number(comparison.newlyShown, "place", "places"))."
  }

  /// How many lines of a list were left out.
  static func more(_ count: Int) -> String {
    "  and \(number(count, "more", "more")); --json lists them all"
  }

  /// The remarks that go to standard error.
  static func remarks(_ earlier: ArchivedRelease, _ later: ArchivedRelease) -> [String] {
    var remarks: [String] = []
    if let old = earlier.run.organisation, let new = later.run.organisation, old != new {
      remarks.append("parity: note: the releases are of two organisations")
    }
    if let old = earlier.run.period, let new = later.run.period,
      old.utf8.count == new.utf8.count, old > new
    {
      remarks.append("parity: note: the first release is of a later quarter than the second")
    }
    if EarlierRelease.readers(earlier.audience) != EarlierRelease.readers(later.audience) {
      remarks.append(
        "parity: note: the releases were made for different readers; show this to the fewer alone")
    }
    return remarks
  }

  /// The word of a verdict.
  static func word(_ verdict: Verdict) -> String {
    switch verdict {
    case .clearGap: "clear gap"
    case .gapSizeUncertain: "gap, size uncertain"
    case .smallGap: "small gap"
    case .aboutTheSame: "about the same"
    case .tooUncertain: "too uncertain to say"
    case .notReported: "not reported"
    }
  }

  /// What a changed method or rule is called.
  static func subject(_ subject: MethodChange.Subject) -> String {
    switch subject {
    case .engine: "engine"
    case .audience: "readers"
    case .threshold: "smallest group shown"
    case .payThreshold: "smallest group whose pay is shown"
    case .rounding: "multiples that counts are shown in"
    case .confidence: "confidence"
    case .multiplicity: "adjustment for several tests"
    case .band(let scale): "practical band, \(scale)"
    case .method(let title): title
    case .groups: "groups compared"
    case .note: "definition"
    case .members(_, let label): "what \"\(label)\" is made of"
    case .levels(let attribute): "levels of \(attribute)"
    }
  }

  /// How many tables a change concerns.
  static func tables(_ count: Int?) -> String {
    count.map { number($0, "table", "tables") } ?? "all tables"
  }

  private static func period(_ run: ArchivedRun) -> String { run.period ?? notStated }

  private static func number(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}
