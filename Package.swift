// swift-tools-version: 6.2
import PackageDescription

/// Settings every room shares: the compiler keeps imports honest and lets no warning pass.
let houseSettings: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

/// Rooms whose loops are hot are optimized in debug builds too where `bin/test` asks for it.
///
/// A package with unsafe flags cannot be another's dependency, so they are not there otherwise.
let optimized: [SwiftSetting] =
  Context.environment["PARITY_OPTIMIZED_TESTS"] == "1"
  ? [.unsafeFlags(["-O"], .when(configuration: .debug))] : []

/// A room: a library target with the rooms it may import.
///
/// The layering test reads these lines.
func room(
  _ name: String, _ imports: [String] = [], packages: [Target.Dependency] = [],
  extra: [SwiftSetting] = []
) -> Target {
  .target(
    name: name, dependencies: imports.map { .byName(name: $0) } + packages,
    swiftSettings: houseSettings + extra)
}

/// The tests of a room.
///
/// Fixtures are read from the source tree, not bundled.
func tests(
  of name: String, _ imports: [String] = [], fixtures: Bool = false,
  packages: [Target.Dependency] = []
) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: (imports + ["TestSupport"]).map { .byName(name: $0) } + packages,
    exclude: fixtures ? ["Fixtures"] : [],
    swiftSettings: houseSettings)
}

