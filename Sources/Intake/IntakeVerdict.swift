/// Whether an extract may be used, with the reasons.
public struct IntakeVerdict: Sendable, Hashable {
  /// How grave a finding is.
  public enum Level: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// Nothing to do.
    case pass
    /// The extract may be used; something should be done.
    case warn
    /// The extract may not be used as it is.
    case refuse

    /// Whether the left is less grave.
    public static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .pass: 0
      case .warn: 1
      case .refuse: 2
      }
    }
  }

  /// What is checked.
  public enum Check: String, Sendable, Hashable, Codable, CaseIterable {
    case file
    case roles
    case identifiers
    case precision
    case anonymity = "k_anonymity"
    case diversity = "l_diversity"
    case closeness = "t_closeness"
    case uniques = "special_uniques"
    case keys

    /// The check in words.
    public var title: String {
      switch self {
      case .file: "file"
      case .roles: "roles of columns"
      case .identifiers: "identifiers"
      case .precision: "precision"
      case .anonymity: "k-anonymity"
      case .diversity: "l-diversity"
      case .closeness: "t-closeness"
      case .uniques: "special uniques"
      case .keys: "keys"
      }
    }
  }

  /// One finding.
  public struct Line: Sendable, Hashable {
    /// What was checked.
    public let check: Check
    /// How grave the finding is.
    public let level: Level
    /// The code `parity explain` knows; `nil` for a check that passes.
    public let code: String?
    /// The file's name.
    public let file: String
    /// The column's header, where one column is concerned.
    public let column: String?
    /// What was found: counts, shares and names of columns, never a value of a field.
    public let reason: String
    /// What to do; empty where nothing is.
    public let action: String
    /// The exit code the finding alone would lead to: 0 unless the extract is refused.
    public let exitCode: Int32

    /// Makes a finding.
    public init(
      _ check: Check, _ level: Level, code: String? = nil, file: String, column: String? = nil,
      reason: String, action: String = "", exitCode: Int32 = 77
    ) {
      self.check = check
      self.level = level
      self.code = code
      self.file = file
      self.column = column
      self.reason = reason
      self.action = action
      self.exitCode = level == .refuse ? exitCode : 0
    }
  }

  /// The findings: the gravest first, then in the order of files and checks.
  public let lines: [Line]

  /// Gathers findings.
  public init(_ lines: [Line]) {
    let grave = Level.allCases.reversed()
    self.lines = grave.flatMap { level in lines.filter { $0.level == level } }
  }

  /// The gravest level of any finding.
  public var level: Level { lines.map(\.level).max() ?? .pass }

  /// The exit code: 0 unless the extract is refused; then that of the gravest refusal in the order
  /// unreadable (66), identifying (77), not declared (78), invalid (65).
  public var exitCode: Int32 {
    let codes = Set(lines.map(\.exitCode))
    return [66, 77, 78, 65].first(where: codes.contains) ?? 0
  }
}
