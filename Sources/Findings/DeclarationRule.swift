public import Disclosure
import Estimates

/// A characteristic and the share of people who declared it.
public struct DeclaredShare: Hashable, Sendable {
  /// The characteristic's title.
  public let title: String
  /// The characteristic's identifier, where the exhibit tells it.
  public let attribute: String?
  /// The declared share, between 0 and 1; `nil` where it is not shown.
  public let share: Double?

  /// Makes a declared share.
  public init(title: String, attribute: String?, share: Double?) {
    self.title = title
    self.attribute = attribute
    self.share = share
  }
}

extension Release {
  /// The declared share of each characteristic, in the order of the declaration exhibit.
  public var declaredShares: [DeclaredShare] {
    exhibits(.declaration).flatMap { published in
      published.exhibit.rows.indices.map { row in
        let title = published.exhibit.rows[row].label
        return DeclaredShare(
          title: title, attribute: attributeID(title: title),
          share: published.entry(row: row, column: "share_declared").estimate?.value)
      }
    }
  }

  /// The identifiers of the characteristics declared by less than `rule` of the people asked about.
  func attributesBelow(_ rule: Double) -> [String] {
    declaredShares.compactMap { declared in
      guard let share = declared.share, share < rule else { return nil }
      return declared.attribute
    }
  }

  /// The identifier of the attribute with a title, where an exhibit names both.
  private func attributeID(title: String) -> String? {
    exhibits.lazy.compactMap(\.exhibit.attribute).first { $0.title == title || $0.id == title }?.id
  }
}
