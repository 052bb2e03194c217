/// Every key of the format with the value that holds.
enum SettingList {
  /// The settings of one table.
  private struct Table {
    let rank: Int
    let settings: [ConfigurationSetting]
  }

  /// The settings of a checked configuration: tables in the order of the text, those it does not
  /// have at the end; keys in the order of the format, names the author chose in that of the text.
  static func settings(
    of root: ConfigurationNode, computed: [String: String]
  ) -> [ConfigurationSetting] {
    var tables: [Table] = []
    append(root, FormatDeclaration.root, path: [], position: 1, computed, &tables)
    let ordered = tables.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }
    return ordered.flatMap(\.element.settings)
  }

  private static func append(
    _ node: ConfigurationNode?, _ shape: TableShape, path: [String], position: Int,
    isList: Bool = false, _ computed: [String: String], _ tables: inout [Table]
  ) {
    let name = path.map { TOMLText.key($0) }.joined(separator: ".")
    let heading = path.isEmpty ? "" : isList ? "[[\(name)]]" : "[\(name)]"
    var settings: [ConfigurationSetting] = []
    func add(_ key: String, _ value: String, isDefault: Bool) {
      settings.append(
        ConfigurationSetting(
          table: heading, position: position, key: key, value: value, isDefault: isDefault))
    }
    var below: [(node: ConfigurationNode?, shape: ValueShape, key: String)] = []
    for key in shape.keys {
      let given = node?[key.name]
      if isHeading(key.shape) {
        if given != nil || hasDefaults(key.shape) { below.append((given, key.shape, key.name)) }
      } else if let given {
        if shape.others == nil { add(key.name, TOMLText.value(given), isDefault: false) }
      } else if let value = fallback(of: key, heading, computed) {
        add(key.name, value, isDefault: true)
      }
    }
    for entry in node?.entries ?? [] {
      guard let others = shape.others else { break }
      if shape.key(entry.key) == nil && isHeading(others.shape) {
        below.append((entry.node, others.shape, entry.key))
      } else {
        add(entry.key, TOMLText.value(entry.node), isDefault: false)
      }
    }
    tables.append(Table(rank: node?.rank ?? Int.max, settings: settings))
    for table in below {
      switch table.shape {
      case .table(let inner):
        append(table.node, inner, path: path + [table.key], position: 1, computed, &tables)
      case .tables(let inner):
        for (index, element) in (table.node?.list ?? []).enumerated() {
          append(
            element, inner, path: path + [table.key], position: index + 1, isList: true, computed,
            &tables)
        }
      default: break
      }
    }
  }

  private static func fallback(
    of key: KeyShape, _ heading: String, _ computed: [String: String]
  ) -> String? {
    switch key.fallback {
    case .value(let value): value
    case .computed: computed["\(heading) \(key.name)"]
    case .none, .required: nil
    }
  }

  /// Whether a value is printed under a heading of its own.
  private static func isHeading(_ shape: ValueShape) -> Bool {
    switch shape {
    case .table(let table): !table.isInline
    case .tables: true
    default: false
    }
  }

  /// Whether a table that is not given still has values: its keys all have defaults or are optional.
  private static func hasDefaults(_ shape: ValueShape) -> Bool {
    guard case .table(let table) = shape, table.others == nil else { return false }
    return !table.keys.contains { $0.fallback == .required }
  }
}

extension RunConfiguration {
  /// The configuration as TOML, with every default that holds written out and marked.
  ///
  /// The text reads back as the same configuration.
  public func printed() -> String {
    var lines: [String] = []
    var last: (table: String, position: Int)?
    for setting in settings {
      if last == nil || setting.table != last?.table || setting.position != last?.position {
        if last != nil { lines.append("") }
        if !setting.table.isEmpty { lines.append(setting.table) }
        last = (setting.table, setting.position)
      }
      let mark = setting.isDefault ? "  # default" : ""
      lines.append("\(TOMLText.key(setting.key)) = \(setting.value)\(mark)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
