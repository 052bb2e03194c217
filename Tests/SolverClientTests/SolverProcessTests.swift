import Foundation
import LinearPrograms
import SolverClient
import TestSupport
import Testing

/// The solver, and stand-ins that misbehave in each way a program can.
@Suite("Solver process")
struct SolverProcessTests {
  private static let answer = """
    parity-bounds-answer 1 2 2 1
    point 0 1 1 10
    point 0 1 0 10
    bounded 2 0 0 optimal 0 1 10 optimal 0
    end
    """

  private func failure(
    _ script: String, seconds: Double = 10, limit: Int = 1 << 22
  ) throws -> SolverFailure? {
    let request = try SolverUnderTest.request()
    var failure: SolverFailure?
    try SolverUnderTest.standIn(script, seconds: seconds, answerLimit: limit) { solver in
      do {
        let answer = try solver.bounds(request)
        _ = try BoundsCheck(answer, to: request)
      } catch let problem as SolverFailure {
        failure = problem
      }
    }
    return failure
  }

  private func printing(_ text: String) -> String { "cat >/dev/null\ncat <<'END'\n\(text)\nEND" }

  @Test("both ends of an unknown of a sum are found and proved")
  func sum() throws {
    let request = try SolverUnderTest.request()
    let check = try BoundsCheck(SolverUnderTest.solver.bounds(request), to: request)
    #expect(check.intervals.map(\.least) == [Fraction(0)])
    #expect(check.intervals.map(\.greatest) == [Fraction(10)])
    #expect(check.intervals[0].isClaimedOptimal)
  }

  @Test("an honest stand-in is believed")
  func honest() throws { #expect(try failure(printing(Self.answer)) == nil) }

  @Test("a solver that is not there is missing, and so is a folder or a plain file")
  func missing() throws {
    let request = try SolverUnderTest.request()
    for path in ["/nonexistent/parity-solver", "/", "/etc/passwd"] {
      #expect(throws: path == "/" ? SolverFailure.notStarted : .missing) {
        try SolverProcess(path: path).bounds(request)
      }
    }
  }

