public import Aggregates
import Estimates
import Inference

/// Where everyone's shares with a target are heading if hires and exits go on as over the last four
/// quarters: the range of paths, the chance of the target by its date, and what share of hires it
/// would take (`MarkovProjection`, `RequiredRate`).
///
/// Rates are drawn from the counts that other sections publish: people at the quarters' ends, and
/// hires and exits over the window. New answers and corrections are left out: nobody can tell how
/// they go on.
public struct TargetProjectionAnalysis: Analysis {
  /// Makes the analysis.
  public init() {}

  /// How many quarters are followed at least.
  static let horizon = 20

  /// The queries whose answers the analysis needs.
  public func queries(in context: AnalysisContext) -> [AggregateQuery] {
    guard let people = context.input(.snapshots), let events = context.input(.events) else {
      return []
    }
    return context.targets.flatMap {
      [
        context.query(people, [$0.attribute]), context.query(events, ["event", $0.attribute]),
      ]
    }
  }

  /// The exhibits, each with its rungs from finest to coarsest: for every target the fan, then the
  /// chances.
  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    guard let people = context.input(.snapshots), let events = context.input(.events),
      context.part == nil,
      let average = AverageHeadcount(window: context.window, quarters: context.quarters)
    else { return [] }
    // What leadership's share would need, by level, is mostly too small to show.
    return context.targets.filter { !$0.isLeadership }.flatMap { target -> [ExhibitLadder] in
      guard let ahead = target.quartersAhead(of: context.reported), ahead > 0,
        let characteristic = context.characteristics(of: events).first(where: {
          $0.attribute.id == target.attribute && people.has($0.attribute.id)
        })
      else { return [] }
      let layouts = GroupLayout.ladder(
        for: characteristic, endsWithPair: true, focal: target.level
      ).filter { layout in layout.groups.contains { $0.label == target.level } }
      guard let stock = data.cells(people, [target.attribute]),
        let all = data.cells(events, ["event", target.attribute])
      else { return [] }
      let rungs = layouts.map { ProjectedTarget(target, ahead, $0, average, stock, all, context) }
      return [ExhibitLadder(rungs.map(\.fan)), ExhibitLadder(rungs.map(\.chances))].compactMap {
        $0
      }
    }
  }
}

extension AnalysisContext {
  /// A share an organisation has set itself to reach.
  public struct Target: Sendable, Hashable {
    /// The attribute, for example `gender`.
    public let attribute: String
    /// The level, for example `Women`.
    public let level: String
    /// Whether the share is that of leadership.
    public let isLeadership: Bool
    /// The share to reach, between 0 and 1.
    public let value: Double
    /// The quarter it is to be reached by.
    public let by: String

    /// Makes a target.
    public init(
      attribute: String, level: String, isLeadership: Bool, value: Double, by: String
    ) {
      self.attribute = attribute
      self.level = level
      self.isLeadership = isLeadership
      self.value = value
      self.by = by
    }

    /// How many quarters its date lies after another; `nil` where a label is none of a quarter.
    func quartersAhead(of quarter: String) -> Int? {
      guard let now = AnalysisContext.ordinal(quarter), let then = AnalysisContext.ordinal(by)
      else {
        return nil
      }
      return then - now
    }
  }

  /// What would be different in a projection, for one group.
  public struct Scenario: Sendable, Hashable {
    /// The change in words.
    public let name: String
    /// The attribute, for example `gender`.
    public let attribute: String
    /// The level, for example `Women`.
    public let level: String
    /// The level's share of hires, where it is set.
    public let hireShare: Double?
    /// What its hires are multiplied by.
    public let hires: Double
    /// What its rate of leaving is multiplied by.
    public let exits: Double

    /// Makes a scenario.
    public init(
      name: String, attribute: String, level: String, hireShare: Double? = nil, hires: Double = 1,
      exits: Double = 1
    ) {
      self.name = name
      self.attribute = attribute
      self.level = level
      self.hireShare = hireShare
      self.hires = hires
      self.exits = exits
    }
  }

  /// The quarters since year 0 of a label such as `2025Q3` or `FY2025Q3`.
  static func ordinal(_ label: String) -> Int? {
    let digits = label.filter(\.isNumber)
    guard digits.count == 5, let number = Int(digits), (1...4).contains(number % 10) else {
      return nil
    }
    return number / 10 * 4 + number % 10 - 1
  }

  /// The label of the quarter so many quarters after another.
  static func quarter(_ label: String, after quarters: Int) -> String {
    guard let now = ordinal(label) else { return "\(label) + \(quarters)" }
    let then = now + quarters
    return "\(label.prefix { $0.isLetter })\(then / 4)Q\(then % 4 + 1)"
  }
}
