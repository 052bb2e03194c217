public import Estimates

/// One place of a published exhibit.
public enum PublishedEntry: Sendable, Hashable {
  /// Nothing stands here.
  case empty
  /// A count of people.
  case count(Published<Int>)
  /// A number with its uncertainty.
  case estimate(Published<Estimate>)
  /// A significance test.
  case test(Published<TestResult>)

  /// Whether the entry is hidden to protect people.
  public var isHidden: Bool { status == .notShown }

  /// The status of the entry; an empty place has none.
  public var status: Published<Int>.Status? {
    switch self {
    case .empty: nil
    case .count(let count): count.status
    case .estimate(let estimate): Published<Int>.Status(rawValue: estimate.status.rawValue)
    case .test(let test): Published<Int>.Status(rawValue: test.status.rawValue)
    }
  }

  /// The number of people, where the entry is a shown count.
  public var people: Int? {
    if case .count(let count) = self { return count.status == .zero ? 0 : count.value }
    return nil
  }

  /// The estimate, where the entry is a shown one.
  public var estimate: Estimate? {
    if case .estimate(let estimate) = self { return estimate.value }
    return nil
  }

  /// The test, where the entry is a shown one.
  public var test: TestResult? {
    if case .test(let test) = self { return test.value }
    return nil
  }
}

/// An exhibit with its published numbers.
public struct PublishedExhibit: Sendable, Hashable {
  /// The skeleton.
  public let exhibit: Exhibit
  /// The entries, one row per row of the skeleton, one entry per column.
  public let entries: [[PublishedEntry]]
  /// The method behind each statistic column, by column identifier, in column order.
  public let methods: [ColumnMethod]
  /// Whether levels were merged to protect people.
  public let isRolledUp: Bool

  /// The method behind a column.
  public struct ColumnMethod: Sendable, Hashable {
    /// The column's identifier.
    public let column: String
    /// The method.
    public let method: MethodStamp
  }

  init(
    exhibit: Exhibit, entries: [[PublishedEntry]], methods: [ColumnMethod], isRolledUp: Bool
  ) {
    self.exhibit = exhibit
    self.entries = entries
    self.methods = methods
    self.isRolledUp = isRolledUp
  }

  /// The entry in a row and a column; empty where either does not exist.
  public func entry(row: Int, column id: String) -> PublishedEntry {
    guard entries.indices.contains(row),
      let column = exhibit.columns.firstIndex(where: { $0.id == id }),
      entries[row].indices.contains(column)
    else { return .empty }
    return entries[row][column]
  }

  /// The position of the row with a label.
  public func row(_ label: String) -> Int? {
    exhibit.rows.firstIndex { $0.label == label }
  }
}

/// A count that a shown statistic was computed from and that stands in no exhibit.
///
/// Whoever knows the method can reckon with it, so it is published with the rest: a release that
/// named its statistics' numbers and not these would look safer than it is.
public struct PublishedCount: Sendable, Hashable {
  /// The people.
  public let cell: CellKey
  /// How many.
  public let count: Published<Int>
  /// The exhibit with the statistic.
  public let exhibit: String

  init(cell: CellKey, count: Published<Int>, exhibit: String) {
    self.cell = cell
    self.count = count
    self.exhibit = exhibit
  }

  /// How many people.
  public var people: Int { count.value ?? 0 }
}

/// What a release tells its readers about the protection of the people in it.
public struct DisclosureSummary: Sendable, Hashable {
  /// The smallest group shown.
  public let threshold: Int
  /// The smallest group whose pay is shown.
  public let payThreshold: Int
  /// `public`, `internal`, or `already-published`.
  public let audience: String
  /// One total of hidden places in all exhibits, counts and statistics together.
  public let hidden: Int
  /// How many exhibits were shown with merged levels.
  public let rolledUp: Int
  /// The attackers against whom the limits of hidden counts are kept wide, by their identifiers; empty
  /// where limits were not looked at.
  public let attackers: [String]
  /// The multiples that shown counts are rounded to; `nil` where they are shown as counted.
  public let roundingBase: Int?

  init(
    threshold: Int, payThreshold: Int, audience: String, hidden: Int, rolledUp: Int,
    attackers: [String] = [], roundingBase: Int? = nil
  ) {
    self.threshold = threshold
    self.payThreshold = payThreshold
    self.audience = audience
    self.hidden = hidden
    self.rolledUp = rolledUp
    self.attackers = attackers
    self.roundingBase = roundingBase
  }
}

/// Everything that passed the gate.
public struct Release: Sendable, Hashable {
  /// The exhibits, in the order of the plan.
  public let exhibits: [PublishedExhibit]
  /// The counts behind shown statistics that stand in no exhibit, by exhibit, then by name.
  public let countsBehind: [PublishedCount]
  /// What readers are told about protection.
  public let summary: DisclosureSummary

  init(
    exhibits: [PublishedExhibit], countsBehind: [PublishedCount] = [], summary: DisclosureSummary
  ) {
    self.exhibits = exhibits
    self.countsBehind = countsBehind
    self.summary = summary
  }

  /// The exhibits of a kind, in order.
  public func exhibits(_ kind: Exhibit.Kind) -> [PublishedExhibit] {
    exhibits.filter { $0.exhibit.kind == kind }
  }

  /// The exhibit with an identifier.
  public func exhibit(_ id: String) -> PublishedExhibit? {
    exhibits.first { $0.exhibit.id == id }
  }
}

extension Release {
  /// The exhibits of one part of a joint plan as a release of their own, named as in the part's plan.
  ///
  /// Everything in it was ruled on together with all other parts.
  public func part(_ prefix: String) -> Release {
    of(
      exhibits.compactMap { published in
        published.exhibit.id.hasPrefix(prefix)
          ? published.named(String(published.exhibit.id.dropFirst(prefix.count))) : nil
      },
      countsBehind.compactMap { count in
        count.exhibit.hasPrefix(prefix)
          ? PublishedCount(
            cell: count.cell, count: count.count,
            exhibit: String(count.exhibit.dropFirst(prefix.count))) : nil
      })
  }

  /// The exhibits that belong to no part.
  public func whole(without prefixes: [String]) -> Release {
    func isPart(_ id: String) -> Bool { prefixes.contains { id.hasPrefix($0) } }
    return of(
      exhibits.filter { !isPart($0.exhibit.id) }, countsBehind.filter { !isPart($0.exhibit) })
  }

  private func of(_ exhibits: [PublishedExhibit], _ counts: [PublishedCount]) -> Release {
    Release(
      exhibits: exhibits, countsBehind: counts,
      summary: DisclosureSummary(
        threshold: summary.threshold, payThreshold: summary.payThreshold,
        audience: summary.audience,
        hidden: exhibits.hiddenPlaces,
        rolledUp: exhibits.count(where: \.isRolledUp), attackers: summary.attackers,
        roundingBase: summary.roundingBase))
  }
}

extension [PublishedExhibit] {
  /// How many places are hidden.
  var hiddenPlaces: Int { reduce(0) { $0 + $1.entries.joined().count(where: \.isHidden) } }
}

extension PublishedExhibit {
  fileprivate func named(_ id: String) -> PublishedExhibit {
    PublishedExhibit(
      exhibit: Exhibit(
        id: id, kind: exhibit.kind, attribute: exhibit.attribute, by: exhibit.by,
        period: exhibit.period, focal: exhibit.focal, reference: exhibit.reference,
        columns: exhibit.columns, rows: exhibit.rows, comparison: exhibit.comparison,
        notes: exhibit.notes),
      entries: entries, methods: methods, isRolledUp: isRolledUp)
  }
}
