import Inference

/// What is typed in for a projection, as text.
package struct ProjectionArguments: Sendable {
  /// People now: groups with slashes between, levels with commas.
  package var stock: String?
  /// Counted transitions: groups with slashes, levels with semicolons, and in each the people found
  /// at every level a period later and last those who left.
  package var transitions: String?
  /// Chances in place of counts, without a last number: what is missing to 1 leaves.
  package var rates: String?
  /// People hired, as `stock`.
  package var hires: String?
  /// Over how many periods hires were counted; without it they are expected numbers per period.
  package var hirePeriods: String?
  /// The names of groups and of levels, with commas between.
  package var groups: String?
  package var levels: String?
  /// The levels the share is taken at, numbered from 1, with commas between.
  package var atLevels: String?
  /// The share to be reached and the period it is to be reached by.
  package var target: String?
  package var by: String?
  /// How many periods are followed.
  package var horizon: String?
  /// `pooled`, `jeffreys`, `perks`, `uniform` or `none`.
  package var prior = "pooled"
  /// `poisson` or `multinomial`.
  package var hireProcess = "poisson"
  /// How many draws are made, and their seed.
  package var draws = 10_000
  package var seed: UInt64 = 1
  /// The part of draws an interval of the time covers.
  package var level = 0.9

  /// Makes arguments to fill in.
  package init() {}
}

extension ProjectionCalculator {
  private static let example =
    "parity test projection --stock \"300,60/500,140\" --rates \"0.88,0.04;0,0.92\" --hires "
    + "\"40,3/50,6\" --target 0.33 --by 12"

  /// Reads the arguments.
  package init(_ arguments: ProjectionArguments) throws(ArgumentProblems) {
    var reader = ArgumentReader()
    let stock = Self.grid(arguments.stock, "--stock", &reader).map { groups in
      groups.map { row in
        row.compactMap { reader.count($0, in: "--stock", example: "\"300,60/500,140\"") }
      }
    }
    let width = stock?.first?.count ?? 0
    let count = stock?.count ?? 0
    if let stock, stock.contains(where: { $0.count != width }), reader.problems.isEmpty {
      reader.note(
        "--stock: the groups have different numbers of levels",
        fix: "give every group one count per level, 0 where there is nobody")
    }
    if stock != nil, count < 2 {
      reader.note(
        "--stock: \(count) group was given, a share needs two",
        fix: "put a slash between the groups, the one followed first, as \"300,60/500,140\"")
    }
    let transitions = Self.transitions(arguments, groups: count, levels: width, &reader)
    let hires = Self.hires(arguments, groups: count, levels: width, &reader)
    let names = Self.names(arguments.groups, "--groups", count, "Group", &reader)
    let levels = Self.names(arguments.levels, "--levels", width, "Level", &reader)
    let chosen = (arguments.atLevels?.split(separator: ",") ?? []).compactMap { text -> Int? in
      guard let number = reader.count(text, in: "--at-levels", example: "--at-levels 2") else {
        return nil
      }
      guard (1...max(width, 1)).contains(number) else {
        reader.note(
          "--at-levels: there is no level \(number)",
          fix: "number levels from 1 to \(width), the lowest first")
        return nil
      }
      return number - 1
    }
    let target = Self.target(arguments, &reader)
    let horizon = Self.whole(arguments.horizon, "--horizon", 1...1_000, &reader)
    let prior = Self.prior(arguments.prior, &reader)
    let process = MarkovProjection.HireProcess(rawValue: arguments.hireProcess)
    if process == nil {
      reader.note(
        "--hire-process: \(ArgumentReader.quoted(arguments.hireProcess[...])) is not known",
        fix: "poisson or multinomial")
    }
    if arguments.draws < 100 || arguments.draws > 1_000_000 {
      reader.note(
        "--draws: \(arguments.draws) does not lie between 100 and 1,000,000",
        fix: "for example --draws 10000")
    }
    try reader.finish()
    guard let stock, let transitions, let hires, let prior, let process,
      let chain = LevelChain(
        levels: levels,
        groups: stock.indices.map {
          LevelChain.Group(
            name: names[$0], stock: stock[$0], transitions: transitions[$0], hires: hires[$0])
        })
    else {
      throw ArgumentProblems([
        ArgumentProblem(
          "the numbers do not make a workforce", fix: "for example " + Self.example)
      ])
    }
    self.chain = chain
    share = FollowedShare(groups: [0], levels: Set(chosen).sorted())
    method = MarkovProjection(
      target: target, horizon: max(horizon ?? 20, target?.by ?? 0), prior: prior, hires: process,
      draws: arguments.draws, seed: arguments.seed, level: arguments.level)
  }

  /// The parts of a text: groups with slashes between, numbers with commas.
  private static func grid(
    _ text: String?, _ argument: String, _ reader: inout ArgumentReader
  ) -> [[Substring]]? {
    guard let text else {
      reader.note("\(argument) is missing", fix: "for example " + example)
      return nil
    }
    return text.split(separator: "/", omittingEmptySubsequences: false).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
  }

