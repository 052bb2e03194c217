/// Counts what is wrong with the text of a file: quotes, fields, lines.
struct TextFaultCheck: Sendable {
  private var tallies: [ProblemCode: RowTally] = [:]

  /// Each fault with its code and its words.
  private static let faults: [(TextRecord.Faults, ProblemCode, String)] = [
    (.unterminatedQuote, .unterminatedQuote, "the row opens a quote that is never closed"),
    (.textAfterQuote, .textAfterQuote, "have text after a closing quote"),
    (.quoteInBareField, .quoteInBareField, "have a quote inside a field that is not quoted"),
    (.fieldTooLong, .fieldTooLong, "are longer than what is read"),
    (.tooManyFields, .tooManyColumns, "have more fields than are read"),
    (.invalidText, .invalidText, "hold bytes that are not text"),
    (.nulByte, .nulByte, "hold NUL characters"),
    (.bareCarriageReturn, .bareCarriageReturn, "hold a carriage return without a line feed"),
  ]

  mutating func see(_ record: TextRecord) {
    guard !record.faults.isEmpty else { return }
    for (fault, code, _) in Self.faults where record.faults.contains(fault) {
      add(code, record.row)
    }
  }

  mutating func add(_ code: ProblemCode, _ row: Int) { tallies[code, default: RowTally()].add(row) }

  /// What is wrong.
  func problems(file: String, encoding: TextFormat.Encoding, width: Int) -> [SourceProblem] {
    var found: [SourceProblem] = []
    func note(_ code: ProblemCode, _ message: (RowTally) -> String) {
      guard let tally = tallies[code] else { return }
      found.append(
        code.problem(
          file: file, rows: tally.rows, count: tally.count, message: message(tally)))
    }
    func rows(_ tally: RowTally) -> String { ProblemText.counted(tally.count, "row") }
    for (_, code, words) in Self.faults {
      note(code) { tally in
        switch code {
        case .unterminatedQuote: words
        case .invalidText: "\(rows(tally)) \(words) in \(encoding.rawValue)"
        default: "\(rows(tally)) \(words)"
        }
      }
    }
    note(.shortRows) { "\(rows($0)) have fewer than \(ProblemText.counted(width, "field"))" }
    note(.longRows) { "\(rows($0)) have more than \(ProblemText.counted(width, "field"))" }
    note(.emptyRows) { "\(rows($0)) have no value in any field" }
    note(.blankLines) { "\(ProblemText.counted($0.count, "blank line")) were skipped" }
    return found
  }
}

/// Finds totals and notes under the records.
enum TrailingRow {
  /// How many rows at the end are looked at.
  static let looked = 5

  private static let totals: Set<String> = [
    "total", "totals", "grand total", "sub total", "subtotal", "sum", "count", "average", "overall",
    "gesamt", "summe", "insgesamt", "gesamtsumme", "total general", "somme",
    "suma", "totale", "ensemble",
  ]
  private static let notes = [
    "total ", "total:", "grand total", "source:", "source ", "note:", "notes:", "note ", "quelle:",
    "fuente:", "nota:", "remarque", "generated ", "report ", "exported ",
    "end of ", "* ", "confidential",
  ]

  /// Whether a row is a total or a note.
  static func matches(_ record: TextRecord) -> Bool {
    let filled = (0..<record.count).lazy.map { record.text($0) }.filter { !$0.isEmpty }
    let first = Array(filled.prefix(3)).map { LabelFolding.folded($0) }
    if first.contains(where: totals.contains) { return true }
    guard let text = first.first else { return false }
    if text.hasPrefix("total ") || text.hasPrefix("grand total") { return true }
    return first.count == 1 && notes.contains(where: text.hasPrefix)
  }
}
