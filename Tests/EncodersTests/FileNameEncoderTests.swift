import Encoders
import Testing

@Suite("File name encoder")
struct FileNameEncoderTests {
  @Test(
    "no label leaves the folder, names a device or is too long",
    arguments: HostileLabels.all + [
      "../../x", "/etc/passwd", "C:\\x", "CON", "nul", "com1", "LPT9", "-rf", ".", "..", "", " ",
      "a\u{0}b", String(repeating: "x", count: 300), String(repeating: "女", count: 300), "a.b",
      "x:stream", "~", "$HOME", "%2e%2e%2f",
    ])
  func inert(label: String) {
    let name = FileNameEncoder.name(label)
    #expect((1...100).contains(name.utf8.count))
    #expect(name.utf8.first.map { Character(Unicode.Scalar($0)).isLetter } == true)
    #expect(
      name.utf8.allSatisfy { byte in
        let character = Character(Unicode.Scalar(byte))
        return character.isASCII && (character.isLetter || character.isNumber || byte == 0x2D)
      }, "\(name)")
    #expect(!["con", "prn", "aux", "nul", "com1", "lpt9"].contains(name.lowercased()))
  }

  @Test("ordinary names stay, long ones stay apart")
  func names() {
    #expect(FileNameEncoder.name("table-pay-gap-gender") == "table-pay-gap-gender")
    #expect(FileNameEncoder.name("CON") == "f-CON")
    let long = String(repeating: "a", count: 200)
    #expect(FileNameEncoder.name(long + "1") != FileNameEncoder.name(long + "2"))
  }

  @Test("the digest is FNV-1a, by its published values")
  func digest() {
    #expect(FileNameEncoder.digest("") == "cbf29ce484222325")
    #expect(FileNameEncoder.digest("a") == "af63dc4c8601ec8c")
    #expect(FileNameEncoder.digest("foobar") == "85944171f73967e8")
  }
}