  private static func transitions(
    _ arguments: ProjectionArguments, groups: Int, levels: Int, _ reader: inout ArgumentReader
  ) -> [[LevelChain.Transitions]]? {
    guard (arguments.transitions == nil) != (arguments.rates == nil),
      let text = arguments.transitions ?? arguments.rates
    else {
      reader.note(
        "either --transitions (counted) or --rates (known) is needed",
        fix: "for example " + example)
      return nil
    }
    let isCounted = arguments.transitions != nil
    let argument = isCounted ? "--transitions" : "--rates"
    let width = levels + (isCounted ? 1 : 0)
    var blocks: [[LevelChain.Transitions]] = []
    for block in text.split(separator: "/", omittingEmptySubsequences: false) {
      let rows = block.split(separator: ";", omittingEmptySubsequences: false).map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      guard rows.count == levels, rows.allSatisfy({ $0.count == width }) else {
        reader.note(
          "\(argument): a group needs \(levels) rows of \(width) numbers",
          fix: isCounted
            ? "one row per level, with the people found at every level and last those who left"
            : "one row per level, with the chance of every level; what is missing to 1 leaves")
        return nil
      }
      blocks.append(
        rows.map { row in
          guard isCounted else {
            let chances = row.compactMap {
              reader.number(
                String($0), in: argument, from: 0, to: 1, example: "--rates \"0.88,0.04;0,0.92\"")
            }
            if chances.reduce(0, +) > 1 + 1e-9 {
              reader.note(
                "\(argument): the chances of a level add up to more than 1",
                fix: "give the chance of every level; what is missing to 1 leaves")
            }
            return .chances(chances)
          }
          return .counts(
            row.compactMap {
              reader.count($0, in: argument, example: "--transitions \"260,12,28;0,54,6\"")
            })
        })
    }
    if blocks.count == 1 { return Array(repeating: blocks[0], count: groups) }
    guard blocks.count == groups else {
      reader.note(
        "\(argument): \(blocks.count) groups were given for \(groups) of --stock",
        fix: "give one block per group, with slashes between, or one for all")
      return nil
    }
    return blocks
  }

  private static func hires(
    _ arguments: ProjectionArguments, groups: Int, levels: Int, _ reader: inout ArgumentReader
  ) -> [LevelChain.Hires]? {
    guard let rows = grid(arguments.hires, "--hires", &reader) else { return nil }
    guard rows.count == groups, rows.allSatisfy({ $0.count == levels }) else {
      reader.note(
        "--hires: a number is needed for each of \(groups) groups and \(levels) levels",
        fix: "write it as --stock, for example --hires \"40,3/50,6\"")
      return nil
    }
    guard arguments.hirePeriods != nil else {
      return rows.map { row in
        .expected(
          row.compactMap {
            reader.number(
              String($0), in: "--hires", from: 0, to: 1e9, example: "--hires \"40,3/50,6\"")
          })
      }
    }
    let periods = whole(arguments.hirePeriods, "--hire-periods", 1...1_000, &reader)
    return periods.map { periods in
      rows.map { row in
        .counts(
          row.compactMap { reader.count($0, in: "--hires", example: "--hires \"40,3/50,6\"") },
          periods: periods)
      }
    }
  }

  private static func names(
    _ text: String?, _ argument: String, _ count: Int, _ word: String,
    _ reader: inout ArgumentReader
  ) -> [String] {
    guard let text else { return (1...max(count, 1)).prefix(count).map { "\(word) \($0)" } }
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    if names.count != count {
      reader.note(
        "\(argument): \(names.count) names for \(count)",
        fix: "give one name for each, with commas between")
    }
    return names
  }

  private static func target(
    _ arguments: ProjectionArguments, _ reader: inout ArgumentReader
  ) -> ShareTarget? {
    guard let text = arguments.target else {
      if arguments.by != nil {
        reader.note("--by is the date of a target", fix: "for example --target 0.33 --by 12")
      }
      return nil
    }
    let value = reader.number(text, in: "--target", from: 0, to: 1, example: "--target 0.33")
    guard arguments.by != nil else {
      reader.note(
        "--target: by which period?", fix: "for example --target 0.33 --by 12")
      return nil
    }
    let by = whole(arguments.by, "--by", 1...1_000, &reader)
    guard let value, let by else { return nil }
    return ShareTarget(value, by: by)
  }

  private static func whole(
    _ text: String?, _ argument: String, _ range: ClosedRange<Int>,
    _ reader: inout ArgumentReader
  ) -> Int? {
    guard let text,
      let number = reader.count(text[...], in: argument, example: "\(argument) 12")
    else { return nil }
    guard range.contains(number) else {
      reader.note(
        "\(argument): \(number) does not lie between \(range.lowerBound) and \(range.upperBound)",
        fix: "for example \(argument) 12")
      return nil
    }
    return number
  }

  private static func prior(_ text: String, _ reader: inout ArgumentReader) -> DirichletPrior? {
    switch text {
    case "pooled": return .standard
    case "jeffreys": return .jeffreys
    case "perks": return .perks
    case "uniform": return .uniform
    case "none": return DirichletPrior.none
    default:
      reader.note(
        "--prior: \(ArgumentReader.quoted(text[...])) is not known",
        fix: "pooled, jeffreys, perks, uniform or none")
      return nil
    }
  }
}
