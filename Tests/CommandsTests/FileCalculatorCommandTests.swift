import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("Exit codes of calculators that read files")
struct FileCalculatorCommandTests {
  private static let people =
    ProjectFolder.file("Tests/CalculatorsTests/Fixtures/people.csv").path

  private static let cases: [(arguments: String, code: Int32)] = [
    ("regression FILE --outcome hired --group sex --focal Women --reference Men", 0),
    (
      "regression FILE --outcome hired=yes --group sex --focal Women --reference Men "
        + "--controls department,experience:number --strata requisition --cluster team --json", 0
    ),
    ("regression FILE --outcome hired --group sex --focal Women", 64),
    ("regression FILE --outcome hired --group sex --focal Women --reference Mne", 64),
    ("regression FILE --outcome nothing --group sex --focal Women --reference Men", 64),
    ("regression FILE --outcome reason --group sex --focal Women --reference Men", 65),
    (
      "regression FILE --outcome hired --group sex --focal Women --reference Men "
        + "--controls department:number", 65
    ),
    ("survival FILE --time days --event reason --cause resigned --group sex", 0),
    (
      "survival FILE --time days --entry entry --event reason=resigned --group sex --focal Women "
        + "--reference Men --controls department,age:number --strata unit --at 100,200 --json", 0
    ),
    ("survival FILE --time days --event reason --cause retired --group sex", 64),
    ("survival FILE --time days --event reason --group sex", 65),
    ("survival /nowhere.csv --time days --event reason --group sex", 66),
    ("reduction FILE --age age --selected let_go", 0),
    ("reduction FILE --age age --selected let_go=1 --from 50 --bands 30,40 --json", 0),
    ("reduction FILE --age age --selected nothing", 64),
    ("reduction FILE --age age --selected let_go --bands 40,x", 64),
    ("reduction FILE --age days --selected let_go", 65),
    ("reduction /nowhere.csv --age age --selected let_go", 66),
    ("inequality --file FILE --groups sex --amount experience", 0),
    ("inequality --file FILE --groups sex", 64), ("inequality 1 2 --groups sex", 64),
    ("inequality 1 2 --amount pay", 64),
    ("inequality 1 2 --file FILE --groups sex --amount experience", 64),
    ("inequality --file FILE --groups sex --amount department", 65),
    ("inequality --file /nowhere.csv --groups sex --amount pay", 66),
    ("regression /nowhere.csv --outcome hired --group sex --focal Women --reference Men", 66),
  ]

  @Test("each kind of failure has its documented code", arguments: cases)
  func codes(line: String, expected: Int32) async {
    let words = line.split(separator: " ").map { $0 == "FILE" ? Self.people : String($0) }
    #expect(await CommandEntry.run(["test"] + words) == expected)
  }
}
