/// People who came into a stock or went out of it between two dates, and how many of them belong to
/// the group whose share is followed.
public struct HeadcountFlow: Hashable, Sendable, Codable {
  /// Why people came or went.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Hired from outside.
    case hires
    /// Left the organisation.
    case exits
    /// Promoted into the part looked at.
    case promotionsIn = "promotions_in"
    /// Promoted out of the part looked at.
    case promotionsOut = "promotions_out"
    /// Moved in without a promotion.
    case movesIn = "moves_in"
    /// Moved out without a promotion.
    case movesOut = "moves_out"
    /// Their record was changed to a value inside, without anything having happened to them.
    case reclassifiedIn = "reclassified_in"
    /// Their record was changed to a value outside, without anything having happened to them.
    case reclassifiedOut = "reclassified_out"
    /// Answered a question they had not answered before, and so joined those who declared.
    case newlyDeclared = "newly_declared"
    /// Took an answer back, and so left those who declared.
    case declarationsWithdrawn = "declarations_withdrawn"

    /// Whether the stock grows by it.
    public var isInflow: Bool {
      switch self {
      case .hires, .promotionsIn, .movesIn, .reclassifiedIn, .newlyDeclared: true
      case .exits, .promotionsOut, .movesOut, .reclassifiedOut, .declarationsWithdrawn: false
      }
    }

    /// Whether it changes what is recorded of people rather than who is there.
    public var isRecording: Bool {
      switch self {
      case .reclassifiedIn, .reclassifiedOut, .newlyDeclared, .declarationsWithdrawn: true
      case .hires, .exits, .promotionsIn, .promotionsOut, .movesIn, .movesOut: false
      }
    }
  }

  /// Why they came or went.
  public let kind: Kind
  /// How many, and how many of them belong to the group.
  public let people: BinomialCount

  /// Makes a flow.
  public init(_ kind: Kind, _ people: BinomialCount) {
    self.kind = kind
    self.people = people
  }

  /// The sign with which the flow enters the stock: 1 or -1.
  var sign: Int { kind.isInflow ? 1 : -1 }
}
