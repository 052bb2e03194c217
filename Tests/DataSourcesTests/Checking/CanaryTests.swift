import DataSources
import Foundation
import Testing

@Suite("No value leaves in a message")
struct CanaryTests {
  /// Values that stand nowhere in our own words.
  private static let canaries = [
    "Zanzibarian", "Quokka Unit", "jane.canary@example.org", "98765432", "31/12/1987",
    "Xylophonist", "P-77441", "QQ 12 34 56 C", "Wombatova",
  ]

  private static let files = [
    // Values of every kind that no column accepts.
    SampleWorkforce.header + "\n"
      + "P-77441,Zanzibarian,Quokka Unit,98765432x,31/12/1987\n"
      + "P-77441,jane.canary@example.org,Xylophonist,-98765432,Wombatova\n"
      + "Wombatova,QQ 12 34 56 C,\"Quokka Unit,Xylophonist,1987-31-12\n",
    // No header: the first row is a person.
    "P-77441,Zanzibarian,Quokka Unit,98765432,31/12/1987\n"
      + "P-77442,Zanzibarian,Quokka Unit,98765432,31/12/1987\n",
    // A header that holds values.
    "person_id,gender,department,base_pay,jane.canary@example.org,98765432\n"
      + "P-77441,Zanzibarian,Quokka Unit,5,1987-12-31,Wombatova\n",
    // Titles and totals.
    "Wombatova\n" + SampleWorkforce.header + "\nP-77441,F,Quokka Unit,5,1987-12-31\n"
      + "Total Wombatova,,,98765432,\n",
    SampleWorkforce.header + "\nP-77441,F,Quokka Unit,5,1987-12-31\n"
      + "Total Wombatova,,,98765432,\n",
  ]

  private func expectSilent(_ text: String) {
    for canary in Self.canaries {
      #expect(!text.contains(canary), "\(canary) is in: \(text)")
      #expect(!text.lowercased().contains(canary.lowercased()))
    }
  }

  @Test("the check prints no value", arguments: files)
  func check(_ text: String) throws {
    let file = try WrittenFile(text)
    let report = try InputChecker(schema: SampleWorkforce.schema(file.path)).check()
    #expect(report.hasErrors)
    for problem in report.problems {
      expectSilent(ProblemText.lines(for: problem).joined(separator: "\n"))
      expectSilent("\(problem)")
    }
    expectSilent("\(report.columns) \(report.declarations)")
  }

  @Test("the inspection and the proposal print no value", arguments: files)
  func inspection(_ text: String) throws {
    let file = try WrittenFile(text)
    let proposal = try MappingProposal.propose(path: file.path, input: "employees")
    expectSilent(proposal.evidence.joined(separator: "\n"))
    expectSilent(proposal.inspection.lines.joined(separator: "\n"))
  }

  @Test("labels are printed where they are asked for")
  func showValues() throws {
    let file = try WrittenFile(Self.files[0])
    let report = try InputChecker(
      schema: SampleWorkforce.schema(file.path), showValues: true
    ).check()
    let lines = report.problems.flatMap { ProblemText.lines(for: $0) }.joined(separator: "\n")
    #expect(lines.contains("Zanzibarian"))
  }

  @Test("lines hold no control characters, whatever names and headers do")
  func neutralised() throws {
    let file = try WrittenFile(
      SampleWorkforce.header + ",\"\u{1B}[31mred\nline\u{202E}\"\nK1,F,Finance,5,2020-02-20,x\n",
      name: "a\n\u{1B}b.csv")
    let report = try InputChecker(schema: SampleWorkforce.schema(file.path)).check()
    let lines = report.problems.flatMap { ProblemText.lines(for: $0) }
    #expect(lines.contains { $0.contains("<U+001B>") })
    for line in lines {
      #expect(
        line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E }, "\(line)")
    }
  }
}
