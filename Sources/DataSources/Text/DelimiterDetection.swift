/// The character between fields, found by how evenly each candidate cuts the records.
package enum DelimiterDetection {
  /// Comma, semicolon, tab, vertical bar.
  package static let candidates: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
  private static let recordLimit = 400

  /// The candidate under which most records have the same number of fields, more than one.
  ///
  /// Ties go to the candidate whose first record agrees with the others, then to the one with more
  /// fields, then to the order above. A comma where no candidate cuts anything.
  package static func detect(in text: [UInt8], skippingRows: Int, isWhole: Bool) -> UInt8 {
    var best: (delimiter: UInt8, score: Double, fields: Int)?
    for candidate in candidates {
      var counts = fieldCounts(in: text, delimiter: candidate)
      if !isWhole, counts.count > 1, counts.count < recordLimit { counts.removeLast() }
      counts.removeFirst(min(skippingRows, counts.count))
      guard let first = counts.first else { continue }
      var tally: [Int: Int] = [:]
      for count in counts { tally[count, default: 0] += 1 }
      let mode = tally.filter { $0.key > 1 }
        .max { ($0.value, $0.key) < ($1.value, $1.key) }
      guard let mode else { continue }
      let share = Double(mode.value) / Double(counts.count)
      let score = share + (first == mode.key ? 1 : 0)
      if let leader = best, (leader.score, leader.fields) >= (score, mode.key) { continue }
      best = (candidate, score, mode.key)
    }
    return best?.delimiter ?? 0x2C
  }

  /// The number of fields of each record that is not blank, quotes respected.
  private static func fieldCounts(in text: [UInt8], delimiter: UInt8) -> [Int] {
    var counts: [Int] = []
    var isQuoted = false
    var isFieldStart = true
    var fields = 1
    var hasBytes = false
    for byte in text {
      if byte == 0x22, isQuoted || isFieldStart {
        isQuoted.toggle()
        // A quote right after a closing one reopens the field: it was doubled.
        isFieldStart = !isQuoted
        hasBytes = true
        continue
      }
      if isQuoted { continue }
      isFieldStart = false
      if byte == delimiter {
        fields += 1
        isFieldStart = true
        hasBytes = true
      } else if byte == 0x0A {
        if hasBytes { counts.append(fields) }
        if counts.count == recordLimit { return counts }
        fields = 1
        hasBytes = false
        isFieldStart = true
      } else if byte != 0x0D {
        hasBytes = true
      }
    }
    if hasBytes { counts.append(fields) }
    return counts
  }
}
