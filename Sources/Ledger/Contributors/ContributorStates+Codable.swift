import Foundation

extension ContributorStates: Codable {
  private enum CodingKeys: String, CodingKey { case people, parts }

  /// Writes people as one text of bytes, and each part as its names and three such texts.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Data(people.flatMap(\.bytes)).base64EncodedString(), forKey: .people)
    try container.encode(parts, forKey: .parts)
  }

  /// Reads what was written; what was not written by this type is refused.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func broken(_ text: String) -> DecodingError {
      .dataCorruptedError(forKey: .people, in: container, debugDescription: text)
    }
    let text = try container.decode(String.self, forKey: .people)
    guard let data = Data(base64Encoded: text), data.count % ContributorHash.length == 0 else {
      throw broken("people are not a whole number of hashes")
    }
    let bytes = Array(data)
    let people = stride(from: 0, to: bytes.count, by: ContributorHash.length).map {
      ContributorHash(bytes[$0..<$0 + ContributorHash.length])
    }
    guard zip(people, people.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw broken("people are not in order")
    }
    let parts = try container.decode([Part].self, forKey: .parts)
    for part in parts {
      let rows = part.members.count
      let width = part.definitions.count
      guard part.levels.count == rows * width,
        part.levels.enumerated().allSatisfy({ index, level in
          Int(level) < part.definitions[index % width].levels.count
        }), part.amounts.count == rows * part.measures.count,
        zip(part.members, part.members.dropFirst()).allSatisfy({ $0 < $1 }),
        part.members.last.map({ Int($0) < people.count }) ?? true
      else { throw broken("a part does not fit") }
    }
    self.init(people: people, parts: parts)
  }
}

extension ContributorStates.Part: Codable {
  private enum CodingKeys: String, CodingKey {
    case population, period, definitions, measures, members, levels, amounts
  }

  /// Writes names, and rows as texts of bytes, the highest byte first.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(population, forKey: .population)
    try container.encode(period, forKey: .period)
    try container.encode(definitions, forKey: .definitions)
    try container.encode(measures, forKey: .measures)
    try container.encode(PackedNumbers.text(members), forKey: .members)
    try container.encode(PackedNumbers.text(levels), forKey: .levels)
    try container.encode(PackedNumbers.text(amounts), forKey: .amounts)
  }

  /// Reads what was written.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func numbers<Number: FixedWidthInteger>(_ key: CodingKeys) throws -> [Number] {
      let text = try container.decode(String.self, forKey: key)
      guard let numbers: [Number] = PackedNumbers.numbers(text) else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: container, debugDescription: "not a whole number of numbers")
      }
      return numbers
    }
    self.init(
      population: try container.decode(String.self, forKey: .population),
      period: try container.decode(String.self, forKey: .period),
      definitions: try container.decode([AttributeDefinition].self, forKey: .definitions),
      measures: try container.decode([String].self, forKey: .measures),
      members: try numbers(.members), levels: try numbers(.levels), amounts: try numbers(.amounts))
  }
}

/// Whole numbers as Base64 of their bytes, the highest first.
private enum PackedNumbers {
  static func text(_ numbers: [some FixedWidthInteger]) -> String {
    var bytes: [UInt8] = []
    for number in numbers { withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) } }
    return Data(bytes).base64EncodedString()
  }

  static func numbers<Number: FixedWidthInteger>(_ text: String) -> [Number]? {
    let size = MemoryLayout<Number>.size
    guard let data = Data(base64Encoded: text), data.count % size == 0 else { return nil }
    let bytes = Array(data)
    return stride(from: 0, to: bytes.count, by: size).map { start in
      bytes[start..<start + size].reduce(Number.zero) { $0 << 8 | Number(truncatingIfNeeded: $1) }
    }
  }
}
