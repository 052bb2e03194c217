/// Every key of the format with the value that holds.
enum SettingList {
  /// The settings of a checked configuration, in the order of the format.
  static func settings(
    of root: ConfigurationNode, computed: [String: String]
  ) -> [ConfigurationSetting] {
    var result: [ConfigurationSetting] = []
    append(root, FormatDeclaration.root, path: [], position: 1, computed, &result)
    return result
  }

  private static func append(
    _ node: ConfigurationNode?, _ shape: TableShape, path: [String], position: Int,
    isList: Bool = false, _ computed: [String: String], _ result: inout [ConfigurationSetting]
  ) {
    let name = path.map { TOMLText.key($0) }.joined(separator: ".")
    let heading = path.isEmpty ? "" : isList ? "[[\(name)]]" : "[\(name)]"
    func add(_ key: String, _ value: String, isDefault: Bool) {
      result.append(
        ConfigurationSetting(
          table: heading, position: position, key: key, value: value, isDefault: isDefault))
    }
    var below: [(node: ConfigurationNode?, shape: ValueShape, key: String)] = []
    for key in shape.keys {
      let given = node?[key.name]
      if isHeading(key.shape) {
        if given != nil || hasDefaults(key.shape) { below.append((given, key.shape, key.name)) }
      } else if let given {
        add(key.name, TOMLText.value(given), isDefault: false)
      } else {
        switch key.fallback {
        case .value(let value): add(key.name, value, isDefault: true)
        case .computed:
          if let value = computed["\(heading) \(key.name)"] {
            add(key.name, value, isDefault: true)
          }
        case .none, .required: break
        }
      }
    }
    for entry in node?.entries ?? [] where shape.key(entry.key) == nil {
      guard let others = shape.others else { continue }
      if isHeading(others.shape) {
        below.append((entry.node, others.shape, entry.key))
      } else {
        add(entry.key, TOMLText.value(entry.node), isDefault: false)
      }
    }
    for table in below {
      switch table.shape {
      case .table(let inner):
        append(table.node, inner, path: path + [table.key], position: 1, computed, &result)
      case .tables(let inner):
        for (index, element) in (table.node?.list ?? []).enumerated() {
          append(
            element, inner, path: path + [table.key], position: index + 1, isList: true, computed,
            &result)
        }
      default: break
      }
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
