/// Labels that try to act in one sink or another.
enum HostileLabels {
  static let all = markup + markdown + svg + formulas + terminal + other

  static let markup = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</style><style>*{}</style>",
    "]]>", "--&gt;", "<!-- -->", "&lt;script&gt;", "' onmouseover='x",
  ]
  static let markdown = [
    "[x](javascript:alert(1))", "![x](http://example.org/x.png)", "a | b | c", "`code`",
    "``` fence", "# heading", "- item", "+ item", "1. item", "12) item", "> quote", "* item",
    "[ref]: http://example.org", "<b>bold</b>", "***", "---", "===", "~~gone~~", "_x_ __y__",
    "http://example.org", "https://example.org/a_b", "www.example.org", "someone@example.org",
    "@someone", "#12", "see #12", "\\", "a\\", "&amp; &copy; &#60;", "$x$", "    indented",
    " # spaced heading", "line\n# heading", "[^1]", "[^1]: note", "a  ",
    "| --- |", ":--- ", "!\u{5B}x](y)",
  ]
  static let svg = [
    "\" onload=\"alert(1)", "</text><foreignObject>", "xlink:href=\"http://example.org\"",
    "url(http://example.org)", "<use href='#x'/>", "</title><script/>",
  ]
  static let formulas = [
    "=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1", " =1", "|cmd", "%x", "\u{2212}3",
  ]
  static let terminal = [
    "\u{1B}[31mred", "\u{1B}]0;title\u{07}x", "\u{9B}2J", "a\nERROR forged", "a\r\nb",
    "\u{08}\u{7F}",
    "\u{1B}P1$r\u{1B}\\x", "\u{1B}",
  ]
  static let other = [
    "%s %n {{x}} ${x} {0}", "\u{202E}drow\u{202C}", "\u{2066}x\u{2069}", "a\u{200B}b\u{FEFF}c",
    "a\u{2028}b\u{2029}c\u{85}d", "a\u{0}b", "\u{E0041}tag", "\u{FFFE}",
    String(repeating: "long ", count: 2_000),
  ]
}
