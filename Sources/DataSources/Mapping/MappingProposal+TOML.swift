extension MappingProposal {
  /// The proposal as configuration.
  ///
  /// Labels are written only if the inspection kept them; otherwise their place is marked.
  public func toml() -> String {
    ([inputLines, mappingLines] + attributeAssignments.map(attributeLines))
      .map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var isByPosition: Bool { !inspection.hasHeader || inspection.isHeaderPartial }

  private var attributeAssignments: [Assignment] {
    assignments.filter { $0.target.kind == .characteristic || $0.target.kind == .structure }
  }

  private var kind: String {
    let ids = Set(assignments.map(\.target.id))
    if ids.contains("application_id") || ids.contains("stage") { return "applications" }
    return ids.contains("event") ? "events" : "snapshots"
  }

  private var inputLines: [String] {
    var lines = ["[inputs.\(input)]", "kind = \"\(kind)\"", "path = \(quoted(inspection.path))"]
    if inspection.format.encoding != .utf8 {
      lines.append("encoding = \"\(inspection.format.encoding.rawValue)\"")
    }
    if inspection.format.delimiter != 0x2C {
      let delimiter = String(decoding: [inspection.format.delimiter], as: UTF8.self)
      lines.append("delimiter = \(quoted(delimiter))")
    }
    if isByPosition {
      let above = inspection.skipRows + (inspection.hasHeader ? 1 : 0)
      if above > 0 { lines.append("skip_rows = \(above)") }
      lines += ["header_rows = 0", "columns_by_position = true"]
    } else {
      if inspection.skipRows > 0 { lines.append("skip_rows = \(inspection.skipRows)") }
      if let vendor { lines.append("profile = \"\(vendor.rawValue)\"") }
      lines.append("fingerprint = \"\(inspection.fingerprint)\"")
    }
    return lines
  }

  private var mappingLines: [String] {
    var lines = ["[mapping.\(input)]"]
    for entry in assignments {
      let caution = isPay(entry) ? "; check the unit" : ""
      lines.append(
        "\(entry.target.id) = \(source(entry))  # \(comment(entry.evidence))\(caution)")
    }
    for entry in undecided {
      let place = isByPosition ? "column \(entry.position)" : quoted(entry.column.title)
      lines.append("# \(comment(place)): \(comment(entry.reason)). Map it, or add it to drop.")
    }
    let drops = dropped.map { reference(header: $0.column.header, position: $0.position) }
    lines.append("drop = [\(drops.joined(separator: ", "))]")
    return lines
  }

  private func reference(header: String, position: Int) -> String {
    isByPosition ? "\(position)" : quoted(header)
  }

  private func source(_ entry: Assignment) -> String {
    let column = reference(header: entry.column.header, position: entry.position)
    switch entry.column.type {
    case .date(let formats):
      let format = formats.first ?? "yyyy-MM-dd"
      if formats.count > 1 {
        return "{ column = \(column), format = \"\(formats.joined(separator: " or "))\" }"
      }
      return "{ column = \(column), format = \"\(format)\" }"
    case .number(let decimal, let group, let scale) where entry.target.kind == .measure:
      var options = "{ column = \(column), unit = \"\(unit(entry))\""
      options += ", title = \(quoted(entry.target.title))"
      if decimal != "." { options += ", decimal = \(quoted(decimal))" }
      if let group { options += ", group = \(quoted(group))" }
      return options + ", scale = \(scale) }"
    default:
      guard entry.column.hasSeveralAnswers, entry.target.kind == .characteristic else {
        return column
      }
      return "{ column = \(column), multi = \";\", multi_level = \"Two or more\" }"
    }
  }

  private func isPay(_ entry: Assignment) -> Bool {
    entry.target.kind == .measure && !["fte", "weekly_hours"].contains(entry.target.id)
  }

  private func unit(_ entry: Assignment) -> String {
    let words = HeaderWords.split(entry.column.header)
    let currency = ["usd", "gbp", "eur", "cad", "aud", "chf", "inr"].first(where: words.contains)
    switch entry.target.id {
    case "fte": return "FTE"
    case "weekly_hours": return "hours/week"
    case "hourly_pay": return "\(currency?.uppercased() ?? "USD")/hour"
    default: return "\(currency?.uppercased() ?? "USD")/year"
    }
  }

  private func attributeLines(_ entry: Assignment) -> [String] {
    var lines = [
      "[attributes.\(entry.target.id)]", "title = \(quoted(entry.target.title))",
      "role = \"\(entry.target.kind.rawValue)\"",
    ]
    let labels = entry.column.labels
    guard !labels.isEmpty else {
      var count = ""
      if case .categorical(let labels) = entry.column.type {
        count = "\(ProblemText.counted(labels, "label")) found, hidden; "
      }
      return lines + [
        "# \(count)run with --show-values on a trusted machine, or write them here",
        "levels = []", "", "[values.\(entry.target.id)]",
        "# Level = [\"label\", \"another label of the same level\"]", "# declined = []",
      ]
    }
    let declined = labels.filter(KnownLabels.isDeclined)
    let answers = labels.filter { !KnownLabels.isDeclined($0) }
    var levels: [(level: String, labels: [String])] = []
    for label in entry.target.id == "gender" ? answers : answers.sorted() {
      let level = entry.target.id == "gender" ? KnownLabels.gender(label) ?? label : label
      if let index = levels.firstIndex(where: { $0.level == level }) {
        levels[index].labels.append(label)
      } else {
        levels.append((level, [label]))
      }
    }
    if entry.target.id == "gender" {
      let order = ["Women", "Men", "Another gender"]
      levels.sort {
        (order.firstIndex(of: $0.level) ?? 3, $0.level)
          < (order.firstIndex(of: $1.level) ?? 3, $1.level)
      }
    }
    lines.append("levels = [\(levels.map { quoted($0.level) }.joined(separator: ", "))]")
    lines += ["", "[values.\(entry.target.id)]"]
    for (level, labels) in levels where labels != [level] {
      lines.append("\(quoted(level)) = [\(labels.map(quoted).joined(separator: ", "))]")
    }
    if !declined.isEmpty {
      lines.append("declined = [\(declined.map(quoted).joined(separator: ", "))]")
    }
    return lines
  }

  /// A text as a TOML string.
  private func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\t": quoted += "\\t"
      default:
        if InvisibleCharacter.contains(scalar) {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }

  private func comment(_ text: String) -> String { ProblemText.neutralised(text) }
}
