import Estimates
import Findings
import Reports

@testable import Disclosure

/// A release of an invented employer that has something in every section.
enum SampleRelease {
  typealias Sample = SampleExhibits
  typealias Entries = SampleEntries

  static let function = ExhibitAttribute(id: "function", title: "Function")

  static var release: Release {
    Release(
      exhibits: workforce + hiring + careers + pay + trend + SkillsSectionTests.exhibits,
      summary: DisclosureSummary(
        threshold: 10, payThreshold: 10, audience: "public", hidden: 9, rolledUp: 1))
  }

  static func context(_ language: Language = .britishEnglish) throws -> ReportContext? {
    guard let bands = PracticalBands.standard else { return nil }
    var context = ReportContext(
      organisation: "Example Health Trust", period: "2025Q3", engineVersion: "Parity 0.1",
      confidence: 0.95, bands: bands, language: language)
    context.currency = "GBP"
    context.snapshotDate = "2025-09-30"
    context.leadershipFrom = "Band 8-9"
    context.payMeasure = "hourly pay"
    context.dataDescription =
      "Employees of the trust and its two subsidiaries on the snapshot date, from the personnel "
      + "system."
    context.exclusions = ["Not counted: contract bank staff, agency staff."]
    context.benchmarks = [
      ReportContext.BenchmarkSource(
        subject: "Women", source: "Census of the region", date: "2021",
        note: "People aged 16 to 64 in work.")
    ]
    context.targets = [
      ReportContext.Target(
        attribute: "gender", group: "Women", scope: .leadership, value: 0.6, by: "2027Q4")
    ]
    context.actions = [
      ReportContext.Action(
        text: "Structured shortlisting in all band 8 campaigns", owner: "Head of Resourcing",
        due: "2026-01-31"),
      ReportContext.Action(
        text: "Ask everyone again about disability, and say what the answer is for",
        owner: "Director of People", due: "2026-03-31"),
    ]
    context.warnings = [
      "12 events have no gender; they are counted among people who did not declare."
    ]
    context.provenance = [
      ReportContext.Provenance(label: "Engine", value: "Parity 0.1"),
      ReportContext.Provenance(label: "employees.csv", value: "hmac 3f9c0a41"),
    ]
    context.privacyScope = "protected within this release only"
    return context
  }

