import Aggregates
import Archive
import Configuration

/// The levels and groups of a pack, as a configuration declares them.
struct PackTaxonomy {
  private let configuration: RunConfiguration

  init(_ configuration: RunConfiguration) { self.configuration = configuration }

  /// The characteristics as the configuration declares them.
  var characteristics: [ArchivedPack.Attribute] {
    configuration.attributes(.characteristic).map(Self.attribute)
  }

  /// The structures as the configuration declares them.
  var structures: [ArchivedPack.Attribute] {
    configuration.attributes(.structure).map(Self.attribute)
  }

  /// The declared levels, then what merges them; merges that take in people without an answer are not
  /// groups of people.
  private static func attribute(_ declared: AttributeConfiguration) -> ArchivedPack.Attribute {
    let labels = declared.attribute.declaredLevels.map(\.label)
    let merged = declared.merge.filter { step in
      step.members.allSatisfy(labels.contains) && !labels.contains(step.label)
    }
    return ArchivedPack.Attribute(
      id: declared.attribute.id, title: declared.attribute.title,
      levels: labels.map { ArchivedPack.Level(label: $0) }
        + merged.map { ArchivedPack.Level(label: $0.label, members: $0.members) })
  }
}
