import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Method catalogue")
struct MethodCatalogueTests {
  /// The names of the methods declared under `Sources/Inference`, one per file that has one.
  private static func declared() throws -> [String] {
    let folder = ProjectFolder.file("Sources/Inference").resolvingSymlinksInPath()
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var names: [String] = []
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for line in text.split(separator: "\n")
      where line.hasPrefix("public struct ")
        && (line.contains(": StatisticalMethod") || line.contains(": CataloguedMethod"))
      {
        let name = line.dropFirst("public struct ".count).prefix { $0 != ":" }
        #expect(file.lastPathComponent == name + ".swift", "one file per method, named after it")
        names.append(String(name))
      }
    }
    return names.sorted()
  }

  @Test("lists every method in the folders, once")
  func complete() throws {
    let listed = MethodCatalogue.methods.map { String(describing: $0) }
    #expect(listed.count > 20)
    #expect(listed.sorted() == (try Self.declared()))
  }

  @Test("identifiers are unique words with hyphens, and no field of a card is empty")
  func cards() {
    let cards = MethodCatalogue.all
    #expect(Set(cards.map(\.id)).count == cards.count)
    let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789-")
    for card in cards {
      #expect(card.id.allSatisfy { allowed.contains($0) }, "\(card.id)")
      for text in [card.title, card.formula, card.range, card.source] + card.assumptions {
        #expect(!text.isEmpty, "\(card.id)")
      }
      #expect(!card.assumptions.isEmpty, "\(card.id)")
      #expect(MethodCatalogue.card(card.id) == card)
    }
    #expect(MethodCatalogue.card("fisher-exact-mid-p")?.id == "fisher-exact")
    #expect(MethodCatalogue.card("fisher-exactly") == nil)
  }
}
