/// A few columns of a delimited file as texts, for calculators that look at them once.
///
/// Nothing is declared beforehand: the delimiter and the encoding are found, the first record is the
/// header, and blank lines are passed over. Memory grows with the rows.
package struct NamedColumns: Sendable {
  /// The name messages use for the file.
  package let file: String
  /// The headers of the file, in order.
  package let headers: [String]
  /// The columns asked for that the file does not have.
  package let missing: [String]
  /// The line of the file each record starts on, 1 for the first line.
  package let rows: [Int]
  private let columns: [String: [String]]

  /// Reads the columns with these headers.
  ///
  /// - Throws: what is wrong with the file and its text: unreadable, empty, ragged rows, quotes,
  ///   totals under the records, two columns of one of the headers.
  package static func read(
    path: String, columns: [String]
  ) throws(SourceProblems) -> NamedColumns {
    let format = try ResolvedFormat.resolve(path: path)
    let file = InputFile.displayName(of: path)
    var reader = try RecordReader(path: path, format: format)
    var faults = TextFaultCheck()
    let start = try HeaderRows.read(&reader, format: TextFormat(), faults: &faults)
    let places = columns.map { column in start.headers.firstIndex(of: column) }
    var problems = columns.filter { column in start.headers.count { $0 == column } > 1 }.map {
      ProblemCode.duplicateHeader.problem(
        file: file, column: ProblemText.neutralised($0), message: "two columns have this header")
    }
    var values = columns.map { _ in [String]() }
    var rows: [Int] = []
    var waiting = TrailingQueue(footerRows: 0)
    func take(_ record: TextRecord) {
      faults.see(record)
      if record.isEmpty {
        faults.add(.emptyRows, record.row)
      } else if record.count != start.headers.count {
        faults.add(record.count < start.headers.count ? .shortRows : .longRows, record.row)
      } else {
        rows.append(record.row)
        for (index, place) in places.enumerated() {
          if let place { values[index].append(record.text(place)) }
        }
      }
    }
    while try reader.advance() {
      if reader.record.isBlankLine { continue }
      if let record = waiting.push(reader.record) { take(record) }
    }
    let end = waiting.finish()
    for record in end.records { take(record) }
    problems += faults.problems(file: file, encoding: format.encoding, width: start.headers.count)
    if !end.totals.isEmpty {
      problems.append(
        ProblemCode.totalRows.problem(
          file: file, rows: end.totals, count: end.totals.count,
          message: "\(ProblemText.counted(end.totals.count, "row")) at the end look like totals or "
            + "notes", fix: "remove them from the file"))
    }
    if rows.isEmpty, problems.isEmpty {
      problems.append(
        ProblemCode.noDataRows.problem(
          file: file, message: "there is a header and no row under it"))
    }
    guard problems.isEmpty else { throw SourceProblems(problems) }
    return NamedColumns(
      file: file, headers: start.headers,
      missing: zip(columns, places).filter { $0.1 == nil }.map(\.0), rows: rows,
      columns: Dictionary(zip(columns, values), uniquingKeysWith: { first, _ in first }))
  }

  /// The texts of a column, row by row and without blanks around them; empty texts where the column
  /// was not asked for or is missing.
  package func texts(_ column: String) -> [String] {
    guard let texts = columns[column], texts.count == rows.count else {
      return rows.map { _ in "" }
    }
    return texts
  }

  /// Texts of a column that differ from a known one only in case, blanks or what cannot be seen.
  package func variants(of known: [String], in column: String) -> [SourceProblem] {
    let folded = Set(known.map(LabelFolding.folded))
    let exact = Set(known)
    var tally = RowTally()
    var isVariant: [String: Bool] = [:]
    for (row, text) in zip(rows, texts(column)) {
      let found =
        isVariant[text] ?? (!exact.contains(text) && folded.contains(LabelFolding.folded(text)))
      isVariant[text] = found
      if found { tally.add(row) }
    }
    return problem(
      .variantLabels, column, tally,
      "\(ProblemText.counted(tally.count, "label")) differ from one asked for only in case or "
        + "blanks",
      fix: "write the labels alike in the file")
  }

  /// The numbers of a column in units of `10^-decimals`, `nil` where a field is empty.
  ///
  /// - Parameters:
  ///   - column: the column.
  ///   - decimals: the decimals that are kept; more are a problem.
  ///   - range: the numbers that are believed.
  package func numbers(
    _ column: String, decimals: Int, in range: ClosedRange<Double>
  ) -> (values: [Int64?], problems: [SourceProblem]) {
    let parser = FixedPointParser(
      NumberColumn(
        id: column, title: column, unit: "", scale: decimals, minimum: range.lowerBound,
        maximum: range.upperBound), missing: [])
    var tallies: [(code: ProblemCode, tally: RowTally)] = [
      (.malformedNumber, RowTally()), (.tooManyDecimals, RowTally()), (.belowMinimum, RowTally()),
      (.aboveMaximum, RowTally()),
    ]
    let values = zip(rows, texts(column)).map { row, text -> Int64? in
      switch Array(text.utf8).withUnsafeBytes({ parser.parse($0) }) {
      case .value(let value): return value
      case .blank: return nil
      case .malformed(let reason):
        let code: ProblemCode =
          switch reason {
          case FixedPointParser.tooManyDecimals: .tooManyDecimals
          case FixedPointParser.belowMinimum: .belowMinimum
          case FixedPointParser.aboveMaximum: .aboveMaximum
          default: .malformedNumber
          }
        for index in tallies.indices where tallies[index].code == code {
          tallies[index].tally.add(row)
        }
        return nil
      }
    }
    let limits = "\(Self.plain(range.lowerBound)) to \(Self.plain(range.upperBound))"
    return (
      values,
      tallies.flatMap { code, tally in
        let fields = ProblemText.counted(tally.count, "field")
        return switch code {
        case .malformedNumber:
          problem(
            code, column, tally, "\(fields) are not numbers",
            fix: "write numbers in digits, with a point before decimals")
        case .tooManyDecimals:
          problem(
            code, column, tally,
            "\(fields) have more than \(ProblemText.counted(decimals, "decimal"))",
            fix: decimals == 0 ? "give whole numbers" : "round the numbers")
        default:
          problem(
            code, column, tally, "\(fields) lie outside \(limits)", fix: "correct the numbers")
        }
      }
    )
  }

  /// A problem of a column; nothing where no row is concerned.
  package func problem(
    _ code: ProblemCode, _ column: String, rows: [Int], _ message: String, fix: String
  ) -> [SourceProblem] {
    var tally = RowTally()
    for row in rows { tally.add(row) }
    return problem(code, column, tally, message, fix: fix)
  }

  private func problem(
    _ code: ProblemCode, _ column: String, _ tally: RowTally, _ message: String, fix: String
  ) -> [SourceProblem] {
    guard tally.count > 0 else { return [] }
    return [
      code.problem(
        file: file, column: ProblemText.neutralised(column), rows: tally.rows, count: tally.count,
        message: message, fix: fix)
    ]
  }

  private static func plain(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