  private static var workforce: [PublishedExhibit] {
    let groups = ["Women", "Men"]
    let ethnic = ["Asian", "Black", "Mixed", "White", "Another ethnic group"]
    return [
      Sample.exhibit(
        "headcount/everyone", .headcountBridge, nil, [("people", "People", .people)],
        [
          ("Opening headcount", .item, [Entries.people(3120)]),
          ("Hires", .item, [Entries.people(96)]), ("Exits", .item, [Entries.people(71)]),
          ("Closing headcount", .total, [Entries.people(3145)]),
        ]),
      Sample.exhibit(
        "declaration", .declaration, nil,
        [
          ("declared", "Declared", .people), ("declined", "Preferred not to say", .people),
          ("blank", "No answer recorded", .people), ("not_asked", "Not asked", .people),
          ("share_declared", "Share declared", .share),
        ],
        [
          ("Gender", 3082, 41, 22), ("Ethnicity", 2579, 301, 265), ("Disability", 1510, 420, 1215),
        ].map { title, declared, declined, blank in
          (
            title, .item,
            [
              Entries.people(declared), Entries.people(declined), Entries.people(blank), .empty,
              Entries.share(declared, 3145),
            ]
          )
        }),
      Sample.exhibit(
        "declaration/trend", .declarationTrend, nil,
        [("share/gender", "Gender", .share), ("share/ethnicity", "Ethnicity", .share)],
        ["2024Q3", "2024Q4", "2025Q1", "2025Q2", "2025Q3"].enumerated().map { index, quarter in
          (
            quarter, .item,
            [
              Entries.number(0.962 + Double(index) * 0.0045),
              Entries.number(index == 4 ? 2579.0 / 3145 : 0.74 + Double(index) * 0.019),
            ]
          )
        }),
      Sample.exhibit(
        "representation/gender", .representation, Sample.gender,
        [
          ("people", "People", .people), ("share", "Share", .share),
          ("year_ago", "Share in 2024Q3", .share), ("change", "Change", .percentagePoints),
        ],
        [
          ("Women", .item, 2113, 0.6712), ("Men", .item, 959, 0.3258),
          ("Another gender", .item, 10, 0.003),
        ].map { label, role, people, before in
          let share = Double(people) / 3082
          return (
            label, role,
            [
              Entries.people(people), Entries.number(share), Entries.number(before),
              Entries.number(share - before),
            ]
          )
        } + [
          ("Preferred not to say", .undeclared, [Entries.people(41), .empty, .empty, .empty]),
          ("No answer recorded", .undeclared, [Entries.people(22), .empty, .empty, .empty]),
        ]),
      Sample.representationBy(
        "representation/gender/level", Sample.gender, by: Sample.level, groups: groups,
        yearAgo: true,
        [
          ("Band 2-4", [1010, 330], [985, 335]), ("Band 5-7", [868, 401], [840, 402]),
          ("Band 8-9", [211, 190], [196, 192]), ("Executive", [24, 38], [20, 41]),
        ]),
      Sample.representationBy(
        "representation/gender/function", Sample.gender, by: function, groups: groups,
        yearAgo: false,
        [
          ("Nursing", [980, 160], []), ("Medicine", [420, 390], []),
          ("Information technology", [62, 148], []), ("Estates", [nil, 88], []),
        ]),
      Sample.exhibit(
        "benchmark/gender", .benchmark, Sample.gender, focal: "Women", reference: "benchmark",
        [
          ("people", "People", .people), ("base", "Of", .people), ("share", "Share", .share),
          ("benchmark", "Benchmark", .share), ("parity_index", "Parity index", .ratio),
          ("difference", "Difference", .percentagePoints),
          ("shortfall", "Shortfall in people", .shortfall), ("p", "p (exact binomial)", .pValue),
        ],
        [
          (
            "Women", .item,
            [
              Entries.people(2113), Entries.people(3082), Entries.share(2113, 3082),
              Entries.number(0.77), Entries.estimate(0.8904, 0.869, 0.912),
              Entries.estimate(-0.0844, -0.1011, -0.068), Entries.number(260.1),
              Entries.test(z: 11),
            ]
          )
        ],
        Comparison(
          effectColumn: "difference", testColumn: "p", scale: .share, polarity: .neutral,
          inference: .census), notes: ["Benchmark: Census of the region."]),
      Sample.exhibit(
        "representation/ethnicity", .representation, Sample.ethnicity,
        [("people", "People", .people), ("share", "Share", .share)],
        zip(ethnic, [412, 251, 62, 1790, 64]).map { label, people in
          (label, .item, [Entries.people(people), Entries.share(people, 2579)])
        }),
      Sample.exhibit(
        "intersection/gender+ethnicity", .intersection, Sample.gender, by: Sample.ethnicity,
        [("people", "People", .people), ("share", "Share of everyone", .share)],
        zip(
          groups.flatMap { gender in ethnic.map { gender + ", " + $0 } },
          [270, 180, 41, 1240, 44, 140, 70, 20, 540, nil]
        ).map { label, people in
          (label, .item, [Entries.people(people), Entries.share(people, 3145)])
        }),
    ]
  }

  private static var hiring: [PublishedExhibit] {
    let stages = ["Screened", "Interviewed", "Offered", "Hired"]
    func rows(_ focal: [Int], _ other: [Int]) -> [(String, ExhibitRow.Role, Int, Int, Int, Int)] {
      stages.indices.map { step in
        (stages[step], .item, focal[step], focal[step + 1], other[step], other[step + 1])
      } + [("Applied to Hired", .total, focal[0], focal[4], other[0], other[4])]
    }
    let women = Sample.funnel(
      "funnel/gender/Women", .funnel, Sample.gender, focal: "Women", reference: "Men",
      rows([1480, 640, 300, 160, 128], [1120, 585, 332, 240, 212]))
    return [
      women, Sample.attribution(women),
      Sample.stratified(
        "funnel/gender/within/function", Sample.gender, by: function, focal: "Women",
        reference: "Men", pooled: Entries.rateRatio(128, 1480, 212, 1120),
        common: Entries.estimate(0.52, 0.42, 0.64), z: (7.6, 6.1, 6, 0.4, 2.4)),
      Sample.funnel(
        "funnel/ethnicity/Asian", .funnel, Sample.ethnicity, focal: "Asian", reference: "White",
        rows([610, 260, 120, 58, 50], [1310, 700, 400, 240, 205])),
      Sample.funnel(
        "funnel/ethnicity/Black", .funnel, Sample.ethnicity, focal: "Black", reference: "White",
        rows([420, 170, 80, 40, 33], [1310, 700, 400, 240, 205])),
      Sample.funnel(
        "funnel/gender/by/function", .funnelBy, Sample.gender, by: function, focal: "Women",
        reference: "Men",
        [
          ("Nursing", .item, 820, 84, 210, 20), ("Medicine", .item, 380, 30, 480, 92),
          ("Information technology", .item, 280, 14, 430, 100),
        ]),
      Sample.flow(
        "hires/gender", .hiring, Sample.gender, title: "Hires", reference: "Men",
        polarity: .neutral,
        [("Women", 128, 2080.5), ("Men", 212, 962.25), ("Another gender", nil, 10)]),
    ]
  }

