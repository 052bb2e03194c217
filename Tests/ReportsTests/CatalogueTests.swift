import Testing

@testable import Reports

/// Every text of every language against the English one.
@Suite("Catalogues")
struct CatalogueTests {
  struct Entry: Sendable, CustomTestStringConvertible {
    let name: String
    let english: String
    let text: String
    let language: Language

    var testDescription: String { "\(language.rawValue) \(name)" }
  }

  static var entries: [Entry] {
    Language.allCases.flatMap { language -> [Entry] in
      let english = MessageCatalogue(language: .britishEnglish)
      let catalogue = MessageCatalogue(language: language)
      func entry(_ name: String, _ text: (MessageCatalogue) -> String) -> Entry {
        Entry(
          name: name, english: text(english), text: text(catalogue), language: language)
      }
      return Message.allCases.map { message in
        entry("message \(message)") { $0.template(message) }
      }
        + DynamicsMessage.allCases.map { message in
          entry("message \(message)") { $0.template(message) }
        }
        + Label.allCases.map { label in entry("label \(label)") { $0.template(label) } }
        + DynamicsLabel.allCases.map { label in entry("label \(label)") { $0.template(label) } }
        + Explanation.allCases.map { explanation in
          entry("explanation \(explanation)") { $0.template(explanation) }
        } + Term.allCases.map { term in entry("term \(term)") { $0.template(term) } }
    }
  }

  @Test("every place of the English text is in each translation, and no other")
  func places() {
    for entry in Self.entries {
      #expect(
        Set(Template(entry.text).places) == Set(Template(entry.english).places),
        "\(entry.testDescription)")
    }
  }

  @Test("every plural has a form for each category of its language")
  func plurals() {
    var checked = 0
    for entry in Self.entries {
      for case .plural(_, let forms) in Template(entry.text).parts {
        checked += 1
        let categories = PluralRule(language: entry.language).categories
        #expect(forms.count == categories.count, "\(entry.testDescription)")
        #expect(forms.allSatisfy { !$0.isEmpty }, "\(entry.testDescription)")
      }
    }
    #expect(checked > 20)
  }

  @Test("a sentence ends as the English one does, and nothing is empty")
  func ends() {
    for entry in Self.entries {
      #expect(!entry.text.isEmpty, "\(entry.testDescription)")
      #expect(
        entry.text.hasSuffix(".") == entry.english.hasSuffix("."), "\(entry.testDescription)")
    }
  }

  @Test("no translation is the English text left as it was")
  func translated() {
    for entry in Self.entries where !entry.language.isEnglish {
      let words = Template(entry.english).parts.map { part in
        if case .words(let words) = part { return words }
        return " "
      }.joined().split { !$0.isLetter }.filter { $0.count > 1 }
      guard words.count > 3 else { continue }
      #expect(entry.text != entry.english, "\(entry.testDescription)")
    }
  }

  @Test("terms can be matched: none has a plural")
  func terms() {
    for term in Term.allCases {
      let english = Template(MessageCatalogue.english(term))
      #expect(!english.parts.contains { if case .plural = $0 { true } else { false } })
    }
  }
}
