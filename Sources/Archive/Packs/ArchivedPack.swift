public import Estimates

/// One organisation's contribution to a pooled benchmark, read back from `pack.json`.
///
/// It holds counts that a release published, and nothing else. Reading checks that they do not
/// contradict each other; it does not show that they are right.
public struct ArchivedPack: Hashable, Sendable {
  /// One level of an attribute, or several merged into one.
  public struct Level: Hashable, Sendable {
    /// The label.
    public let label: String
    /// The labels of the levels it is made of; empty where it is one itself.
    public let members: [String]

    /// Makes a level.
    public init(label: String, members: [String] = []) {
      self.label = label
      self.members = members
    }

    /// The levels it covers.
    var atoms: Set<String> { members.isEmpty ? [label] : Set(members) }
  }

  /// An attribute of the taxonomy.
  public struct Attribute: Hashable, Sendable {
    /// The identifier.
    public let id: String
    /// The title.
    public let title: String
    /// The levels, in declared order, merged ones last.
    public let levels: [Level]

    /// Makes an attribute.
    public init(id: String, title: String, levels: [Level]) {
      self.id = id
      self.title = title
      self.levels = levels
    }
  }

  /// Whom a group is a share of.
  public enum Base: String, Hashable, Sendable, CaseIterable {
    /// Everyone who declared the characteristic.
    case declared
    /// Everyone, whether they declared it or not.
    case everyone
  }

  /// What a figure counts, the same in every pack.
  public struct Key: Hashable, Sendable {
    /// The population, for example `workforce` or `hires`.
    public let population: String
    /// The identifier of the characteristic.
    public let characteristic: String
    /// The group's label.
    public let group: String
    /// Whom the group is a share of.
    public let base: Base
    /// Where these people work: at most two structures, sorted; empty for everywhere.
    public let by: [CellKey.Condition]

    /// Makes a key.
    public init(
      population: String, characteristic: String, group: String, base: Base,
      by: [CellKey.Condition] = []
    ) {
      self.population = population
      self.characteristic = characteristic
      self.group = group
      self.base = base
      self.by = by.sorted()
    }
  }

  /// A count of a group among a number of people.
  public struct Figure: Hashable, Sendable {
    /// What is counted.
    public let key: Key
    /// How many people of the group.
    public let people: Int
    /// How many people they are a share of, at least 1.
    public let total: Int

    /// Makes a figure.
    public init(key: Key, people: Int, total: Int) {
      self.key = key
      self.people = people
      self.total = total
    }
  }

  /// The schemas that are read.
  public static let schemas = ["parity.benchmark-pack/1"]
  /// The populations a pack may speak of, in the order they are shown.
  public static let populations = ["workforce", "hires", "promotions", "exits"]
  /// How much of a pack is read.
  public static let limits = ArchiveLimits(bytes: 8 << 20, depth: 10, values: 400_000)

  /// Who contributes: a name or a code.
  public let contributor: String
  /// The quarter of stocks.
  public let period: String
  /// The quarters of hires, promotions and exits; `nil` where there are none.
  public let flowPeriod: String?
  /// The day of the snapshot, as `2025-09-30`.
  public let snapshotDate: String
  /// The smallest group the organisation shows.
  public let threshold: Int
  /// The name of the taxonomy that contributors agreed on.
  public let taxonomy: String
  /// The characteristics.
  public let characteristics: [Attribute]
  /// The structures.
  public let structures: [Attribute]
  /// The figures, in the order of the file.
  public let figures: [Figure]

