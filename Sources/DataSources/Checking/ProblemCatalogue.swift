/// Every code of a data problem with its explanation, for `parity explain`.
public enum ProblemCatalogue {
  /// What a code means.
  public struct Entry: Sendable, Hashable {
    /// The code, for example `D104`.
    public let code: String
    /// How bad the problem is, as a rule.
    public let severity: SourceProblem.Severity
    /// The exit code the problem alone would lead to.
    public let exitCode: Int32
    /// What is wrong.
    public let explanation: String
    /// How to mend it.
    public let fix: String
  }

  /// The entry of a code, upper or lower case; `nil` where there is none.
  public static func entry(_ code: String) -> Entry? { byCode[code.uppercased()] }

  /// The explanation of a code and how to mend it, in one text; `nil` where there is none.
  public static func explanation(of code: String) -> String? {
    entry(code).map { "\($0.explanation) Fix: \($0.fix)." }
  }

  private static let byCode = Dictionary(
    entries.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  private static func entry(
    _ code: ProblemCode, _ severity: SourceProblem.Severity, _ exitCode: Int32,
    _ explanation: String, fix: String
  ) -> Entry {
    Entry(
      code: code.rawValue, severity: severity, exitCode: exitCode, explanation: explanation,
      fix: fix)
  }

  /// Every code, in order.
  public static let entries: [Entry] = [
    entry(
      .fileMissing, .error, 66,
      "The file does not exist.",
      fix: "check the path under [inputs]"),
    entry(
      .fileForbidden, .error, 66,
      "The account that runs the program may not read the file.",
      fix: "ask for read permission on the file"),
    entry(
      .fileIsFolder, .error, 66,
      "The path names a folder.",
      fix: "name the file inside the folder"),
    entry(
      .fileIsSpecial, .error, 66,
      "The path names a pipe, a socket or a device; only ordinary files are read, "
        + "because a file is read more than once.",
      fix: "save the data to an ordinary file"),
    entry(
      .fileLinkLoop, .error, 66,
      "The path is a circle of symbolic links.",
      fix: "name the file itself"),
    entry(
      .fileEmpty, .error, 65,
      "The file holds nothing.",
      fix: "export the data again"),
    entry(
      .noDataRows, .error, 65,
      "The file has a header and no rows.",
      fix: "export the data again"),
    entry(
      .fileUnreadable, .error, 66,
      "The system reported an error while the file was opened or read.",
      fix: "copy the file to a local disk and try again"),
    entry(
      .fileChanged, .error, 66,
      "The file grew, shrank or was replaced while it was being read.",
      fix: "wait until the export has finished, then run again"),
    entry(
      .fileIsArchive, .error, 65,
      "The file is an archive, a workbook or another binary format.",
      fix: "unpack it, or save the sheet as CSV"),
    entry(
      .encodingUnsupported, .error, 65,
      "The text is in an encoding that is not read.",
      fix: "save the file as UTF-8"),
    entry(
      .invalidText, .error, 65,
      "Bytes are not text of the file's encoding: damaged UTF-8, unpaired surrogates,"
        + " or another encoding than the one declared.",
      fix: "save the file as UTF-8, or declare its encoding under [inputs], for example "
        + "encoding = \"windows-1252\""),
    entry(
      .encodingGuessed, .warning, 65,
      "The encoding was guessed from the bytes of the file's start.",
      fix: "declare the encoding under [inputs]"),
    entry(
      .nulByte, .error, 65,
      "The text holds NUL characters: the file is damaged or not text.",
      fix: "export the file again as UTF-8 text"),
    entry(
      .encodingContradiction, .error, 65,
      "The byte order mark and the declared encoding disagree.",
      fix: "remove the encoding under [inputs], or correct it"),
    entry(
      .unterminatedQuote, .error, 65,
      "A quote opens a field and is never closed, so the rest of the file became one "
        + "field.",
      fix: "close the quote in the row named, or double it if it is part of the text"),
    entry(
      .textAfterQuote, .error, 65,
      "There is text between a closing quote and the next delimiter.",
      fix: "double the quotes inside quoted fields"),
    entry(
      .quoteInBareField, .error, 65,
      "A field that is not quoted has a quote inside.",
      fix: "quote the field and double the quote"),
    entry(
      .shortRows, .error, 65,
      "Rows have fewer fields than the header.",
      fix: "check for missing delimiters; if the lines are notes or totals, set skip_rows "
        + "or footer_rows"),
    entry(
      .longRows, .error, 65,
      "Rows have more fields than the header.",
      fix: "quote the fields that contain the delimiter; decimal commas are the usual "
        + "cause"),
    entry(
      .fieldTooLong, .error, 65,
      "A field is longer than 1 MiB, or a row than 16 MiB; an open quote is the usual"
        + " cause.",
      fix: "look for a quote that is not closed"),
    entry(
      .tooManyColumns, .error, 65,
      "A row has more than 4,096 fields.",
      fix: "export only the columns that are declared"),
    entry(
      .bareCarriageReturn, .error, 65,
      "A carriage return without a line feed stands outside quotes.",
      fix: "save the file with LF or CRLF line ends"),
    entry(
      .mixedLineEnds, .warning, 65,
      "Some lines end in LF and some in CRLF; parts of the file come from different "
        + "programs.",
      fix: "export the file in one piece"),
    entry(
      .blankLines, .warning, 65,
      "Lines without any text were skipped.",
      fix: "remove the blank lines"),
    entry(
      .delimiterNotAllowed, .error, 78,
      "The delimiter is not a comma, a semicolon, a tab or a vertical bar.",
      fix: "set delimiter to \",\", \";\", \"\\t\" or \"|\""),
    entry(
      .headerElsewhere, .error, 78,
      "The header is not in the row where it is declared to be: there are titles or "
        + "notes above it.",
      fix: "set skip_rows under [inputs]"),
    entry(
      .totalRows, .error, 65,
      "The last rows are totals or notes, not records.",
      fix: "set footer_rows under [inputs]"),
    entry(
      .emptyRows, .error, 65,
      "Rows have delimiters and no value.",
      fix: "remove the rows"),
    entry(
      .undeclaredColumn, .error, 78,
      "The file has a column that the configuration does not mention. Every column "
        + "must be mapped or dropped.",
      fix: "map the column, or add it to drop"),
    entry(
      .missingColumn, .error, 78,
      "A declared column is not in the file.",
      fix: "correct the header in the mapping"),
    entry(
      .duplicateHeader, .error, 65,
      "Two columns have the same header, also after blanks and case are ignored.",
      fix: "rename one of the columns"),
    entry(
      .emptyHeader, .error, 65,
      "A column has no header.",
      fix: "name the column, or remove it from the export"),
    entry(
      .fingerprintMismatch, .error, 78,
      "The header is not the one the mapping was made for: columns were added, "
        + "removed, renamed or moved.",
      fix: "look at the differences, then run `parity map` again"),
    entry(
      .columnOutOfRange, .error, 78,
      "A column is declared by a position the file does not have.",
      fix: "correct the position in the mapping"),
    entry(
      .malformedNumber, .error, 65,
      "Texts in a number column are not numbers in the declared form. Not-a-number, "
        + "infinity, hexadecimal and exponents are refused.",
      fix: "set decimal and group under the mapping, or list texts that mean empty under "
        + "missing"),
    entry(
      .tooManyDecimals, .error, 65,
      "Numbers have more decimals than the column keeps.",
      fix: "raise scale, or round the export"),
    entry(
      .malformedDate, .error, 65,
      "Texts in a date column are not dates in the declared format, or name a day "
        + "that does not exist.",
      fix: "set format under the mapping"),
    entry(
      .implausibleDate, .error, 65,
      "Dates lie before 1900 or after 2100; systems write such dates for \"unknown\" or"
        + " \"never\".",
      fix: "list the texts under missing, or correct them"),
    entry(
      .ambiguousDates, .error, 65,
      "Dates read as day and month either way, because both are at most 12, and the "
        + "format is not declared.",
      fix: "set format = \"dd/MM/yyyy\" or \"MM/dd/yyyy\" under the mapping"),
    entry(
      .belowMinimum, .error, 65,
      "Numbers are below the declared minimum.",
      fix: "correct the numbers, or the minimum"),
    entry(
      .aboveMaximum, .error, 65,
      "Numbers are above the declared maximum.",
      fix: "correct the numbers, or the maximum"),
    entry(
      .payNotPositive, .error, 65,
      "Pay is negative or zero.",
      fix: "correct the amounts, list texts that mean empty under missing, or set minimum"),
    entry(
      .outlier, .warning, 65,
      "One number is more than 1,000 times the middle one.",
      fix: "check the amount; set maximum so that it is refused next time"),
    entry(
      .spreadsheetSerial, .error, 65,
      "Dates are spreadsheet day numbers such as 45930.",
      fix: "format the column as yyyy-MM-dd before exporting"),
    entry(
      .leadingZeros, .warning, 65,
      "Texts in a number column start with zeros, as codes do.",
      fix: "map the column as an attribute if it is a code"),
    entry(
      .allEqual, .warning, 65,
      "Every number of the column is the same.",
      fix: "check that the column is the right one"),
    entry(
      .fteOutOfRange, .error, 65,
      "Full-time equivalents lie outside 0 to 1.",
      fix: "correct them, or set maximum where more than one full-time post is possible"),
    entry(
      .ageOutOfRange, .error, 65,
      "Ages lie outside 14 to 110.",
      fix: "correct the ages, or list texts that mean empty under missing"),
    entry(
      .hiredAfterSnapshot, .error, 65,
      "People are hired after the date of the snapshot they are in.",
      fix: "check the two date columns and their formats"),
    entry(
      .leftBeforeHired, .error, 65,
      "People leave before they are hired.",
      fix: "check the two date columns and their formats"),
    entry(
      .missingDate, .error, 65,
      "Rows have no date in a column that decides when they count.",
      fix: "fill the date, or remove the rows"),
    entry(
      .malformedCount, .error, 65,
      "Texts in the count column are not whole numbers from 0.",
      fix: "correct the counts"),
    entry(
      .suppressedCells, .error, 65,
      "Texts are marks of suppressed cells (\"*\", \"c\", \"<5\"): the file is a published "
        + "table, not records.",
      fix: "use the records the table was made from"),
    entry(
      .unknownLabels, .error, 65,
      "Labels are not listed under [values].",
      fix: "run `parity map --show-values` on a trusted machine, then add the labels"),
    entry(
      .variantLabels, .error, 65,
      "Labels differ from known ones only in case, blanks, accents' encoding, width "
        + "or leading zeros.",
      fix: "add the spellings under [values], or mend them at the source"),
    entry(
      .invisibleCharacters, .error, 65,
      "Labels hold invisible characters: zero-width, direction marks or line "
        + "separators.",
      fix: "remove the characters at the source"),
    entry(
      .missingKey, .error, 65,
      "Rows have no key.",
      fix: "fill the key, or remove the rows"),
    entry(
      .duplicateRows, .error, 65,
      "Rows repeat another row with the same key.",
      fix: "remove the copies"),
    entry(
      .severalRowsPerKey, .error, 65,
      "Keys stand on several rows that differ, for example one per assignment.",
      fix: "keep the primary assignment, or add the snapshot date to the mapping"),
    entry(
      .keyOrderedByHire, .warning, 65,
      "Keys run in the order of hire dates, so a key tells when a person was hired.",
      fix: "replace the key by a random pseudonym"),
    entry(
      .keyLengths, .warning, 65,
      "Keys have different lengths; leading zeros may have been lost.",
      fix: "export the key as text"),
    entry(
      .lowDeclaration, .warning, 65,
      "Fewer than 60% of people declared; figures over so few can mislead.",
      fix: "say in the report why, and ask people again"),
    entry(
      .nothingDeclared, .error, 65,
      "No one declared anything: every field of the column is empty.",
      fix: "check the export, or drop the column"),
    entry(
      .oneGroup, .warning, 65,
      "Everyone is in one group, so nothing can be compared.",
      fix: "check the mapping of the labels"),
    entry(
      .identifyingHeader, .error, 77,
      "The header names something that identifies people. Only dropped columns and "
        + "declared keys may.",
      fix: "map the column to drop"),
    entry(
      .identifyingValues, .error, 77,
      "Values look like identifiers: e-mail, telephone, address, national or bank "
        + "numbers.",
      fix: "map the column to drop"),
    entry(
      .nearlyDistinct, .error, 77,
      "More than 95% of the values are different, as names and numbers of people are.",
      fix: "map the column to drop, or declare it as a key"),
    entry(
      .freeText, .error, 77,
      "Values are sentences; free text names people.",
      fix: "map the column to drop"),
    entry(
      .birthDates, .error, 77,
      "The column holds full dates of birth.",
      fix: "map the column to drop, and export an age band instead"),
    entry(
      .identifyingKeys, .error, 77,
      "Keys are identifiers of people, not pseudonyms: e-mail addresses, national numbers, names.",
      fix: "replace the key by a random pseudonym before the file is handed on"),
    entry(
      .fewIdentifyingValues, .warning, 77,
      "Some values have the form of identifiers, fewer than a column of identifiers has.",
      fix: "look at the column on a trusted machine; map it to drop if people can be found by it"),
    entry(
      .droppedIdentifiers, .warning, 77,
      "A dropped column holds identifiers. It is never read, but whoever has the file has it.",
      fix: "export the file without the column"),
    entry(
      .exactDates, .warning, 65,
      "Dates of people are more exact than a quarter, and few people share one.",
      fix: "export the first day of the quarter instead"),
    entry(
      .exactAges, .warning, 65,
      "Ages are in single years, or above 90 not together.",
      fix: "export bands of ages, with everyone of 90 and over in one"),
    entry(
      .smallClasses, .warning, 65,
      "Attributes crossed with each other leave classes of few people. Only tables leave the program, "
        + "and small cells of them are merged or hidden.",
      fix: "do not cross the attributes named, or merge their levels"),
    entry(
      .sameAnswer, .warning, 65,
      "In a group of people all, or all but one, have the same answer to a sensitive question, so that "
        + "belonging to the group gives the answer away.",
      fix: "do not cross the attributes named, or merge their levels"),
    entry(
      .specialUniques, .warning, 65,
      "People are the only ones with what two attributes or fewer say of them.",
      fix: "merge the levels of the attributes named"),
    entry(
      .serialKeys, .warning, 65,
      "Keys are numbers without gaps, as staff numbers are; whoever knows one person's can try all.",
      fix: "replace the key by a random pseudonym"),
    entry(
      .digestKeys, .warning, 65,
      "Keys have the form of a digest. A digest made without a secret is undone by trying all staff "
        + "numbers or addresses.",
      fix: "make the key with a secret (HMAC) that stays with the sender, or at random"),
    entry(
      .changedKeys, .warning, 65,
      "Half of the keys of the earlier snapshot or more are gone, so that people cannot be followed.",
      fix: "use the same pseudonyms in every snapshot"),
  ]
}
