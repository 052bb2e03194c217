/// Reads the tags of a page: enough to hold it against an allow-list.
struct PageReader {
  struct Tag {
    let name: String
    let attributes: [(name: String, value: String)]

    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  private(set) var tags: [Tag] = []
  private(set) var closed: [String] = []

  init(_ page: String) {
    var rest = page[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[start...]
      guard let end = rest.firstIndex(of: ">") else { return }
      read(rest[rest.index(after: start)..<end])
      rest = rest[rest.index(after: end)...]
      if tags.last?.name == "style", let close = rest.firstIndex(of: "<") { rest = rest[close...] }
    }
  }

  /// Quoted values hold no `>`, as the encoder writes them.
  private mutating func read(_ body: Substring) {
    if body.hasPrefix("/") {
      closed.append(String(body.dropFirst()))
      return
    }
    let name = body.prefix { $0 != " " && $0 != "/" }
    var attributes: [(String, String)] = []
    var rest = body.dropFirst(name.count)
    while let first = rest.firstIndex(where: { $0 != " " && $0 != "/" }) {
      rest = rest[first...]
      let key = rest.prefix { $0 != "=" && $0 != " " }
      rest = rest.dropFirst(key.count)
      var value = ""
      if rest.hasPrefix("=\"") {
        rest = rest.dropFirst(2)
        let text = rest.prefix { $0 != "\"" }
        value = String(text)
        rest = rest.dropFirst(text.count + 1)
      }
      attributes.append((String(key), value))
    }
    tags.append(Tag(name: String(name), attributes: attributes))
  }
}