  @Test("a solver that is no program cannot be started or fails")
  func noProgram() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("parity-no-program-\(UUID().uuidString)")
    try Data([0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 0]).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: file.path)
    let request = try SolverUnderTest.request()
    #expect(throws: SolverFailure.self) { try SolverProcess(path: file.path).bounds(request) }
  }

  @Test("a solver that aborts is reported with its signal")
  func aborts() throws {
    #expect(try failure("kill -ABRT $$") == .aborted(signal: 6))
    #expect(try failure("cat >/dev/null; kill -SEGV $$") == .aborted(signal: 11))
    #expect(try failure(printing(Self.answer) + "\nkill -KILL $$") == .aborted(signal: 9))
  }

  @Test("a solver that exits with an error is refused, whatever it printed")
  func exits() throws {
    #expect(try failure("exit 1") == .failed(status: 1))
    #expect(try failure(printing(Self.answer) + "\nexit 70") == .failed(status: 70))
    #expect(try failure("exit 69") == .missing)
    #expect(try failure("exit 65") == .malformedProgram)
  }

  @Test("a solver that hangs is ended at its limit, before or after its answer")
  func hangs() throws {
    let clock = ContinuousClock()
    for script in [
      "sleep 60", "exec sleep 60", "cat >/dev/null; sleep 60",
      printing(Self.answer) + "\nexec >&-\nexec sleep 60",
      "while :; do :; done",
    ] {
      let start = clock.now
      #expect(try failure(script, seconds: 0.5) == .timedOut)
      #expect(start.duration(to: clock.now) < .seconds(8))
    }
  }

  @Test("an answer without end is cut off")
  func tooLong() throws {
    #expect(try failure("cat /dev/zero", limit: 1 << 20) == .answerTooLong)
    #expect(
      try failure("head -c 100000000 /dev/zero", seconds: 20, limit: 1 << 26) == .answerTooLong)
    #expect(
      try failure("head -c 100000000 /dev/zero", seconds: 20, limit: 1 << 27) == .malformedAnswer)
  }

  @Test("garbage, nothing and a truncated answer are malformed")
  func garbage() throws {
    #expect(try failure("cat >/dev/null") == .malformedAnswer)
    #expect(try failure("head -c 4000 /dev/urandom") == .malformedAnswer)
    #expect(try failure(printing("an answer")) == .malformedAnswer)
    #expect(try failure(printing(Self.answer + "\nmore")) == .malformedAnswer)
    for count in stride(from: 1, to: Self.answer.count, by: 7) {
      #expect(try failure(printing(String(Self.answer.prefix(count)))) == .malformedAnswer)
    }
  }

  @Test("numbers that are none are named so")
  func notNumbers() throws {
    for word in ["nan", "-nan", "NaN", "inf", "-Infinity"] {
      let text = Self.answer.replacingOccurrences(of: "1 1 10", with: "1 1 \(word)")
      #expect(try failure(printing(text)) == .notANumber)
    }
    for word in ["0x10", "1e999", "10.5", "1/0", "1/-2", "1/2/3", "/", "1_0", "--1", "1e", "١٠"] {
      let text = Self.answer.replacingOccurrences(of: "1 1 10", with: "1 1 \(word)")
      #expect(try failure(printing(text)) == .malformedAnswer)
    }
  }

  @Test("lies are found out: points off the rows or bounds, and optima that are not their points'")
  func lies() throws {
    func lie(_ old: String, _ new: String) throws -> SolverFailure? {
      #expect(Self.answer.contains(old))
      return try failure(printing(Self.answer.replacingOccurrences(of: old, with: new)))
    }
    #expect(try lie("point 0 1 1 10", "point 0 1 1 10001/1000") == .infeasiblePoint)
    #expect(try lie("point 0 1 1 10", "point 0 1 1 9") == .infeasiblePoint)
    #expect(try lie("point 0 1 1 10", "point 0 2 0 -90 1 100") == .infeasiblePoint)
    #expect(try lie("0 0 optimal", "0 -1 optimal") == .contradiction)
    #expect(try lie("1 10 optimal", "1 11 optimal") == .contradiction)
    #expect(try lie("1 10 optimal", "0 10 optimal") == .contradiction)
    #expect(try lie("0 0 optimal", "7 0 optimal") == .malformedAnswer)
    #expect(try lie("1 10 optimal", "1 10 reached") == nil)
    #expect(try lie("bounded 2 0 0 optimal 0 1 10 optimal 0", "infeasible") == .infeasible)
    #expect(try lie("bounded 2 0 0 optimal 0 1 10 optimal 0", "exhausted") == .budgetExhausted)
    #expect(try lie("bounded 2 0 0 optimal 0 1 10 optimal 0", "failed") == .numerical)
  }

  @Test("a point beyond either bound of a column is no point")
  func bounds() throws {
    let request = try BoundsRequest(
      programs: [try LinearProgram(columns: [.init(lower: -2, upper: 5)], rows: [])],
      targets: [.init(program: 0, column: 0)])
    for (value, isInside) in [(-3, false), (-2, true), (5, true), (6, false)] {
      let end = BoundsAnswer.End(point: 0, value: Fraction(value), isOptimal: true)
      let answer = BoundsAnswer(
        points: [.init(program: 0, columns: [0], values: [Fraction(value)])],
        targets: [.bounded(least: end, greatest: end, iterations: 0)], iterations: 0)
      if isInside {
        #expect(try BoundsCheck(answer, to: request).intervals[0].least == Fraction(value))
      } else {
        #expect(throws: SolverFailure.infeasiblePoint) { try BoundsCheck(answer, to: request) }
      }
    }
  }

  @Test("an optimum that leaves the truth outside is a contradiction")
  func truthOutside() throws {
    let request = try SolverUnderTest.request()
    let answer = BoundsAnswer(
      points: [
        .init(program: 0, columns: [0, 1], values: [Fraction(4), Fraction(6)]),
        .init(program: 0, columns: [0, 1], values: [Fraction(6), Fraction(4)]),
      ],
      targets: [
        .bounded(
          least: .init(point: 0, value: Fraction(4), isOptimal: true),
          greatest: .init(point: 1, value: Fraction(6), isOptimal: true), iterations: 2)
      ], iterations: 2)
    #expect(throws: SolverFailure.contradiction) {
      try BoundsCheck(answer, to: request, truths: [[3, 7]])
    }
    #expect(throws: SolverFailure.inconsistentCounts) {
      try BoundsCheck(answer, to: request, truths: [[3, 8]])
    }
    #expect(try BoundsCheck(answer, to: request, truths: [[5, 5]]).intervals.count == 1)
  }

  @Test("a request larger than a pipe holds and a child that does not read it do not lock up")
  func largeRequests() throws {
    let columns = (0..<60_000).map { LinearProgram.Column(lower: 0, upper: $0 + 1) }
    let request = try BoundsRequest(
      programs: [try LinearProgram(columns: columns, rows: [])],
      targets: [.init(program: 0, column: 59_999)])
    #expect(request.wireText.count > 1 << 19)
    let check = try BoundsCheck(SolverUnderTest.solver.bounds(request), to: request)
    #expect(check.intervals[0].greatest == Fraction(60_000))
    try SolverUnderTest.standIn("exit 0") { solver in
      #expect(throws: SolverFailure.malformedAnswer) { try solver.bounds(request) }
    }
    try SolverUnderTest.standIn("exec cat") { solver in
      #expect(throws: SolverFailure.malformedAnswer) { try solver.bounds(request) }
    }
    try SolverUnderTest.standIn("exec <&-; sleep 1; echo no") { solver in
      #expect(throws: SolverFailure.malformedAnswer) { try solver.bounds(request) }
    }
  }

  @Test("the child sees two environment entries and none of the caller's files")
  func environment() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("parity-open-\(UUID().uuidString)")
    try Data("open".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let handle = try FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    #expect(fcntl(handle.fileDescriptor, F_SETFD, 0) == 0)
    let script = """
      cat >/dev/null
      [ -d /proc/$$/fd ] && ls -l /proc/$$/fd | grep -q parity-open && exit 13
      env | cut -d= -f1 | grep -v -x -e PWD -e OLDPWD -e SHLVL -e _ -e LC_ALL -e SWIFT_BACKTRACE &&
        exit 11
      exit 12
      """
    #expect(try failure(script) == .failed(status: 12))
  }

  @Test("a solver short of memory or time refuses or answers rightly")
  func shortOfMeans() throws {
    let columns = (0..<20_000).map { _ in LinearProgram.Column(lower: 0, upper: 9) }
    let rows = (0..<19_000).map { index in
      LinearProgram.Row(
        terms: (0..<5).map { .init(column: index + 200 * $0, coefficient: 1) }, constant: 20)
    }
    let program = try LinearProgram(columns: columns, rows: rows)
    let request = try BoundsRequest(programs: [program], targets: [.init(program: 0, column: 9)])
    let path = SolverUnderTest.solver.path
    var refused = 0
    for limit in ["-v 20000", "-v 60000", "-v 90000", "-v 120000", "-t 1"] {
      try SolverUnderTest.standIn("ulimit \(limit); exec \(path)", seconds: 20) { solver in
        do {
          _ = try BoundsCheck(solver.bounds(request), to: request)
        } catch let failure as SolverFailure {
          refused += 1
          #expect(![.malformedAnswer, .infeasiblePoint, .contradiction].contains(failure))
        }
      }
    }
    #expect(refused > 0)
  }

  @Test(
    "vertices with large denominators come in the same exact fractions as from exact arithmetic")
  func largeDenominators() throws {
    var generator = SeededGenerator(seed: 13)
    var largest = 1
    for _ in 0..<40 {
      let count = Int.random(in: 4...12, using: &generator)
      let truth = (0..<count).map { _ in Int.random(in: 0...40, using: &generator) }
      let rows = (0..<count / 2).map { _ in
        let coefficients = truth.map { _ in Int.random(in: -9...9, using: &generator) }
        return LinearProgram.Row(
          terms: coefficients.enumerated().filter { $0.element != 0 }
            .map { .init(column: $0.offset, coefficient: $0.element) },
          constant: zip(coefficients, truth).reduce(0) { $0 + $1.0 * $1.1 })
      }
      let program = try LinearProgram(
        columns: truth.map { _ in .init(lower: 0, upper: 100) }, rows: rows)
      let request = try BoundsRequest(
        programs: [program], targets: (0..<count).map { .init(program: 0, column: $0) })
      let library = try BoundsCheck(
        SolverUnderTest.solver.bounds(request), to: request, truths: [truth])
      let exact = try BoundsCheck(ExactSimplex().bounds(request), to: request, truths: [truth])
      #expect(library.intervals.map(\.least) == exact.intervals.map(\.least))
      #expect(library.intervals.map(\.greatest) == exact.intervals.map(\.greatest))
      for interval in library.intervals {
        largest = max(largest, interval.least.denominator, interval.greatest.denominator)
      }
    }
    #expect(largest > 10_000)
  }

  @Test("a budget of iterations is held")
  func budget() throws {
    let columns = (0..<20).map { _ in LinearProgram.Column(lower: 0, upper: 50) }
    let rows = (0..<19).map { index in
      LinearProgram.Row(
        terms: [.init(column: index, coefficient: 1), .init(column: index + 1, coefficient: 1)],
        constant: 30)
    }
    let program = try LinearProgram(columns: columns, rows: rows)
    func failure(_ limit: Int) throws(SolverFailure) -> SolverFailure? {
      let request = try BoundsRequest(
        programs: [program], targets: [.init(program: 0, column: 7)], iterationLimit: limit)
      do {
        _ = try BoundsCheck(SolverUnderTest.solver.bounds(request), to: request)
        return nil
      } catch { return error }
    }
    #expect(try failure(0) == .budgetExhausted)
    #expect(try failure(1) == .budgetExhausted)
    #expect(try failure(1000) == nil)
  }

  @Test("a program without a point is infeasible")
  func infeasible() throws {
    let program = try LinearProgram(
      columns: [.init(lower: 1, upper: 5), .init(lower: 1, upper: 5)],
      rows: [
        .init(
          terms: [.init(column: 0, coefficient: 1), .init(column: 1, coefficient: 1)], constant: 1)
      ])
    let request = try BoundsRequest(programs: [program], targets: [.init(program: 0, column: 0)])
    #expect(throws: SolverFailure.infeasible) {
      try BoundsCheck(SolverUnderTest.solver.bounds(request), to: request)
    }
  }
}
