import Foundation

/// A folder that may hold anything: read without following links, bounded in depth and number.
struct BundleFolder {
  /// What stands in the folder.
  struct Entry {
    /// The path inside the folder.
    let path: String
    /// Whether it is a plain file; links, devices, pipes and sockets are not.
    let isFile: Bool
  }

  /// The folder.
  let path: String
  /// Every entry but folders, in the order of their paths.
  let entries: [Entry]
  /// Whether there is more than was looked at.
  let isTruncated: Bool

  /// The most entries and the deepest folder looked at.
  private static let limits = (entries: 100_000, depth: 12)

  /// Looks at a folder; `nil` if it is none.
  init?(_ path: String) {
    self.path = path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { return nil }
    var entries: [Entry] = []
    var isTruncated = false
    var waiting = [(inside: "", depth: 0)]
    while let (inside, depth) = waiting.popLast() {
      let folder = inside.isEmpty ? path : "\(path)/\(inside)"
      guard depth < Self.limits.depth,
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
      else {
        isTruncated = true
        continue
      }
      for name in names {
        let entry = inside.isEmpty ? name : "\(inside)/\(name)"
        guard entries.count < Self.limits.entries else {
          isTruncated = true
          break
        }
        switch Self.kind("\(path)/\(entry)") {
        case S_IFDIR: waiting.append((entry, depth + 1))
        case let kind: entries.append(Entry(path: entry, isFile: kind == S_IFREG))
        }
      }
    }
    self.entries = entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    self.isTruncated = isTruncated
  }

  /// What a path is, links not followed.
  private static func kind(_ path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
  }

  /// The bytes of a plain file, or why there are none.
  func bytes(of file: String, atMost limit: Int) -> Result<[UInt8], Unreadable> {
    // Neither the file nor a folder on the way may be a link.
    var way = path
    for name in file.split(separator: "/") {
      way += "/\(name)"
      switch Self.kind(way) {
      case S_IFREG, S_IFDIR: continue
      case 0: return .failure(.missing)
      default: return .failure(.notPlain)
      }
    }
    return Self.plainFile(way, atMost: limit, flags: O_NOFOLLOW)
  }

  /// The bytes of a plain file, wherever it is; devices, pipes and files beyond a limit are not read.
  static func plainFile(
    _ path: String, atMost limit: Int, flags: Int32 = 0
  ) -> Result<[UInt8], Unreadable> {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | flags)
    guard descriptor >= 0 else { return .failure(.notReadable) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return .failure(.notPlain)
    }
    guard status.st_size <= limit else { return .failure(.tooLarge) }
    let data = (try? handle.read(upToCount: limit + 1)) ?? Data()
    return data.count <= limit ? .success(Array(data)) : .failure(.tooLarge)
  }

  /// Why a file cannot be read.
  enum Unreadable: Error {
    case missing
    case notPlain
    case notReadable
    case tooLarge
  }
}
