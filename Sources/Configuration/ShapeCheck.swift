/// Compares a parsed configuration with the declared format and collects every difference.
struct ShapeCheck {
  private let report: (ProblemKind, ConfigurationNode, String, String) -> Void

  /// Checks a whole file: a configuration unless another shape is given.
  static func run(
    _ root: ConfigurationNode, shape: TableShape = FormatDeclaration.root,
    report: @escaping (ProblemKind, ConfigurationNode, String, String) -> Void
  ) {
    ShapeCheck(report: report).table(root, shape, heading: "")
  }

  // MARK: - Tables

  private func table(_ node: ConfigurationNode, _ shape: TableShape, heading: String) {
    let entries = node.entries ?? []
    let given = Set(entries.map(\.key))
    let missing = shape.keys.filter { $0.fallback == .required && !given.contains($0.name) }
    var explained: Set<String> = []
    for entry in entries {
      if let key = shape.key(entry.key) {
        value(entry.node, key.shape, name: entry.key, in: heading)
      } else if let others = shape.others {
        value(entry.node, others.shape, name: entry.key, in: heading)
      } else if let meant = unknown(entry, shape, given: given, heading: heading) {
        explained.insert(meant)
      }
    }
    // A mistyped required key is one problem, not two.
    for key in missing where !explained.contains(key.name) {
      let what = isTable(key.shape) ? "table [\(key.name)]" : "key \"\(key.name)\""
      report(
        .missingKey, node, "missing \(what)\(place(heading))",
        "add \(isTable(key.shape) ? "[\(key.name)]" : key.name): \(sentence(key.documentation))")
    }
  }

  /// Reports a key the format does not have, and answers the key that was meant.
  private func unknown(
    _ entry: ConfigurationNode.Entry, _ shape: TableShape, given: Set<String>, heading: String
  ) -> String? {
    let free = shape.keys.map(\.name).filter { !given.contains($0) }
    let meant =
      EditDistance.nearest(to: entry.key, among: free)
      ?? EditDistance.nearest(to: entry.key, among: shape.keys.map(\.name))
    let isHeading = heading.isEmpty && (entry.node.entries != nil || entry.node.list != nil)
    let name = isHeading ? "table [\(entry.key)]" : "key \"\(entry.key)\"\(place(heading))"
    if let meant {
      let printed = isHeading ? "[\(meant)]" : "\"\(meant)\""
      report(.unknownKey, entry.node, "unknown \(name); did you mean \(printed)?", "")
    } else {
      let list = shape.keys.map(\.name).joined(separator: ", ")
      report(.unknownKey, entry.node, "unknown \(name)", "remove it; the keys here are \(list)")
    }
    return meant
  }

  // MARK: - Values

  private func value(
    _ node: ConfigurationNode, _ shape: ValueShape, name: String, in heading: String
  ) {
    let label = "\"\(name)\"\(place(heading))"
    guard shape.hasType(of: node) else {
      report(
        .wrongType, node, "\(label) must be \(shape.expectation), not \(node.typeName)",
        remedy(node, shape, name))
      return
    }
    switch shape {
    case .text:
      if node.text?.allSatisfy(\.isWhitespace) == true {
        report(.badValue, node, "\(label) is empty", "write a text between the quotes")
      }
    case .choice(let choices): choice(node, choices, label: label)
    case .whole(let least, let greatest): whole(node, least, greatest, label: label)
    case .number:
      if let number = node.number, !number.isFinite {
        report(.badValue, node, "\(label) is not a finite number", "write a number")
      }
    case .anyText, .truth, .day: break
    case .list(let element, let least): list(node, element, least, name: name, in: heading)
    case .table(let table): self.table(node, table, heading: below(heading, name))
    case .tables(let table):
      for (index, element) in (node.list ?? []).enumerated() {
        let title = "[[\(name)]] number \(index + 1)"
        if element.entries == nil {
          report(
            .wrongType, element, "\(title) must be a table, not \(element.typeName)",
            "write it under [[\(name)]]")
        } else {
          self.table(element, table, heading: title)
        }
      }
    case .either(let shapes):
      if let first = shapes.first(where: { $0.hasType(of: node) }) {
        value(node, first, name: name, in: heading)
      }
    }
  }

