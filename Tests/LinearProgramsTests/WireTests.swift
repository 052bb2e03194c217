import LinearPrograms
import TestSupport
import Testing

/// What the solver and its caller write to each other.
@Suite("Wire format")
struct WireTests {
  private static let edge = LinearProgram.largestNumber

  private func request() throws -> BoundsRequest {
    let program = try LinearProgram(
      columns: [.init(lower: -Self.edge, upper: Self.edge), .init(lower: 0, upper: 7)],
      rows: [
        .init(
          terms: [.init(column: 0, coefficient: -1), .init(column: 1, coefficient: Self.edge)],
          constant: Self.edge - 1), .init(terms: [], constant: 0),
      ])
    let empty = try LinearProgram(columns: [], rows: [])
    return try BoundsRequest(
      programs: [empty, program],
      targets: [
        .init(program: 1, column: 0, enough: 9), .init(program: 1, column: 1),
        .init(program: 1, column: 1), .init(program: 1, column: 1),
      ], iterationLimit: 12)
  }

  private static func fraction(_ numerator: Int, _ denominator: Int) -> Fraction {
    Fraction(Int128(numerator), over: Int128(denominator)) ?? Fraction(0)
  }

  private static let answer = BoundsAnswer(
    points: [
      .init(program: 1, columns: [0, 1], values: [fraction(1, 3), fraction(-7, Int.max)]),
      .init(program: 1, columns: [], values: []),
      .init(program: 1, columns: [1], values: [Fraction(9_007_199_254_740_991)]),
    ],
    targets: [
      .bounded(
        least: .init(
          point: 1, value: fraction(-1, 3), isOptimal: true,
          duals: [.init(row: 0, value: 0.1 + 0.2), .init(row: 1, value: -1e-17)]),
        greatest: .init(point: 2, value: Fraction(Int.max), isOptimal: false), iterations: 5),
      .infeasible, .exhausted, .failed,
    ], iterations: 6)

  @Test("requests and answers are read back as they were, whole numbers to 2^53")
  func roundTrip() throws {
    let request = try request()
    #expect(try BoundsRequest(wireText: request.wireText) == request)
    let text = Self.answer.wireText
    #expect(try BoundsAnswer(wireText: text, to: request) == Self.answer)
  }

  @Test("no prefix and no changed byte is taken for something it is not")
  func damage() throws {
    let request = try request()
    let asked = request.wireText
    let answered = Self.answer.wireText
    for count in asked.indices {
      #expect(throws: SolverFailure.self) {
        try BoundsRequest(wireText: Array(asked.prefix(count)))
      }
    }
    for count in answered.indices {
      #expect(throws: SolverFailure.self) {
        try BoundsAnswer(wireText: Array(answered.prefix(count)), to: request)
      }
    }
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<3000 {
      var text = asked
      text[Int.random(in: text.indices, using: &generator)] = UInt8.random(
        in: 0...255, using: &generator)
      if let read = try? BoundsRequest(wireText: text) {
        #expect(try BoundsRequest(wireText: read.wireText) == read)
      }
      text = answered
      text[Int.random(in: text.indices, using: &generator)] = UInt8.random(
        in: 0...255, using: &generator)
      if let read = try? BoundsAnswer(wireText: text, to: request) {
        #expect(try BoundsAnswer(wireText: read.wireText, to: request) == read)
      }
    }
  }

  @Test("a program out of range or with a wrong position is refused")
  func malformed() {
    let column = LinearProgram.Column(lower: 0, upper: 1)
    func program(_ columns: [LinearProgram.Column], _ terms: [(Int, Int)], _ constant: Int = 0) {
      #expect(throws: SolverFailure.malformedProgram) {
        try LinearProgram(
          columns: columns,
          rows: [
            .init(
              terms: terms.map { .init(column: $0.0, coefficient: $0.1) }, constant: constant)
          ])
      }
    }
    program([column], [(1, 1)])
    program([column], [(-1, 1)])
    program([column], [(0, 1), (0, 1)])
    program([column], [(0, 0)])
    program([column], [(0, Self.edge + 1)])
    program([column], [(0, 1)], -Self.edge - 1)
    program([column], [(0, 1)], Int.min)
    program([.init(lower: 1, upper: 0)], [])
    program([.init(lower: Int.min, upper: Int.max)], [])
    #expect(throws: SolverFailure.malformedProgram) {
      try BoundsRequest(programs: [], targets: [.init(program: 0, column: 0)])
    }
    #expect(throws: SolverFailure.malformedProgram) {
      try BoundsRequest(programs: [], targets: [], iterationLimit: -1)
    }
  }

  @Test("fractions are in lowest terms, with exact whole numbers below and above")
  func fractions() throws {
    for (numerator, denominator) in [(1, 3), (-7, 12), (22, 7), (0, 1), (12_345, 1), (355, 113)] {
      let exact = Self.fraction(numerator, denominator)
      let value = Double(numerator) / Double(denominator)
      #expect(exact.floor == Int(value.rounded(.down)))
      #expect(exact.ceiling == Int(value.rounded(.up)))
    }
    #expect(Fraction(6, over: -4) == Fraction(-3, over: 2))
    #expect(Fraction(1, over: 0) == nil)
    #expect(Self.fraction(1, 3) < Fraction(1))
    #expect(Fraction(Int128(Int.max) * 2, over: 1) == nil)
  }

  @Test("the fraction beside a number of a hundred binary places is found, and none where none is")
  func nearest() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<2000 {
      let denominator = Int.random(in: 1...(1 << 43), using: &generator)
      let numerator = Int.random(in: -(1 << 60)...(1 << 60), using: &generator) >> 20
      let exact = try #require(Fraction(Int128(numerator), over: Int128(denominator)))
      let whole = Int128(exact.floor)
      let rest = Int128(exact.numerator) - whole * Int128(exact.denominator)
      // The fractional part to 100 binary places, one half at a time to stay within 128 bits.
      let first = rest << 50
      let second = (first % Int128(exact.denominator)) << 50
      let places = (first / Int128(exact.denominator)) << 50 + second / Int128(exact.denominator)
      let noise = Int128(Int.random(in: -500...500, using: &generator))
      let number = whole << 100 + places + noise
      #expect(Fraction(nearest: number, bits: 100) == exact)
      #expect(
        Fraction(nearest: number, bits: 100, denominator: exact.denominator) == exact)
      let other = exact.denominator == 1 ? 1 : exact.denominator - 1
      #expect(
        exact.denominator < 3
          || Fraction(nearest: number, bits: 100, denominator: other) == nil)
    }
    #expect(Fraction(nearest: 0x6A09_E667_F3BC_C908_B2FB_1366 << 4, bits: 100) == nil)
    #expect(Fraction(nearest: 5 << 100 - 3, bits: 100) == Fraction(5))
    #expect(Fraction(nearest: -(5 << 100), bits: 100) == Fraction(-5))
  }
}
