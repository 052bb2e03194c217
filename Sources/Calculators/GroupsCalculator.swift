import Encoders
import Estimates
package import Inference

/// `parity test groups "White=206/900" "Black=26/100"`: rates of several groups against one
/// comparator, with what a rule of practice draws beside them.
package struct GroupsCalculator: Sendable {
  /// The groups as they were typed in, counting the event.
  package let events: [GroupCount]
  /// Whether the event is favourable.
  package let orientation: Orientation
  /// Whom every group is compared with, and who may be that.
  package let policy: ComparatorPolicy
  /// People whose group is not known.
  package let unknown: Unknown
  /// The rule whose lines stand beside the answers, where one was asked for.
  package let pack: RulePack?
  /// The nominal coverage of intervals.
  package let level: Double
  /// The error probability tests are held against in words.
  package let alpha: Double

  /// Whether the event that is counted is good or bad for the people it happens to.
  package enum Event: Sendable {
    /// Good, such as being hired.
    case favourable
    /// Bad, such as being dismissed; everything is computed of those it did not happen to.
    case unfavourable
  }

  /// People whose group is not known.
  package enum Unknown: Hashable, Sendable {
    /// There are none.
    case nobody
    /// So many, and it is not known how many of them had the event.
    case counted(Int)
    /// So many, of whom so many had the event.
    case rated(selected: Int, total: Int)
  }

  /// Reads the groups, each `name=selected/total`.
  package init(
    groups: [String], comparator: String?, unknown: String?, rules: String?,
    event: Event, level: Double, alpha: Double
  ) throws(ArgumentProblems) {
    var reader = ArgumentReader()
    let events = reader.groups(groups)
    pack = rules.flatMap { reader.pack($0) }
    self.unknown = unknown.map { reader.unknown($0) } ?? .nobody
    let chosen = comparator.flatMap { reader.comparator($0, among: groups) }
    let audit = BiasAuditTable.policy
    if pack == RulePackCatalogue.localLaw144 {
      if let chosen, chosen != audit.comparator {
        reader.note(
          "--comparator: the rule compares with the highest rate",
          fix: "leave --comparator out, or --rules \(RulePackCatalogue.localLaw144.id)")
      }
      if event == .unfavourable {
        reader.note(
          "--unfavourable: the rule counts people who are selected",
          fix: "give the selected people of every group, without --unfavourable")
      }
    }
    try reader.finish()
    let follows = pack == RulePackCatalogue.localLaw144
    policy = ComparatorPolicy(
      comparator: chosen ?? audit.comparator,
      minimumShare: follows ? audit.minimumShare : .zero,
      smallGroups: follows ? audit.smallGroups : .ratioOnly, level: level)
    self.events = events
    orientation = event == .favourable ? .favourable : .unfavourable
    self.level = level
    self.alpha = alpha
  }

  /// The answer.
  package func callAsFunction() -> Calculation {
    let groups = events.map { orientation.favourableCount(fromEvents: $0) }
    let rows = policy(groups)
    let reading = GroupComparisons(
      rows: rows, against: comparatorName(rows, groups), level: level, alpha: alpha)
    return Calculation(
      "groups", input: input,
      facts: facts(groups) + ["Compared with: " + reading.comparator + "."],
      results: rates(groups) + reading.results + bounds(rows),
      supplements: supplements(rows), notes: notes(rows, groups) + reading.notes,
      sentence: reading.sentence)
  }

  private func comparatorName(_ rows: ComparisonRows, _ groups: [GroupCount]) -> String {
    let name = rows.comparator.map { Facts.name(groups[$0].name) }
    return switch policy.comparator {
    case .highestRate: name.map { "\($0), which has the highest rate" } ?? "nobody"
    case .largest: name.map { "\($0), the largest group" } ?? "nobody"
    case .named: name ?? "nobody"
    case .restOfPool: "everyone of the other groups"
    case .overall: "everyone"
    }
  }

  private func facts(_ groups: [GroupCount]) -> [String] {
    var facts = groups.map { Facts.rate(Facts.name($0.name), $0.selected, $0.total) }
    if orientation == .unfavourable {
      facts.insert("The event is unfavourable; counted are those it did not happen to.", at: 0)
    }
    switch unknown {
    case .nobody: break
    case .counted(let total): facts.append("Unknown group: \(Facts.people(total))")
    case .rated(let selected, let total):
      facts.append(
        Facts.rate(
          "Unknown group", orientation == .favourable ? selected : total - selected, total))
    }
    return facts
  }

  private func rates(_ groups: [GroupCount]) -> [CalculatedResult] {
    let method = WilsonInterval(level: level)
    return groups.compactMap { group in
      BinomialCount(successes: group.selected, total: group.total).map {
        CalculatedResult(
          "Rates", Facts.name(group.name), method.stamp, method($0), unit: .share,
          subject: group.name)
      }
    }
  }

  /// What people of unknown group could make of every ratio.
  private func bounds(_ rows: ComparisonRows) -> [CalculatedResult] {
    guard case .rated(let events, let total) = unknown else { return [] }
    let selected = orientation == .favourable ? events : total - events
    let method = UnknownDemographicsBounds(level: level)
    return rows.rows.flatMap { row -> [CalculatedResult] in
      guard let table = row.table,
        let partly = PartlyKnownTable(
          known: table, unknownSelected: selected, unknownRejected: total - selected)
      else { return [] }
      let ratio = method(partly).impactRatio
      func line(_ end: String, _ words: String, _ outcome: Outcome) -> CalculatedResult {
        CalculatedResult(
          "Ratio over every way people of unknown group can belong",
          "\(Facts.name(row.group.name)), \(words)",
          MethodStamp(
            id: "\(method.stamp.id)-\(end)", title: method.stamp.title,
            convention: method.stamp.convention, source: method.stamp.source),
          outcome, subject: row.group.name)
      }
      return [
        line("smallest", "smallest", ratio.smallest), line("largest", "largest", ratio.largest),
      ]
    }
  }

  private func supplements(_ rows: ComparisonRows) -> [Calculation.Supplement] {
    guard let pack else { return [] }
    return [RuleReading(pack: pack, rows: rows).supplement]
  }

  private func notes(_ rows: ComparisonRows, _ groups: [GroupCount]) -> [String] {
    var notes = rows.warnings.map { Facts.warning($0, policy.fragility) }
    if policy.comparator == .highestRate {
      notes.append(
        "The comparator was chosen for its rate, and the tests are made as if it had been named "
          + "beforehand; a comparator with many people is a safer choice.")
    }
    if case .rated = unknown {
      notes.append("The bounds keep the comparator and assume nothing of the unknown people.")
    }
    if case .counted(let total) = unknown,
      let scenarios = UnknownScenarios(groups, unknown: total, policy: policy)
    {
      notes += groups.indices.compactMap { position in
        scenarios.ratios(of: position).map {
          "If all people of unknown group were of one group, all or none of them selected, the "
            + "ratio of \(Facts.name(groups[position].name)) would lie between "
            + "\(Figures.fixed($0.lowerBound, 2)) and \(Figures.fixed($0.upperBound, 2))."
        }
      }
    }
    return notes
  }

  private var input: [String: JSONValue] {
    var input: [String: JSONValue] = [
      "groups": .array(
        events.map {
          .object([
            "name": .text($0.name), "selected": .integer($0.selected), "total": .integer($0.total),
          ])
        }),
      "orientation": .text(orientation.rawValue), "policy": .text(policy.stamp.convention),
      "level": .number(level), "alpha": .number(alpha),
    ]
    input["rules"] = pack.map { .text($0.id) }
    switch unknown {
    case .nobody: break
    case .counted(let total): input["unknown"] = .object(["total": .integer(total)])
    case .rated(let selected, let total):
      input["unknown"] = .object(["selected": .integer(selected), "total": .integer(total)])
    }
    return input
  }
}

