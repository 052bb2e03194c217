/// What things are called, and which attributes may be used at all.
extension ConfigurationBuilder {
  /// Reads the file of `[report] terminology` and refuses attributes it does not allow.
  mutating func readTerminology() -> TerminologyConfiguration? {
    guard let node = root["report"]?["terminology"], let text = node.text else { return nil }
    var reader = TerminologyReader(file: complete(text, at: node))
    let terminology = reader.read(
      TerminologyReader.Declared(
        attributes: attributes.map(\.id),
        labels: attributes.flatMap { attribute in
          attribute.levelLabels + attribute.configuration.merge.map(\.label)
        }))
    problems += reader.problems
    guard let terminology, let allowed = terminology.allowedAttributes else { return terminology }
    for attribute in attributes where !allowed.contains(attribute.id) {
      report(
        .notAllowed, attribute.node,
        "attribute \(TOMLText.quoted(attribute.id)) is not among the allowed attributes of "
          + reader.file.name,
        "remove the attribute and its mapping, or, where its use is lawful, add it to "
          + "allowed_attributes")
    }
    return terminology
  }
}
