import Aggregates
import DataSources

/// `CSVPass generate FILE ROWS` writes the benchmark's file;
/// `CSVPass run FILE THREADS` counts it, and prints the seconds and then the cells.
@main
enum CSVPass {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let number = Int(arguments[3]) else {
      print("usage: CSVPass generate FILE ROWS | CSVPass run FILE THREADS")
      return
    }
    if arguments[1] == "generate" {
      print(WorkforceFile.write(rows: number, to: arguments[2]) ? "written" : "cannot write")
    } else {
      try await run(arguments[2], threads: number)
    }
  }

  private static func run(_ path: String, threads: Int) async throws {
    let clock = ContinuousClock()
    let begin = clock.now
    let source = try CSVSource(schema: schema(path), threads: threads)
    let tables = try await source.cells(
      for: [
        AggregateQuery(
          input: "employees", attributes: ["gender", "ethnicity", "level"],
          measures: [AggregateQuery.MeasureRequest("base_pay")])
      ])
    let time = begin.duration(to: clock.now).components
    print(Double(time.seconds) + Double(time.attoseconds) * 1e-18)
    for table in tables { _ = table.map { printCells($0) } }
  }

  private static func printCells(_ table: CellTable) {
    for entry in table.entries {
      let labels = zip(table.attributes, entry.coordinates).map { $0.levels[$1].label }
      let moments = entry.cell.measures[0].moments
      let line =
        labels + [
          "\(entry.cell.count)", "\(moments.mean ?? 0)",
          moments.variance.map { "\($0)" } ?? "none",
        ]
      print(line.joined(separator: "\t"))
    }
  }

  private static func schema(_ path: String) -> InputSchema {
    func attribute(_ id: String, _ levels: [String], _ missing: [Level]) -> AttributeColumn {
      AttributeColumn(
        attribute: Attribute(id: id, title: id, levels: levels.map { Level($0) } + missing))
    }
    var columns = [
      ColumnSchema(.header("person_id"), .key("person_id")),
      ColumnSchema(
        .header("gender"),
        .attribute(attribute("gender", ["Female", "Male", "Non-binary"], [.blank]))),
      ColumnSchema(
        .header("ethnicity"),
        .attribute(
          attribute(
            "ethnicity",
            [
              "White", "Black or African American", "Hispanic or Latino", "Asian",
              "Two or more races", "Native American",
            ], [.declined, .blank]))),
      ColumnSchema(
        .header("level"),
        .attribute(
          attribute(
            "level", ["Band 2-4", "Band 5-7", "Band 8-9", "Senior manager", "Executive"], []))),
      ColumnSchema(
        .header("base_pay"),
        .measure(NumberColumn(id: "base_pay", title: "Base pay", unit: "USD/year"))),
    ]
    for header in [
      "snapshot_date", "disability", "function", "location", "contract", "fte", "hire_date",
    ] {
      columns.append(ColumnSchema(.header(header), .drop))
    }
    return InputSchema(
      id: "employees", kind: .snapshots, path: path,
      format: TextFormat(encoding: .utf8, delimiter: ","), columns: columns)
  }
}
