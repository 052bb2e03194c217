import Encoders
import Testing

@Suite("HTML encoder")
struct HTMLEncoderTests {
  @Test("no label leaves its text or attribute", arguments: HostileLabels.all)
  func inert(label: String) {
    for output in [
      HTMLEncoder.text(label), HTMLEncoder.attribute(label), SVGEncoder.text(label),
      SVGEncoder.attribute(label),
    ] {
      #expect(!output.contains { "<>\"'".contains($0) })
      #expect(decoded(output) == InertText.line(label))
    }
  }

  @Test("known encodings")
  func known() {
    #expect(HTMLEncoder.text("R&D <b>") == "R&amp;D &lt;b&gt;")
    #expect(HTMLEncoder.attribute("\"'") == "&quot;&#39;")
  }

  /// Undoes the five references and fails on any other.
  private func decoded(_ text: String) -> String {
    let references = ["amp;": "&", "lt;": "<", "gt;": ">", "quot;": "\"", "#39;": "'"]
    let pieces = text.split(separator: "&", omittingEmptySubsequences: false)
    var result = String(pieces.first ?? "")
    for piece in pieces.dropFirst() {
      guard let name = references.keys.first(where: { piece.hasPrefix($0) }) else { return "bad" }
      result += (references[name] ?? "") + piece.dropFirst(name.count)
    }
    return result
  }
}

@Suite("SVG encoder")
struct SVGEncoderTests {
  @Test(
    "coordinates have at most two decimals and no exponent",
    arguments: zip(
      [0, 1, -1, 1.5, 1.05, 12.346, -0.004, 100, .infinity, .nan, 1e-7],
      ["0", "1", "-1", "1.5", "1.05", "12.35", "0", "100", "0", "0", "0"]))
  func numbers(value: Double, text: String) {
    #expect(SVGEncoder.number(value) == text)
  }

  @Test("identifiers start with a letter and hold letters, digits and hyphens")
  func identifiers() {
    #expect(SVGEncoder.identifier("funnel-ratios") == "funnel-ratios")
    #expect(SVGEncoder.identifier("a/b c\"<") == "a-b-c--")
    #expect(SVGEncoder.identifier("1x") == "f-1x")
    #expect(SVGEncoder.identifier("") == "f-")
  }
}
