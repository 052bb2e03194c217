import Testing

@testable import Documents

@Suite("Link target")
struct LinkTargetTests {
  @Test("fragments, https addresses and files beside the document")
  func allowed() {
    #expect(LinkTarget("#counted") == .fragment("counted"))
    #expect(LinkTarget("https://example.org/a?b=c") == .web("https://example.org/a?b=c"))
    #expect(LinkTarget("results.json") == .file("results.json"))
    #expect(LinkTarget("tables/a.csv#x") == .file("tables/a.csv#x"))
  }

  @Test(
    "everything else is refused",
    arguments: [
      "javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "http://example.org",
      "//example.org", "/etc/passwd", "../x", "a/../../x", "file:///x", "https://", "#", "",
      "java\nscript:x", " https://example.org", "https://a\"b", "a\\b", "mailto:x@example.org",
    ])
  func refused(address: String) {
    #expect(LinkTarget(address) == nil)
  }
}
