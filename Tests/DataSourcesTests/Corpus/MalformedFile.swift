import DataSources
import Testing

/// A file of the corpus with what must be said about it.
struct MalformedFile: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  /// The code that must be reported; `nil` where the file is in order.
  let code: String?
  let exitCode: Int32
  /// Rows the problem must name.
  let rows: [Int]?
  let format: TextFormat

  init(
    _ name: String, _ text: String, _ code: String?, _ exitCode: Int32 = 65, rows: [Int]? = nil,
    format: TextFormat = TextFormat()
  ) {
    self.init(name, bytes: Array(text.utf8), code, exitCode, rows: rows, format: format)
  }

  init(
    _ name: String, bytes: [UInt8], _ code: String?, _ exitCode: Int32 = 65, rows: [Int]? = nil,
    format: TextFormat = TextFormat()
  ) {
    self.name = name
    self.bytes = bytes
    self.code = code
    self.exitCode = code == nil ? 0 : exitCode
    self.rows = rows
    self.format = format
  }

  var testDescription: String { name }

  private typealias Sample = SampleWorkforce
  private static let good = Sample.file(Sample.rows(12))
  private static let header = Sample.header + "\n"

  private static func with(_ rows: String...) -> String {
    header + Sample.rows(12).joined(separator: "\n") + "\n" + rows.joined(separator: "\n") + "\n"
  }

  /// Bytes in place of the department of an otherwise ordinary row 14.
  private static func with(department: [UInt8]) -> [UInt8] {
    Array(with("").utf8.dropLast()) + Array("K1,F,".utf8) + department
      + Array(",50000,2020-02-20\n".utf8)
  }

  private static func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  /// Structure.
  static let structure: [MalformedFile] = [
    MalformedFile("in order", good, nil),
    MalformedFile("01 empty file", "", "D006"),
    MalformedFile("02 header only", header, "D007"),
    MalformedFile("02 header only, no line end", Sample.header, "D007"),
    MalformedFile("03 one row", Sample.file(Sample.rows(1)), nil),
    MalformedFile("05 no line end at the end", String(good.dropLast()), nil),
    MalformedFile("06 CRLF", good.split(separator: "\n").joined(separator: "\r\n") + "\r\n", nil),
    MalformedFile("07 lone CR", good.split(separator: "\n").joined(separator: "\r"), "D037"),
    MalformedFile("07 one lone CR", with("K1,F,Fin\rance,50000,2020-02-20"), "D037", rows: [14]),
    MalformedFile("08 mixed line ends", good + Sample.row(20) + "\r\n", "D038", 0),
    MalformedFile("09 blank line inside", with("", Sample.row(20)), "D039", 0, rows: [14]),
    MalformedFile("09 blank lines at the end", good + "\n\n", nil),
    MalformedFile("10 open quote", with("K1,F,\"Finance,50000,2020-02-20"), "D030", rows: [14]),
    MalformedFile("11 quote inside", with("K1,F,Fin\"ance,50000,2020-02-20"), "D032", rows: [14]),
    MalformedFile(
      "12 text after quote", with("K1,F,\"Fin\"ance,50000,2020-02-20"), "D031", rows: [14]),
    MalformedFile(
      "13 doubled quotes", with("K1,F,\"Fin\"\"\n,ance\",50000,2020-02-20"), "D121", rows: [14]),
    MalformedFile("14 short row", with("K1,F,Finance,50000"), "D033", rows: [14]),
    MalformedFile("14 long row", with("K1,F,Finance,50,000,2020-02-20"), "D034", rows: [14]),
    MalformedFile("15 same header", good.replacing("hire_date", with: "base_pay"), "D052", 78),
    MalformedFile(
      "15 same header after folding", good.replacing("hire_date", with: " BASE_PAY "), "D052", 77),
    MalformedFile("16 no header name", good.replacing("hire_date", with: " "), "D053", 78),
    MalformedFile(
      "17 too many columns", with("K1" + String(repeating: ",x", count: 10_000)), "D036"),
    MalformedFile(
      "18 long field", with("K1,F,\(String(repeating: "x", count: 3 << 20)),1,2020-02-20"), "D035"),
    MalformedFile("19 separators", with(String(repeating: ",", count: 200_000)), "D036"),
    MalformedFile("20 semicolons", good.replacing(",", with: ";"), nil),
    MalformedFile("20 tabs", good.replacing(",", with: "\t"), nil),
    MalformedFile("20 bars", good.replacing(",", with: "|"), nil),
    MalformedFile(
      "20 another delimiter", good, "D040", 78, format: TextFormat(delimiter: ":")),
    MalformedFile("21 title above", "Workforce 2025\n\n" + good, "D041", 78, rows: [3]),
    MalformedFile(
      "21 title declared", "Workforce 2025\n\n" + good, nil, format: TextFormat(skipRows: 2)),
    MalformedFile("22 total row", good + "Total,,,600000,\n", "D042", rows: [14]),
    MalformedFile(
      "22 total row declared", good + "Total,,,600000,\n", nil, format: TextFormat(footerRows: 1)),
    MalformedFile("row without values", with(",,,,"), "D043", rows: [14]),
    MalformedFile("headers unknown", "a,b,c\n1,2,3\n", "D050", 78),
    MalformedFile(
      "undeclared column", good.replacing("\n", with: ",x\n"), "D050", 78),
    MalformedFile("missing column", good.replacing("base_pay", with: "pay"), "D051", 78),
  ]

  /// Encoding.
  static let encoding: [MalformedFile] = [
    MalformedFile("23 byte order mark", bytes: [0xEF, 0xBB, 0xBF] + Array(good.utf8), nil),
    MalformedFile("24 UTF-16 LE", bytes: utf16(good, bigEndian: false, mark: true), nil),
    MalformedFile("24 UTF-16 BE", bytes: utf16(good, bigEndian: true, mark: true), nil),
    MalformedFile(
      "24 UTF-16 LE, no mark", bytes: utf16(good, bigEndian: false, mark: false), "D021", 0),
    MalformedFile(
      "24 UTF-16 BE, no mark", bytes: utf16(good, bigEndian: true, mark: false), "D021", 0),
    MalformedFile(
      "24 unpaired surrogate",
      bytes: utf16(good, bigEndian: false, mark: true) + [0x41, 0, 0x3D, 0xD8, 0x0A, 0], "D033"),
    MalformedFile(
      "24 mark and declaration", bytes: utf16(good, bigEndian: true, mark: true), "D023",
      format: TextFormat(encoding: .utf8)),
    MalformedFile(
      "25 Windows-1252", bytes: with(department: [0x4D, 0xFC] + Array("ller Ward".utf8)), "D021",
      0),
    MalformedFile(
      "25 Windows-1252 declared",
      bytes: with(department: [0x4D, 0xFC] + Array("ller Ward".utf8)), nil,
      format: TextFormat(encoding: .windows1252)),
    MalformedFile("26 overlong", bytes: with(department: [0xC0, 0xAF]), "D020", rows: [14]),
    MalformedFile(
      "26 lone continuation", bytes: with(department: [0x61, 0x80, 0x62]), "D020", rows: [14]),
    MalformedFile("26 surrogate", bytes: with(department: [0xED, 0xA0, 0x80]), "D020", rows: [14]),
    MalformedFile("26 cut off", bytes: with(department: [0xF0, 0x9F, 0x98]), "D020", rows: [14]),
    MalformedFile("27 NUL", bytes: with(department: [0x46, 0, 0x46]), "D022", rows: [14]),
    MalformedFile("28 line separator", with("K1,F,Fin\u{2028}ance,5,2020-02-20"), "D123"),
    MalformedFile("28 next line", with("K1,F,Finance\u{85},5,2020-02-20"), "D123"),
    MalformedFile("29 direction override", with("K1,F,\u{202E}Finance,5,2020-02-20"), "D123"),
    MalformedFile("29 zero width", with("K1,F,Fin\u{200B}ance,5,2020-02-20"), "D123"),
    MalformedFile("30 decomposed", with("K1,F,Mu\u{308}ller Ward,5,2020-02-20"), "D122"),
    MalformedFile("30 full width", with("K1,F,Ｆinance,5,2020-02-20"), "D122"),
    MalformedFile("30 full-width digits", with("K1,F,００７,5,2020-02-20"), "D122"),
    MalformedFile("30 case", with("K1,F,FINANCE,5,2020-02-20"), "D122"),
    MalformedFile("30 trailing no-break space", with("K1,F,Finance\u{A0},5,2020-02-20"), "D122"),
    MalformedFile("30 trailing space", with("K1,F,Finance ,5,2020-02-20"), nil),
    MalformedFile("UTF-32", bytes: [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], "D011"),
    MalformedFile("70 zip", bytes: [0x50, 0x4B, 3, 4, 20, 0], "D010"),
    MalformedFile("70 gzip", bytes: [0x1F, 0x8B, 8, 0], "D010"),
  ]

  private static func pay(_ name: String, _ text: String, _ code: String?) -> MalformedFile {
    MalformedFile(
      name, with("K1,F,Finance,\(text),2020-02-20"), code, rows: code.map { _ in [14] })
  }

  private static func hired(_ name: String, _ text: String, _ code: String?) -> MalformedFile {
    MalformedFile(name, with("K1,F,Finance,50000,\(text)"), code, rows: code.map { _ in [14] })
  }

  /// Numbers and dates.
  static let numbers: [MalformedFile] =
    ["nan", "NaN", "inf", "-inf", "infinity", "0x1F", "0x1.8p3", "1e400", "1e-400"].map {
      pay("31-33 \($0)", $0, "D100")
    } + [
      pay("33 -0", "-0", "D107"), pay("34 +5", "+5", nil), pay("34 5.", "5.", "D100"),
      pay("34 .5", ".5", "D100"), pay("35 thousands", "\"50,000\"", "D100"),
      pay("35 decimal comma", "\"50000,5\"", "D100"), pay("35 currency", "$50000", "D100"),
      pay("35 percent", "5%", "D100"), pay("36 negative", "-1", "D107"),
      pay("36 zero", "0", "D107"), pay("37 far off", "1000000000000000", "D108").asWarning,
      pay("39 beyond 64 bits", "99999999999999999999999", "D100"),
      pay("40 leading zeros", "007", "D110").asWarning, pay("decimals", "5.123", "D101"),
      pay("58 suppressed", "*", "D118"), pay("58 suppressed, fewer", "<5", "D118"),
      hired("41 no such day", "2021-02-30", "D102"), hired("41 31/02", "31/02/2021", "D102"),
      hired("41 ambiguous", "02/03/2021", "D104"), hired("41 year 1", "0001-01-01", "D103"),
      hired("41 year 9999", "9999-12-31", "D103"),
      hired("41 leap second", "2016-12-31 23:59:60", "D102"),
      hired("41 spreadsheet day", "45930", "D109"),
      MalformedFile("40 code without zeros", with("K1,F,7,5,2020-02-20"), "D122", rows: [14]),
      MalformedFile(
        "38 all pays equal", Sample.file((1...12).map { Sample.row($0, pay: "50000") }), "D111", 0),
      MalformedFile(
        "44 one group", Sample.file((1...12).map { Sample.row($0, gender: "F") }), "D142", 0),
      MalformedFile(
        "46 nothing declared", Sample.file((1...12).map { Sample.row($0, gender: "") }), "D141"),
      MalformedFile(
        "47 a dash for nothing", with("K1,-,Finance,50000,2020-02-20"), "D121", rows: [14]),
      MalformedFile(
        "48 copies", Sample.file(Sample.rows(6) + [Sample.row(2)]), "D131", rows: [8]),
      MalformedFile(
        "50 two departments", Sample.file(Sample.rows(6) + [Sample.row(2, department: "007")]),
        "D132", rows: [8]),
      MalformedFile("key missing", with(",F,Finance,50000,2020-02-20"), "D130", rows: [14]),
      MalformedFile(
        "58 suppressed label", with("K1,<5,Finance,50000,2020-02-20"), "D118", rows: [14]),
    ]

  private var asWarning: MalformedFile {
    MalformedFile(name, bytes: bytes, code, 0, rows: rows, format: format)
  }
}
