import Estimates

/// What changed between two releases besides the numbers, and which numbers it makes incomparable.
struct Breaks {
  /// The changes: rules of the release first, then in the order of its exhibits.
  let methods: [MethodChange]

  /// Whether smallest groups, audience or rounding differ: then nothing can be compared.
  private let isPolicyChanged: Bool
  /// Whether confidence or adjustment differ.
  private let isJudgedOtherwise: Bool
  /// The scales whose band differs.
  private let bands: Set<String>
  /// By attribute, the merged groups that are made of other levels.
  private let members: [String: Set<String>]
  /// The attributes with other levels.
  private let levels: Set<String>

  init(_ earlier: ArchivedRelease, _ later: ArchivedRelease, _ pairs: [ExhibitPair]) {
    var rules: [MethodChange] = []
    func rule(_ subject: MethodChange.Subject, _ before: String?, _ now: String?) -> Bool {
      // What one of the two does not say cannot be held against the other.
      guard let before, let now, before != now else { return false }
      rules.append(
        MethodChange(subject: subject, before: before, now: now, exhibit: nil, exhibits: nil))
      return true
    }
    _ = rule(.engine, earlier.run.engine, later.run.engine)
    let policy = [
      rule(.audience, earlier.audience, later.audience),
      rule(.threshold, String(earlier.threshold), String(later.threshold)),
      rule(
        .payThreshold, earlier.payThreshold.map { String($0) },
        later.payThreshold.map { String($0) }),
      rule(.rounding, String(earlier.rounding ?? 1), String(later.rounding ?? 1)),
    ]
    isPolicyChanged = policy.contains(true)
    let judged = [
      rule(
        .confidence, earlier.run.confidence.map { "\($0)" }, later.run.confidence.map { "\($0)" }),
      rule(.multiplicity, earlier.run.multiplicity, later.run.multiplicity),
    ]
    isJudgedOtherwise = judged.contains(true)
    bands = Set(
      later.run.bands.map(\.scale).filter { scale in
        rule(
          .band(scale), earlier.run.band(scale).map(Self.words),
          later.run.band(scale).map(Self.words))
      })
    let definitions = ChangedDefinitions(earlier, later, pairs)
    members = definitions.members
    levels = definitions.levels
    var found: [MethodChange] = definitions.changes
    var positions: [MethodChange.Subject: [Int]] = [:]
    for pair in pairs {
      // A method of several columns of one exhibit concerns that exhibit once.
      var own: [MethodChange] = []
      for change in Self.changes(pair) where !own.contains(change) { own.append(change) }
      for change in own {
        let known = positions[change.subject, default: []].first {
          found[$0].before == change.before && found[$0].now == change.now
        }
        if let known {
          found[known] = found[known].concerningOneMore
        } else {
          positions[change.subject, default: []].append(found.count)
          found.append(change)
        }
      }
    }
    methods = rules + found
  }

  /// Whether a count cannot be compared.
  func breaks(_ cell: CellKey) -> Bool {
    isPolicyChanged
      || cell.conditions.contains { isRedefined($0.attribute, [$0.level]) }
  }

  /// Whether a statistic cannot be compared.
  func breaks(_ pair: ExhibitPair, row: Int, column: Int) -> Bool {
    let group = pair.later.columns[column].group
    return isPolicyChanged || isRedefined(pair, row, group)
      || Self.changedMethod(pair, pair.later.columns[column].id) != nil
  }

  /// Whether a verdict cannot be compared.
  func breaksVerdict(_ pair: ExhibitPair, row: Int) -> Bool {
    if isPolicyChanged || isJudgedOtherwise || isRedefined(pair, row, nil) { return true }
    guard let comparison = pair.later.comparison else {
      return !bands.isEmpty
        || pair.later.columns.contains { Self.changedMethod(pair, $0.id) != nil }
    }
    return bands.contains(comparison.scale)
      || [comparison.effect, comparison.test].compactMap(\.self)
        .contains { Self.changedMethod(pair, $0) != nil }
  }

  private func isRedefined(_ pair: ExhibitPair, _ row: Int, _ group: String?) -> Bool {
    let exhibit = pair.later
    let labels = [exhibit.rows[row].label, exhibit.focal, exhibit.reference, group]
      .compactMap(\.self)
    return [exhibit.attribute, exhibit.by].compactMap(\.self)
      .contains { isRedefined($0, labels) } || !Self.conventions(pair).isEmpty
  }

  private func isRedefined(_ attribute: String, _ labels: [String]) -> Bool {
    levels.contains(attribute) || labels.contains { members[attribute]?.contains($0) == true }
  }

  // MARK: - What an exhibit says of itself

  private static func changes(_ pair: ExhibitPair) -> [MethodChange] {
    conventions(pair)
      + pair.later.columns.compactMap { column in
        changedMethod(pair, column.id).map { before, now in
          MethodChange(
            subject: .method(now.title), before: words(before), now: words(now),
            exhibit: pair.position, exhibits: 1)
        }
      }
  }

  /// The methods of a column, where they differ; a column without a method in one of the two says
  /// nothing.
  private static func changedMethod(
    _ pair: ExhibitPair, _ column: String
  ) -> (before: ArchivedMethod, now: ArchivedMethod)? {
    guard let before = pair.earlier.methods.first(where: { $0.column == column }),
      let now = pair.later.methods.first(where: { $0.column == column }),
      before.id != now.id || before.convention != now.convention || before.source != now.source
    else { return nil }
    return (before, now)
  }

  /// What differs of the groups compared and of the notes that define shares and leadership.
  private static func conventions(_ pair: ExhibitPair) -> [MethodChange] {
    var changes: [MethodChange] = []
    func add(_ subject: MethodChange.Subject, _ before: String?, _ now: String?) {
      guard before != now else { return }
      changes.append(
        MethodChange(
          subject: subject, before: before, now: now, exhibit: pair.position, exhibits: 1))
    }
    // Where rows are groups, each row is compared; the first of them is no property of the table.
    if pair.later.by != nil || pair.earlier.reference != pair.later.reference {
      add(.groups, groups(pair.earlier), groups(pair.later))
    }
    for start in definingNotes {
      add(
        .note, pair.earlier.notes.first { $0.hasPrefix(start) },
        pair.later.notes.first { $0.hasPrefix(start) })
    }
    return changes
  }

  /// How the notes begin that define what a share is of and who leads.
  private static let definingNotes = ["Shares are of ", "Leadership: "]

  private static func groups(_ exhibit: ArchivedExhibit) -> String? {
    let groups = [exhibit.focal, exhibit.reference].compactMap(\.self)
    return groups.isEmpty ? nil : groups.joined(separator: " / ")
  }

  private static func words(_ method: ArchivedMethod) -> String {
    [method.id, method.convention, method.source].filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private static func words(_ band: ArchivedRun.Band) -> String { "\(band.lower) to \(band.upper)" }
}

extension MethodChange {
  /// The same change, found in a further exhibit.
  fileprivate var concerningOneMore: MethodChange {
    MethodChange(
      subject: subject, before: before, now: now, exhibit: exhibit,
      exhibits: exhibits.map { $0 + 1 })
  }
}
