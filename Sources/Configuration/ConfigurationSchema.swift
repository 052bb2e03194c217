/// The published description of the format.
public enum ConfigurationSchema {
  /// The JSON Schema (draft 2020-12) of `parity.toml`, for editors and validators.
  ///
  /// It comes from the declaration the reader checks by. What a schema cannot say, for example
  /// that a level belongs to its attribute, only the reader checks. Dates are texts to a schema.
  public static func json() -> String {
    var root: [(String, JSON)] = [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("$id", .text("parity.configuration/\(FormatDeclaration.version)")),
      ("title", .text("parity.toml")),
    ]
    root += table(FormatDeclaration.root)
    return JSON.object(root).printed(indent: 0) + "\n"
  }

  private static func table(_ shape: TableShape) -> [(String, JSON)] {
    var result: [(String, JSON)] = [("type", .text("object"))]
    if !shape.keys.isEmpty {
      result.append(("properties", .object(shape.keys.map { ($0.name, .object(key($0))) })))
    }
    let required = shape.keys.filter { $0.fallback == .required }.map { JSON.text($0.name) }
    if !required.isEmpty { result.append(("required", .list(required))) }
    if let others = shape.others {
      let described = describe(others.shape, others.documentation)
      result.append(("additionalProperties", .object(described)))
    } else {
      result.append(("additionalProperties", .raw("false")))
    }
    return result
  }

  private static func key(_ key: KeyShape) -> [(String, JSON)] {
    var result = describe(key.shape, key.documentation)
    switch key.fallback {
    case .value(let value): result.append(("default", .raw(value)))
    case .computed(let words):
      result[0].1 = .text("\(key.documentation) Default: \(words).")
    case .none, .required: break
    }
    return result
  }

  private static func describe(
    _ shape: ValueShape, _ documentation: String
  ) -> [(String, JSON)] {
    [("description", .text(documentation))] + value(shape)
  }

  private static func value(_ shape: ValueShape) -> [(String, JSON)] {
    switch shape {
    case .text: return [("type", .text("string")), ("minLength", .raw("1"))]
    case .anyText: return [("type", .text("string"))]
    case .choice(let choices): return [("enum", .list(choices.map { .text($0) }))]
    case .whole(let least, let greatest):
      var result: [(String, JSON)] = [("type", .text("integer"))]
      if let least { result.append(("minimum", .raw("\(least)"))) }
      if let greatest { result.append(("maximum", .raw("\(greatest)"))) }
      return result
    case .number: return [("type", .text("number"))]
    case .truth: return [("type", .text("boolean"))]
    case .day: return [("type", .text("string")), ("format", .text("date"))]
    case .list(let element, let least):
      var result: [(String, JSON)] = [
        ("type", .text("array")), ("items", .object(value(element))),
      ]
      if least > 0 { result.append(("minItems", .raw("\(least)"))) }
      return result
    case .table(let shape): return table(shape)
    case .tables(let shape):
      return [("type", .text("array")), ("items", .object(table(shape)))]
    case .either(let shapes):
      return [("anyOf", .list(shapes.map { .object(value($0)) }))]
    }
  }

  /// A JSON value whose keys keep their order.
  private indirect enum JSON {
    case text(String)
    case raw(String)
    case list([JSON])
    case object([(String, JSON)])

    func printed(indent: Int) -> String {
      let inner = String(repeating: " ", count: indent + 2)
      let outer = String(repeating: " ", count: indent)
      switch self {
      case .text(let text): return TOMLText.quoted(text)
      case .raw(let raw): return raw
      case .list(let elements):
        let isShort = elements.allSatisfy {
          if case .object = $0 { return false }
          return true
        }
        if isShort || elements.isEmpty {
          return "[" + elements.map { $0.printed(indent: 0) }.joined(separator: ", ") + "]"
        }
        let lines = elements.map { inner + $0.printed(indent: indent + 2) }
        return "[\n" + lines.joined(separator: ",\n") + "\n\(outer)]"
      case .object(let entries):
        if entries.isEmpty { return "{}" }
        let lines = entries.map { key, value in
          inner + TOMLText.quoted(key) + ": " + value.printed(indent: indent + 2)
        }
        return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
      }
    }
  }
}
