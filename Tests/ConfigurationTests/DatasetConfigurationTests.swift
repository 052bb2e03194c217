import Configuration
import DataSources
import Foundation
import TestSupport
import Testing

@Suite("Configurations of the bundled datasets") struct DatasetConfigurationTests {
  static let names: [String] = {
    let folder = ProjectFolder.file("datasets").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter {
      FileManager.default.fileExists(atPath: "\(folder)/\($0)/parity.toml")
    }.sorted()
  }()

  @Test("each reads, and its printed form reads back as the same", arguments: names)
  func reads(_ name: String) throws {
    let path = ProjectFolder.file("datasets/\(name)/parity.toml").path
    let read = try ConfigurationReader.read(path: path, environment: ["PARITY_DATA": "/data"])
    let again = try ConfigurationReader.read(
      text: read.printed(), file: path, folder: read.folder, environment: ["PARITY_DATA": "/data"])
    #expect(again.inputs == read.inputs && again.attributes == read.attributes)
    #expect(again.benchmarks == read.benchmarks && again.privacy == read.privacy)
    #expect(read.inputs.allSatisfy { $0.schema.path.hasSuffix(".csv") })
  }
}
