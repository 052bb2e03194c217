import TestSupport
import Testing

/// What is planted can be seen in the files, and nothing like it elsewhere.
///
/// Limits are set four standard errors of a binomial proportion around the stated probabilities.
@Suite("Planted truths")
struct PlantedTruthsTests {
  private func expectShare(
    _ part: Int, of whole: Int, _ probability: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let standardError = (probability * (1 - probability) / Double(max(whole, 1))).squareRoot()
    expectClose(
      Double(part) / Double(max(whole, 1)), probability, absolute: 4 * standardError,
      sourceLocation: sourceLocation)
  }

  @Test("women are offered less often in engineering, and nowhere else")
  func offers() throws {
    let engineering: Set<Substring> = ["Software development", "Cybersecurity"]
    let offered: Set<Substring> = ["Offered", "Hired"]
    let interviewed = try PublishedWorkforce.rows("applications.csv").filter {
      $0["stage"] == "Interviewed" || offered.contains($0["stage"])
    }
    func check(_ gender: Substring, isEngineering: Bool, _ probability: Double) {
      let group = interviewed.filter {
        $0["gender"] == gender && engineering.contains($0["specialization"]) == isEngineering
      }
      expectShare(
        group.count { offered.contains($0["stage"]) }, of: group.count, probability)
    }
    check("F", isEngineering: true, 0.31)
    check("M", isEngineering: true, 0.46)
    check("F", isEngineering: false, 0.46)
    check("M", isEngineering: false, 0.46)
  }

  @Test("the lowest rung of promotion is harder for women")
  func promotions() throws {
    let employees = try PublishedWorkforce.rows("employees.csv")
    let promotions = try PublishedWorkforce.rows("events.csv").filter { $0["kind"] == "Promotion" }
    func rate(_ gender: Substring, _ level: Substring) -> Double {
      let people = employees.count { $0["gender"] == gender && $0["level"] == level }
      let moved = promotions.count { $0["gender"] == gender && $0["from_level"] == level }
      return Double(moved) / Double(people)
    }
    #expect(rate("F", "Professional") / rate("M", "Professional") < 0.75)
    for level: Substring in ["Associate", "Senior"] {
      expectClose(rate("F", level) / rate("M", level), 1, absolute: 0.35)
    }
    for promotion in promotions { #expect(promotion["from_level"] == promotion["from"]) }
  }

  @Test("people with a disability leave more often of their own will, women do not")
  func exits() throws {
    let employees = try PublishedWorkforce.rows("employees.csv")
    let exits = try PublishedWorkforce.rows("events.csv").filter { $0["exit_type"] == "Voluntary" }
    func rate(_ attribute: Substring, _ level: Substring) -> Double {
      Double(exits.count { $0[attribute] == level })
        / Double(employees.count { $0[attribute] == level })
    }
    #expect(rate("disability", "Yes") / rate("disability", "No") > 1.5)
    expectClose(rate("gender", "F") / rate("gender", "M"), 1, absolute: 0.15)
  }

  @Test("Hispanic or Latino learners complete less often, women as often as men")
  func training() throws {
    let started = try PublishedWorkforce.rows("training.csv").filter { $0["status"] != "Enrolled" }
    func check(_ attribute: Substring, _ level: Substring, _ probability: Double) {
      let group = started.filter { $0[attribute] == level }
      expectShare(group.count { $0["status"] != "Started" }, of: group.count, probability)
    }
    check("race_ethnicity", "Hispanic", 0.60)
    check("race_ethnicity", "White", 0.76)
    check("gender", "F", 0.75)
    check("gender", "M", 0.75)
  }

  @Test("skills: FHIR goes with SQL, machine learning grows, health privacy law with nothing")
  func skills() throws {
    let rows = try PublishedWorkforce.rows("skills.csv")
    let employees = try PublishedWorkforce.rows("employees.csv")
    for date in ["2024-09-30", "2025-09-30"] as [Substring] {
      let recorded = rows.filter { $0["snapshot_date"] == date }
      let people = employees.filter { $0["snapshot_date"] == date }
      for attribute in [
        "person_id", "specialization", "level", "gender", "race_ethnicity",
      ] as [Substring] {
        #expect(recorded.map { $0[attribute] } == people.map { $0[attribute] })
      }
    }
    func has(_ row: WorkforceRow, _ skill: Substring) -> Bool {
      row["skills"].split(separator: ";").contains(skill)
    }
    func share(_ rows: [WorkforceRow], _ skill: Substring) -> Double {
      Double(rows.count { has($0, skill) }) / Double(rows.count)
    }
    let then = rows.filter { $0["snapshot_date"] == "2024-09-30" }
    let now = rows.filter { $0["snapshot_date"] == "2025-09-30" }
    // Within a specialization, so that the mix of specializations plays no part.
    let informatics = now.filter { $0["specialization"] == "Health informatics" }
    let (with, without) = (
      informatics.filter { has($0, "FHIR") }, informatics.filter { !has($0, "FHIR") }
    )
    expectClose(share(with, "SQL"), 0.80, absolute: 0.06)
    expectClose(share(without, "SQL"), 0.45, absolute: 0.08)
    expectClose(share(with, "Python") - share(without, "Python"), 0, absolute: 0.1)
    #expect(share(now, "Machine learning") > 1.7 * share(then, "Machine learning"))
    for skill in ["FHIR", "SQL", "Python", "Cloud platforms"] as [Substring] {
      expectClose(share(now, skill) / share(then, skill), 1, absolute: 0.05)
    }
    let law = now.filter { has($0, "Health privacy law") }
    expectClose(share(law, "Python"), share(now, "Python"), absolute: 0.04)
  }

  @Test("more people declare a disability from campaign to campaign")
  func declarations() throws {
    let employees = try PublishedWorkforce.rows("employees.csv")
    func count(_ date: Substring, _ answer: Substring) -> Int {
      employees.count { $0["snapshot_date"] == date && $0["disability"] == answer }
    }
    #expect(count("2023-09-30", "Yes") < count("2024-09-30", "Yes"))
    #expect(count("2024-09-30", "Yes") < count("2025-09-30", "Yes"))
    #expect(count("2024-03-31", "Not asked") > 1_500)
    #expect(count("2024-06-30", "Not asked") == 0)
  }
}
