// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Parity", path: "../..")],
  targets: ["CSVPass", "InferenceTimes", "IndexTimes", "DisclosureTimes", "ProjectionTimes"].map {
    name in
    .executableTarget(
      name: name, dependencies: [.product(name: "Parity", package: "Parity")],
      swiftSettings: settings)
  }
)
