import Foundation
import TestSupport
import Testing

@Suite("Data packages")
struct DataPackageTests {
  private struct Package: Decodable {
    struct Resource: Decodable {
      struct Schema: Decodable {
        struct Field: Decodable { let name: String }
        let fields: [Field]
      }
      let path: String
      let bytes: Int
      let hash: String
      let schema: Schema
    }
    let name: String
    let resources: [Resource]
  }

  @Test(
    "every resource has the size and the columns its package states",
    arguments: ["healthtech", "berkeley-1973", "cincinnati-2020"])
  func resources(folder: String) throws {
    let place = ProjectFolder.file("datasets/\(folder)")
    let package = try JSONDecoder().decode(
      Package.self, from: Data(contentsOf: place.appendingPathComponent("datapackage.json")))
    #expect(package.name == folder)
    for resource in package.resources where !resource.path.hasPrefix("https:") {
      let data = try Data(contentsOf: place.appendingPathComponent(resource.path))
      #expect(data.count == resource.bytes, "\(resource.path)")
      #expect(resource.hash.hasPrefix("sha256:"))
      let header = String(decoding: data.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
      #expect(
        header.split(separator: ",").map(String.init) == resource.schema.fields.map(\.name))
    }
    let listed = Set(package.resources.map(\.path))
    let files = try FileManager.default.contentsOfDirectory(atPath: place.path)
    for file in files where file.hasSuffix(".csv") { #expect(listed.contains(file), "\(file)") }
  }
}
