/// How a file is written and what its columns seem to be.
public struct FileInspection: Sendable {
  /// What a column seems to hold.
  public enum ProposedType: Sendable, Hashable {
    /// A pseudonym.
    case key
    /// Groups, with the number of different labels.
    case categorical(labels: Int)
    /// Amounts, written this way.
    case number(decimalSeparator: String, groupSeparator: String?, scale: Int)
    /// Dates, in any of these formats; more than one where day and month cannot be told apart.
    case date(formats: [String])
    /// Spreadsheet day numbers.
    case spreadsheetDate
    /// Something that identifies people, and why.
    case identifier(reason: String)
    /// Nothing.
    case empty
  }

  /// A column of the file.
  public struct Column: Sendable {
    /// The header as the file has it; empty in a file without header.
    public let header: String
    /// The header as it is printed: safe, and a position where it looks like a value.
    public let title: String
    /// What the column seems to hold.
    public let type: ProposedType
    /// Rows with a value.
    public let filled: Int
    /// Whether fields hold several answers.
    public let hasSeveralAnswers: Bool
    /// The labels, most frequent first; only of categorical columns, and only where asked for.
    public let labels: [String]

    let genderShare: Double?
  }

  /// The file's path as given.
  public let path: String
  /// How the file is written.
  public let format: ResolvedFormat
  /// Rows above the header.
  public let skipRows: Int
  /// Whether the file has a header.
  public let hasHeader: Bool
  /// Whether the header leaves columns without a name, as where it spans several rows.
  public let isHeaderPartial: Bool
  /// Records under the header.
  public let rows: Int
  /// The columns, in order.
  public let columns: [Column]
  /// The fingerprint of the header.
  public let fingerprint: String
  /// What is wrong with the text of the file.
  public let problems: [SourceProblem]

  /// Reads a whole file and says what it seems to be.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - format: what is known of how it is written; a `skipRows` above 0 is taken as it is.
  ///   - showValues: whether labels are kept.
  /// - Throws: what is wrong with the file as a file.
  public static func inspect(
    path: String, format declared: TextFormat = TextFormat(), showValues: Bool = false
  ) throws(SourceProblems) -> FileInspection {
    let format = try ResolvedFormat.resolve(path: path, declared: declared)
    var guess = try HeaderGuess.guess(path: path, format: format)
    if declared.skipRows > 0 {
      guess = HeaderGuess.Answer(
        skipRows: declared.skipRows, hasHeader: declared.headerRows > 0, isPartial: false)
    }
    var known = declared
    known.skipRows = guess.skipRows
    known.headerRows = guess.hasHeader ? max(1, declared.headerRows) : 0
    var reader = try RecordReader(path: path, format: format)
    var faults = TextFaultCheck()
    let start = try HeaderRows.read(&reader, format: known, faults: &faults)
    var profiles = start.headers.map { ColumnProfile(header: $0) }
    var rows = 0
    while try reader.advance() {
      let record = reader.record
      if record.isBlankLine { continue }
      faults.see(record)
      rows += 1
      if !guess.hasHeader {
        while profiles.count < record.count { profiles.append(ColumnProfile(header: "")) }
      } else if record.count != profiles.count {
        faults.add(record.count < profiles.count ? .shortRows : .longRows, record.row)
        continue
      }
      guard record.faults.isDisjoint(with: [.invalidText, .fieldTooLong]) else { continue }
      for index in profiles.indices { profiles[index].see(record[index], row: record.row) }
    }
    let headers = profiles.map(\.header)
    return FileInspection(
      path: path, format: format, skipRows: guess.skipRows, hasHeader: guess.hasHeader,
      isHeaderPartial: guess.isPartial, rows: rows,
      columns: profiles.enumerated().map { index, profile in
        column(profile, index: index, hasHeader: guess.hasHeader, showValues: showValues)
      },
      fingerprint: HeaderFingerprint.of(headers),
      problems: SourceProblems(
        faults.problems(
          file: InputFile.displayName(of: path), encoding: format.encoding, width: profiles.count)
      ).problems)
  }

  private static func column(
    _ profile: ColumnProfile, index: Int, hasHeader: Bool, showValues: Bool
  ) -> Column {
    let type = proposedType(profile)
    var labels: [String] = []
    if case .categorical = type, showValues {
      labels = profile.labels.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }
    return Column(
      header: hasHeader ? profile.header : "",
      title: HeaderCheck.display(hasHeader ? profile.header : "", index: index), type: type,
      filled: profile.filled, hasSeveralAnswers: profile.hasSeveralAnswers, labels: labels,
      genderShare: profile.genderShare)
  }

  private static func proposedType(_ profile: ColumnProfile) -> ProposedType {
    if profile.filled == 0 { return .empty }
    let match = AliasTable.match(profile.header)
    if match?.target.kind == .key { return .key }
    let findings = profile.scan.findings
    for finding in findings {
      switch finding {
      case .header(.staffNumber): return .key
      case .header: return .identifier(reason: finding.phrase)
      case .values(.fullDate): continue
      case .values: return .identifier(reason: finding.phrase)
      case .freeText, .nearlyDistinct: continue
      }
    }
    if profile.looksLikeSerials { return .spreadsheetDate }
    let formats = profile.dateFormats
    if let first = formats.first {
      // Formats that differ only in padding read the same dates; day first and month first do not.
      let other = formats.first { $0.hasPrefix("d") != first.hasPrefix("d") }
      return .date(formats: [first] + (other.map { [$0] } ?? []))
    }
    let isStructure = match?.target.kind == .structure
    if let form = profile.numberForm, !isStructure,
      profile.distinct > 20 || form.scale > 0 || match?.target.kind == .measure
    {
      return .number(
        decimalSeparator: form.decimal, groupSeparator: form.group, scale: form.scale)
    }
    if findings.contains(.freeText) {
      return .identifier(reason: IdentifierScan.Finding.freeText.phrase)
    }
    if findings.contains(.nearlyDistinct) {
      let words = HeaderWords.split(profile.header)
      let isNumbered = words.contains { ["id", "key", "number", "no", "code", "ref"].contains($0) }
      return isNumbered
        ? .key : .identifier(reason: IdentifierScan.Finding.nearlyDistinct.phrase)
    }
    return .categorical(labels: profile.distinct)
  }
}
