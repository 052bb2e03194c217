/// Finds rows that repeat a key: copies, and several rows of one person.
///
/// Keys are kept as 64-bit hashes, so memory grows with the number of different keys only.
struct RepeatedRowCheck: Sendable {
  private struct First {
    let row: Int32
    let content: UInt32
  }

  private var firsts: [UInt64: First] = [:]
  private var copies = RowTally()
  private var others = RowTally()

  /// Looks at a row; `key` is what should be unique, or `nil` where only copies are looked for.
  mutating func see(_ record: TextRecord, key: [ArraySlice<UInt8>]?) {
    var content = StableHash()
    for field in 0..<record.count {
      content.combine(TextRecord.trimmed(record[field]))
      content.combine([0x1F])
    }
    var hash = content
    if let key {
      guard key.contains(where: { !$0.isEmpty }) else { return }
      hash = StableHash()
      for part in key {
        hash.combine(part)
        hash.combine([0x1F])
      }
    }
    let mark = UInt32(truncatingIfNeeded: content.mixed >> 32)
    if let first = firsts[hash.mixed] {
      if first.content == mark { copies.add(record.row) } else { others.add(record.row) }
    } else {
      firsts[hash.mixed] = First(row: Int32(truncatingIfNeeded: record.row), content: mark)
    }
  }

  /// How many different keys were seen.
  var distinctKeys: Int { firsts.count }

  /// What is wrong; the place is that of the key.
  func problems(at place: ColumnPlace, perSnapshot: Bool) -> [SourceProblem] {
    let within = perSnapshot ? " in one snapshot" : ""
    return place.problem(
      .duplicateRows, copies,
      "\(ProblemText.counted(copies.count, "row")) repeat an earlier row exactly")
      + place.problem(
        .severalRowsPerKey, others,
        "\(ProblemText.counted(others.count, "row")) have a key that is on an earlier row"
          + "\(within) with other values",
        fix: perSnapshot
          ? "keep the primary assignment only"
          : "keep one row per key; if the file holds several snapshots, map snapshot_date")
  }
}
