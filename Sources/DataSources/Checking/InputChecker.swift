import Aggregates

/// Reads a whole file once and finds everything that is wrong with it.
///
/// Memory grows with the number of different keys and, up to a limit, of different values; not
/// with the size of the file.
public struct InputChecker: Sendable {
  private let schema: InputSchema
  private let showValues: Bool

  /// Makes a checker of one declared input.
  ///
  /// - Parameter showValues: whether messages may print labels of the file. Off, no message holds
  ///   any value of the file.
  public init(schema: InputSchema, showValues: Bool = false) {
    self.schema = schema
    self.showValues = showValues
  }

  /// Checks the file.
  ///
  /// - Parameter progress: called from time to time with the share of the file read, 0 to 1.
  /// - Throws: `CancellationError` only; whatever is wrong with the file is in the report.
  public func check(
    progress: @Sendable (Double) -> Void = { _ in }
  ) throws -> CheckReport {
    let name = InputFile.displayName(of: schema.path)
    do {
      let format = try ResolvedFormat.resolve(path: schema.path, declared: schema.format)
      var reader = try RecordReader(path: schema.path, format: format)
      return try check(&reader, format: format, name: name, progress: progress)
    } catch let problems as SourceProblems {
      return report(name, problems.problems, format: nil)
    }
  }

  private func report(
    _ name: String, _ problems: [SourceProblem], format: ResolvedFormat?, rows: Int = 0,
    header: HeaderCheck? = nil, fingerprint: String? = nil,
    declarations: [CheckReport.DeclarationShare] = []
  ) -> CheckReport {
    CheckReport(
      input: schema.id, file: name, problems: SourceProblems(problems).problems, format: format,
      rows: rows,
      columns: (header?.columns ?? []).map {
        CheckReport.Column(header: $0.display, declaredAs: $0.declarations.map(\.id))
      },
      fingerprint: fingerprint, declarations: declarations)
  }

  private func check(
    _ reader: inout RecordReader, format: ResolvedFormat, name: String,
    progress: @Sendable (Double) -> Void
  ) throws -> CheckReport {
    var faults = TextFaultCheck()
    let start = try HeaderRows.read(&reader, format: schema.format, faults: &faults)
    guard start.isComplete else {
      let problems = [ProblemCode.noDataRows.problem(file: name, message: "there is no header")]
      return report(
        name, problems + faults.problems(file: name, encoding: format.encoding, width: 0),
        format: format)
    }
    if let elsewhere = try HeaderRows.locateElsewhere(
      start.headers, schema: schema, format: format, file: name)
    {
      return report(name, [elsewhere], format: format)
    }
    var pass: InputPass?
    var waiting = TrailingQueue(footerRows: schema.format.footerRows)
    var blankLines: [Int] = []
    var recordsRead = 0
    func makePass(_ record: TextRecord) -> InputPass {
      let width = start.headers.isEmpty ? record.count : start.headers.count
      return InputPass(
        schema: schema, header: HeaderCheck(headers: start.headers, width: width, schema: schema),
        file: name, showsValues: showValues)
    }
    while try reader.advance() {
      recordsRead += 1
      if recordsRead % 8192 == 0 {
        try Task.checkCancellation()
        progress(reader.progress)
      }
      if reader.record.isBlankLine {
        blankLines.append(reader.record.row)
        if blankLines.count > RowTally.rowsKept { blankLines.removeLast() }
        continue
      }
      for row in blankLines { faults.add(.blankLines, row) }
      blankLines.removeAll(keepingCapacity: true)
      guard let record = waiting.push(reader.record) else { continue }
      if pass == nil { pass = makePass(record) }
      pass?.see(record, faults: &faults)
    }
    let end = waiting.finish()
    for record in end.records {
      if pass == nil { pass = makePass(record) }
      pass?.see(record, faults: &faults)
    }
    progress(1)
    let header =
      pass?.header
      ?? HeaderCheck(headers: start.headers, width: start.headers.count, schema: schema)
    let fingerprint = start.headers.isEmpty ? nil : HeaderFingerprint.of(start.headers)
    var problems = faults.problems(
      file: name, encoding: format.encoding, width: header.columns.count)
    if !end.totals.isEmpty {
      problems.append(
        ProblemCode.totalRows.problem(
          file: name, rows: end.totals, count: end.totals.count,
          message: "\(ProblemText.counted(end.totals.count, "row")) at the end look like totals or "
            + "notes",
          fix: "set footer_rows = \(schema.format.footerRows + end.totals.count) under "
            + "[inputs.\(schema.id)]"))
    }
    problems += formatProblems(format, reader: reader, file: name)
    if let declared = schema.headerFingerprint, let fingerprint, declared != fingerprint {
      problems.append(
        ProblemCode.fingerprintMismatch.problem(
          file: name,
          message: "the header is not the one the mapping was made for (fingerprint \(fingerprint))"
        ))
    }
    problems += header.problems(file: name, schema: schema) { pass?.findings(column: $0) ?? [] }
    if let pass {
      problems += pass.problems()
    } else {
      problems.append(
        ProblemCode.noDataRows.problem(
          file: name, message: "there is a header and no row under it"))
    }
    return report(
      name, problems, format: format, rows: pass?.rows ?? 0, header: header,
      fingerprint: fingerprint, declarations: pass?.declarations() ?? [])
  }

  private func formatProblems(
    _ format: ResolvedFormat, reader: borrowing RecordReader, file: String
  ) -> [SourceProblem] {
    var problems: [SourceProblem] = []
    if format.encodingOrigin == .detected, format.encoding != .utf8 {
      problems.append(
        ProblemCode.encodingGuessed.problem(
          file: file, message: "the text is read as \(format.encoding.rawValue), a guess",
          fix: "set encoding = \"\(format.encoding.rawValue)\" under [inputs.\(schema.id)]"))
    }
    if reader.lineFeeds > 0, reader.carriageReturnLineFeeds > 0 {
      problems.append(
        ProblemCode.mixedLineEnds.problem(
          file: file, count: min(reader.lineFeeds, reader.carriageReturnLineFeeds),
          message: "\(ProblemText.counted(reader.lineFeeds, "line")) end in LF and "
            + "\(ProblemText.grouped(reader.carriageReturnLineFeeds)) in CRLF"))
    }
    return problems
  }
}
