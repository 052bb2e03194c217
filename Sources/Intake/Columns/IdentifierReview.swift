package import DataSources

/// What the scan of a column for identifiers means for a column of its role.
///
/// A clean result means that no known pattern was found, and no more. Counts are of different values;
/// no value is kept.
package struct IdentifierReview: Sendable {
  /// A scanned column.
  package struct Column: Sendable {
    /// The column's header, safe to print.
    package let name: String
    /// What the column is; `nil` where nobody has said.
    package let role: ColumnRole?
    /// Whether the column is declared to hold dates.
    package let isDate: Bool
    /// What its values look like.
    package private(set) var scan: IdentifierScan

    /// Makes a column.
    package init(name: String, role: ColumnRole?, isDate: Bool = false, scan: IdentifierScan) {
      self.name = name
      self.role = role
      self.isDate = isDate
      self.scan = scan
    }

    /// Looks at a field of a row.
    package mutating func see(_ field: ArraySlice<UInt8>, row: Int) { scan.see(field, row: row) }
  }

  /// The sentence of a clean result.
  package static let clean = "no known pattern found"

  /// What was found, column by column; empty where no known pattern was found.
  package let lines: [IntakeVerdict.Line]
  /// How many columns were scanned.
  package let scanned: Int

  /// Judges the columns of a file whose rows are people, or not.
  package init(_ columns: [Column], file: String, countsPeople: Bool = true) {
    scanned = columns.count
    lines = columns.flatMap { column -> [IntakeVerdict.Line] in
      switch column.role {
      case .key: Self.keyLines(column, file)
      case .dropped: Self.droppedLines(column, file)
      case .weight, .period: []
      case .measure: Self.valueLines(column, file, countsPeople: false, ignoring: [.postcode])
      case .quasiIdentifier, .sensitive, nil:
        Self.valueLines(column, file, countsPeople: countsPeople, ignoring: [])
      }
    }
  }

  private static func line(
    _ code: ProblemCode, _ column: Column, _ file: String, _ reason: String, _ action: String? = nil
  ) -> IntakeVerdict.Line {
    let entry = code.entry
    return IntakeVerdict.Line(
      .identifiers, entry.severity == .error ? .refuse : .warn, code: code.rawValue, file: file,
      column: column.name, reason: reason, action: action ?? entry.fix, exitCode: entry.exitCode)
  }

  private static func counted(_ column: Column, _ pattern: IdentifierPattern) -> String {
    // Beyond the values that are kept apart, the scan counts repetitions too.
    let count = min(column.scan.count(pattern), column.scan.distinctCount)
    return "\(ProblemText.grouped(count)) of "
      + "\(ProblemText.counted(column.scan.distinctCount, "different value")) "
      + "\(count == 1 ? "has" : "have") the form of \(pattern.rawValue)"
  }

  private static func valueLines(
    _ column: Column, _ file: String, countsPeople: Bool, ignoring: Set<IdentifierPattern>
  ) -> [IntakeVerdict.Line] {
    let findings = column.scan.findings
    var lines: [IntakeVerdict.Line] = []
    for finding in findings {
      switch finding {
      case .header(.birthDate):
        // The header of a year of birth says so too; only full dates identify.
        continue
      case .header: lines.append(line(.identifyingHeader, column, file, finding.phrase))
      case .values(.fullDate):
        if findings.contains(.header(.birthDate)) {
          lines.append(line(.birthDates, column, file, "it holds full dates of birth"))
        } else if !column.isDate {
          // A date that is declared as one is judged by its precision.
          lines.append(line(.identifyingValues, column, file, counted(column, .fullDate)))
        }
      case .values(let pattern) where !ignoring.contains(pattern):
        lines.append(line(.identifyingValues, column, file, counted(column, pattern)))
      case .values: continue
      case .nearlyDistinct:
        guard countsPeople, !column.isDate else { continue }
        lines.append(line(.nearlyDistinct, column, file, finding.phrase))
      case .freeText: lines.append(line(.freeText, column, file, finding.phrase))
      }
    }
    let weak: [IdentifierPattern] = [.webAddress, .paymentCard, .telephone]
    for pattern in weak
    where column.scan.count(pattern) > 0 && !findings.contains(.values(pattern)) {
      lines.append(line(.fewIdentifyingValues, column, file, counted(column, pattern)))
    }
    return lines
  }

  private static func keyLines(_ column: Column, _ file: String) -> [IntakeVerdict.Line] {
    column.scan.findings.compactMap { finding in
      switch finding {
      case .values(.fullDate), .values(.internetAddress), .values(.postcode): nil
      case .values(let pattern): line(.identifyingKeys, column, file, counted(column, pattern))
      case .freeText: line(.identifyingKeys, column, file, finding.phrase)
      case .header, .nearlyDistinct: nil
      }
    }
  }

  private static func droppedLines(_ column: Column, _ file: String) -> [IntakeVerdict.Line] {
    let findings = column.scan.findings.compactMap { finding -> String? in
      switch finding {
      case .values(.fullDate), .nearlyDistinct: nil
      case .values(let pattern): counted(column, pattern)
      default: finding.phrase
      }
    }
    guard !findings.isEmpty else { return [] }
    return [
      line(
        .droppedIdentifiers, column, file,
        "the column is dropped, and the file still holds it: " + findings.joined(separator: "; "))
    ]
  }
}
