import Estimates
import Foundation
import Ledger
import TestSupport
import Testing

/// Who contributed, and how many moved.
@Suite("Contributors")
struct ContributorTests {
  @Test("a contributor is HMAC-SHA-256 under a key derived for people")
  func hash() throws {
    // import hmac, hashlib; h = lambda k, m: hmac.new(k, m, hashlib.sha256).digest()
    // h(h(b"a test secret of 32 bytes or so.", b"parity ledger people"), b"p1"), in Base64
    let key = try Workforce.key()
    let one = ContributorHash(person: "p1", key: key)
    let listing = ContributorStates.Listing(
      population: "workforce", period: "2025Q1", definitions: [],
      contributors: [Contributor(person: one, levels: [])])
    let json = try JSONEncoder().encode(ContributorStates([listing], key: key))
    let text = String(decoding: json, as: UTF8.self)
    let bytes = try #require(Data(base64Encoded: "GMT4NBmso2WJRZaglagp39v2d6hp7CwCKj4MhOUwlIc="))
    #expect(
      text.replacing("\\/", with: "/").contains("\"people\":\"\(bytes.base64EncodedString())\""))
    #expect("\(one)" == "contributor" && "\(key)" == "ledger key")
    #expect(one != ContributorHash(person: "p2", key: key))
    let other = try Workforce.key(Array("another secret of 32 bytes or so".utf8))
    #expect(one != ContributorHash(person: "p1", key: other))
    #expect(LedgerKey(secret: [UInt8](repeating: 1, count: 15)) == nil)
  }

  @Test("cells name the people who meet their conditions, whatever the order of reading")
  func membership() throws {
    var generator = SeededGenerator(seed: 1)
    let key = try Workforce.key()
    for _ in 0..<20 {
      let people = (0..<60).map {
        Workforce.Person(
          "p\($0)", Int.random(in: 0...1, using: &generator),
          Int.random(in: 0...1, using: &generator))
      }
      let merge = AttributeDefinition.Merge(label: "Anyone", members: ["Yes", "No"])
      let states = try Workforce.states([("2025Q1", people)], merges: [merge])
      let again = try Workforce.states(
        [("2025Q1", people.shuffled(using: &generator))], merges: [merge])
      #expect(states == again)
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      #expect(try encoder.encode(states) == encoder.encode(again))
      #expect(
        try JSONDecoder().decode(ContributorStates.self, from: encoder.encode(states)) == states)
      func expected(_ isIn: (Workforce.Person) -> Bool) -> [ContributorHash] {
        people.filter(isIn).map { ContributorHash(person: $0.id, key: key) }.sorted()
      }
      #expect(
        states.contributors(
          to: Workforce.cell("2025Q1", [("department", "Sales"), ("disability", "Yes")]))
          == expected { $0.department == 1 && $0.answer == 0 })
      #expect(states.contributors(to: Workforce.cell("2025Q1")) == expected { _ in true })
      #expect(
        states.contributors(
          to: Workforce.cell("2025Q1", [("department", "Ops"), ("disability", "Anyone")]))
          == expected { $0.department == 0 })
    }
  }

  @Test("what the states cannot tell is nil, not nobody")
  func unknown() throws {
    let states = try Workforce.states([("2025Q1", Workforce.people(3, yes: 1, in: 0))])
    #expect(states.contributors(to: Workforce.cell("2025Q2")) == nil)
    #expect(states.contributors(to: CellKey("workforce")) == nil)
    #expect(states.contributors(to: Workforce.cell("2025Q1", [("gender", "Women")])) == nil)
    #expect(states.contributors(to: Workforce.cell("2025Q1", [("department", "IT")])) == nil)
    #expect(states.contributors(to: Workforce.cell("2025Q1", [("department", "Sales")])) == [])
  }

  @Test("contributors that contradict themselves are refused")
  func refused() throws {
    let key = try Workforce.key()
    let person = ContributorHash(person: "p1", key: key)
    func listing(_ rows: [Contributor]) -> ContributorStates.Listing {
      ContributorStates.Listing(
        population: "workforce", period: "2025Q1",
        definitions: [AttributeDefinition(attribute: "gender", levels: ["Women", "Men"])],
        contributors: rows)
    }
    let row = Contributor(person: person, levels: [1])
    #expect(throws: LedgerError.states(.repeatedPerson)) {
      try ContributorStates([listing([row, row])], key: key)
    }
    #expect(throws: LedgerError.states(.repeatedPart)) {
      try ContributorStates([listing([row]), listing([])], key: key)
    }
    for levels in [[], [2], [-1], [0, 0]] {
      #expect(throws: LedgerError.states(.misfit)) {
        try ContributorStates(
          [listing([Contributor(person: person, levels: levels)])], key: key)
      }
    }
  }

  @Test("damaged states are refused, never read as others")
  func damaged() throws {
    let states = try Workforce.states([("2025Q1", Workforce.people(4, yes: 2, in: 0))])
    let text = String(decoding: try JSONEncoder().encode(states), as: UTF8.self)
    let hostile = [
      text.replacing("\"members\":\"", with: "\"members\":\"////"),
      text.replacing("\"levels\":\"AAAA", with: "\"levels\":\"AAAJ"),
      text.replacing("\"people\":\"", with: "\"people\":\"AAAA"),
      text.replacing("\"amounts\":\"", with: "\"amounts\":\"AAAA"),
      text.replacing("[\"Ops\",\"Sales\"]", with: "[]"), "[]", "{}",
    ]
    for damaged in hostile {
      #expect(damaged != text)
      #expect(throws: (any Error).self, "\(damaged.prefix(60))") {
        try JSONDecoder().decode(ContributorStates.self, from: Data(damaged.utf8))
      }
    }
  }

  @Test("movers are the symmetric difference, and those whose amount changed")
  func movers() throws {
    var generator = SeededGenerator(seed: 2)
    let key = try Workforce.key()
    let all = (0..<40).map { ContributorHash(person: "p\($0)", key: key) }.sorted()
    for _ in 0..<100 {
      var then: [ContributorHash: UInt64] = [:]
      var now: [ContributorHash: UInt64] = [:]
      for person in all {
        if Bool.random(using: &generator) { then[person] = .random(in: 1...3, using: &generator) }
        if Bool.random(using: &generator) { now[person] = .random(in: 1...3, using: &generator) }
      }
      let (before, after) = (then.keys.sorted(), now.keys.sorted())
      let count = MoverCount(
        before: before, after: after, amountsBefore: before.map { then[$0] ?? 0 },
        amountsAfter: after.map { now[$0] ?? 0 })
      let stayed = Set(before).intersection(after)
      #expect(
        count
          == .people(
            joiners: Set(after).subtracting(before).count,
            leavers: Set(before).subtracting(after).count,
            changed: stayed.count { then[$0] != now[$0] }))
      #expect(
        MoverCount(before: before, after: after).movers
          == Set(before).symmetricDifference(after).count)
    }
    // The order of the lists is of no matter.
    #expect(MoverCount(before: all.reversed(), after: all) == MoverCount(before: all, after: all))
    #expect(!MoverCount(before: all, after: all).triggers(below: 10))
    #expect(MoverCount(before: all, after: Array(all.dropFirst(9))).triggers(below: 10))
    #expect(!MoverCount(before: all, after: Array(all.dropFirst(10))).triggers(below: 10))
  }

  @Test("without identifiers the difference of head counts stands in")
  func withoutIdentifiers() {
    #expect(MoverCount(countBefore: 45, countAfter: 46) == .difference(1))
    #expect(MoverCount(countBefore: 46, countAfter: 37).triggers(below: 10))
    #expect(!MoverCount(countBefore: 45, countAfter: 45).triggers(below: 10))
    #expect(!MoverCount(countBefore: 30, countAfter: 40).triggers(below: 10))
    #expect(MoverCount(countBefore: .min, countAfter: .max) == .difference(.max))
  }

  @Test("the states print as little as they must")
  func silent() throws {
    let hash = ContributorHash(person: "p1", key: try Workforce.key())
    #expect(!"\(hash)".contains("p1"))
  }
}
