import Encoders

/// The names of the files beside a document, each of its own.
///
/// Two identifiers that encode alike, as those of groups named in other scripts do, get two names.
struct FileNames<Item: Hashable> {
  /// Every item once, in document order, with its file's name.
  let all: [(name: String, item: Item)]
  private let names: [Item: String]

  init(_ items: [Item], extension ending: String, id: (Item) -> String) {
    var all: [(name: String, item: Item)] = []
    var names: [Item: String] = [:]
    var taken: Set<String> = []
    for item in items where names[item] == nil {
      let base = FileNameEncoder.name(id(item))
      var candidate = base
      var number = 2
      // Some file systems do not tell capitals from small letters.
      while !taken.insert(candidate.lowercased()).inserted {
        candidate = "\(base)-\(number)"
        number += 1
      }
      let name = "\(candidate).\(ending)"
      names[item] = name
      all.append((name, item))
    }
    self.all = all
    self.names = names
  }

  subscript(item: Item) -> String? { names[item] }
}

extension FileNames where Item == Figure {
  /// The files of a document's figures.
  static func figures(of document: Document) -> FileNames {
    FileNames(FigureTables.figures(in: document.blocks), extension: "svg", id: \.id)
  }
}

extension FileNames where Item == DataTable {
  /// The files of a document's tables, those under figures and in the annex among them.
  static func tables(of document: Document) -> FileNames {
    FileNames(FigureTables.tables(in: document.blocksWithAnnex), extension: "csv", id: \.id)
  }
}
