import Encoders
import Inference

/// The catalogue of methods as text and as JSON.
public enum MethodListing {
  /// One line per method: identifier, title, source.
  public static func lines() -> [String] {
    let width = MethodCatalogue.all.map(\.id.count).max() ?? 0
    return MethodCatalogue.all.map { card in
      let gap = String(repeating: " ", count: width - card.id.count + 2)
      return "\(card.id)\(gap)\(card.title). \(card.source)"
    }
  }

  /// The catalogue (`parity.methods/1`).
  public static func json() -> String {
    JSONValue.object([
      "schema": .text("parity.methods/1"),
      "methods": .array(
        MethodCatalogue.all.map { card in
          .object([
            "id": .text(card.id), "title": .text(card.title), "formula": .text(card.formula),
            "range": .text(card.range),
            "assumptions": .array(card.assumptions.map { .text($0) }),
            "source": .text(card.source),
          ])
        }),
    ]).document
  }
}
