/// The headers under which HR and recruiting systems export what the configuration calls by one
/// name.
///
/// A header matches an alias exactly after both are cut into words and written in lower case
/// without punctuation; nothing is guessed from similarity.
public enum AliasTable {
  /// A system that exports such files.
  public enum Vendor: String, Sendable, Hashable, Codable, CaseIterable {
    case workday
    case successfactors
    case bamboohr
    case adp
    case ukg
    case greenhouse
    case lever
    case generic
  }

  /// What a canonical name is for.
  public enum Kind: String, Sendable, Hashable, Codable {
    case key
    case characteristic
    case structure
    case measure
    case date
  }

  /// A canonical name.
  public struct Target: Sendable, Hashable {
    /// The identifier in the mapping.
    public let id: String
    /// The title a reader sees.
    public let title: String
    /// What it is for.
    public let kind: Kind
  }

  /// A header's meaning.
  public struct Match: Sendable, Hashable {
    /// The canonical name.
    public let target: Target
    /// The systems that use the header.
    public let vendors: [Vendor]
  }

  /// A line of the table.
  struct Entry: Sendable {
    let target: Target
    let aliases: [(vendor: Vendor, headers: [String])]
  }

  /// The canonical names, in the order of the table.
  public static var targets: [Target] { entries.map(\.target) }

  /// What a header means; `nil` where it is no alias.
  public static func match(_ header: String) -> Match? { byHeader[key(header)] }

  /// A header as it is compared.
  private static func key(_ header: String) -> String { HeaderWords.split(header).joined() }

  private static let byHeader: [String: Match] = {
    var matches: [String: Match] = [:]
    for entry in entries {
      for (vendor, headers) in entry.aliases {
        for header in headers + (vendor == .generic ? [entry.target.id] : []) {
          let key = key(header)
          if let earlier = matches[key] {
            // The first line of the table keeps a header; other systems may confirm it.
            guard earlier.target == entry.target, !earlier.vendors.contains(vendor) else {
              continue
            }
            matches[key] = Match(target: earlier.target, vendors: earlier.vendors + [vendor])
          } else {
            matches[key] = Match(target: entry.target, vendors: [vendor])
          }
        }
      }
    }
    return matches
  }()

  /// Headers that only one system uses, by which an export is recognised.
  public static func vendor(of headers: [String]) -> Vendor? {
    var scores: [Vendor: Int] = [:]
    for header in headers {
      guard let match = match(header) else { continue }
      let named = match.vendors.filter { $0 != .generic }
      guard !match.vendors.contains(.generic) else { continue }
      for vendor in named { scores[vendor, default: 0] += named.count == 1 ? 2 : 1 }
    }
    let ranked = Vendor.allCases.map { ($0, scores[$0] ?? 0) }
    guard let best = ranked.map(\.1).max(), best >= 3 else { return nil }
    let leaders = ranked.filter { $0.1 == best }
    return leaders.count == 1 ? leaders.first?.0 : nil
  }
}
