/// Checks the fields of a key.
struct KeyCheck: ColumnCheck {
  private let isRequired: Bool
  private var blank = RowTally()
  private var isDigitsOnly = true
  private var lengths: Set<Int> = []
  private var hasLeadingZero = false

  init(isRequired: Bool) { self.isRequired = isRequired }

  mutating func see(_ field: ArraySlice<UInt8>, row: Int) -> SeenField {
    let key = TextRecord.trimmed(field)
    if key.isEmpty {
      blank.add(row)
      return .nothing
    }
    if isDigitsOnly {
      isDigitsOnly = key.allSatisfy { (0x30...0x39).contains($0) }
      hasLeadingZero = hasLeadingZero || key.first == 0x30
      lengths.insert(key.count)
    }
    return .nothing
  }

  func problems(at place: ColumnPlace) -> [SourceProblem] {
    var found: [SourceProblem] = []
    if isRequired {
      found += place.problem(
        .missingKey, blank, "\(ProblemText.counted(blank.count, "row")) have no key")
    }
    if isDigitsOnly, hasLeadingZero, lengths.count > 1 {
      found.append(
        ProblemCode.keyLengths.problem(
          file: place.file, column: place.column,
          message: "keys have \(lengths.count) different lengths and some begin with a zero"))
    }
    return found
  }
}

/// A column that is declared and never read.
struct UnreadCheck: ColumnCheck {
  mutating func see(_ field: ArraySlice<UInt8>, row: Int) -> SeenField { .nothing }

  func problems(at place: ColumnPlace) -> [SourceProblem] { [] }
}
