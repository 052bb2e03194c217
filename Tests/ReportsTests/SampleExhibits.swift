import Estimates
import Foundation

@testable import Disclosure

/// Exhibits with the columns the analyses make, filled with numbers of an invented employer.
enum SampleExhibits {
  typealias Entries = SampleEntries
  typealias Column = (id: String, title: String, unit: ExhibitColumn.Unit)
  typealias Row = (label: String, role: ExhibitRow.Role, entries: [PublishedEntry])

  static let gender = ExhibitAttribute(id: "gender", title: "Gender")
  static let ethnicity = ExhibitAttribute(id: "ethnicity", title: "Ethnicity")
  static let level = ExhibitAttribute(id: "level", title: "Level")
  static let window = "2024Q4 to 2025Q3"
  static let stamp = MethodStamp(
    id: "impact-ratio", title: "Impact ratio (Koopman interval)",
    convention: "focal / reference", source: "Koopman (1984)")

  static func exhibit(
    _ id: String, _ kind: Exhibit.Kind, _ attribute: ExhibitAttribute?,
    by: ExhibitAttribute? = nil, period: String = "2025Q3", focal: String? = nil,
    reference: String? = nil, _ columns: [Column], _ rows: [Row], _ comparison: Comparison? = nil,
    notes: [String] = []
  ) -> PublishedExhibit {
    PublishedExhibit(
      exhibit: Exhibit(
        id: id, kind: kind, attribute: attribute, by: by, period: period, focal: focal,
        reference: reference,
        columns: columns.map { ExhibitColumn(id: $0.id, title: $0.title, unit: $0.unit) },
        rows: rows.map {
          ExhibitRow(label: $0.label, role: $0.role, entries: $0.entries.map { _ in nil })
        }, comparison: comparison, notes: notes),
      entries: rows.map(\.entries),
      methods: comparison.map {
        [PublishedExhibit.ColumnMethod(column: $0.effectColumn, method: stamp)]
      } ?? [], isRolledUp: false)
  }

  static func ratio(_ polarity: Comparison.Polarity) -> Comparison {
    Comparison(
      effectColumn: "ratio", testColumn: "p", scale: .ratio, polarity: polarity,
      inference: .process)
  }

  static func funnel(
    _ id: String, _ kind: Exhibit.Kind, _ attribute: ExhibitAttribute,
    by: ExhibitAttribute? = nil, focal: String, reference: String,
    _ rows: [(String, ExhibitRow.Role, Int, Int, Int, Int)]
  ) -> PublishedExhibit {
    exhibit(
      id, kind, attribute, by: by, period: window, focal: focal, reference: reference,
      [
        ("focal_entered", "\(focal), entered", .people),
        ("focal_passed", "\(focal), passed", .people),
        ("reference_entered", "\(reference), entered", .people),
        ("reference_passed", "\(reference), passed", .people),
        ("focal_rate", "\(focal), rate", .share),
        ("reference_rate", "\(reference), rate", .share), ("ratio", "Impact ratio", .ratio),
        ("z", "Z (pooled)", .number), ("p", "p (pooled Z)", .pValue),
        ("fisher", "p (Fisher)", .pValue), ("shortfall", "Shortfall in people", .shortfall),
      ],
      rows.map { label, role, entered, passed, otherEntered, otherPassed in
        let z = Entries.test(z: Entries.z(passed, entered, otherPassed, otherEntered))
        return (
          label, role,
          [
            Entries.people(entered), Entries.people(passed), Entries.people(otherEntered),
            Entries.people(otherPassed), Entries.share(passed, entered),
            Entries.share(otherPassed, otherEntered),
            Entries.rateRatio(passed, entered, otherPassed, otherEntered), z, z, z,
            Entries.number(
              Double(entered) * Double(otherPassed) / Double(otherEntered) - Double(passed)),
          ]
        )
      }, ratio(.favourable))
  }

