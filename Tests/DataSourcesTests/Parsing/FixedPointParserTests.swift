import Testing

@testable import DataSources

@Suite("Fixed-point amounts")
struct FixedPointParserTests {
  private func parse(
    _ text: String, decimal: String = ".", group: String? = nil, scale: Int = 2,
    minimum: Double? = nil, maximum: Double? = nil, missing: [String] = ["N/A"]
  ) -> ParsedField<Int64> {
    let column = NumberColumn(
      id: "pay", title: "Pay", unit: "USD/year", decimalSeparator: decimal, groupSeparator: group,
      scale: scale, minimum: minimum, maximum: maximum)
    let parser = FixedPointParser(column, missing: missing)
    return Array(text.utf8).withUnsafeBytes { parser.parse($0) }
  }

  private func isMalformed(_ field: ParsedField<Int64>) -> Bool {
    if case .malformed = field { return true }
    return false
  }

  @Test(
    "plain numbers become quanta",
    arguments: [
      ("0", 0), ("-0", 0), ("+5", 500), ("007", 700), ("71296.74", 7_129_674), ("12.5", 1250),
      ("-3.07", -307), (" 42 ", 4200), ("\t1.00\r", 100),
      ("92233720368547758.07", 9_223_372_036_854_775_807),
    ] as [(String, Int64)])
  func values(text: String, quanta: Int64) { #expect(parse(text) == .value(quanta)) }

  @Test(
    "what is not a number is malformed",
    arguments: [
      "nan", "NaN", "inf", "-inf", "infinity", "0x10", "1e4", "1E-4", "5.", ".5", ".", "-", "+",
      "--5", "1.234", "$5", "5%", "1 000", "1,000", "12a", "\u{2212}5", "٣", "5-", "1.2.3",
      "92233720368547758.08", "99999999999999999999",
    ])
  func malformed(text: String) { #expect(isMalformed(parse(text)), "\(text)") }

  @Test("empty fields and declared texts are blank", arguments: ["", "  ", "N/A", " N/A "])
  func blank(text: String) { #expect(parse(text) == .blank) }

  @Test("group separators part groups of three")
  func groups() {
    #expect(parse("71,296.74", group: ",") == .value(7_129_674))
    #expect(parse("1,234,567", group: ",") == .value(123_456_700))
    #expect(parse("1234567", group: ",") == .value(123_456_700))
    #expect(parse("1.234,56", decimal: ",", group: ".") == .value(123_456))
    #expect(parse("1\u{A0}234", group: "\u{A0}") == .value(123_400))
    for text in ["1,23", "12,34.00", "1234,567", ",123", "1,,234", "123,", "1,234.5,6"] {
      #expect(isMalformed(parse(text, group: ",")), "\(text)")
    }
  }

  @Test("limits are inclusive")
  func limits() {
    #expect(parse("0.10", minimum: 0.1) == .value(10))
    #expect(parse("0.09", minimum: 0.1) == .malformed(FixedPointParser.belowMinimum))
    #expect(parse("1000.00", maximum: 1000) == .value(100_000))
    #expect(parse("1000.01", maximum: 1000) == .malformed(FixedPointParser.aboveMaximum))
    #expect(parse("5", scale: 0, maximum: 1e300) == .value(5))
  }

  @Test("decimals beyond the scale are refused, fewer are filled up")
  func scales() {
    #expect(parse("1.5", scale: 0) == .malformed(FixedPointParser.tooManyDecimals))
    #expect(parse("1.5", scale: 4) == .value(15_000))
    #expect(parse("1.500", scale: 2) == .malformed(FixedPointParser.tooManyDecimals))
  }
}
