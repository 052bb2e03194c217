import Aggregates
import Testing

@testable import DataSources

@Suite("Levels of fields")
struct LevelLookupTests {
  private let column = AttributeColumn(
    attribute: Attribute(
      id: "ethnicity", title: "Ethnicity",
      levels: [
        Level("White"), Level("Asian"), Level("Black or African American and of Caribbean origin"),
        Level("Two or more"), .declined, .blank,
      ]),
    labels: [
      "W": "White", "Chinese": "Asian", "Japanese": "Asian", "No thanks": "Prefer not to say",
    ],
    multipleAnswers: AttributeColumn.MultipleAnswers(separator: ";", level: "Two or more"))

  private let texts: [(String, Int?)] = [
    ("White", 0), ("W", 0), (" W\t", 0), ("Chinese", 1),
    ("Black or African American and of Caribbean origin", 2),
    ("Black or African American and of Caribbeen origin", nil), ("No thanks", 4),
    ("Prefer not to say", 4), ("", 5), ("  ", 5), ("N/A", 5), ("w", nil), ("White ;Asian", 3),
    ("Chinese;Japanese", 1), ("Chinese; ;", 1), ("White;No thanks", 0), ("No thanks;", 4),
    ("White;Martian", nil), (";", 5), ("Whit", nil), ("Whitee", nil),
  ]

  @Test("texts are looked up exactly after trimming, several answers by their levels")
  func levels() {
    let lookup = LevelLookup(column, missing: ["", "N/A"])
    for (text, level) in texts {
      #expect(Array(text.utf8).withUnsafeBytes { lookup.level(of: $0) } == level, "\(text)")
    }
  }

  @Test("the word table agrees with the lookup on every text it knows, bare and quoted")
  func table() {
    let lookup = LevelLookup(column, missing: ["", "N/A"])
    let table = LevelTable(lookup)
    for (text, level) in texts {
      for form in [text, "\"\(text)\""] {
        let padding = [UInt8](repeating: 0x41, count: 64)
        let bytes = padding + Array(form.utf8) + padding
        let code = bytes.withUnsafeBytes { buffer in
          buffer.baseAddress.map { table.reader.code($0 + 64, form.utf8.count) } ?? -2
        }
        // What the table does not know is read by the lookup; what it knows must agree.
        if code >= 0 { #expect(Int(code) == level, "\(form)") }
        if form == "White" || form == "\"White\"" || text.utf8.count > 40 {
          #expect(Int(code) == level ?? -1)
        }
      }
    }
  }

  @Test("a level that is passed over is left to people without another answer")
  func passedOver() {
    let column = AttributeColumn(
      attribute: Attribute(
        id: "domain", title: "Domain",
        levels: [Level("Health"), Level("Technology"), Level("Both"), Level("Neither")]),
      labels: ["FHIR": "Health", "SQL": "Technology", "Writing": "Neither", "": "Neither"],
      multipleAnswers: AttributeColumn.MultipleAnswers(
        separator: ";", level: "Both", passedOver: "Neither"))
    let lookup = LevelLookup(column, missing: [])
    for (text, level) in [
      ("FHIR", 0), ("SQL;Writing", 1), ("Writing;SQL", 1), ("FHIR;SQL", 2),
      ("Writing;FHIR;SQL", 2), ("Writing", 3), ("", 3), ("Writing;Writing", 3),
      ("FHIR;Unknown", nil),
    ] as [(String, Int?)] {
      #expect(Array(text.utf8).withUnsafeBytes { lookup.level(of: $0) } == level, "\(text)")
    }
  }

  @Test("without a blank level an empty field has no level")
  func noBlank() {
    let column = AttributeColumn(
      attribute: Attribute(id: "grade", title: "Grade", levels: [Level("A"), Level("B")]))
    let lookup = LevelLookup(column, missing: ["-"])
    #expect([UInt8]().withUnsafeBytes { lookup.level(of: $0) } == nil)
    #expect(Array("-".utf8).withUnsafeBytes { lookup.level(of: $0) } == nil)
    #expect(lookup.blank == nil)
  }
}
