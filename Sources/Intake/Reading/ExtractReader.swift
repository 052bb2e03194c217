import Aggregates
package import DataSources

/// Reads a declared file once for an intake.
///
/// The rows of the reported day become a table of codes; of earlier days only the keys of the latest
/// are kept. Memory grows with the rows of the day and with different keys.
package struct ExtractReader: Sendable {
  private let schema: InputSchema
  private let roles: RoleAssignment
  private let day: String?
  private let firstMonth: Int

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - schema: the declared input.
  ///   - roles: the rule by which columns get their roles.
  ///   - day: the day reported, as `2025-09-30`; it matters where a column says which day a row of a
  ///     snapshot stands for.
  ///   - firstMonth: the month in which years start, for quarters.
  package init(
    _ schema: InputSchema, roles: RoleAssignment = RoleAssignment(), day: String? = nil,
    firstMonth: Int = 1
  ) {
    self.schema = schema
    self.roles = roles
    self.day = day
    self.firstMonth = firstMonth
  }

  /// Reads the file.
  ///
  /// - Parameter progress: called from time to time with the share of the file read, 0 to 1.
  /// - Throws: why the file cannot be read, or that the reading was cancelled.
  package func read(progress: @Sendable (Double) -> Void = { _ in }) throws -> IntakeExtract {
    var records = try DeclaredRecords(schema)
    var pass = ExtractPass(
      schema, columns: records.columns, file: records.file, roles: roles, day: day,
      firstMonth: firstMonth)
    while let record = try records.next() {
      if records.count % 8192 == 0 {
        try Task.checkCancellation()
        progress(records.progress)
      }
      pass.see(record)
    }
    progress(1)
    return pass.extract(rows: records.count)
  }
}
