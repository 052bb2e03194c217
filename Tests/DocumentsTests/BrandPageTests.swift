import Documents
import Foundation
import SVGCharts
import Testing

@Suite("Brand in a page")
struct BrandPageTests {
  private static let colors = [
    "#003366", "#AA5500", "#006655", "#661133", "#6644AA", "#444400",
  ].compactMap { Color($0) }
  private static let brand = Brand(
    name: "R&D \"North\"", logo: .init(base64: "iVBORw0KGgo=", width: 120, height: 40),
    palette: Palette(light: colors), links: .init(light: Color("#552200")))

  @Test("the variables of the page are the brand's, and print keeps them")
  func variables() {
    let page = HTMLRenderer(brand: Self.brand) { _ in "HASH" }.page(SampleDocument.full)
    #expect(page.components(separatedBy: "--s1:#003366;").count == 3)
    #expect(page.components(separatedBy: "--s1:#627FC4;").count == 2)
    #expect(page.contains("--link:#552200;") && page.contains("--link:#9DB4F0;"))
    #expect(!page.contains("#1F41A1;--"))
  }

  @Test("the logo stands in the page under the name, and nothing else is loaded")
  func logo() throws {
    let page = HTMLRenderer(brand: Self.brand) { _ in "HASH" }.page(SampleDocument.leadership)
    let images = PageReader(page).tags.filter { $0.name == "img" }
    let image = try #require(images.first)
    #expect(images.count == 1)
    #expect(image.value("src") == "data:image/png;base64,iVBORw0KGgo=")
    #expect(image.value("alt") == "R&amp;D &quot;North&quot;")
    #expect(image.value("width") == "120" && image.value("height") == "40")
    #expect(page.contains("img-src data:;"))
  }

  @Test("without a logo the name stands as text, without a brand nothing does")
  func name() {
    let named = HTMLRenderer(brand: Brand(name: "<b>")) { _ in "" }.page(SampleDocument.full)
    #expect(named.contains("<p class=\"brand\">&lt;b&gt;</p>\n<h1>"))
    let plain = HTMLRenderer { _ in "" }.page(SampleDocument.full)
    #expect(!plain.contains("class=\"brand\""))
  }

  @Test("figures as files take the light colours")
  func files() {
    let plain = MarkdownRenderer().render(SampleDocument.full)
    let branded = MarkdownRenderer(palette: Self.brand.palette).render(SampleDocument.full)
    #expect(plain[0] == branded[0])
    let text = branded.dropFirst().map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    #expect(text.contains("#003366") && !text.contains("#1F41A1"))
  }
}
