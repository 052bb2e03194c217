import Aggregates

/// Checks the fields of an attribute's column, and counts who declared.
struct AttributeCheck: ColumnCheck {
  /// Different unknown texts kept; more are only counted.
  private static let unknownKept = 1000

  private let column: AttributeColumn
  private let lookup: LevelLookup
  private let known: Set<String>
  private(set) var levelCounts: [Int]
  private var blankWithoutLevel = RowTally()
  private var unknown: [[UInt8]: RowTally] = [:]
  private var unknownBeyond = RowTally()

  init(_ column: AttributeColumn, missing: [String]) {
    self.column = column
    lookup = LevelLookup(column, missing: missing)
    known = Set(
      lookup.texts.map { LabelFolding.folded(String(decoding: $0.text, as: UTF8.self)) })
    levelCounts = column.attribute.levels.map { _ in 0 }
  }

  mutating func see(_ field: ArraySlice<UInt8>, row: Int) -> SeenField {
    if let level = field.withUnsafeBytes({ lookup.level(of: $0) }) {
      levelCounts[level] += 1
      return .answer(column.attribute.levels[level].declaration)
    }
    let text = Array(TextRecord.trimmed(field))
    if text.isEmpty {
      blankWithoutLevel.add(row)
    } else if unknown[text] != nil || unknown.count < Self.unknownKept {
      unknown[text, default: RowTally()].add(row)
    } else {
      unknownBeyond.add(row)
    }
    return .answer(.blank)
  }

  func problems(at place: ColumnPlace) -> [SourceProblem] {
    var groups: [ProblemCode: (rows: RowTally, labels: [String])] = [:]
    let ordered = unknown.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    for (bytes, tally) in ordered {
      let text = String(decoding: bytes, as: UTF8.self)
      groups[code(of: text), default: (RowTally(), [])].rows.add(tally)
      groups[code(of: text)]?.labels.append(text)
    }
    if unknownBeyond.count > 0 {
      groups[.unknownLabels, default: (RowTally(), [])].rows.add(unknownBeyond)
    }
    let values = "[values.\(place.id)]"
    var found: [SourceProblem] = []
    for code in [
      ProblemCode.suppressedCells, .unknownLabels, .variantLabels, .invisibleCharacters,
    ] {
      guard let group = groups[code] else { continue }
      let isMore = code == .unknownLabels && unknownBeyond.count > 0
      let labels =
        (isMore ? "more than " : "") + ProblemText.counted(group.labels.count, "label")
      let rows = ProblemText.counted(group.rows.count, "row")
      let shown =
        place.showsValues
        ? ": " + group.labels.prefix(20).map { "\"\($0)\"" }.joined(separator: ", ")
        : ""
      let hidden = place.showsValues ? "(\(rows))" : "(\(rows), labels hidden)"
      found += place.problem(
        code, group.rows, "\(labels) \(Self.phrase(code, values)) \(hidden)\(shown)",
        fix: code == .unknownLabels
          ? "run `parity map \(place.file) --show-values` on a trusted machine, then add them"
          : nil)
    }
    found += place.problem(
      .unknownLabels, blankWithoutLevel,
      "\(ProblemText.counted(blankWithoutLevel.count, "field")) are empty, and \(values) has no "
        + "level for no answer",
      fix: "add a level for people without an answer")
    return found + populationProblems(place)
  }

  private static func phrase(_ code: ProblemCode, _ values: String) -> String {
    switch code {
    case .suppressedCells: "stand for suppressed cells"
    case .variantLabels:
      "differ from known ones only in case, blanks, encoding, width or leading zeros"
    case .invisibleCharacters: "hold invisible characters"
    default: "are not in \(values)"
    }
  }

  private func code(of text: String) -> ProblemCode {
    if LabelFolding.hasInvisibleCharacter(text) { return .invisibleCharacters }
    if known.contains(LabelFolding.folded(text)) { return .variantLabels }
    return SuppressionMark.matches(text) ? .suppressedCells : .unknownLabels
  }

  /// People who declared, and all people.
  var declared: (declared: Int, total: Int) {
    var declared = 0
    for (index, level) in column.attribute.levels.enumerated()
    where level.declaration == .declared {
      declared += levelCounts[index]
    }
    let others =
      unknown.values.reduce(0) { $0 + $1.count } + unknownBeyond.count + blankWithoutLevel.count
    return (declared, levelCounts.reduce(0, +) + others)
  }

  private func populationProblems(_ place: ColumnPlace) -> [SourceProblem] {
    let (declared, total) = declared
    guard total >= 2, unknown.isEmpty else { return [] }
    let levels = column.attribute.levels
    let blank = levels.indices.filter { levels[$0].declaration == .blank }
      .reduce(0) { $0 + levelCounts[$1] }
    if declared == 0, blank + blankWithoutLevel.count == total {
      return [
        ProblemCode.nothingDeclared.problem(
          file: place.file, column: place.column, count: total,
          message: "all \(ProblemText.counted(total, "field")) are empty")
      ]
    }
    let seen = levels.indices.filter {
      levels[$0].declaration == .declared && levelCounts[$0] > 0
    }
    guard seen.count == 1, declared == total, column.attribute.declaredLevels.count > 1 else {
      return []
    }
    return [
      ProblemCode.oneGroup.problem(
        file: place.file, column: place.column, count: total,
        message: "all \(ProblemText.counted(total, "row")) are in one group")
    ]
  }
}
