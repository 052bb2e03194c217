/// Where a link may go: within the document, to an `https` address or to a file beside the document.
enum LinkTarget: Hashable {
  case fragment(String)
  case web(String)
  case file(String)

  /// The target, or `nil` for anything else: other schemes, hosts without a scheme, paths that
  /// leave the folder.
  init?(_ address: String) {
    let plain = address.unicodeScalars.allSatisfy { scalar in
      scalar.value > 0x20 && scalar.value < 0x7F && scalar != "\\" && scalar != "\""
        && scalar != "<" && scalar != ">" && scalar != "`"
    }
    guard plain, !address.isEmpty else { return nil }
    if address.hasPrefix("#") {
      guard address.count > 1 else { return nil }
      self = .fragment(String(address.dropFirst()))
    } else if address.lowercased().hasPrefix("https://") {
      guard address.count > 8 else { return nil }
      self = .web(address)
    } else {
      let leaves = address.split(separator: "/").contains("..")
      let path = address.prefix { $0 != "#" && $0 != "?" }
      guard !address.hasPrefix("/"), !path.contains(":"), !leaves else { return nil }
      self = .file(address)
    }
  }
}
