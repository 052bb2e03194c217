import Foundation

/// A colour by its lightness, its red against green and its yellow against blue (CIE 1976 L*a*b*, D65).
struct LabColor: Hashable, Sendable {
  let lightness: Double
  let redGreen: Double
  let yellowBlue: Double

  init(lightness: Double, redGreen: Double, yellowBlue: Double) {
    self.lightness = lightness
    self.redGreen = redGreen
    self.yellowBlue = yellowBlue
  }

  /// The colour of linear sRGB light, each channel 0 to 1.
  init(light: [Double]) {
    let rows = [
      [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
      [0.0193339, 0.1191920, 0.9503041],
    ]
    let white = [0.95047, 1, 1.08883]
    let parts = zip(rows, white).map { row, white in
      let value = zip(row, light).reduce(0) { $0 + $1.0 * $1.1 } / white
      return value > 216.0 / 24389 ? cbrt(value) : (24389.0 / 27 * value + 16) / 116
    }
    lightness = 116 * parts[1] - 16
    redGreen = 500 * (parts[0] - parts[1])
    yellowBlue = 200 * (parts[1] - parts[2])
  }

  /// The difference CIEDE2000 (CIE 142, 2001) with all weights 1; 0 for the same colour, about 1 for
  /// one just told apart, 100 between black and white.
  ///
  /// Source: Sharma, Wu and Dalal (2005), whose test pairs it reproduces.
  func difference(from other: LabColor) -> Double {
    func seventh(_ chroma: Double) -> Double {
      let power = pow(chroma, 7)
      return (power / (power + pow(25, 7))).squareRoot()
    }
    let meanChroma = (hypot(redGreen, yellowBlue) + hypot(other.redGreen, other.yellowBlue)) / 2
    let stretch = 1.5 - 0.5 * seventh(meanChroma)
    let (a1, a2) = (redGreen * stretch, other.redGreen * stretch)
    let (chroma1, chroma2) = (hypot(a1, yellowBlue), hypot(a2, other.yellowBlue))
    let (hue1, hue2) = (Self.hue(a1, yellowBlue), Self.hue(a2, other.yellowBlue))
    let isGrey = chroma1 * chroma2 == 0

    var turn = isGrey ? 0 : hue2 - hue1
    if turn > 180 { turn -= 360 }
    if turn < -180 { turn += 360 }
    let lightnessStep = other.lightness - lightness
    let chromaStep = chroma2 - chroma1
    let hueStep = 2 * (chroma1 * chroma2).squareRoot() * sin(Self.radians(turn / 2))

    let meanLightness = (lightness + other.lightness) / 2
    let chroma = (chroma1 + chroma2) / 2
    var hue = hue1 + hue2
    if !isGrey {
      if abs(hue1 - hue2) > 180 { hue += hue < 360 ? 360 : -360 }
      hue /= 2
    }
    let weight =
      1 - 0.17 * cos(Self.radians(hue - 30)) + 0.24 * cos(Self.radians(2 * hue))
      + 0.32 * cos(Self.radians(3 * hue + 6)) - 0.20 * cos(Self.radians(4 * hue - 63))
    let fromMiddle = (meanLightness - 50) * (meanLightness - 50)
    let lightnessScale = 1 + 0.015 * fromMiddle / (20 + fromMiddle).squareRoot()
    let chromaScale = 1 + 0.045 * chroma
    let hueScale = 1 + 0.015 * chroma * weight
    let fromBlue = (hue - 275) / 25
    let rotation =
      -2 * seventh(chroma) * sin(Self.radians(60 * exp(-fromBlue * fromBlue)))

    let (l, c, h) = (
      lightnessStep / lightnessScale, chromaStep / chromaScale, hueStep / hueScale
    )
    return (l * l + c * c + h * h + rotation * c * h).squareRoot()
  }

  private static func hue(_ a: Double, _ b: Double) -> Double {
    guard a != 0 || b != 0 else { return 0 }
    let degrees = atan2(b, a) * 180 / .pi
    return degrees < 0 ? degrees + 360 : degrees
  }

  private static func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
}

extension Color {
  /// How far two colours are apart (CIEDE2000) for a reader; a palette's pairs are at least 15 apart
  /// for every reader.
  public func difference(from other: Color, seenWith vision: ColorVision = .full) -> Double {
    LabColor(light: vision.seen(light)).difference(from: LabColor(light: vision.seen(other.light)))
  }
}
