/// How a reader sees colours: as most do, or without one kind of cone.
public enum ColorVision: String, Hashable, Sendable, CaseIterable {
  /// All three cones.
  case full = "full colour vision"
  /// No long-wave cones.
  case protanopia
  /// No middle-wave cones.
  case deuteranopia
  /// No short-wave cones.
  case tritanopia

  /// What reaches the reader of red, green and blue light, each 0 to 1.
  ///
  /// The matrices are those of Machado, Oliveira and Fernandes (2009), severity 1, applied to linear
  /// light; what falls outside the range is cut off.
  func seen(_ light: [Double]) -> [Double] {
    matrix.map { row in
      min(1, max(0, zip(row, light).reduce(0) { $0 + $1.0 * $1.1 }))
    }
  }

  private var matrix: [[Double]] {
    switch self {
    case .full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }
}
