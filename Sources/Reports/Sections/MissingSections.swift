import Documents

/// The sections that have nothing to say, in one table.
struct MissingSections {
  let sections: [any ReportSection]
  let writer: SectionWriter

  /// A table of the section, what is missing and where it is supplied; empty for no section.
  var blocks: [Block] {
    guard !sections.isEmpty else { return [] }
    return [
      .table(
        DataTable(
          id: "missing-sections", caption: writer.text(.missingSections),
          corner: writer.label(.section),
          columns: [
            DataTable.Column(writer.label(.whatIsMissing), alignment: .leading),
            DataTable.Column(writer.label(.whatSuppliesIt), alignment: .leading),
          ],
          rows: sections.map { section in
            DataTable.Row(
              header: [.text(section.title(writer))],
              cells: [
                .text([.text(section.need.map { writer.text($0.what) } ?? "")]),
                .text([
                  section.need?.key.map { .code($0) } ?? .text(writer.text(.missingNotYet))
                ]),
              ])
          }))
    ]
  }
}
