import Archive
import Encoders

/// Packs for tests, written as a contributor's would be.
enum SamplePacks {
  /// Women and everyone by level, of one organisation.
  struct Counts {
    var women: [Int]
    var everyone: [Int]
  }

  static let levels = ["Junior", "Senior", "Lead"]

  /// The pack of an organisation: women overall among those who declared, and by level.
  static func json(
    _ contributor: String, _ counts: Counts, period: String = "2025Q3",
    snapshot: String = "2025-09-30", taxonomy: String = "sample", leavingOut: Set<Int> = [],
    extra: [JSONValue] = []
  ) -> JSONValue {
    func figure(_ people: Int, _ total: Int, level: String?) -> JSONValue {
      .object([
        "population": .text("workforce"), "characteristic": .text("gender"),
        "group": .text("Women"), "base": .text("everyone"), "people": .integer(people),
        "total": .integer(total),
        "by": .object(level.map { ["level": .text($0)] } ?? [:]),
      ])
    }
    func attribute(_ id: String, _ title: String, _ levels: [String]) -> JSONValue {
      .object([
        "id": .text(id), "title": .text(title),
        "levels": .array(levels.map { .object(["label": .text($0)]) }),
      ])
    }
    return .object([
      "schema": .text("parity.benchmark-pack/1"), "contributor": .text(contributor),
      "period": .text(period), "snapshot_date": .text(snapshot),
      "policy": .object(["threshold": .integer(10)]),
      "taxonomy": .object([
        "name": .text(taxonomy),
        "characteristics": .array([attribute("gender", "Gender", ["Women", "Men"])]),
        "structures": .array([attribute("level", "Level", levels)]),
      ]),
      "figures": .array(
        [
          figure(counts.women.reduce(0, +), counts.everyone.reduce(0, +), level: nil)
        ]
          + levels.indices.filter { !leavingOut.contains($0) }.map {
            figure(counts.women[$0], counts.everyone[$0], level: levels[$0])
          } + extra),
    ])
  }

  /// The pack, read as a stranger would.
  static func pack(
    _ contributor: String, _ counts: Counts, period: String = "2025Q3",
    snapshot: String = "2025-09-30", leavingOut: Set<Int> = []
  ) throws -> ArchivedPack {
    try ArchivedPack(
      packFile: Array(
        json(
          contributor, counts, period: period, snapshot: snapshot, leavingOut: leavingOut
        ).document.utf8))
  }

  /// Six organisations alike in size; their numbers are told apart by their last digits.
  static let six = [
    Counts(women: [107, 61, 23], everyone: [211, 173, 89]),
    Counts(women: [131, 73, 29], everyone: [251, 191, 97]),
    Counts(women: [113, 53, 31], everyone: [241, 179, 83]),
    Counts(women: [97, 67, 19], everyone: [229, 197, 79]),
    Counts(women: [127, 59, 37], everyone: [239, 181, 101]),
    Counts(women: [103, 71, 41], everyone: [223, 193, 103]),
  ]

  /// The same, ten thousand times as large, with digits that nothing else in a document has.
  static let large = six.enumerated().map { position, counts in
    Counts(
      women: counts.women.enumerated().map {
        10_007 * $0.element + 311 * (position + 1) + $0.offset
      },
      everyone: counts.everyone.enumerated().map {
        10_009 * $0.element + 457 * (position + 1) + $0.offset
      })
  }

  static func packs(_ counts: [Counts] = six, hiding: [Int: Set<Int>] = [:]) throws
    -> [ArchivedPack]
  {
    try counts.enumerated().map {
      try pack("partner-\($0.offset + 1)", $0.element, leavingOut: hiding[$0.offset] ?? [])
    }
  }
}