let package = Package(
  name: "Parity",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Parity", targets: ["Parity"]),
    .executable(name: "parity", targets: ["CommandLineTool"]),
    .executable(name: "parity-solver", targets: ["SolverTool"]),
  ],
  traits: [
    .trait(
      name: "GLPK",
      description: "Builds parity-solver with the GNU Linear Programming Kit; without it the"
        + " interval audit has no solver."),
    .default(enabledTraits: ["GLPK"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-crypto", "3.12.0"..<"5.0.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CGSL", pkgConfig: "gsl",
      providers: [.apt(["libgsl-dev"]), .brew(["gsl"]), .yum(["gsl-devel"])]),
    .systemLibrary(
      name: "CGLPK",
      providers: [.apt(["libglpk-dev"]), .brew(["glpk"]), .yum(["glpk-devel"])]),
    room("NumericalKernel", ["CGSL"], extra: [.strictMemorySafety()] + optimized),
    room("Estimates"),
    room("Encoders"),
    room("Aggregates", extra: optimized),
    room("LinearPrograms", extra: optimized),
    room("SolverClient", ["LinearPrograms"]),
    room("Archive", ["Estimates", "LinearPrograms"], extra: optimized),
    room(
      "Ledger", ["Estimates", "LinearPrograms"],
      packages: [.product(name: "Crypto", package: "swift-crypto")]),
    room(
      "Perturbation", ["Aggregates", "Estimates"],
      packages: [.product(name: "Crypto", package: "swift-crypto")]),
    room("Inference", ["Aggregates", "NumericalKernel", "Estimates"]),
    room("DataSources", ["Aggregates"], extra: optimized),
    room("Intake", ["DataSources", "Aggregates", "Estimates"]),
    room("Analyses", ["Aggregates", "Inference", "Estimates"]),
    room(
      "Disclosure",
      ["Analyses", "Inference", "Aggregates", "Estimates", "LinearPrograms", "Perturbation"],
      extra: optimized),
    room("Findings", ["Disclosure", "Estimates"]),
    room("SVGCharts", ["Encoders"]),
    room("Documents", ["SVGCharts", "Encoders"]),
    room("Reports", ["Findings", "Disclosure", "Estimates", "Documents", "SVGCharts"]),
    room(
      "Configuration", ["DataSources", "Aggregates", "Estimates"],
      packages: [.product(name: "TOMLKit", package: "TOMLKit")]),
    room("SyntheticWorkforce", ["NumericalKernel"]),
    room(
      "Pooling",
      ["Archive", "Inference", "Estimates", "Documents", "SVGCharts", "Encoders"]),
    room(
      "Pipeline",
      [
        "Configuration", "DataSources", "Intake", "Analyses", "Disclosure", "Findings", "Reports",
        "Documents", "SVGCharts", "Encoders", "Inference", "Aggregates", "Estimates",
        "SyntheticWorkforce", "SolverClient", "LinearPrograms", "Archive", "Ledger", "Pooling",
      ],
      packages: [.product(name: "Crypto", package: "swift-crypto")]),
    room(
      "Calculators",
      ["Inference", "Aggregates", "Estimates", "DataSources", "SVGCharts", "Encoders"]),
    room("Notebooks", ["Configuration", "SVGCharts", "Encoders"]),
    room(
      "Commands",
      [
        "Calculators", "Pipeline", "Notebooks", "Configuration", "DataSources", "Encoders",
        "Estimates", "NumericalKernel",
      ],
      packages: [.product(name: "ArgumentParser", package: "swift-argument-parser")]),
    room(
      "Parity",
      [
        "Estimates", "Aggregates", "Analyses", "Inference", "DataSources", "Disclosure",
        "LinearPrograms", "Perturbation", "Pipeline", "SolverClient",
      ]),
    .executableTarget(
      name: "CommandLineTool", dependencies: ["Commands"], swiftSettings: houseSettings),
    .executableTarget(
      name: "SolverTool",
      dependencies: ["LinearPrograms", .target(name: "CGLPK", condition: .when(traits: ["GLPK"]))],
      swiftSettings: houseSettings + [.strictMemorySafety()]),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: houseSettings),
    tests(of: "Layering"),
    tests(of: "NumericalKernel", ["NumericalKernel"]),
    tests(of: "Estimates", ["Estimates"]),
    tests(of: "Encoders", ["Encoders"]),
    tests(of: "Aggregates", ["Aggregates"]),
    tests(of: "LinearPrograms", ["LinearPrograms", "SolverClient"]),
    tests(of: "SolverClient", ["SolverClient", "LinearPrograms"]),
    tests(of: "Archive", ["Archive", "Estimates", "LinearPrograms", "SolverClient"]),
    tests(of: "Ledger", ["Ledger", "Estimates", "LinearPrograms"]),
    tests(of: "Perturbation", ["Perturbation", "Aggregates", "Estimates"], fixtures: true),
    tests(of: "Inference", ["Inference", "Aggregates", "Estimates"], fixtures: true),
    tests(of: "DataSources", ["DataSources", "Aggregates"]),
    tests(of: "Intake", ["Intake", "DataSources", "Aggregates", "Estimates"]),
    tests(of: "Analyses", ["Analyses", "Inference", "Aggregates", "Estimates"]),
    tests(
      of: "Disclosure",
      ["Disclosure", "Analyses", "Aggregates", "Estimates", "LinearPrograms"]),
    tests(of: "Findings", ["Findings", "Disclosure", "Analyses", "Aggregates", "Estimates"]),
    tests(of: "SVGCharts", ["SVGCharts", "Encoders"], fixtures: true),
    tests(of: "Documents", ["Documents", "SVGCharts", "Encoders"]),
    tests(
      of: "Reports",
      [
        "Reports", "Findings", "Disclosure", "Analyses", "Aggregates", "Estimates", "Documents",
        "SVGCharts",
      ]),
    tests(of: "Configuration", ["Configuration", "DataSources", "Aggregates", "Estimates"]),
    tests(of: "SyntheticWorkforce", ["SyntheticWorkforce"]),
    tests(of: "Pooling", ["Pooling", "Archive", "Estimates", "Documents", "Encoders"]),
    tests(
      of: "Pipeline",
      [
        "Pipeline", "Configuration", "DataSources", "Intake", "Disclosure", "Analyses",
        "Aggregates", "Estimates", "Archive", "Findings", "LinearPrograms", "Ledger", "Reports",
        "Documents", "SVGCharts", "Pooling",
      ]),
    tests(
      of: "Calculators", ["Calculators", "DataSources", "Encoders", "Estimates"], fixtures: true),
    tests(of: "Notebooks", ["Notebooks", "Configuration", "Encoders"]),
    tests(of: "Commands", ["Commands", "Notebooks", "Pipeline"]),
  ]
)
