/// Looks for identifiers in one column: its header, the form of its values, how different they
/// are, and whether they are sentences.
///
/// Finding nothing means that no known pattern was found, and no more.
package struct IdentifierScan: Sendable {
  /// What was found in a column.
  package enum Finding: Sendable, Hashable {
    /// The header names an identifier.
    case header(IdentifierLexicon.Meaning)
    /// Values have the form of an identifier.
    case values(IdentifierPattern)
    /// Nearly every value is different.
    case nearlyDistinct
    /// Values are sentences.
    case freeText

    /// The finding as the end of "it looks like an identifier: …".
    package var phrase: String {
      switch self {
      case .header(let meaning): "the header names \(meaning.rawValue)"
      case .values(let pattern): "values look like \(pattern.rawValue)"
      case .nearlyDistinct: "more than 95% of the values are different"
      case .freeText: "values are sentences"
      }
    }
  }

  private static let distinctKept = 100_000
  private static let smallestColumn = 50
  private static let wordsOfSentence = 10

  private let header: String
  private var values = 0
  private var distinct: Set<UInt64> = []
  private var isFull = false
  private var patterns: [IdentifierPattern: Int] = [:]
  private var firstRows: [IdentifierPattern: Int] = [:]
  private var sentences = 0
  private var looksNumeric = true

  /// Starts the scan of a column.
  package init(header: String) { self.header = header }

  /// Looks at a field.
  package mutating func see(_ field: ArraySlice<UInt8>, row: Int) {
    let text = TextRecord.trimmed(field)
    guard !text.isEmpty else { return }
    if !isFull {
      values += 1
      var hash = StableHash()
      hash.combine(text)
      guard distinct.insert(hash.mixed).inserted else { return }
      isFull = distinct.count >= Self.distinctKept
    }
    if looksNumeric { looksNumeric = Self.isAmount(text) }
    if let pattern = IdentifierPattern.of(text) {
      patterns[pattern, default: 0] += 1
      if firstRows[pattern] == nil { firstRows[pattern] = row }
    }
    if text.count > 40, text.split(separator: 0x20).count > Self.wordsOfSentence {
      sentences += 1
    }
  }

  /// Digits with at most one decimal separator: what a measure is made of.
  private static func isAmount(_ text: ArraySlice<UInt8>) -> Bool {
    text.allSatisfy { (0x30...0x39).contains($0) || "+-., ".utf8.contains($0) }
      && text.filter { $0 == 0x2E }.count <= 1
  }

  /// What was found, the strongest first.
  package var findings: [Finding] {
    var found: [Finding] = []
    if let meaning = IdentifierLexicon.meaning(of: header) { found.append(.header(meaning)) }
    for pattern in IdentifierPattern.allCases {
      guard let count = patterns[pattern] else { continue }
      if Double(count) > pattern.threshold * Double(max(distinct.count, 1)) {
        found.append(.values(pattern))
      }
    }
    if sentences * 10 > distinct.count, distinct.count * 5 > values { found.append(.freeText) }
    if values >= Self.smallestColumn, distinct.count * 20 > values * 19 {
      found.append(.nearlyDistinct)
    }
    return found
  }

  /// Different values looked at.
  package var distinctCount: Int { distinct.count }

  /// Different values that have the pattern.
  package func count(_ pattern: IdentifierPattern) -> Int { patterns[pattern] ?? 0 }

  /// Whether every value is made of digits and separators.
  package var holdsAmountsOnly: Bool { values > 0 && looksNumeric }

  /// The first row that has the pattern.
  package func firstRow(_ pattern: IdentifierPattern) -> Int? { firstRows[pattern] }

  /// Problems of a column that is counted by: not dropped, not a key.
  func problems(at place: ColumnPlace, countsPeople: Bool) -> [SourceProblem] {
    var problems: [SourceProblem] = []
    func refuse(_ code: ProblemCode, _ message: String, row: Int? = nil) {
      problems.append(
        code.problem(
          file: place.file, column: place.column, rows: row.map { [$0] } ?? [], message: message,
          fix: "take it out of \(place.mapping) and add it to drop"))
    }
    let found = findings
    let holdsDates = found.contains(.values(.fullDate))
    for finding in found {
      switch finding {
      case .header(.birthDate):
        if holdsDates { refuse(.birthDates, "it holds full dates of birth") }
      case .header: refuse(.identifyingHeader, finding.phrase)
      case .values(let pattern):
        if pattern == .fullDate, found.contains(.header(.birthDate)) { continue }
        refuse(.identifyingValues, finding.phrase, row: firstRow(pattern))
      case .nearlyDistinct: if countsPeople { refuse(.nearlyDistinct, finding.phrase) }
      case .freeText: refuse(.freeText, finding.phrase)
      }
    }
    return problems
  }
}
