import Foundation
import TestSupport
import Testing

@testable import NumericalKernel

@Suite("Root finder")
struct RootFinderTests {
  @Test("finds known roots to the last digits")
  func known() throws {
    expectClose(
      try RootFinder.brent(from: 0, to: 2) { $0 * $0 - 2 }, 2.0.squareRoot(), relative: 1e-14)
    // Wallis's cubic; the root to 16 digits is Newton's own example.
    expectClose(
      try RootFinder.brent(from: 2, to: 3) { $0 * $0 * $0 - 2 * $0 - 5 }, 2.0945514815423265,
      relative: 1e-14)
    expectClose(
      try RootFinder.brent(from: -10, to: 10) { exp($0) - 3 }, 1.0986122886681098, relative: 1e-14)
  }

  @Test("copes with flat, steep and infinite functions")
  func awkward() throws {
    let flat = try RootFinder.brent(from: -1, to: 4) {
      let x = $0 - 1
      return x * x * x * x * x
    }
    #expect(abs(flat - 1) < 1e-3)
    let step = try RootFinder.brent(from: -3, to: 5) { $0 < 0.25 ? -.infinity : .infinity }
    expectClose(step, 0.25, relative: 1e-12)
    #expect(try RootFinder.brent(from: 0, to: 1) { $0 } == 0)
  }

  @Test("walks out to a root far from the start, both ways")
  func expanding() throws {
    for root in [-600.0, -3, 0, 0.001, 450] {
      let found = try RootFinder.increasingRoot(near: 1, within: -700...700) { $0 - root }
      expectClose(found, root, relative: 1e-13, absolute: 1e-13)
    }
  }

  @Test("says so where there is no root")
  func none() {
    #expect(throws: NumericalError.noSignChange) {
      try RootFinder.brent(from: 0, to: 1) { $0 + 1 }
    }
    #expect(throws: NumericalError.noSignChange) {
      try RootFinder.increasingRoot(near: 0, within: -5...5) { _ in 1 }
    }
    #expect(throws: NumericalError.self) { try RootFinder.brent(from: 0, to: 1) { _ in .nan } }
  }
}
