public import Estimates

/// A release that was written earlier, read back from `results.json`.
///
/// It can be compared and audited. It never becomes `Published`: only the gate makes that.
public struct ArchivedRelease: Hashable, Sendable {
  /// A count of people that the release names.
  public struct Cell: Hashable, Sendable {
    /// Its name.
    public let key: CellKey
    /// How many people; `nil` where the count is hidden.
    public let count: Int?
  }

  /// The schemas that are read.
  public static let schemas = ["parity.results/1"]

  /// Who was reported on, when and by which rules.
  public let run: ArchivedRun
  /// The smallest group shown.
  public let threshold: Int
  /// The smallest group whose pay is shown; `nil` where the release does not say.
  public let payThreshold: Int?
  /// The audience, as the release names it.
  public let audience: String
  /// The multiples that counts are rounded to, where they are.
  public let rounding: Int?
  /// How many places are hidden, as the release says.
  public let statedHidden: Int
  /// How many places are hidden.
  public let hiddenPlaces: Int
  /// Every cell that has a place, once, in the order of their names.
  public let cells: [Cell]
  /// The exhibits, in the order of the release.
  public let exhibits: [ArchivedExhibit]

  /// Reads the bytes of a `results.json`.
  ///
  /// - Throws: an ``ArchiveProblem`` where they are not one: not JSON, too large or too deep, members
  ///   missing or of another kind, a cell with two counts, or a number in a hidden place.
  public init(
    resultsFile bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()
  ) throws(ArchiveProblem) {
    let document = try JSONReader.read(bytes, limits: limits)
    guard Self.schemas.contains(try document.text("schema")) else { throw .unknownSchema }
    run = try ArchivedRun(document)
    let disclosure = try document.object("disclosure")
    threshold = try disclosure.count("threshold")
    payThreshold =
      disclosure["pay_threshold"] == nil ? nil : try disclosure.count("pay_threshold")
    audience = try disclosure.text("audience")
    rounding =
      disclosure["rounding"] == nil ? nil : try Self.roundingBase(disclosure.count("rounding"))
    statedHidden = try disclosure.count("hidden")
    var names: [String: CellKey] = [:]
    var exhibits: [ArchivedExhibit] = []
    for node in try document.array("exhibits") {
      exhibits.append(try ArchivedExhibit(node, position: exhibits.count, names: &names))
    }
    self.exhibits = exhibits
    var counts = try Self.countsBehind(document, names: &names)
    var hidden = 0
    for entry in exhibits.lazy.flatMap(\.rows).flatMap(\.entries).compactMap(\.self) {
      if entry.status == .notShown { hidden += 1 }
      guard let cell = entry.cell, entry.count != nil || entry.status == .notShown else { continue }
      if let known = counts[cell], known != entry.count {
        throw .contradictoryCell(after: counts.count)
      }
      counts[cell] = .some(entry.count)
    }
    hiddenPlaces = hidden
    cells = counts.map { Cell(key: $0.key, count: $0.value) }.sorted { $0.key < $1.key }
  }

  private static func roundingBase(_ base: Int) throws(ArchiveProblem) -> Int {
    guard (2...1000).contains(base) else { throw .wrongKind("rounding") }
    return base
  }

  /// The counts that statistics were computed from and that no exhibit shows; releases of older
  /// versions do not name them.
  private static func countsBehind(
    _ document: JSONNode, names: inout [String: CellKey]
  ) throws(ArchiveProblem) -> [CellKey: Int?] {
    guard document["counts_behind"] != nil else { return [:] }
    var counts: [CellKey: Int?] = [:]
    for (name, value) in try document.object("counts_behind").members {
      guard let key = names[name] ?? CellKey(archived: name) else {
        throw .malformedCellName(after: names.count)
      }
      guard case .integer(let count) = value, (0...ArchiveLimits.largestCount).contains(count)
      else { throw .wrongKind("counts_behind") }
      names[name] = key
      counts[key] = .some(count)
    }
    return counts
  }

  /// The cells that are hidden, in the order of their names.
  public var hiddenCells: [CellKey] { cells.filter { $0.count == nil }.map(\.key) }
}