  /// Reads the bytes of a `pack.json`.
  ///
  /// - Throws: an ``ArchiveProblem`` where they are not one, a figure names what the taxonomy does not
  ///   have, or figures contradict each other.
  public init(
    packFile bytes: [UInt8], limits: ArchiveLimits = Self.limits
  ) throws(ArchiveProblem) {
    let document = try JSONReader.read(bytes, limits: limits)
    guard Self.schemas.contains(try document.text("schema")) else { throw .unknownSchema }
    contributor = try Self.name(document, "contributor")
    period = try Self.name(document, "period")
    flowPeriod =
      try document.optionalText("flow_period") == nil
      ? nil : try Self.name(document, "flow_period")
    snapshotDate = try document.text("snapshot_date")
    guard PackDate(snapshotDate) != nil else { throw .wrongKind("snapshot_date") }
    threshold = try document.object("policy").count("threshold")
    let taxonomy = try document.object("taxonomy")
    self.taxonomy = try Self.name(taxonomy, "name")
    characteristics = try Self.attributes(taxonomy, "characteristics")
    structures = try Self.attributes(taxonomy, "structures")
    var figures: [Figure] = []
    for node in try document.array("figures") {
      figures.append(try Figure(node, position: figures.count))
    }
    self.figures = figures
    try check()
  }

  /// A text that is there, short and of one line.
  private static func name(_ node: JSONNode, _ member: String) throws(ArchiveProblem) -> String {
    let text = try node.text(member)
    guard !text.isEmpty, text.utf8.count <= 200, text.unicodeScalars.allSatisfy({ $0.value >= 32 })
    else { throw .wrongKind(member) }
    return text
  }

  private static func attributes(
    _ taxonomy: JSONNode, _ member: String
  ) throws(ArchiveProblem) -> [Attribute] {
    var attributes: [Attribute] = []
    for node in try taxonomy.array(member) {
      var levels: [Level] = []
      for level in try node.array("levels") {
        var members: [String] = []
        for member in try level.optionalArray("members") {
          guard case .text(let label) = member else { throw .wrongKind("members") }
          members.append(label)
        }
        levels.append(Level(label: try name(level, "label"), members: members))
      }
      attributes.append(
        Attribute(id: try name(node, "id"), title: try name(node, "title"), levels: levels))
      let labels = levels.map(\.label)
      guard Set(labels).count == labels.count else { throw .wrongKind("levels") }
    }
    guard Set(attributes.map(\.id)).count == attributes.count else { throw .wrongKind(member) }
    return attributes
  }

  /// The characteristic with an identifier.
  public func characteristic(_ id: String) -> Attribute? {
    characteristics.first { $0.id == id }
  }

  /// The structure with an identifier.
  public func structure(_ id: String) -> Attribute? { structures.first { $0.id == id } }
}

extension ArchivedPack.Figure {
  fileprivate init(_ node: JSONNode, position: Int) throws(ArchiveProblem) {
    guard let base = ArchivedPack.Base(rawValue: try node.text("base")) else {
      throw .wrongKind("base")
    }
    var by: [CellKey.Condition] = []
    if node["by"] != nil {
      for (attribute, level) in try node.object("by").members {
        guard case .text(let label) = level else { throw .wrongKind("by") }
        by.append(CellKey.Condition(attribute, label))
      }
    }
    guard by.count <= 2 else { throw .wrongKind("by") }
    self.init(
      key: ArchivedPack.Key(
        population: try node.text("population"), characteristic: try node.text("characteristic"),
        group: try node.text("group"), base: base, by: by),
      people: try node.count("people"), total: try node.count("total"))
    guard total >= 1, people <= total else { throw .contradictoryFigure(position: position) }
  }
}

/// A day, as packs write it.
public struct PackDate: Hashable, Sendable, Comparable {
  /// The year.
  public let year: Int
  /// The month, from 1.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Reads `2025-09-30`; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard text.utf8.count == 10, parts.map(\.utf8.count) == [4, 2, 2],
      text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), day >= 1
    else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= days[month - 1] else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Whether this day is at least some months after another; the last day of a month counts as any
  /// later day of it.
  public func isAtLeast(months: Int, after earlier: PackDate) -> Bool {
    let between = (year - earlier.year) * 12 + month - earlier.month
    if between != months { return between > months }
    let isLast =
      PackDate("\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day + 1, 2))") == nil
    return day >= earlier.day || isLast
  }

  private static func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }

  /// Orders days.
  public static func < (left: PackDate, right: PackDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}
