import Aggregates
import Foundation
import TestSupport
import Testing

@testable import DataSources

/// Margins of published files, counted by Python's csv module with
/// `python3 -c "import csv,collections;print(collections.Counter((r['SEX'],r['RACE']) for r in
/// csv.DictReader(open('cincinnati-employees-2020.csv',encoding='utf-8-sig'))))"` and the like.
@Suite("Published files", .enabled(if: ProjectFolder.realData != nil, "PARITY_DATA is not set"))
struct PublishedFileTests {
  private func path(_ name: String) throws -> String {
    try #require(ProjectFolder.realData).appendingPathComponent(name).path
  }
  private func employees() throws -> InputSchema {
    let sex = Attribute(id: "sex", title: "Sex", levels: [Level("Women"), Level("Men")])
    let race = Attribute(
      id: "race", title: "Race",
      levels: [
        Level("White"), Level("Black"), Level("Asian"), Level("Hispanic"), Level("Indigenous"),
        Level("Unknown", .blank),
      ])
    let tenure = Attribute(
      id: "tenure", title: "Tenure",
      levels: ["Under 2", "2 to 4", "5 to 9", "10 and more"].map { Level($0) })
    let dropped = [
      "AGE_RANGE", "BUSINESS_TITLE", "DEPTID", "JOBCODE", "LOCATION", "JOB_ENTRY_DT",
      "PAYGROUP", "FTE", "SAL_ADMIN_PLAN", "GRADE", "STEP", "EEO_JOB_GROUP", "JOB_FAMILY",
      "JOBTITLE", "JOBTITLE_ABBRV", "DEPTNAME", "DEPTNAME_ABBRV",
    ]
    return InputSchema(
      id: "employees", kind: .snapshots, path: try path("cincinnati-employees-2020.csv"),
      columns: dropped.map { ColumnSchema(.header($0), .drop) } + [
        ColumnSchema(
          .header("SEX"),
          .attribute(AttributeColumn(attribute: sex, labels: ["F": "Women", "M": "Men"]))),
        ColumnSchema(
          .header("RACE"),
          .attribute(
            AttributeColumn(
              attribute: race,
              labels: [
                "WHITE": "White", "BLACK": "Black", "HISPANIC": "Hispanic", "CHINESE": "Asian",
                "ASIAN/PACIFIC ISLANDER": "Asian", "UNKNOWN": "Unknown",
                "AMERICAN INDIAN/ALASKAN NATIVE": "Indigenous",
                "ABORIGINAL/TORRES STRAIT ISLAND": "Indigenous",
                "TORRES STRAIT ISLANDER ORIGIN": "Indigenous",
              ]))),
        ColumnSchema(
          .header("ANNUAL_RT"),
          .measure(
            NumberColumn(
              id: "annual_pay", title: "Annual pay", unit: "USD/year", groupSeparator: ","))),
        ColumnSchema(
          .header("STD_HOURS"),
          .measure(
            NumberColumn(id: "weekly_hours", title: "Hours", unit: "hours/week", scale: 2))),
        ColumnSchema(
          .header("HIRE_DATE"), .date(DateColumn(id: "hire_date", format: "M/d/yyyy H:mm"))),
      ],
      derivedAttributes: [
        DerivedAttribute(
          attribute: tenure, date: "hire_date",
          rule: .completedYears(onDay: "2020-12-31", lowerBounds: [0, 2, 5, 10]))
      ],
      derivedMeasures: [
        DerivedMeasure(
          id: "hourly_pay", title: "Hourly pay", unit: "USD/hour", numerator: "annual_pay",
          denominator: "weekly_hours", factor: 52, scale: 4)
      ])
  }

  @Test("City of Cincinnati 2020: people by sex, race and tenure; pay by sex", arguments: [1, 3])
  func cincinnati(threads: Int) async throws {
    var source = try CSVSource(schema: try employees(), threads: threads)
    source.chunk = 10_000
    let tables = try await source.cells(for: [
      AggregateQuery(input: "employees", attributes: ["sex", "race"]),
      AggregateQuery(input: "employees", attributes: ["sex", "tenure"]),
      AggregateQuery(
        input: "employees", attributes: ["sex"],
        measures: [.init("annual_pay", valueCounts: true), .init("hourly_pay")]),
    ]).map(\.exposed)
    #expect(tables[0].total == 6304)
    #expect(
      tables[0].entries.map(\.cell.count) == [
        1240, 1028, 31, 29, 9, 21, 2485, 1329, 52, 38, 15, 27,
      ])
    #expect(
      tables[1].entries.map(\.cell.count) == [489, 496, 364, 1009, 486, 624, 593, 2243])
    let pay = tables[2].entries.map(\.cell.measures[0])
    #expect(pay.map(\.moments.sum) == [12_560_852_536, 25_889_880_953])
    #expect(
      pay.map(\.moments.sumOfSquares) == [89_768_978_961_566_722, 196_350_238_591_468_483])
    #expect(pay.map(\.largest) == [25_250_562, 20_041_669])
    #expect(pay.map(\.secondLargest) == [18_727_200, 19_662_743])
    #expect(pay.map(\.values?.total) == [2358, 3946])
    let hourly = tables[2].entries.map(\.cell.measures[1].moments)
    #expect(hourly.map(\.count) == [2358, 3946])
    #expect(hourly.map(\.sum) == [631_192_805, 1_221_141_927])
  }

  @Test("CPS table 11, 2022: columns by position between titles and notes")
  func currentPopulationSurvey() async throws {
    func percentage(_ position: Int, _ id: String) -> ColumnSchema {
      ColumnSchema(
        .position(position),
        .measure(NumberColumn(id: id, title: id, unit: "%", scale: 1, minimum: 0, maximum: 100)))
    }
    let schema = InputSchema(
      id: "cps", kind: .snapshots, path: try path("cps-table11-2022.csv"),
      format: TextFormat(skipRows: 7, headerRows: 0, footerRows: 2, missing: ["\u{2013}"]),
      columns: [
        ColumnSchema(.position(1), .drop),
        ColumnSchema(
          .position(2),
          .measure(
            NumberColumn(
              id: "total", title: "Total", unit: "thousand", groupSeparator: ",", scale: 0))),
        percentage(3, "women"), percentage(4, "white"), percentage(5, "black"),
        percentage(6, "asian"), percentage(7, "hispanic"),
      ])
    var source = try CSVSource(schema: schema, threads: 2)
    source.chunk = 777
    let tables = try await source.cells(for: [
      AggregateQuery(
        input: "cps", attributes: [],
        measures: [.init("total"), .init("women"), .init("hispanic")])
    ]).map(\.exposed)
    let cell = try #require(tables[0].everyone)
    #expect(cell.count == 600)
    #expect(cell.measures.map(\.moments.count) == [595, 392, 392])
    #expect(cell.measures.map(\.moments.sum) == [701_259, 178_014, 68_680])
  }
}
