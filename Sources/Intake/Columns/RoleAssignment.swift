package import Aggregates
package import DataSources

/// The rule by which declared columns get their roles.
///
/// Keys, counts, measures and dropped columns are what the mapping says. The day a row stands for is
/// no property of the person. Attributes and other dates are quasi-identifiers, unless their name
/// says that they are told in confidence; then they are sensitive, as is how an application ended.
/// What is given by name overrides this.
package struct RoleAssignment: Sendable, Hashable {
  private let given: [String: ColumnRole]

  /// Makes a rule with the roles given to some identifiers of the mapping.
  package init(_ given: [String: ColumnRole] = [:]) { self.given = given }

  /// The role of a declared column; the gravest where a column is declared more than once.
  package func role(of declarations: [ColumnSchema]) -> ColumnRole? {
    let roles = declarations.map(role(of:))
    return ColumnRole.allCases.first(where: roles.contains)
  }

  /// The role of one declaration.
  package func role(of declaration: ColumnSchema) -> ColumnRole {
    switch declaration.role {
    case .key: return .key
    case .count: return .weight
    case .drop: return .dropped
    case .measure(let column): return given[column.id] ?? .measure
    case .date(let column):
      if ["snapshot_date", "date", "entered_on"].contains(column.id) { return .period }
      return given[column.id] ?? .quasiIdentifier
    case .attribute(let column): return role(of: column.attribute)
    }
  }

  /// The role of an attribute, derived ones included.
  package func role(of attribute: Attribute) -> ColumnRole {
    if let role = given[attribute.id] { return role }
    if attribute.id == "stage" || attribute.id == "outcome" { return .sensitive }
    let isSensitive =
      SensitiveLexicon.contains(attribute.id) || SensitiveLexicon.contains(attribute.title)
    return isSensitive ? .sensitive : .quasiIdentifier
  }
}