extension ArgumentReader {
  /// The groups, each `name=selected/total`, with different names.
  fileprivate mutating func groups(_ texts: [String]) -> [GroupCount] {
    let example = "\"White=206/900\" \"Black=26/100\""
    if texts.count < 2 {
      note(
        "\(texts.count) \(texts.count == 1 ? "group was" : "groups were") given, at least two are "
          + "compared",
        fix: "write name=selected/total per group: parity test groups \(example)")
    }
    var groups: [GroupCount] = []
    var names: Set<String> = []
    for (index, text) in texts.enumerated() {
      guard let sign = text.lastIndex(of: "="), sign > text.startIndex else {
        note(
          "group \(index + 1): \(Self.quoted(text[...])) is not a name and two counts with an "
            + "equals sign between",
          fix: "write name=selected/total, as \(example)")
        continue
      }
      let name = String(text[..<sign])
      if !names.insert(name).inserted {
        note(
          "group \(index + 1): the name \(Self.quoted(name[...])) is given twice",
          fix: "give every group a name of its own")
      }
      guard
        let pair = pair(
          text[text.index(after: sign)...], in: Facts.name(name), example: "206/900"),
        let group = GroupCount(name: name, selected: pair.selected, total: pair.total)
      else { continue }
      groups.append(group)
    }
    if groups.reduce(0, { $0 + $1.total }) > 1_000_000_000 {
      note("the groups together are too large", fix: "counts go up to 1,000,000,000 in all")
    }
    return groups
  }

  /// The comparator: a policy by its name, or a group by its own.
  fileprivate mutating func comparator(_ text: String, among groups: [String]) -> Comparator? {
    let names = groups.compactMap { group in group.lastIndex(of: "=").map { String(group[..<$0]) } }
    switch text {
    case "highest": return .highestRate
    case "largest": return .largest
    case "rest": return .restOfPool
    default:
      if names.contains(text) { return .named(text) }
      note(
        "--comparator: there is no group \(Self.quoted(text[...]))",
        fix: "one of highest, largest, rest or a group: "
          + names.map { Self.quoted($0[...]) }.joined(separator: ", "))
      return nil
    }
  }

  /// A rule pack by its identifier.
  fileprivate mutating func pack(_ id: String) -> RulePack? {
    if let pack = RulePackCatalogue.pack(id) { return pack }
    note(
      "--rules: \(Self.quoted(id[...])) is not a rule pack",
      fix: "one of " + RulePackCatalogue.all.map(\.id).joined(separator: ", "))
    return nil
  }

  /// People of unknown group, `selected/total` or their number alone.
  fileprivate mutating func unknown(_ text: String) -> GroupsCalculator.Unknown {
    if text.contains("/") {
      return pair(text[...], in: "--unknown", example: "30/120").map {
        .rated(selected: $0.selected, total: $0.total)
      } ?? .nobody
    }
    return count(text[...], in: "--unknown", example: "30/120").map { .counted($0) } ?? .nobody
  }
}
