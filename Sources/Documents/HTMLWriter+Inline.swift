import Encoders
import SVGCharts

extension HTMLWriter {
  /// Runs of text within a block.
  func inline(_ inlines: [Inline]) -> String {
    inlines.map(inline).joined()
  }

  private func inline(_ inline: Inline) -> String {
    switch inline {
    case .text(let text): return HTMLEncoder.text(text)
    case .strong(let text): return "<strong>\(HTMLEncoder.text(text))</strong>"
    case .emphasis(let text): return "<em>\(HTMLEncoder.text(text))</em>"
    case .code(let text): return "<code>\(HTMLEncoder.text(text))</code>"
    case .link(let text, let address): return link(text, address)
    case .verdict(let badge): return verdict(badge)
    case .marker(let marker): return "<span class=\"marker\">\(marker.rawValue)</span>"
    case .lineBreak: return "<br>"
    }
  }

  /// A verdict's shape and word.
  func verdict(_ badge: VerdictBadge) -> String {
    "<span class=\"verdict\">\(badge.glyph.svg)<span>\(HTMLEncoder.text(badge.word))</span></span>"
  }

  private func link(_ text: String, _ address: String) -> String {
    let words = HTMLEncoder.text(text)
    switch LinkTarget(address) {
    case .fragment(let id): return "<a href=\"#\(SVGEncoder.identifier(id))\">\(words)</a>"
    case .web(let address):
      return "<a href=\"\(HTMLEncoder.attribute(address))\" rel=\"noreferrer\">\(words)</a>"
    case .file(let path): return "<a href=\"\(HTMLEncoder.attribute(path))\">\(words)</a>"
    case nil: return words
    }
  }
}