  /// What each stage of a funnel adds: its part of the logarithm of the whole ratio, and that part
  /// of the shortfall.
  static func attribution(_ funnel: PublishedExhibit) -> PublishedExhibit {
    func counts(_ row: Int) -> [Double] {
      ["focal_entered", "focal_passed", "reference_entered", "reference_passed"].map {
        Double(funnel.entry(row: row, column: $0).people ?? 0)
      }
    }
    func logRatio(_ row: Int) -> (value: Double, error: Double) {
      let all = counts(row)
      return (
        log(all[1] / all[0] / (all[3] / all[2])),
        (1 / all[1] - 1 / all[0] + 1 / all[3] - 1 / all[2]).squareRoot()
      )
    }
    let rows = funnel.exhibit.rows
    let last = rows.count - 1
    let whole = logRatio(last)
    let ends = counts(last)
    let shortfall = ends[0] * ends[3] / ends[2] - ends[1]
    return exhibit(
      funnel.exhibit.id + "/attribution", .funnelAttribution, funnel.exhibit.attribute,
      period: window, focal: funnel.exhibit.focal, reference: funnel.exhibit.reference,
      [
        ("cumulative_ratio", "Ratio up to here", .ratio),
        ("log_ratio", "Log ratio of the stage", .number),
        ("share", "Share of the log ratio", .share),
        ("people", "Part of the shortfall, in people", .shortfall),
        ("equalized", "In people, if this stage alone were equal", .shortfall),
      ],
      rows.indices.map { row in
        let stage = logRatio(row)
        let to = counts(row)
        let log = Entries.estimate(
          stage.value, stage.value - 1.96 * stage.error, stage.value + 1.96 * stage.error)
        let ratio = Entries.rateRatio(Int(to[1]), Int(ends[0]), Int(to[3]), Int(ends[2]))
        let share = stage.value / whole.value
        return (
          rows[row].label, rows[row].role,
          row == last
            ? [ratio, log, .empty, Entries.number(shortfall), .empty]
            : [
              ratio, log, Entries.number(share), Entries.number(share * shortfall),
              Entries.number(share * shortfall),
            ]
        )
      })
  }

  /// A funnel over all beside the comparison within its parts.
  static func stratified(
    _ id: String, _ attribute: ExhibitAttribute, by: ExhibitAttribute, focal: String,
    reference: String, pooled: PublishedEntry, common: PublishedEntry,
    z: (pooled: Double, common: Double, exact: Double, difference: Double, homogeneity: Double)
  ) -> PublishedExhibit {
    exhibit(
      id, .funnelStratified, attribute, by: by, period: window, focal: focal,
      reference: reference,
      [
        ("pooled_ratio", "Ratio over all", .ratio), ("pooled_p", "p (pooled Z)", .pValue),
        ("common_ratio", "Ratio within parts", .ratio), ("common_p", "p (CMH)", .pValue),
        ("exact_p", "p (exact)", .pValue), ("difference_p", "p (equal ratios)", .pValue),
        ("homogeneity_p", "p (equal odds ratios)", .pValue),
      ],
      [
        (
          by.title, .item,
          [
            pooled, Entries.test(z: z.pooled), common, Entries.test(z: z.common),
            Entries.test(z: z.exact), Entries.test(z: z.difference),
            Entries.test(z: z.homogeneity),
          ]
        )
      ])
  }

  /// Rows are (label, events, average headcount); the reference is the row with that label.
  static func flow(
    _ id: String, _ kind: Exhibit.Kind, _ attribute: ExhibitAttribute, title: String,
    reference: String, polarity: Comparison.Polarity, _ rows: [(String, Int?, Double)]
  ) -> PublishedExhibit {
    let other = rows.first { $0.0 == reference }
    return exhibit(
      id, kind, attribute, period: window, focal: rows.first?.0, reference: reference,
      [
        ("events", title, .people), ("average", "Average headcount", .number),
        ("rate", "Per 100", .per100), ("ratio", "Ratio", .ratio), ("p", "p (exact)", .pValue),
      ],
      rows.map { label, events, average in
        let isReference = label == reference
        var entries = [
          Entries.people(events), Entries.number(average),
          Entries.number(events.map { 100 * Double($0) / average }),
        ]
        if isReference {
          entries += [.empty, .empty]
        } else if let events, let other, let otherEvents = other.1 {
          entries += [
            Entries.eventRatio(events, average, otherEvents, other.2),
            Entries.eventTest(events, average, otherEvents, other.2),
          ]
        } else {
          entries += [Entries.hidden, .test(Published(.notShown))]
        }
        return (label, isReference ? .reference : .item, entries)
      }, ratio(polarity))
  }