  private func choice(_ node: ConfigurationNode, _ choices: [String], label: String) {
    guard let text = node.text, !choices.contains(text) else { return }
    let list = choices.map { TOMLText.quoted($0) }.joined(separator: ", ")
    let found = "\(label) is \(TOMLText.quoted(text))"
    let fix = choices.count == 1 ? "write \(list)" : "write one of \(list)"
    if let meant = EditDistance.nearest(to: text, among: choices) {
      report(.notAChoice, node, "\(found); did you mean \(TOMLText.quoted(meant))?", fix)
    } else {
      report(.notAChoice, node, "\(found), which is not known", fix)
    }
  }

  private func whole(_ node: ConfigurationNode, _ least: Int?, _ greatest: Int?, label: String) {
    guard let number = node.whole else { return }
    if let least, number < least {
      report(.badValue, node, "\(label) is \(number)", "write \(least) or more")
    } else if let greatest, number > greatest {
      report(.badValue, node, "\(label) is \(number)", "write \(greatest) or less")
    }
  }

  private func list(
    _ node: ConfigurationNode, _ element: ValueShape, _ least: Int, name: String,
    in heading: String
  ) {
    let elements = node.list ?? []
    if elements.count < least {
      let count = least == 1 ? "at least one value" : "at least \(least) values"
      report(
        .badValue, node, "\"\(name)\"\(place(heading)) needs \(count) and has \(elements.count)",
        "list \(count)")
    }
    for (index, child) in elements.enumerated() {
      if case .table(let table) = element, child.entries != nil {
        self.table(child, table, heading: below(heading, name) + " number \(index + 1)")
      } else {
        value(child, element, name: "\(name)[\(index + 1)]", in: heading)
      }
    }
  }

  // MARK: - Wording

  private func isTable(_ shape: ValueShape) -> Bool {
    switch shape {
    case .table(let table): !table.isInline
    default: false
    }
  }

  private func place(_ heading: String) -> String { heading.isEmpty ? "" : " in \(heading)" }

  private func below(_ heading: String, _ key: String) -> String {
    if heading.isEmpty { return "[\(TOMLText.key(key))]" }
    guard heading.hasSuffix("]") else { return "\(heading), \"\(key)\"" }
    return "\(heading.dropLast()).\(TOMLText.key(key))]"
  }

  private func sentence(_ documentation: String) -> String {
    let first = documentation.prefix(1).lowercased()
    return first + documentation.dropFirst().drop { $0 == " " }.trimmingFullStop
  }

  /// How to write the value in the type the key wants.
  private func remedy(_ node: ConfigurationNode, _ shape: ValueShape, _ name: String) -> String {
    let key = name.hasSuffix("]") ? "" : "\(TOMLText.key(name)) = "
    switch (shape, node.value) {
    case (.text, .whole(let number)), (.choice, .whole(let number)):
      return "put it in quotes: \(key)\"\(number)\""
    case (.text, .fraction(let number)), (.choice, .fraction(let number)):
      return "put it in quotes: \(key)\"\(number)\""
    case (.text, .day(let day)): return "put it in quotes: \(key)\"\(day)\""
    case (.text, .truth(let truth)): return "put it in quotes: \(key)\"\(truth)\""
    case (.whole, .text(let text)) where Int(text) != nil,
      (.number, .text(let text)) where Double(text) != nil:
      return "remove the quotes: \(key)\(text)"
    case (.truth, .text(let text)) where text == "true" || text == "false":
      return "remove the quotes: \(key)\(text)"
    case (.day, .text): return "write the date without quotes: \(key)2025-09-30"
    case (.day, .time): return "leave out the time: \(key)2025-09-30"
    case (.list(.text, _), .text(let text)):
      return "put it in brackets: \(key)[\(TOMLText.quoted(text))]"
    case (.tables, .table): return "write [[\(name)]] with two brackets"
    case (.table(let table), .list) where !table.isInline:
      return "write [\(name)] with one bracket"
    default: return "write \(shape.expectation)"
    }
  }
}

extension Substring {
  fileprivate var trimmingFullStop: Substring { hasSuffix(".") ? dropLast() : self }
}
