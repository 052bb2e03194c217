/// Everything the document of a pool says, by what it means.
///
/// A new text is a case with a line in each of the four languages; none can be left out, as each
/// catalogue is one switch.
enum PoolText: CaseIterable {
  case title, subtitle, organisations, taxonomy, stocks, flows, snapshot, madeOn, ownOrganisation,
    engine, lead, workforce, hires, promotions, exits
  case pooledShare, spread, noSpread, ownShare, ownMiddle, ownInside, ownBetween, ownOutside
  case tableCaption, group, people, everyone, mean, deviation, points, prediction, ownColumn,
    percentile, ofDeclared, ofEveryone
  case figureTitle, figureCaption, axisShare, axisPeople, meanKey, innerKey, outerKey
  case standardised, standardisedLead, standardisedCaption, observed, expected, ratio, compared,
    byStructures
  case readWithCare, chosen, coarse, together, rules, counted, withheld, protected, notProtected,
    methods, method, convention, source, footer

  /// The text in the language of a locale's tag, with named places in braces filled.
  func text(_ tag: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
    var result = ""
    var rest = template(tag)[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      result += rest[..<open] + (values.first { $0.key == name }?.value ?? "")
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// The text with named places in braces.
  func template(_ tag: String) -> String {
    switch tag.prefix(2) {
    case "de": german
    case "fr": french
    case "es": spanish
    default: tag == "en-US" ? english.replacing("rganis", with: "rganiz") : english
    }
  }
}
