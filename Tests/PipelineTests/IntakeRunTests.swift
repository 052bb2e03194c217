import Foundation
import Intake
import TestSupport
import Testing

@testable import Pipeline

@Suite("Intake of configured inputs")
struct IntakeRunTests {
  private static func dataset(_ name: String) throws -> IntakeRun.Product {
    try IntakeRun(
      try ConfigurationFile.read(ProjectFolder.file("datasets/\(name)/parity.toml").path))()
  }

  @Test("HealthTech may be used, with warnings, and no field of it is printed")
  func healthTech() throws {
    let product = try Self.dataset("healthtech")
    #expect(product.verdict.level == .warn && product.failure == nil)
    let levels = Set(product.verdict.lines.compactMap(\.code))
    #expect(levels.isSuperset(of: ["D210", "D212"]))
    #expect(product.lines.allSatisfy { $0.count <= 100 })
    #expect(product.json.contains("\"schema\": \"parity.intake/1\""))
    let printed = product.lines.joined(separator: "\n") + product.json
    let tokens = Set(
      printed.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init))
    // The day reported is printed, and names of columns, which events have as fields too.
    let own: Set<String> = [
      "2025-09-30", "disability", "gender", "location", "level", "race_ethnicity", "specialization",
    ]
    for name in ["employees", "events", "applications", "training", "skills"] {
      let text = try String(
        contentsOf: ProjectFolder.file("datasets/healthtech/\(name).csv"), encoding: .utf8)
      let rows = text.split(separator: "\n").dropFirst()
      let cells = Set(rows.flatMap { $0.split(separator: ",").map(String.init) })
        .filter { $0.utf8.count >= 5 && !own.contains($0) }
      #expect(cells.count > 1000)
      for cell in cells {
        let isPrinted = cell.contains(" ") ? printed.contains(cell) : tokens.contains(cell)
        #expect(!isPrinted, "a field of \(name).csv is printed")
        if isPrinted { return }
      }
    }
  }

  @Test("the same twice, and files of counts are people too")
  func counts() throws {
    let product = try Self.dataset("berkeley-1973")
    #expect(product.failure == nil)
    // Bickel, Hammel and O'Connell (1975): 4,526 applicants to six departments.
    #expect(product.lines.contains { $0.contains("4,526 applications") })
    #expect(try Self.dataset("berkeley-1973").json == product.json)
  }

  // MARK: - Planted files

  private static let people = (0..<60).map { index -> [String] in
    let code = String(UInt64(index + 31) &* 0x9E37_79B9_7F4A_7C15, radix: 36).prefix(9)
    let year = 2001 + (index * 7) % 19
    return [
      "k\(code)", index % 2 == 0 ? "Women" : "Men", "\(3000 + index * 37).50",
      "\(year)-0\(index % 9 + 1)-15",
    ]
  }

  private static let letters = "abcdefgh".map(String.init)

  private static let configuration = """
    schema = 1
    [organisation]
    name = "Example"
    currency = "EUR"
    [period]
    quarter = "2025Q3"
    snapshot = 2025-09-30
    [inputs.employees]
    kind = "snapshots"
    path = "employees.csv"
    [mapping.employees]
    person_id = "id"
    gender = "gender"
    pay = { column = "pay", unit = "EUR/month", title = "Pay", scale = 2 }
    hire_date = { column = "hired", format = "yyyy-MM-dd" }
    """

  private static let attributes = """

    [attributes.gender]
    title = "Gender"
    role = "characteristic"
    levels = ["Women", "Men"]
    reference = "Men"

    """

  /// The intake of the people with one more column.
  private func intake(
    header: String = "", mapping: String = "", more: String = "",
    _ value: (Int) -> String = { _ in "" }
  ) throws -> IntakeRun.Product {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parity-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = Self.configuration + "\n" + mapping + Self.attributes + more
    try Data(text.utf8).write(to: folder.appendingPathComponent("parity.toml"))
    let extra = header.isEmpty ? "" : ","
    var rows = "id,gender,pay,hired\(extra)\(header)\n"
    for (index, person) in Self.people.enumerated() {
      rows += person.joined(separator: ",") + extra + value(index) + "\n"
    }
    try Data(rows.utf8).write(to: folder.appendingPathComponent("employees.csv"))
    return try IntakeRun(try ConfigurationFile.read(folder.path + "/parity.toml"))()
  }

  private func codes(_ product: IntakeRun.Product) -> Set<String> {
    Set(product.verdict.lines.compactMap(\.code))
  }

  @Test("people who are fine pass with a warning of their exact dates")
  func fine() throws {
    let product = try intake()
    #expect(product.verdict.level == .warn && product.failure == nil)
    #expect(codes(product).contains("D210"))
    #expect(codes(product).isDisjoint(with: ["D133", "D202", "D206", "D215"]))
  }

  @Test("an undeclared column is refused, and one of e-mail addresses to protect people")
  func undeclared() throws {
    #expect(try intake(header: "shoe") { "\($0 % 9)" }.failure?.exitCode == .configurationInvalid)
    let mail = try intake(header: "contact") { "p\($0)@example.org" }
    #expect(mail.failure?.exitCode == .refused)
    #expect(codes(mail).isSuperset(of: ["D050", "D202"]))
    #expect(!mail.lines.joined().contains("example.org") && !mail.json.contains("example.org"))
  }

  @Test("a declared column of names is refused")
  func names() throws {
    let product = try intake(
      header: "team", mapping: "team = \"team\"\n",
      more: "[attributes.team]\nrole = \"structure\"\nlevels = [\"North\", \"South\"]\n"
    ) {
      "Ana \(Self.letters[$0 / 8])\(Self.letters[$0 % 8])os"
    }
    #expect(product.failure?.exitCode == .refused)
    #expect(codes(product).contains("D203"))
    #expect(!product.lines.joined().contains("Ana"))
  }

  @Test("dropped bank accounts are warned of, mapped ones refused")
  func bankAccounts() throws {
    let accounts = ["GB29NWBK60161331926819", "DE89370400440532013000", "NL91ABNA0417164300"]
    let dropped = try intake(header: "memo", mapping: "drop = [\"memo\"]\n") { accounts[$0 % 3] }
    #expect(dropped.failure == nil && codes(dropped).contains("D208"))
    let levels = accounts.map { "\"\($0)\"" }.joined(separator: ", ")
    let mapped = try intake(
      header: "memo", mapping: "memo = \"memo\"\n",
      more: "[attributes.memo]\nrole = \"other\"\nlevels = [\(levels)]\n"
    ) { accounts[$0 % 3] }
    #expect(mapped.failure?.exitCode == .refused && codes(mapped).contains("D202"))
    #expect(!mapped.lines.joined().contains("NWBK") && !mapped.json.contains("NWBK"))
  }

  @Test("damaged rows are invalid data, and nothing is measured on them")
  func invalid() throws {
    let product = try intake(
      header: "team", mapping: "team = \"team\"\n",
      more: "[attributes.team]\nrole = \"structure\"\nlevels = [\"North\", \"South\"]\n"
    ) { $0 == 7 ? "Nort" : "North" }
    #expect(product.failure?.exitCode == .dataInvalid && codes(product).contains("D121"))
    #expect(!product.json.contains("\"anonymity\""))
  }

  @Test("given roles are used: a sensitive column is measured, not counted by")
  func roles() throws {
    let product = try intake(
      more: "[privacy.roles]\ngender = \"sensitive\"\npay = \"quasi-identifier\"\n")
    #expect(product.lines.contains { $0.contains("gender within") })
    #expect(product.lines.contains { $0.contains("all 2 crossed") })
    #expect(codes(product).contains("D212"))
  }

  @Test("keys that all changed since the snapshot before, a file of its own, are found")
  func changedKeys() throws {
    func product(_ changes: Bool) throws -> IntakeRun.Product {
      let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("parity-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let before = """

        [inputs.before]
        kind = "snapshots"
        path = "before.csv"
        snapshot_date = 2025-06-30
        [mapping.before]
        person_id = "id"
        gender = "gender"
        """
      let text = Self.configuration.replacing("2025-09-30", with: "2025-09-30\nquarters = 2")
      try Data((text + before + Self.attributes).utf8)
        .write(to: folder.appendingPathComponent("parity.toml"))
      let now = Self.people.map { $0.joined(separator: ",") }
      let then = Self.people.map {
        (changes ? "k" + $0[0].dropFirst().reversed() : $0[0]) + ",Women"
      }
      try Data(("id,gender,pay,hired\n" + now.joined(separator: "\n") + "\n").utf8)
        .write(to: folder.appendingPathComponent("employees.csv"))
      try Data(("id,gender\n" + then.joined(separator: "\n") + "\n").utf8)
        .write(to: folder.appendingPathComponent("before.csv"))
      return try IntakeRun(try ConfigurationFile.read(folder.path + "/parity.toml"))()
    }
    #expect(codes(try product(true)).contains("D217"))
    let kept = try product(false)
    #expect(!codes(kept).contains("D217"))
    #expect(kept.json.contains("\"overlap_with_earlier_snapshot\": 1"))
  }

  @Test("a missing file is an input that is missing")
  func missing() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parity-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data((Self.configuration + Self.attributes).utf8)
      .write(to: folder.appendingPathComponent("parity.toml"))
    let product = try IntakeRun(try ConfigurationFile.read(folder.path + "/parity.toml"))()
    #expect(product.failure?.exitCode == .inputMissing)
  }
}
