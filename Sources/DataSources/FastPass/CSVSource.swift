public import Aggregates

/// Counts people in a delimited text file.
///
/// The file is read once for any number of queries, in memory that does not grow with it. Only
/// the columns the queries need are read; every record's number of fields is checked. Sums are
/// exact integers, so the answer does not depend on the number of threads.
///
/// A row that does not follow its declaration is never left out: the pass ends with
/// `SourceProblems` that name every problem of the columns it reads. Rows whose day lies in none
/// of the quarters of a derived attribute are left out of the queries that name that attribute.
public struct CSVSource: AggregateSource {
  /// What is declared for the file.
  public let schema: InputSchema
  /// How the file is written.
  public let format: ResolvedFormat
  /// The file's name as messages print it.
  package let name: String
  /// The columns' headers as messages print them.
  package let header: [String]
  /// How many threads read the file.
  package var threads: Int
  /// Bytes read at a time.
  package var chunk = 1 << 18
  /// The field of each declared column.
  let fields: [Int]
  /// Where the data begin, in bytes of text.
  private let start: Int

  /// Opens a file and holds its header against the declared columns.
  ///
  /// - Parameter threads: how many threads read the file; all processors if `nil`.
  /// - Throws: everything that is wrong with the file's form and its header.
  public init(schema: InputSchema, threads: Int? = nil) throws(SourceProblems) {
    self.schema = schema
    self.threads = max(1, threads ?? PassFile.processors)
    let name = InputFile.displayName(of: schema.path)
    self.name = name
    format = try ResolvedFormat.resolve(path: schema.path, declared: schema.format)
    var reader = try RecordReader(path: schema.path, format: format)
    var faults = TextFaultCheck()
    let above = try HeaderRows.read(&reader, format: schema.format, faults: &faults)
    guard above.isComplete else {
      throw SourceProblems([
        ProblemCode.noDataRows.problem(file: name, message: "there is no header")
      ])
    }
    if let elsewhere = try HeaderRows.locateElsewhere(
      above.headers, schema: schema, format: format, file: name)
    {
      throw SourceProblems([elsewhere])
    }
    var width = above.headers.count
    while width == 0, try reader.advance() {
      if !reader.record.isBlankLine { width = reader.record.count }
    }
    guard width > 0 else {
      throw SourceProblems([
        ProblemCode.noDataRows.problem(file: name, message: "there are no rows")
      ])
    }
    let check = HeaderCheck(headers: above.headers, width: width, schema: schema)
    var problems = faults.problems(file: name, encoding: format.encoding, width: width)
    problems += check.problems(file: name, schema: schema) { _ in [] }
    if let declared = schema.headerFingerprint, !above.headers.isEmpty,
      declared != HeaderFingerprint.of(above.headers)
    {
      problems.append(
        ProblemCode.fingerprintMismatch.problem(
          file: name, message: "the header is not the one the mapping was made for"))
    }
    header = check.columns.map(\.display)
    fields = schema.columns.map { column in
      check.columns.firstIndex { $0.declarations.contains(column) } ?? 0
    }
    for (column, field) in zip(schema.columns, fields) {
      guard case .date(let date) = column.role,
        DateParser(format: date.format, missing: []) == nil
      else { continue }
      problems.append(
        ProblemCode.malformedDate.problem(
          file: name, column: header[field], message: "the declared format is not a date pattern",
          fix: "set format under [mapping.\(schema.id)] \(date.id), for example \"dd/MM/yyyy\"",
          exitCode: 78))
    }
    problems = problems.filter { $0.severity == .error }
    if !problems.isEmpty { throw SourceProblems(problems) }
    start = try RecordOffsets.start(
      path: schema.path, format: format, skipRows: schema.format.skipRows,
      headerRows: schema.format.headerRows)
  }

  /// Answers several queries in one pass over the file, one table per query, in order.
  ///
  /// - Parameter progress: called from time to time with the share of the file read, 0 to 1.
  /// - Throws: `SourceProblems` with everything that is wrong in the columns that are read, or
  ///   `CancellationError`.
  public func cells(
    for queries: [AggregateQuery],
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) async throws -> [Confidential<CellTable>] {
    if queries.isEmpty { return [] }
    let plan = try PassPlanner.plan(
      queries, schema: schema, file: name, width: header.count, delimiter: format.delimiter,
      fields: fields)
    let end =
      schema.format.footerRows > 0
      ? try RecordOffsets.end(
        path: schema.path, format: format, start: start, footerRows: schema.format.footerRows)
      : nil
    let results =
      format.encoding == .utf8
      ? try await readInParallel(plan, end: end, progress: progress)
      : try readInOrder(plan, end: end, progress: progress)
    try Task.checkCancellation()
    if results.contains(where: \.isUnreadable) { throw changed }
    if results.contains(where: \.isBad) {
      let problems = try PassDiagnosis.problems(self, plan)
      throw problems.isEmpty ? changed : SourceProblems(problems)
    }
    if results.contains(where: \.hasOverflowed) {
      throw SourceProblems([
        ProblemCode.aboveMaximum.problem(
          file: name, message: "amounts are too large to be summed up exactly",
          fix: "declare a maximum, or a smaller scale")
      ])
    }
    if results.reduce(0, { $0 + $1.rows }) == 0 {
      throw SourceProblems([
        ProblemCode.noDataRows.problem(
          file: name, message: "there is a header and no row under it")
      ])
    }
    progress(1)
    return plan.queries.indices.map { index in
      Confidential(
        PartialCells.table(results.map { $0.partials[index] }, query: plan.queries[index]))
    }
  }

  private var changed: SourceProblems {
    SourceProblems([
      ProblemCode.fileChanged.problem(
        file: name, message: "the file changed while it was being read")
    ])
  }

  private func readInParallel(
    _ plan: PassPlan, end: Int?, progress: @escaping @Sendable (Double) -> Void
  ) async throws -> [WorkerResult] {
    guard let file = PassFile(path: schema.path) else { throw changed }
    let mark = format.byteOrderMarkLength
    let shared = SharedPass(
      file: file, start: mark + start, end: end.map { mark + $0 } ?? file.size, chunk: chunk,
      progress: progress)
    let results = await withTaskGroup(of: WorkerResult.self) { group in
      for _ in 0..<min(threads, max(1, shared.chunks)) {
        group.addTask { PassWorker.run(plan, shared) }
      }
      var results: [WorkerResult] = []
      for await result in group { results.append(result) }
      return results
    }
    try Task.checkCancellation()
    guard file.isUnchanged else { throw changed }
    return results
  }

  private func readInOrder(
    _ plan: PassPlan, end: Int?, progress: (Double) -> Void
  ) throws -> [WorkerResult] {
    var pass = try TranscodedPass(
      path: schema.path, format: format, plan: plan, start: start, end: end ?? .max)
    return [try pass.run(progress: progress)]
  }
}
