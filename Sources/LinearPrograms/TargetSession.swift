
/// Answers a request: program after program, target after target, each from the basis where the one
/// before ended.
///
/// Every point counts for every target of its program: a target that earlier points show to be wide
/// enough is not solved.
package struct TargetSession<Model: SimplexModel & ~Copyable> {
  private struct Reach {
    var least = Double.infinity
    var greatest = -Double.infinity
    var leastPoint = -1
    var greatestPoint = -1

    /// How far apart the whole numbers between the ends are.
    var width: Double {
      (greatest + 1e-9).rounded(.down) - (least - 1e-9).rounded(.up)
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
      if let enough = target.enough, reaches[index].width >= Double(enough) { break }
      switch model.solve(target.column, maximize: maximize, iterations: &remaining) {
      case .optimal:
        ends[side].isOptimal = true
        if target.enough != nil { ends[side].duals = model.duals() }
        record(target, group, model)
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
    let reach = reaches[index]
    if let enough = target.enough, reach.width >= Double(enough) {
      ends[0].duals = []
      ends[1].duals = []
    }
    answers[index] = .bounded(
      least: BoundsAnswer.End(
        point: reach.leastPoint, value: reach.least, isOptimal: ends[1].isOptimal,
        duals: ends[1].duals),
      greatest: BoundsAnswer.End(
        point: reach.greatestPoint, value: reach.greatest, isOptimal: ends[0].isOptimal,
        duals: ends[0].duals),
      iterations: before - remaining)
  }

  /// Lets the point of the last solve count for every target of the program.
  private mutating func record(
    _ target: BoundsRequest.Target, _ group: [Int], _ model: borrowing Model
  ) {
    let point = points.count
    var isNew = false
    for other in group where answers[other] == nil {
      let value = model.value(request.targets[other].column)
      if value < reaches[other].least {
        reaches[other].least = value
        reaches[other].leastPoint = point
        isNew = true
      }
      if value > reaches[other].greatest {
        reaches[other].greatest = value
        reaches[other].greatestPoint = point
        isNew = true
      }
    }
    guard isNew else { return }
    var columns: [Int] = []
    var values: [Double] = []
    for (index, column) in request.programs[target.program].columns.enumerated() {
      let value = model.value(index)
      guard value != Double(column.lower) else { continue }
      columns.append(index)
      values.append(value)
    }
    points.append(
      BoundsAnswer.Point(program: target.program, columns: columns, values: values))
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
