import SVGCharts
import Testing

@Suite("Number format")
struct NumberFormatTests {
  private let format = NumberFormat()

  @Test(
    "rounding is half away from zero, once, on the decimal value",
    arguments: zip(
      [0.285, 0.125, 1.005, 2.675, -0.285, 0.995, 9.995, 1e-7, 123456.785, 0.5, 1.5, 2.5],
      [
        "0.29", "0.13", "1.01", "2.68", "\u{2212}0.29", "1.00", "10.00", "0.00", "123,456.79",
        "0.50", "1.50", "2.50",
      ]))
  func rounding(value: Double, text: String) {
    #expect(format.number(value, digits: 2) == text)
  }

  @Test("whole numbers round half away from zero")
  func whole() {
    #expect(format.number(0.5, digits: 0) == "1")
    #expect(format.number(1.5, digits: 0) == "2")
    #expect(format.number(2.5, digits: 0) == "3")
    #expect(format.number(-2.5, digits: 0) == "\u{2212}3")
    #expect(format.number(999.5, digits: 0) == "1,000")
    #expect(format.number(1e21, digits: 0) == "1,000,000,000,000,000,000,000")
  }

  @Test("percentages are shifted before they are rounded")
  func percent() {
    #expect(format.percent(0.285, digits: 0) == "29%")
    #expect(format.percent(0.423) == "42.3%")
    #expect(format.percent(0.07, digits: 0) == "7%")
    #expect(format.percent(1, digits: 0) == "100%")
    #expect(format.signedPercent(-0.0415) == "\u{2212}4.2%")
    #expect(format.percentagePoints(0.023) == "+2.3\u{A0}pp")
    #expect(format.percentagePoints(0.00001) == "0.0\u{A0}pp")
  }

  @Test("no zero carries a sign")
  func zero() {
    #expect(format.number(-0.0, digits: 1) == "0.0")
    #expect(format.number(-0.004, digits: 2) == "0.00")
    #expect(format.signed(0.3, digits: 0) == "0")
    #expect(format.money(-0.001, symbol: "£", digits: 2) == "£0.00")
    #expect(format.roundsToZero(0.0006, .percent(1)) == false)
    #expect(format.roundsToZero(0.0004, .percent(0)))
    #expect(format.roundsToZero(0, .percent(0)) == false)
  }

  @Test("p-values are never 0.000")
  func pValues() {
    #expect(format.pValue(0.0004) == "<\u{A0}0.001")
    #expect(format.pValue(0) == "<\u{A0}0.001")
    #expect(format.pValue(0.0449) == "0.045")
    #expect(format.pValue(0.9999) == ">\u{A0}0.999")
    #expect(format.pValue(1) == "1.000")
  }

  @Test("intervals, people, money and shortfalls")
  func others() {
    #expect(format.interval(0.67, 0.98, .ratio) == "0.67 to 0.98")
    #expect(format.interval(0.52, .infinity, .ratio) == "0.52 to no upper limit")
    #expect(format.people(1_204) == "1,204")
    #expect(format.people(12) == "12")
    #expect(format.money(-24.5, symbol: "£", digits: 2) == "\u{2212}£24.50")
    #expect(format.money(1_204, symbol: "USD") == "USD\u{A0}1,204")
    #expect(format.shortfall(-3.44) == "\u{2212}3.4")
    #expect(format.shortfall(28.4) == "+28")
    #expect(format.shortfall(9.96) == "+10")
    #expect(format.text(7.25, .per100) == "7.3")
  }

  @Test("other languages keep their own marks")
  func languages() {
    let german = NumberFormat(.german)
    #expect(german.number(1_204.5, digits: 1) == "1.204,5")
    #expect(german.percent(0.423) == "42,3\u{A0}%")
    #expect(german.money(1_204, symbol: "€") == "1.204\u{A0}€")
    #expect(NumberFormat(.spanish).number(1_204, digits: 0) == "1204")
    #expect(NumberConventions.of(tag: "en-US")?.tag == "en-US")
    #expect(NumberConventions.of(tag: "xx") == nil)
  }
}
