/// What the values of a column have in common.
struct ColumnProfile: Sendable {
  private static let labelsKept = 400

  let header: String
  private(set) var filled = 0
  private(set) var total = 0
  /// Labels with their counts, until there are too many.
  private(set) var labels: [String: Int] = [:]
  private(set) var hasTooManyLabels = false
  private(set) var scan: IdentifierScan
  private var seen: Set<UInt64> = []
  private var dates: [Int]
  private var numbers: [Int]
  /// The most digits after the last point, and after the last comma.
  private var decimals = (point: 0, comma: 0)
  private var leadingZeros = 0
  private var severalAnswers = 0
  private var serials = 0

  private static let dateParsers = DateFormats.candidates.compactMap { format in
    DateParser(format: format, missing: []).map { (format: format, parser: $0) }
  }
  private static let numberForms: [(decimal: String, group: String?)] = [
    (".", nil), (".", ","), (",", nil), (",", "."), (",", " "), (",", "\u{A0}"), (".", "'"),
    (".", " "),
  ]
  private static let numberParsers = numberForms.map {
    FixedPointParser(
      NumberColumn(
        id: "", title: "", unit: "", decimalSeparator: $0.decimal, groupSeparator: $0.group,
        scale: 6), missing: [])
  }

  init(header: String) {
    self.header = header
    scan = IdentifierScan(header: header)
    dates = Self.dateParsers.map { _ in 0 }
    numbers = Self.numberForms.map { _ in 0 }
  }

  /// Different values seen, up to 100,000.
  var distinct: Int { seen.count }

  mutating func see(_ field: ArraySlice<UInt8>, row: Int) {
    total += 1
    let text = TextRecord.trimmed(field)
    guard !text.isEmpty else { return }
    filled += 1
    scan.see(field, row: row)
    if !hasTooManyLabels {
      let label = String(decoding: text, as: UTF8.self)
      if labels[label] != nil || labels.count < Self.labelsKept {
        labels[label, default: 0] += 1
      } else {
        hasTooManyLabels = true
        labels = [:]
      }
    }
    guard seen.count < 100_000 else { return }
    var hash = StableHash()
    hash.combine(text)
    if seen.insert(hash.mixed).inserted { seeNew(text) }
  }

  private mutating func seeNew(_ text: ArraySlice<UInt8>) {
    if text.contains(0x3B) || text.contains(0x7C) { severalAnswers += 1 }
    guard text.count <= 40, text.contains(where: { (0x30...0x39).contains($0) }) else { return }
    text.withUnsafeBytes { bytes in
      for (index, candidate) in Self.dateParsers.enumerated() {
        if case .value = candidate.parser.parse(bytes) { dates[index] += 1 }
      }
      for (index, parser) in Self.numberParsers.enumerated() {
        if case .value = parser.parse(bytes) { numbers[index] += 1 }
      }
    }
    if text.count == 5, let first = text.first, (0x32...0x35).contains(first),
      text.allSatisfy({ (0x30...0x39).contains($0) })
    {
      serials += 1
    }
    if text.count > 1, text.first == 0x30,
      (0x30...0x39).contains(text[text.startIndex + 1])
    {
      leadingZeros += 1
    }
    if let point = text.lastIndex(of: 0x2E) {
      decimals.point = max(decimals.point, min(4, text.endIndex - point - 1))
    }
    if let comma = text.lastIndex(of: 0x2C) {
      decimals.comma = max(decimals.comma, min(4, text.endIndex - comma - 1))
    }
  }

  /// The date formats that read nearly every value, the best first.
  var dateFormats: [String] {
    guard let most = dates.max(), most > 0, most * 50 >= distinct * 49 else { return [] }
    return dates.indices.filter { dates[$0] == most }.map { Self.dateParsers[$0].format }
  }

  /// The number form that reads nearly every value.
  var numberForm: (decimal: String, group: String?, scale: Int)? {
    guard leadingZeros == 0, let most = numbers.max(), most > 0, most * 50 >= distinct * 49,
      let best = numbers.firstIndex(of: most)
    else { return nil }
    let form = Self.numberForms[best]
    return (form.decimal, form.group, form.decimal == "." ? decimals.point : decimals.comma)
  }

  /// Whether the values are spreadsheet day numbers, as far as the header says it is a date.
  var looksLikeSerials: Bool {
    serials == distinct && distinct > 0
      && HeaderWords.split(header).contains { ["date", "day", "on", "at"].contains($0) }
  }

  /// Whether fields hold several answers.
  var hasSeveralAnswers: Bool { severalAnswers * 20 > distinct }

  /// The share of labels that are answers to gender or ways of not answering; `nil` without any.
  var genderShare: Double? {
    guard !labels.isEmpty else { return nil }
    let known = labels.filter {
      KnownLabels.gender($0.key) != nil || KnownLabels.isDeclined($0.key)
    }
    return Double(known.count) / Double(labels.count)
  }
}
