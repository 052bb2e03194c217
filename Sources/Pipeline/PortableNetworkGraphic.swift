import Documents
import Foundation

/// A logo read from a PNG file: held against the format and rid of everything but its picture.
enum PortableNetworkGraphic {
  /// The most bytes of a logo.
  static let mostBytes = 100_000
  /// The most pixels of a side.
  static let mostPixels = 2_000

  /// Why a file cannot be a logo.
  struct Problem: Error {
    let message: String
    let fix: String
  }

  /// Reads a logo.
  static func logo(at path: String) throws(Problem) -> Brand.Logo {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw Problem(message: "the logo cannot be read", fix: "correct its path")
    }
    defer { try? handle.close() }
    guard let data = try? handle.read(upToCount: mostBytes + 1) else {
      throw Problem(message: "the logo cannot be read", fix: "name a file")
    }
    guard data.count <= mostBytes else {
      throw Problem(
        message: "the logo has more than \(mostBytes) bytes", fix: "scale it to 500 pixels or less")
    }
    return try logo(Array(data))
  }

  /// Reads a logo's bytes.
  ///
  /// Of the chunks only those a browser draws from are kept: comments, dates and profiles stay behind.
  static func logo(_ bytes: [UInt8]) throws(Problem) -> Brand.Logo {
    let malformed = Problem(message: "the logo is not a PNG file", fix: "save it as PNG")
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    guard bytes.starts(with: signature) else { throw malformed }
    var kept = signature
    var size: (width: Int, height: Int)?
    var place = signature.count
    var hasEnd = false
    var hasPicture = false
    while !hasEnd {
      guard place + 12 <= bytes.count else { throw malformed }
      let length = number(bytes, place)
      guard length <= bytes.count - place - 12 else { throw malformed }
      let name = String(decoding: bytes[(place + 4)..<(place + 8)], as: UTF8.self)
      let end = place + 12 + length
      switch name {
      case "IHDR":
        guard size == nil, length == 13 else { throw malformed }
        size = (number(bytes, place + 8), number(bytes, place + 12))
      case "IDAT": hasPicture = true
      case "IEND": hasEnd = true
      default: break
      }
      guard size != nil else { throw malformed }
      if ["IHDR", "PLTE", "tRNS", "gAMA", "sRGB", "IDAT", "IEND"].contains(name) {
        kept += bytes[place..<end]
      }
      place = end
    }
    guard let size, hasPicture, size.width > 0, size.height > 0 else { throw malformed }
    guard max(size.width, size.height) <= mostPixels else {
      throw Problem(
        message: "the logo is \(size.width) by \(size.height) pixels",
        fix: "scale it to \(mostPixels) pixels or less")
    }
    return Brand.Logo(
      base64: Data(kept).base64EncodedString(), width: size.width, height: size.height)
  }

  private static func number(_ bytes: [UInt8], _ place: Int) -> Int {
    bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
  }
}
