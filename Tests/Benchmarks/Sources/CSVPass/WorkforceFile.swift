#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes the benchmark's file: 12 columns, about 100 bytes a row, the same bytes for a row count.
enum WorkforceFile {
  static let header =
    "person_id,snapshot_date,gender,ethnicity,disability,level,function,location,contract,fte,hire_date,base_pay\n"
  private static let genders = ["Female", "Male", "Non-binary", ""]
  private static let ethnicities = [
    "White", "Black or African American", "Hispanic or Latino", "Asian", "Two or more races",
    "Native American", "Prefer not to say", "",
  ]
  private static let disabilities = ["No", "Yes", "Prefer not to say", ""]
  private static let levels = [
    "Band 2-4", "Band 5-7", "Band 8-9", "Senior manager", "Executive",
  ]
  private static let functions = [
    "Software development", "Data and analytics", "Clinical operations", "Customer support",
    "Sales", "Finance", "People", "Legal and compliance", "Information security", "Design",
  ]
  private static let locations = [
    "Boston", "Austin", "Chicago", "Denver", "Remote", "Salt Lake City", "Nashville", "Seattle",
  ]
  private static let contracts = ["Permanent", "Fixed term", "Contractor"]
  private static let hours = ["1.00", "1.00", "1.00", "0.80", "0.60", "0.50"]

  static func write(rows: Int, to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    defer { fclose(file) }
    var state: UInt64 = 20_250_930
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    func pick(_ texts: [[UInt8]], _ weights: [Int]) -> [UInt8] {
      var ticket = next(100)
      for (text, weight) in zip(texts, weights) {
        if ticket < weight { return text }
        ticket -= weight
      }
      return texts[0]
    }
    func bytes(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }
    let genders = bytes(genders), ethnicities = bytes(ethnicities)
    let disabilities = bytes(disabilities), levels = bytes(levels), functions = bytes(functions)
    let locations = bytes(locations), contracts = bytes(contracts), hours = bytes(hours)
    var buffer = Array(header.utf8)
    func number(_ value: Int, _ width: Int = 1) {
      var digits: [UInt8] = []
      var rest = value
      repeat {
        digits.append(UInt8(48 + rest % 10))
        rest /= 10
      } while rest > 0 || digits.count < width
      buffer += digits.reversed()
    }
    func field(_ text: [UInt8]) {
      buffer += text
      buffer.append(44)
    }
    let day = Array("2025-09-30,".utf8)
    for row in 0..<rows {
      buffer.append(69)
      number(10_000_000 + row)
      buffer.append(44)
      buffer += day
      field(pick(genders, [52, 45, 1, 2]))
      field(pick(ethnicities, [48, 13, 17, 12, 4, 1, 3, 2]))
      field(pick(disabilities, [80, 9, 6, 5]))
      let level = next(5)
      field(levels[level])
      field(functions[next(10)])
      field(locations[next(8)])
      field(pick(contracts, [85, 10, 5]))
      field(hours[next(6)])
      number(2000 + next(25), 4)
      buffer.append(45)
      number(1 + next(12), 2)
      buffer.append(45)
      number(1 + next(28), 2)
      buffer.append(44)
      number(28_000 + level * 21_000 + next(40_000))
      buffer.append(46)
      number(next(100), 2)
      buffer.append(10)
      if buffer.count > 1 << 20 {
        guard fwrite(buffer, 1, buffer.count, file) == buffer.count else { return false }
        buffer.removeAll(keepingCapacity: true)
      }
    }
    return fwrite(buffer, 1, buffer.count, file) == buffer.count
  }
}
