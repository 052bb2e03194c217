import Encoders

extension LockManifest {
  /// Reads a manifest; `nil` if it is none, which counts as a notebook that was never run.
  package init?(_ text: String) {
    guard let document = JSONText.read(text), document.text("schema") == Self.schema,
      let notebook = document.text("notebook"), let engine = document.text("engine"),
      let gsl = document.text("gsl"), let locale = document.text("locale"),
      case .object(let parameters)? = document.member("parameters"),
      let inputs = document.list("inputs"), let cells = document.list("cells")
    else { return nil }
    self.init(
      notebook: notebook, engine: EngineIdentity(engine: engine, gsl: gsl, locale: locale),
      parameters: parameters.sorted { $0.key < $1.key }.compactMap { name, value in
        guard case .text(let text) = value else { return nil }
        return Value(expression: name, text: text)
      },
      inputs: inputs.compactMap { input in
        guard let path = input.text("path") else { return nil }
        let digest: InputDigest =
          input.text("sha256").map(InputDigest.sha256)
          ?? input.text("hmac_sha256").map(InputDigest.keyed) ?? .none
        return Input(path: path, digest: digest)
      }, cells: cells.compactMap(LockedCell.init))
  }
}

extension LockManifest.LockedCell {
  fileprivate init?(_ json: JSONValue) {
    guard let id = json.text("id"), let command = json.text("command"), let key = json.text("key"),
      let output = json.text("output_sha256")
    else { return nil }
    self.init(
      id: id, command: command, options: json.texts("options"), key: key, output: output,
      inputs: json.texts("inputs"), policy: json.text("policy"),
      seed: json.text("seed").flatMap { UInt64($0) }, figure: json.text("figure"),
      values: (json.list("values") ?? []).compactMap { value in
        guard let expression = value.text("expression"), let text = value.text("text") else {
          return nil
        }
        return LockManifest.Value(expression: expression, text: text)
      })
  }
}

extension JSONValue {
  func member(_ name: String) -> JSONValue? {
    if case .object(let members) = self { return members[name] }
    return nil
  }

  func text(_ name: String) -> String? {
    if case .text(let text)? = member(name) { return text }
    return nil
  }

  func list(_ name: String) -> [JSONValue]? {
    if case .array(let elements)? = member(name) { return elements }
    return nil
  }

  func texts(_ name: String) -> [String] {
    (list(name) ?? []).compactMap { element in
      if case .text(let text) = element { return text }
      return nil
    }
  }
}
