/// Answers a request: program after program, target after target, each from the basis where the one
/// before ended.
///
/// Every point counts for every target of its program: a target that earlier points show to be wide
/// enough is not solved.
package struct TargetSession<Model: SimplexModel & ~Copyable> {
  /// The farthest points known of a target.
  private struct Reach {
    var least: (value: Fraction, point: Int)?
    var greatest: (value: Fraction, point: Int)?

    /// How far apart the whole numbers between the ends are; `nil` before there is a point.
    var width: Int? {
      guard let least, let greatest else { return nil }
      return greatest.value.floor - least.value.ceiling
    }

    /// Whether a number, about, would move an end.
    func isWidened(by value: Double) -> Bool {
      guard let least, let greatest else { return true }
      return value < least.value.approximation - 1e-9
        || value > greatest.value.approximation + 1e-9
    }

    func isWide(_ enough: Int?) -> Bool {
      guard let enough, let width else { return false }
      return width >= enough
    }
  }

  private struct OneEnd {
    var isOptimal = false
    var duals: [BoundsAnswer.Dual] = []
  }

  private let request: BoundsRequest
  private var remaining: Int
  private var reaches: [Reach]
  private var points: [BoundsAnswer.Point] = []
  private var answers: [BoundsAnswer.Target?]

  /// The answer to a request.
  package static func answer(_ request: BoundsRequest) -> BoundsAnswer {
    var session = TargetSession(request)
    return session.run()
  }

  private init(_ request: BoundsRequest) {
    self.request = request
    remaining = request.iterationLimit
    reaches = [Reach](repeating: Reach(), count: request.targets.count)
    answers = [BoundsAnswer.Target?](repeating: nil, count: request.targets.count)
  }

  private mutating func run() -> BoundsAnswer {
    var targetsOfProgram = [[Int]](repeating: [], count: request.programs.count)
    for (index, target) in request.targets.enumerated() {
      targetsOfProgram[target.program].append(index)
    }
    for (index, program) in request.programs.enumerated() where !targetsOfProgram[index].isEmpty {
      var model = Model(program)
      for target in targetsOfProgram[index] { solve(target, of: targetsOfProgram[index], &model) }
    }
    return compacted()
  }

  private mutating func solve(_ index: Int, of group: [Int], _ model: inout Model) {
    let target = request.targets[index]
    let before = remaining
    var ends = [OneEnd(), OneEnd()]
    for (side, maximize) in [true, false].enumerated() {
      if reaches[index].isWide(target.enough) { break }
      switch model.solve(target.column, maximize: maximize, iterations: &remaining) {
      case .optimal:
        ends[side].isOptimal = record(target, group, model)
        if target.enough != nil { ends[side].duals = model.duals() }
      case .infeasible:
        answers[index] = .infeasible
        return
      case .exhausted:
        answers[index] = .exhausted
        return
      case .failed:
        answers[index] = .failed
        return
      }
    }
    let isWide = reaches[index].isWide(target.enough)
    if isWide {
      ends[0].duals = []
      ends[1].duals = []
    }
    guard let least = reaches[index].least, let greatest = reaches[index].greatest else {
      answers[index] = .failed
      return
    }
    answers[index] = .bounded(
      least: BoundsAnswer.End(
        point: least.point, value: least.value, isOptimal: ends[1].isOptimal,
        duals: ends[1].duals),
      greatest: BoundsAnswer.End(
        point: greatest.point, value: greatest.value, isOptimal: ends[0].isOptimal,
        duals: ends[0].duals),
      iterations: before - remaining)
  }

  /// Lets the point of the last solve count for every target of the program; `false` if it cannot be
  /// put in exact numbers.
  private mutating func record(
    _ target: BoundsRequest.Target, _ group: [Int], _ model: borrowing Model
  ) -> Bool {
    let about = model.values()
    let open = group.filter { answers[$0] == nil }
    let isNew = open.contains {
      reaches[$0].isWidened(by: about[request.targets[$0].column])
    }
    guard isNew else { return true }
    guard let exact = model.exactValues() else { return false }
    let point = points.count
    for other in open {
      let value = exact[request.targets[other].column]
      if reaches[other].least.map({ value < $0.value }) ?? true {
        reaches[other].least = (value, point)
      }
      if reaches[other].greatest.map({ value > $0.value }) ?? true {
        reaches[other].greatest = (value, point)
      }
    }
    let columns = request.programs[target.program].columns
    let listed = columns.indices.filter { exact[$0] != Fraction(columns[$0].lower) }
    points.append(
      BoundsAnswer.Point(
        program: target.program, columns: listed, values: listed.map { exact[$0] }))
    return true
  }

  /// The answer with the points that some end names, in the order in which they were found.
  private func compacted() -> BoundsAnswer {
    var isNamed = [Bool](repeating: false, count: points.count)
    for answer in answers {
      guard case .bounded(let least, let greatest, _) = answer else { continue }
      isNamed[least.point] = true
      isNamed[greatest.point] = true
    }
    var position = [Int](repeating: -1, count: points.count)
    var kept: [BoundsAnswer.Point] = []
    for index in points.indices where isNamed[index] {
      position[index] = kept.count
      kept.append(points[index])
    }
    func moved(_ end: BoundsAnswer.End) -> BoundsAnswer.End {
      BoundsAnswer.End(
        point: position[end.point], value: end.value, isOptimal: end.isOptimal, duals: end.duals)
    }
    let targets = answers.map { answer in
      guard case .bounded(let least, let greatest, let iterations) = answer else {
        return answer ?? .failed
      }
      return .bounded(
        least: moved(least), greatest: moved(greatest), iterations: iterations)
    }
    return BoundsAnswer(
      points: kept, targets: targets, iterations: request.iterationLimit - remaining)
  }
}