  /// Rows are (level, focal events, focal average, reference events, reference average).
  static func promotionsByLevel(
    _ rows: [(String, Int, Double, Int, Double)]
  ) -> PublishedExhibit {
    exhibit(
      "promotions/gender/level", .progressionBy, gender, by: level, period: window,
      focal: "Women", reference: "Men",
      [
        ("focal_events", "Women, promoted", .people), ("focal_rate", "Women, per 100", .per100),
        ("reference_rate", "Men, per 100", .per100), ("ratio", "Ratio", .ratio),
        ("p", "p (exact)", .pValue),
      ],
      rows.map { label, events, average, otherEvents, otherAverage in
        (
          label, .item,
          [
            Entries.people(events), Entries.number(100 * Double(events) / average),
            Entries.number(100 * Double(otherEvents) / otherAverage),
            Entries.eventRatio(events, average, otherEvents, otherAverage),
            Entries.eventTest(events, average, otherEvents, otherAverage),
          ]
        )
      }, ratio(.favourable), notes: ["Each row is the level people were promoted from."])
  }

  /// Rows are (label, focal people, reference people, focal amount, reference amount, error of the
  /// gap).
  static func pay(
    _ id: String, _ kind: Exhibit.Kind, by: ExhibitAttribute? = nil,
    _ rows: [(String, Int, Int, Double, Double, Double)]
  ) -> PublishedExhibit {
    exhibit(
      id, kind, gender, by: by, focal: "Women", reference: "Men",
      [
        ("focal_people", "Women, people", .people), ("reference_people", "Men, people", .people),
        ("focal_amount", "Women, GBP/hour", .amount),
        ("reference_amount", "Men, GBP/hour", .amount), ("gap", "Gap", .relativeGap),
        ("p", "p", .pValue),
      ],
      rows.map { label, people, otherPeople, amount, otherAmount, error in
        let gap = (otherAmount - amount) / otherAmount
        return (
          label, .item,
          [
            Entries.people(people), Entries.people(otherPeople), Entries.number(amount),
            Entries.number(otherAmount),
            Entries.estimate(gap, gap - 1.96 * error, gap + 1.96 * error),
            Entries.test(z: gap / error),
          ]
        )
      },
      Comparison(
        effectColumn: "gap", testColumn: "p", scale: .pay, polarity: .adverse,
        inference: .process), notes: ["Pay is hourly pay, in GBP/hour."])
  }

  /// Rows are (label, people and people a year ago by group); groups are the columns.
  static func representationBy(
    _ id: String, _ attribute: ExhibitAttribute, by: ExhibitAttribute, groups: [String],
    yearAgo: Bool, _ rows: [(String, [Int?], [Int])]
  ) -> PublishedExhibit {
    var columns: [Column] = groups.flatMap { group -> [Column] in
      [
        ("people/" + group, group + ", people", .people),
        ("share/" + group, group + ", share", .share),
      ]
    }
    if yearAgo { columns += groups.map { ("year_ago/" + $0, $0 + ", share in 2024Q3", .share) } }
    return exhibit(
      id, .representationBy, attribute, by: by, focal: groups.first, columns,
      rows.map { label, now, before in
        let base = now.compactMap(\.self).reduce(0, +)
        let baseBefore = before.reduce(0, +)
        let isWhole = !now.contains(nil)
        let entries = now.flatMap { [Entries.people($0), Entries.share(isWhole ? $0 : nil, base)] }
        return (label, .item, entries + before.map { Entries.share($0, baseBefore) })
      })
  }

  static func trend(
    _ id: String, _ attribute: ExhibitAttribute, groups: [String], _ people: [[Int]]
  ) -> PublishedExhibit {
    let quarters = [
      "2023Q3", "2023Q4", "2024Q1", "2024Q2", "2024Q3", "2024Q4", "2025Q1", "2025Q2", "2025Q3",
    ]
    let columns: [Column] =
      groups.map { ("people/" + $0, $0 + ", people", .people) }
      + groups.map { ("share/" + $0, $0 + ", share", .share) }
    return exhibit(
      id, .trend, attribute, focal: groups.first, columns,
      zip(quarters, people).map { quarter, counts in
        let base = counts.reduce(0, +)
        return (
          quarter, .item, counts.map { Entries.people($0) } + counts.map { Entries.share($0, base) }
        )
      })
  }
}
