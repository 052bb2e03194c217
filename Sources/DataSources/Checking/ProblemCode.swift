/// The stable codes of everything that can be wrong with an input.
package enum ProblemCode: String, Sendable, Hashable, CaseIterable {
  case fileMissing = "D001"
  case fileForbidden = "D002"
  case fileIsFolder = "D003"
  case fileIsSpecial = "D004"
  case fileLinkLoop = "D005"
  case fileEmpty = "D006"
  case noDataRows = "D007"
  case fileUnreadable = "D008"
  case fileChanged = "D009"
  case fileIsArchive = "D010"
  case encodingUnsupported = "D011"
  case invalidText = "D020"
  case encodingGuessed = "D021"
  case nulByte = "D022"
  case encodingContradiction = "D023"
  case unterminatedQuote = "D030"
  case textAfterQuote = "D031"
  case quoteInBareField = "D032"
  case shortRows = "D033"
  case longRows = "D034"
  case fieldTooLong = "D035"
  case tooManyColumns = "D036"
  case bareCarriageReturn = "D037"
  case mixedLineEnds = "D038"
  case blankLines = "D039"
  case delimiterNotAllowed = "D040"
  case headerElsewhere = "D041"
  case totalRows = "D042"
  case emptyRows = "D043"
  case undeclaredColumn = "D050"
  case missingColumn = "D051"
  case duplicateHeader = "D052"
  case emptyHeader = "D053"
  case fingerprintMismatch = "D054"
  case columnOutOfRange = "D055"
  case malformedNumber = "D100"
  case tooManyDecimals = "D101"
  case malformedDate = "D102"
  case implausibleDate = "D103"
  case ambiguousDates = "D104"
  case belowMinimum = "D105"
  case aboveMaximum = "D106"
  case payNotPositive = "D107"
  case outlier = "D108"
  case spreadsheetSerial = "D109"
  case leadingZeros = "D110"
  case allEqual = "D111"
  case fteOutOfRange = "D112"
  case ageOutOfRange = "D113"
  case hiredAfterSnapshot = "D114"
  case leftBeforeHired = "D115"
  case missingDate = "D116"
  case malformedCount = "D117"
  case suppressedCells = "D118"
  case unknownLabels = "D121"
  case variantLabels = "D122"
  case invisibleCharacters = "D123"
  case missingKey = "D130"
  case duplicateRows = "D131"
  case severalRowsPerKey = "D132"
  case keyOrderedByHire = "D133"
  case keyLengths = "D134"
  case lowDeclaration = "D140"
  case nothingDeclared = "D141"
  case oneGroup = "D142"
  case identifyingHeader = "D201"
  case identifyingValues = "D202"
  case nearlyDistinct = "D203"
  case freeText = "D204"
  case birthDates = "D205"
  case identifyingKeys = "D206"
  case fewIdentifyingValues = "D207"
  case droppedIdentifiers = "D208"
  case exactDates = "D210"
  case exactAges = "D211"
  case smallClasses = "D212"
  case sameAnswer = "D213"
  case specialUniques = "D214"
  case serialKeys = "D215"
  case digestKeys = "D216"
  case changedKeys = "D217"

  /// The line of the catalogue.
  package var entry: ProblemCatalogue.Entry {
    ProblemCatalogue.entry(rawValue)
      ?? ProblemCatalogue.Entry(
        code: rawValue, severity: .error, exitCode: 65, explanation: "", fix: "")
  }

  /// Makes a problem with the severity, the exit code and, unless told otherwise, the fix of the
  /// catalogue.
  package func problem(
    file: String, column: String? = nil, rows: [Int] = [], count: Int = 1, message: String,
    fix: String? = nil, severity: SourceProblem.Severity? = nil, exitCode: Int32? = nil
  ) -> SourceProblem {
    SourceProblem(
      code: rawValue, severity: severity ?? entry.severity, file: file, column: column, rows: rows,
      count: count, message: ProblemText.agreeing(message), fix: fix ?? entry.fix,
      exitCode: exitCode ?? entry.exitCode)
  }
}
