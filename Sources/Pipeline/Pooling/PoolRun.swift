import Archive
import Documents
import Encoders
import Foundation
public import Pooling
import Reports

/// Pools the packs of several organisations into a folder.
public struct PoolRun: Sendable {
  /// What happened, for the last lines the user sees.
  public struct Summary: Sendable {
    /// The folder written.
    public let folder: String
    /// How many organisations are pooled.
    public let contributors: Int
    /// How many packs are signed.
    public let signed: Int
    /// How many figures are shown.
    public let figures: Int
    /// How many are not.
    public let withheld: Int
  }

  private let paths: [String]
  private let own: String?
  private let earlier: [String]
  private let asOf: String
  private let rules: PoolRules
  private let locale: String
  private let output: OutputFolder

  /// Prepares a pool.
  ///
  /// - Parameters:
  ///   - packs: the folders of the packs.
  ///   - own: the folder of the reader's own pack, one of them or one more; nobody's if `nil`.
  ///   - earlier: pools made before; one of the same period and taxonomy must be of the same packs.
  ///   - asOf: the day the pool is made, as `2026-01-31`.
  ///   - rules: what must hold of every figure.
  ///   - locale: the tag of the language.
  ///   - folder: where to leave the pool.
  public init(
    _ packs: [String], own: String?, earlier: [String] = [], asOf: String,
    rules: PoolRules = PoolRules(), locale: String = "en-GB", folder: String, force: Bool
  ) {
    paths = packs
    self.own = own
    self.earlier = earlier
    self.asOf = asOf
    self.rules = rules
    self.locale = locale
    output = OutputFolder(path: folder, replacesExisting: force)
  }

  /// Reads, rules and writes, whole or not at all.
  ///
  /// - Throws: every problem of the packs at once; or a refusal.
  public func callAsFunction() throws(RunFailure) -> Summary {
    try output.check()
    guard PackDate(asOf) != nil else {
      throw PoolProblem.failure([(.notADay, "--as-of is not a day")])
    }
    let (readings, position) = try readings()
    // The same packs in any order make the same pool.
    let order = readings.indices.sorted { readings[$0].digest < readings[$1].digest }
    let sorted = order.map { readings[$0] }
    let panel = Digest.sha256(Array(sorted.map(\.digest).joined(separator: "\n").utf8))
    try check(panel: panel, of: sorted[0].pack)
    let release: PooledRelease
    do {
      release = try BenchmarkPool(
        sorted.map(\.pack), own: position.flatMap { order.firstIndex(of: $0) }, rules: rules,
        asOf: asOf, panel: panel
      ).release()
    } catch {
      throw Self.failure(error, sorted)
    }
    let document = PoolDocument(release, locale: locale, engine: ParityVersion.engine).document
    var files = [
      RenderedFile(
        path: "pool.json",
        bytes: Array(release.json(engine: ParityVersion.engine).document.utf8))
    ]
    files += MarkdownRenderer(fileName: "pool.md").render(document)
    files +=
      HTMLRenderer(fileName: "pool.html", sha256Base64: Digest.sha256Base64).render(document)
    try output.write(PackManifest.seal(files, key: nil))
    return Summary(
      folder: output.path, contributors: release.contributors,
      signed: sorted.count { $0.isSigned }, figures: release.figures.count,
      withheld: release.withheld)
  }

  /// The packs, and which of them is the reader's own.
  private func readings() throws(RunFailure) -> (readings: [PackReading], own: Int?) {
    var readings: [PackReading] = []
    var problems: [(problem: PoolProblem, what: String)] = []
    var names: [String] = []
    for path in paths {
      switch PackReading.read(path) {
      case .success(let reading):
        readings.append(reading)
        names.append(path)
      case .failure(let failure): problems.append((failure.problem, failure.what))
      }
    }
    var position: Int?
    if let own {
      switch PackReading.read(own) {
      case .failure(let failure):
        if !paths.contains(own) { problems.append((failure.problem, failure.what)) }
      case .success(let reading):
        position = readings.firstIndex { $0.digest == reading.digest }
        if position == nil {
          position = readings.count
          readings.append(reading)
          names.append(own)
        }
      }
    }
    problems += Self.disagreements(readings.map(\.pack), names)
    guard problems.isEmpty else { throw PoolProblem.failure(problems) }
    guard !readings.isEmpty else {
      throw PoolProblem.failure([(.tooFewContributors, "no pack was named")])
    }
    return (readings, position)
  }

  /// What packs do not agree on, each held against the first and the ones before it.
  private static func disagreements(
    _ packs: [ArchivedPack], _ names: [String]
  ) -> [(problem: PoolProblem, what: String)] {
    guard let first = packs.first else { return [] }
    var problems: [(problem: PoolProblem, what: String)] = []
    for (position, pack) in packs.enumerated().dropFirst() {
      let same = packs[..<position].firstIndex { other in
        other.contributor == pack.contributor || other.figures == pack.figures
      }
      if let same {
        problems.append(
          (.sameContributor, "\(names[position]) is of the same organisation as \(names[same])"))
      }
      if pack.period != first.period
        || (pack.flowPeriod != nil && first.flowPeriod != nil
          && pack.flowPeriod != first.flowPeriod)
      {
        problems.append(
          (.otherPeriod, "\(names[position]) is of another period than \(names[0])"))
      }
      if !agree(pack, first) {
        problems.append(
          (.otherTaxonomy, "\(names[position]) follows another taxonomy than \(names[0])"))
      }
    }
    return problems
  }

  /// Whether two packs name one taxonomy, and mean the same by every attribute that both have.
  private static func agree(_ pack: ArchivedPack, _ other: ArchivedPack) -> Bool {
    guard pack.taxonomy == other.taxonomy else { return false }
    let characteristics = pack.characteristics.allSatisfy { attribute in
      other.characteristic(attribute.id).map { $0.levels == attribute.levels } ?? true
    }
    return characteristics
      && pack.structures.allSatisfy { attribute in
        other.structure(attribute.id).map { $0.levels == attribute.levels } ?? true
      }
  }

  /// Refuses a pool of a period that was pooled before from other packs.
  private func check(panel: String, of pack: ArchivedPack) throws(RunFailure) {
    var earlier = earlier
    // What is replaced was made before as well.
    if FileManager.default.fileExists(atPath: "\(output.path)/pool.json") {
      earlier.append(output.path)
    }
    for path in earlier {
      let pool = try PoolComparison.archived(path)
      guard pool.period != pack.period || pool.taxonomy != pack.taxonomy || pool.panel == panel
      else {
        throw PoolProblem.failure([
          (.otherPanel, "\(path) is a pool of the same period from other packs")
        ])
      }
    }
  }

  private static func failure(
    _ refusal: BenchmarkPool.Refusal, _ readings: [PackReading]
  ) -> RunFailure {
    switch refusal {
    case .tooFewContributors(let count):
      PoolProblem.failure([(.tooFewContributors, "there are packs of \(count) organisations")])
    case .tooRecent(let positions):
      PoolProblem.failure([
        (.tooRecent, "the data of \(positions.count) packs are too recent")
      ])
    case .nothingToShow:
      PoolProblem.failure([(.nothingToShow, "no figure of the packs may be shown")])
    }
  }
}
