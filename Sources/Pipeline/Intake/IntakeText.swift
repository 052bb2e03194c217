import Configuration
import DataSources
import Intake

/// The report of an intake as lines of at most 96 characters, names of columns aside.
enum IntakeText {
  private static let width = 96

  /// The whole report: what is found first, then the measures it rests on.
  static func lines(
    _ configuration: RunConfiguration, _ judged: [IntakeRun.Judged], _ verdict: IntakeVerdict
  ) -> [String] {
    var lines = [heading(configuration, verdict)]
    for input in judged {
      let measures = input.assessment?.anonymity.value
      lines += ["", title(input, measures, configuration)]
      lines += IntakeVerdict(input.lines).lines.flatMap(finding)
      guard let measures else { continue }
      lines += classes(measures) + sensitive(measures) + crossings(measures) + uniques(measures)
    }
    return lines + [""] + notes.flatMap { wrapped($0, indent: 0) }
  }

  private static let notes = [
    "No known pattern found does not mean that there are no personal data.",
    "An extract holds everyone, so that who is unique in it is unique: no discount for sampling. "
      + "Fields without an answer count as a level of their own.",
  ]

  private static func heading(
    _ configuration: RunConfiguration, _ verdict: IntakeVerdict
  ) -> String {
    let counts = IntakeVerdict.Level.allCases.reversed().map { level in
      "\(verdict.lines.count { $0.level == level }) \(level.rawValue)"
    }
    return
      "Intake of \(InputFile.displayName(of: configuration.file)), \(configuration.period.quarter): "
      + "\(verdict.level.rawValue.uppercased()) (\(counts.joined(separator: ", ")))"
  }

  /// What was found, indented under the name of the file.
  private static func finding(_ line: IntakeVerdict.Line) -> [String] {
    let level = line.level.rawValue + String(repeating: " ", count: 7 - line.level.rawValue.count)
    let place = line.column.map { ", \($0)" } ?? ""
    let text = "  \(level)\(line.code ?? "    ")  \(line.check.title)\(place): \(line.reason)"
    // Blanks between level and text are kept; only the text is wrapped.
    let lines = wrapped(ProblemText.neutralised(text), indent: 15)
    guard !line.action.isEmpty else { return lines }
    let action = String(repeating: " ", count: 15) + "do: " + ProblemText.neutralised(line.action)
    return lines + wrapped(action, indent: 19)
  }

  // MARK: - Measures

  private static func title(
    _ input: IntakeRun.Judged, _ measures: AnonymityMeasures?, _ configuration: RunConfiguration
  ) -> String {
    guard let measures else { return input.file }
    let noun = IntakeAssessment.noun(input.input.schema.kind)
    let people = ProblemText.counted(measures.people, noun.0, noun.1)
    let day = input.input.snapshotDate ?? configuration.period.snapshotDate
    return input.input.schema.kind == .snapshots
      ? "\(input.file), snapshot of \(day): \(people)" : "\(input.file): \(people)"
  }

  private static func classes(_ measures: AnonymityMeasures) -> [String] {
    func row(_ name: String, _ classes: AnonymityMeasures.ClassMeasures) -> [String] {
      let anonymity = classes.anonymity
      return [
        name, ProblemText.grouped(anonymity.classes), ProblemText.grouped(anonymity.k),
        IntakeWording.percent(anonymity.shareBelow(5)),
        IntakeWording.percent(anonymity.shareBelow(10)),
      ]
    }
    let head = ["quasi-identifier", "classes", "k", "in classes under 5", "under 10"]
    var rows = measures.alone.map { row($0.attributes[0], $0) }
    if measures.whole.attributes.count > 1 {
      rows.append(row("all \(measures.whole.attributes.count) crossed", measures.whole))
    }
    return [""] + table([head] + rows)
  }

  private static func sensitive(_ measures: AnonymityMeasures) -> [String] {
    measures.whole.sensitive.flatMap { sensitive -> [String] in
      func row(_ name: String, _ classes: AnonymityMeasures.ClassMeasures) -> [String]? {
        classes.sensitive.first { $0.column == sensitive.column }.map { found in
          [
            name, "\(found.diversity.distinct)",
            IntakeWording.decimal(found.diversity.entropy, 2),
            "\(found.diversity.recursive(c: 3))",
            IntakeWording.decimal(found.closeness.maximum, 3),
          ]
        }
      }
      let head = ["\(sensitive.column) within", "l", "exp(H)", "(3, l)", "largest t"]
      var rows = measures.alone.compactMap { row($0.attributes[0], $0) }
      if measures.whole.attributes.count > 1,
        let whole = row("all \(measures.whole.attributes.count) crossed", measures.whole)
      {
        rows.append(whole)
      }
      return [""] + table([head] + rows)
    }
  }

  private static func crossings(_ measures: AnonymityMeasures) -> [String] {
    let all = measures.crossings.crossings(of: 2)
    let worst = measures.crossings.worst(of: 2)
    guard !all.isEmpty else { return [] }
    guard !worst.isEmpty else {
      return ["", "  no pair of them has a class under \(measures.minimum)"]
    }
    let shown = worst.prefix(10)
    let head = ["crossing", "people in classes under \(measures.minimum)", "k"]
    let rows = shown.map {
      [
        IntakeWording.crossing($0.attributes), IntakeWording.percent($0.share),
        ProblemText.grouped($0.k),
      ]
    }
    let rest = worst.count - shown.count
    let more = rest > 0 ? ["  and \(rest) more pairs; \(all.count - worst.count) have none"] : []
    return [""] + table([head] + rows) + more
  }

  private static func uniques(_ measures: AnonymityMeasures) -> [String] {
    guard let uniques = measures.uniques.value, uniques.people > 0 else { return [] }
    let rows = (1...uniques.largestSet).compactMap { size -> [String]? in
      let people = uniques.smallestSets.count { $0 == size }
      guard people > 0 else { return nil }
      return [
        "\(size)", ProblemText.grouped(people),
        IntakeWording.percent(Double(people) / Double(measures.people)),
      ]
    }
    let shares = uniques.attributes.indices.map {
      [uniques.attributes[$0], IntakeWording.percent(uniques.contributions[$0])]
    }
    return [""] + table([["alone with so many attributes", "people", "share"]] + rows) + [""]
      + table([["attribute", "part in all scores of uniqueness"]] + shares)
  }

  // MARK: - Layout

  /// Rows in columns, the first to the left and the others to the right; a rule under the head.
  private static func table(_ rows: [[String]]) -> [String] {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = "  "
      for (column, text) in row.enumerated() {
        let space = String(repeating: " ", count: widths[column] - text.count)
        line += column == 0 ? text + space : "  " + space + text
      }
      return line
    }
  }

  /// A text in lines of whole words; the first begins as the text does, the others with blanks.
  private static func wrapped(_ text: String, indent: Int) -> [String] {
    var lines: [String] = []
    let start = text.count > indent ? String(text.prefix(indent)) : ""
    var line = start
    var isEmpty = true
    for word in text.dropFirst(start.count).split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: indent)
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }
}
