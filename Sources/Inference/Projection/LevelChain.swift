/// A workforce by group and level, with what happens to its people in a period.
///
///     n(t + 1) = n(t) P + h
///
/// with `n` the people of a group by level, `P` the chances of being at each level a period later
/// (what is missing to 1 is the chance of leaving) and `h` the people hired per period.
public struct LevelChain: Hashable, Sendable, Codable {
  /// Where the people of one group and level are a period later.
  public enum Transitions: Hashable, Sendable, Codable {
    /// The chance of being at each level; what is missing to 1 leaves.
    case chances([Double])
    /// How many were counted at each level, and last how many had left.
    case counts([Int])
  }

  /// People hired, by level.
  public enum Hires: Hashable, Sendable, Codable {
    /// The number expected per period.
    case expected([Double])
    /// How many were counted, over so many periods; the same number for all groups.
    case counts([Int], periods: Int)
  }

  /// One group.
  public struct Group: Hashable, Sendable, Codable {
    /// The group's name.
    public let name: String
    /// Its people by level.
    public let stock: [Int]
    /// Where they are a period later, by level.
    public let transitions: [Transitions]
    /// People hired.
    public let hires: Hires

    /// Makes a group.
    public init(name: String, stock: [Int], transitions: [Transitions], hires: Hires) {
      self.name = name
      self.stock = stock
      self.transitions = transitions
      self.hires = hires
    }
  }

  /// The levels, the lowest first.
  public let levels: [String]
  /// The groups.
  public let groups: [Group]

  /// Makes a chain.
  ///
  /// `nil` where a list is not as long as there are levels, a number is negative or not finite,
  /// chances add up to more than 1, or some groups' hires are counted and others' expected.
  public init?(levels: [String], groups: [Group]) {
    guard !levels.isEmpty, !groups.isEmpty else { return nil }
    var periods: Set<Int> = []
    for group in groups {
      guard group.stock.count == levels.count, group.stock.allSatisfy({ $0 >= 0 }),
        group.transitions.count == levels.count
      else { return nil }
      for transitions in group.transitions {
        switch transitions {
        case .chances(let chances):
          guard chances.count == levels.count, chances.allSatisfy({ $0 >= 0 && $0.isFinite }),
            chances.reduce(0, +) <= 1 + 1e-9
          else { return nil }
        case .counts(let counts):
          guard counts.count == levels.count + 1, counts.allSatisfy({ $0 >= 0 }) else {
            return nil
          }
        }
      }
      switch group.hires {
      case .expected(let expected):
        guard expected.count == levels.count, expected.allSatisfy({ $0 >= 0 && $0.isFinite })
        else { return nil }
        periods.insert(0)
      case .counts(let counts, let over):
        guard counts.count == levels.count, counts.allSatisfy({ $0 >= 0 }), over > 0 else {
          return nil
        }
        periods.insert(over)
      }
    }
    guard periods.count == 1 else { return nil }
    self.levels = levels
    self.groups = groups
  }
}

/// The share that is followed: some groups among everyone at some levels.
public struct FollowedShare: Hashable, Sendable, Codable {
  /// The positions of the groups.
  public let groups: [Int]
  /// The positions of the levels; all levels where it is empty.
  public let levels: [Int]

  /// Makes a share of one or more groups, at some levels or at all.
  public init(groups: [Int], levels: [Int] = []) {
    self.groups = groups
    self.levels = levels
  }

  /// Why the share is not one of a chain's, or `nil`.
  func problem(in chain: LevelChain) -> String? {
    if groups.isEmpty || groups.contains(where: { !chain.groups.indices.contains($0) }) {
      return "The share is that of no group of the workforce."
    }
    if levels.contains(where: { !chain.levels.indices.contains($0) }) {
      return "The share is taken at a level the workforce does not have."
    }
    return nil
  }

  /// Whether each cell is of the groups, and whether the share is of it.
  func cells(of chain: LevelChain) -> (followed: [Bool], whole: [Bool]) {
    let cells = chain.groups.indices.flatMap { group in
      chain.levels.indices.map { level in
        (groups.contains(group), levels.isEmpty || levels.contains(level))
      }
    }
    return (cells.map { $0.0 && $0.1 }, cells.map(\.1))
  }

  /// The people of the groups and everyone, given the people of each cell.
  func people(_ cells: [Double], in chain: LevelChain) -> (group: Double, everyone: Double) {
    let (followed, whole) = self.cells(of: chain)
    var (group, everyone) = (0.0, 0.0)
    for cell in cells.indices where whole[cell] {
      everyone += cells[cell]
      if followed[cell] { group += cells[cell] }
    }
    return (group, everyone)
  }
}
