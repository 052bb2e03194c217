import SVGCharts
import Testing

@testable import Reports

@Suite("Languages")
struct LanguageTests {
  @Test(
    "dates",
    arguments: [
      (Language.britishEnglish, "30 September 2025"), (.americanEnglish, "September 30, 2025"),
      (.german, "30. September 2025"), (.french, "30 septembre 2025"),
      (.spanish, "30 de septiembre de 2025"),
    ])
  func dates(language: Language, expected: String) {
    #expect(language.date("2025-09-30") == expected)
    #expect(language.date("autumn") == "autumn")
  }

  @Test("the first of a month is an ordinal in French")
  func first() { #expect(Language.french.date("2025-08-01") == "1er août 2025") }

  @Test("quarters")
  func quarters() {
    #expect(Language.german.quarter("2025Q3") == "2025Q3")
    #expect(Language.french.quarter("2025Q3") == "2025T3")
    #expect(Language.spanish.quarter("FY2025Q3") == "FY2025T3")
    #expect(Language.french.quarter("2025Q5") == nil)
    #expect(Language.french.quarter("Band Q3") == nil)
  }

  @Test(
    "lists",
    arguments: [
      (Language.britishEnglish, "A, B and C"), (.german, "A, B und C"), (.french, "A, B et C"),
      (.spanish, "A, B y C"),
    ])
  func lists(language: Language, expected: String) {
    #expect(language.listed(["A", "B", "C"]) == expected)
    #expect(language.listed(["A"]) == "A" && language.listed([]) == "")
  }

  @Test("Spanish and becomes e before the sound of i, or becomes u before o")
  func spanishConjunctions() {
    #expect(Language.spanish.listed(["«Ventas»", "«Ingeniería»"]) == "«Ventas» e «Ingeniería»")
    #expect(Language.spanish.listed(["agua", "hielo"]) == "agua y hielo")
    #expect(Language.spanish.alternatives(["siete", "ocho"]) == "siete u ocho")
    #expect(Language.britishEnglish.alternatives(["a", "b", "c"]) == "a, b, or c")
    #expect(Language.german.alternatives(["a", "b", "c"]) == "a, b oder c")
  }

  @Test(
    "plural categories of printed numbers",
    arguments: [
      (Language.britishEnglish, "1 person", PluralRule.Category.one),
      (.britishEnglish, "1.0", .other), (.britishEnglish, "0", .other),
      (.britishEnglish, "1,204", .other), (.german, "1", .one), (.german, "1,0", .other),
      (.german, "1.204", .other), (.french, "0", .one), (.french, "1,5", .one),
      (.french, "2", .other), (.french, "1\u{202F}000\u{202F}000", .many),
      (.french, "1\u{202F}204", .other), (.spanish, "1", .one), (.spanish, "1,0", .one),
      (.spanish, "1,5", .other), (.spanish, "0", .other), (.spanish, "2.000.000", .many),
      (.spanish, "nobody", .other),
    ])
  func plurals(language: Language, printed: String, expected: PluralRule.Category) {
    #expect(PluralRule(language: language).category(of: printed) == expected)
  }

  @Test("numbers of people")
  func people() {
    func text(_ language: Language, _ number: String) -> String {
      MessageCatalogue(language: language).phrase(.people, ["number": number])
    }
    #expect(text(.britishEnglish, "1") == "1 person")
    #expect(text(.german, "24") == "24 Personen")
    #expect(text(.french, "0") == "0 personne")
    #expect(text(.spanish, "2.000.000") == "2.000.000 de personas")
  }

  @Test("numbers, as the conventions of each language write them")
  func numbers() {
    func format(_ language: Language) -> NumberFormat? {
      NumberConventions.of(tag: language.rawValue).map { NumberFormat($0) }
    }
    #expect(format(.german)?.number(-1_234.5, digits: 1) == "\u{2212}1.234,5")
    #expect(format(.french)?.number(1_234.5, digits: 1) == "1\u{202F}234,5")
    #expect(format(.french)?.percent(0.423) == "42,3\u{202F}%")
    #expect(format(.spanish)?.number(1_234.5, digits: 1) == "1234,5")
    #expect(format(.spanish)?.people(12_345) == "12.345")
    #expect(format(.spanish)?.money(24.5, symbol: "€", digits: 2) == "24,50\u{A0}€")
    #expect(format(.german)?.pValue(0.0001) == "<\u{A0}0,001")
  }

  @Test("American spelling and French spaces")
  func spelling() {
    #expect(Language.americanEnglish.spelled("The organisation") == "The organization")
    #expect(Language.britishEnglish.spelled("The organisation") == "The organisation")
    #expect(
      Language.french.spelled("oui : « non » ; si ?")
        == "oui\u{A0}: «\u{A0}non\u{A0}»\u{202F}; si\u{202F}?")
  }
}

@Suite("Templates")
struct TemplateTests {
  @Test("places are found in order, once")
  func places() {
    #expect(Template("{a} and {b|x|y} of {a}").places == ["a", "b"])
    #expect(Template("plain").places == [])
  }

  @Test("values are read back out of a filled text")
  func values() throws {
    let template = Template("{group}, share in {quarter}")
    let found = try #require(template.values(in: "Asian, Black, share in 2024Q3"))
    #expect(found.map(\.value) == ["Asian, Black", "2024Q3"])
    #expect(template.values(in: "Women, share") == nil)
    #expect(Template("Share").values(in: "Share of all") == nil)
    #expect(Template("{a} x").values(in: " x") == nil)
  }

  @Test("a form may hold the number itself")
  func number() {
    let rule = PluralRule(language: .britishEnglish)
    let template = Template("{n|one is|# are} hidden")
    #expect(template.filled({ _ in "1" }, rule: rule) == "one is hidden")
    #expect(template.filled({ _ in "12" }, rule: rule) == "12 are hidden")
  }
}
