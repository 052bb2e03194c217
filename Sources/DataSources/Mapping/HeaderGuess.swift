/// Finds the row of a file that names its columns.
enum HeaderGuess {
  private static let searched = 40

  /// The records above the header, and whether there is one.
  struct Answer: Sendable, Hashable {
    let skipRows: Int
    let hasHeader: Bool
    /// Whether cells of the header row are empty, as where headers span rows.
    let isPartial: Bool
  }

  /// The first record that fills most columns with different texts that are no values.
  static func guess(path: String, format: ResolvedFormat) throws(SourceProblems) -> Answer {
    var reader = try RecordReader(path: path, format: format)
    var records: [[String]] = []
    while records.count < searched, try reader.advance() {
      records.append((0..<reader.record.count).map { reader.record.text($0) })
    }
    let width = records.map(\.count).max() ?? 0
    for (index, fields) in records.enumerated() {
      let filled = fields.filter { !$0.isEmpty }
      guard filled.count * 2 >= width, filled.count >= min(2, width) else { continue }
      let isHeader =
        !filled.contains(where: looksLikeValue)
        && Set(filled.map(LabelFolding.folded)).count * 10 >= filled.count * 8
      return Answer(
        skipRows: isHeader ? index : 0, hasHeader: isHeader,
        isPartial: isHeader && filled.count < width)
    }
    return Answer(skipRows: 0, hasHeader: !records.isEmpty, isPartial: true)
  }

  private static func looksLikeValue(_ text: String) -> Bool {
    let bytes = ArraySlice(text.utf8)
    let digits = bytes.filter { (0x30...0x39).contains($0) }.count
    return bytes.contains(0x40) || digits * 2 > bytes.count
      || IdentifierPattern.of(bytes) != nil || bytes.count > 200
  }
}