  private static var careers: [PublishedExhibit] {
    [
      Sample.flow(
        "promotions/gender", .progression, Sample.gender, title: "Promotions", reference: "Men",
        polarity: .favourable,
        [("Women", 170, 2080.5), ("Men", 83, 962.25), ("Another gender", nil, 10)]),
      Sample.promotionsByLevel([
        ("Band 2-4", 74, 1000.5, 31, 330), ("Band 5-7", 82, 850, 36, 400.5),
        ("Band 8-9", 14, 204, 16, 191.5),
      ]),
      Sample.flow(
        "promotions/ethnicity", .progression, Sample.ethnicity, title: "Promotions",
        reference: "White", polarity: .favourable,
        [("Asian", 28, 405), ("Black", 9, 246), ("White", 160, 1780)]),
      Sample.flow(
        "exits/gender", .retention, Sample.gender, title: "Exits", reference: "Men",
        polarity: .adverse, [("Women", 196, 2080.5), ("Men", 88, 962.25)]),
      Sample.flow(
        "exits/ethnicity", .retention, Sample.ethnicity, title: "Exits", reference: "White",
        polarity: .adverse, [("Asian", 38, 405), ("Black", 47, 246), ("White", 155, 1780)]),
    ]
  }

  private static var pay: [PublishedExhibit] {
    [
      Sample.pay(
        "pay/gender/Women", .payGap,
        [
          ("Mean", 2113, 959, 21.34, 24.1, 0.011), ("Median", 2113, 959, 19.82, 21.05, 0.012),
        ]),
      Sample.pay(
        "pay/gender/by/level", .payGapBy, by: Sample.level,
        [
          ("Band 2-4", 1010, 330, 14.9, 14.95, 0.008), ("Band 5-7", 868, 401, 20.4, 20.9, 0.01),
          ("Band 8-9", 211, 190, 34.2, 36.1, 0.022), ("Executive", 24, 38, 62.5, 66.9, 0.06),
        ]),
      Sample.exhibit(
        "pay_quarters/gender", .payQuarters, Sample.gender,
        by: ExhibitAttribute(id: "pay_quarter", title: "Pay quarter"), focal: "Women",
        [
          ("people/Women", "Women, people", .people), ("people/Men", "Men, people", .people),
          ("share/Women", "Women, share", .share), ("share/Men", "Men, share", .share),
        ],
        [
          ("Lower quarter", 572, 196), ("Lower middle quarter", 558, 210),
          ("Upper middle quarter", 530, 238), ("Upper quarter", 453, 315),
        ].map { label, women, men in
          (
            label, .item,
            [
              Entries.people(women), Entries.people(men), Entries.share(women, women + men),
              Entries.share(men, women + men),
            ]
          )
        }),
    ]
  }

  private static var trend: [PublishedExhibit] {
    [
      Sample.trend(
        "trend/gender", Sample.gender, groups: ["Women", "Men"],
        (0..<9).map { [1960 + 18 * $0, 985 - 3 * $0] }),
      Sample.trend(
        "trend/gender/leadership", Sample.gender, groups: ["Women", "Men"],
        (0..<9).map { [196 + 5 * $0, 240 - 2 * $0] }),
      Sample.trend(
        "trend/ethnicity", Sample.ethnicity, groups: ["Asian", "Black", "White"],
        (0..<9).map { [330 + 10 * $0, 190 + 8 * $0, 1700 + 11 * $0] }),
    ]
  }
}
