import Archive
import Disclosure
import Foundation

/// A release that was written earlier, found by its folder or its `results.json`.
struct EarlierRelease {
  /// What it says.
  let release: ArchivedRelease
  /// The SHA-256 of its bytes, in hexadecimal; they are public already, so no key is needed.
  let digest: String

  /// Reads a release.
  ///
  /// - Throws: a failure where it is missing (66) or malformed (65).
  init(path: String) throws(RunFailure) {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    let file = isFolder.boolValue ? "\(path)/results.json" : path
    let read = BundleFolder.plainFile(file, atMost: ArchiveLimits().bytes)
    guard exists, case .success(let bytes) = read else {
      if case .failure(.tooLarge) = read { throw Self.failure(.malformed, "\(file) is too large") }
      throw Self.failure(.missing, "there is no release at \(path)")
    }
    do {
      release = try ArchivedRelease(resultsFile: bytes)
    } catch {
      throw Self.failure(.malformed, "\(file) cannot be read: \(error)")
    }
    digest = Digest.sha256(bytes)
  }

  /// Refuses a release that a report may not speak of.
  ///
  /// - Throws: a failure where it is another organisation's or of a later quarter (65), or was made for
  ///   fewer readers (77).
  func check(
    organisation: String, period: String, audience: DisclosurePolicy.Audience
  ) throws(RunFailure) {
    if let name = release.run.organisation, name != organisation {
      throw Self.failure(.otherOrganisation, "the last report is not one of \(organisation)")
    }
    // Labels such as 2025Q3 and FY2025Q3 are in order within their kind.
    if let quarter = release.run.period, quarter.utf8.count == period.utf8.count, quarter > period {
      throw Self.failure(.laterQuarter, "the last report is of a quarter after \(period)")
    }
    guard Self.readers(release.audience) >= Self.readers(audience.rawValue) else {
      throw Self.failure(.fewerReaders, "the last report was made for fewer readers than this one")
    }
  }

  /// How many may read what is made for an audience, as a rank.
  static func readers(_ audience: String) -> Int {
    switch DisclosurePolicy.Audience(rawValue: audience) {
    case .alreadyPublished, .public: 2
    case .internal: 1
    default: 0
    }
  }

  private static func failure(_ problem: ComparisonProblem, _ what: String) -> RunFailure {
    RunFailure(problem.exitCode, ["error \(problem.rawValue) \(what)", "  fix: \(problem.fix)"])
  }
}
