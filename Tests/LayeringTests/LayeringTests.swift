import Foundation
import TestSupport
import Testing

/// Holds every file's imports against the arrows that `Package.swift` declares.
@Suite("Layering")
struct LayeringTests {
  /// A room of the manifest: its name, the rooms and the package products it may import.
  private struct Room {
    let name: String
    let imports: Set<String>
  }

  private static let systemModules: Set<String> = [
    "Foundation", "FoundationEssentials", "Dispatch", "Glibc", "Darwin", "Synchronization", "Swift",
  ]

  private static func rooms() throws -> [Room] {
    let manifest = try String(
      contentsOf: ProjectFolder.file("Package.swift"), encoding: .utf8)
    let targets = manifest.components(separatedBy: "targets: [\n").last ?? ""
    let starts = ["room(", ".executableTarget("]
    var rooms: [Room] = []
    var rest = Substring(targets)
    while let start = starts.compactMap({ rest.range(of: $0)?.lowerBound }).min() {
      let body = rest[start...]
      var depth = 0
      var end = body.startIndex
      for index in body.indices {
        if body[index] == "(" { depth += 1 }
        if body[index] == ")" {
          depth -= 1
          if depth == 0 {
            end = index
            break
          }
        }
      }
      let call = String(body[..<end])
      let quoted = call.components(separatedBy: "\"").enumerated()
        .filter { $0.offset % 2 == 1 }.map(\.element)
      if let name = quoted.first {
        rooms.append(Room(name: name, imports: Set(quoted.dropFirst())))
      }
      rest = rest[end...].dropFirst()
    }
    return rooms
  }

  private static func importsOf(_ file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let position = words.firstIndex(of: "import"), position + 1 < words.count,
        words[..<position].allSatisfy({
          ["public", "package", "internal", "private"].contains($0) || $0.hasPrefix("@")
        })
      else { return nil }
      let name = words[position + 1]
      return ["struct", "class", "enum", "func"].contains(name) && position + 2 < words.count
        ? words[position + 2].components(separatedBy: ".").first : name
    }
  }

  private static func swiftFiles(in folder: URL) -> [URL] {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (all?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
      .sorted { $0.path < $1.path }
  }

  @Test("the manifest's rooms are the folders of Sources")
  func roomsAreFolders() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: ProjectFolder.file("Sources").path
    ).filter { $0 != "CGSL" && $0 != "CGLPK" }.sorted()
    #expect(try Self.rooms().map(\.name).sorted() == folders)
  }

  @Test("no file imports a room its room does not declare")
  func importsAreDeclared() throws {
    let rooms = try Self.rooms()
    #expect(rooms.count > 15)
    for room in rooms {
      let files = Self.swiftFiles(in: ProjectFolder.file("Sources/\(room.name)"))
      #expect(!files.isEmpty, "Sources/\(room.name) is empty")
      for file in files {
        for name in try Self.importsOf(file)
        where !Self.systemModules.contains(name) && !room.imports.contains(name) {
          Issue.record("\(room.name)/\(file.lastPathComponent) imports \(name)")
        }
      }
    }
  }

  @Test("rooms past the gate cannot name confidential rooms")
  func printShopIsBlind() throws {
    let blind: Set<String> = [
      "Findings", "Reports", "Documents", "SVGCharts", "Encoders", "Archive",
    ]
    let confidential: Set<String> = ["Aggregates", "Inference", "Analyses", "DataSources"]
    for room in try Self.rooms() where blind.contains(room.name) {
      #expect(room.imports.isDisjoint(with: confidential), "\(room.name)")
    }
  }

  @Test("only the kernel sees GSL, only the solver sees GLPK, only Configuration sees TOMLKit")
  func cellars() throws {
    for room in try Self.rooms() {
      #expect(room.imports.contains("CGSL") == (room.name == "NumericalKernel"), "\(room.name)")
      #expect(room.imports.contains("CGLPK") == (room.name == "SolverTool"), "\(room.name)")
      #expect(room.imports.contains("TOMLKit") == (room.name == "Configuration"), "\(room.name)")
    }
  }

  @Test("a planted arrow is caught")
  func plantedArrow() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parity-layering-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("Planted.swift")
    try "@testable import Estimates\npublic import struct Aggregates.Cell\nlet x = 1\n"
      .write(to: file, atomically: true, encoding: .utf8)
    #expect(try Self.importsOf(file) == ["Estimates", "Aggregates"])
  }
}
