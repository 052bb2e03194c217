// What the checks ask of a page. Every function returns a list of problems in words.
window.probes = (() => {
  const shown = (element) => element.getClientRects().length > 0;
  const charts = () => [...document.querySelectorAll("svg.chart")].filter(shown);
  const name = (element) => {
    const figure = element.closest("figure");
    return (figure && figure.id) || element.id || element.tagName.toLowerCase();
  };
  const words = (element) => element.textContent.trim().slice(0, 40);

  // Channels 0 to 1 of a computed colour.
  const channels = (color) => {
    const parts = (color.match(/[\d.]+/g) || []).map(Number);
    if (color.startsWith("color(")) return parts.slice(-3);
    return parts.slice(0, 3).map((part) => part / 255);
  };
  const luminance = (color) => {
    const [red, green, blue] = channels(color).map((part) =>
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, two) => {
    const [low, high] = [luminance(one), luminance(two)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const isClear = (color) => 
    color === "none" || color === "transparent" || /^rgba\(.*, 0\)$/.test(color);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (!isClear(color)) return color;
    }
    return "rgb(255, 255, 255)";
  };

  // Texts of one chart neither overlap nor leave the drawing.
  //
  // A text's box is its line box, taller than its letters; a pixel at every side is forgiven.
  const layout = () => {
    const problems = [];
    for (const chart of charts()) {
      const whole = chart.getBoundingClientRect();
      const texts = [...chart.querySelectorAll("text")].map((text) => {
        const box = text.getBoundingClientRect();
        return {
          words: words(text), left: box.left + 1, right: box.right - 1, top: box.top + 1,
          bottom: box.bottom - 1,
        };
      });
      texts.forEach((one, index) => {
        if (one.left < whole.left - 1 || one.right > whole.right + 1 || one.top < whole.top - 2 ||
            one.bottom > whole.bottom + 2) {
          problems.push(`${name(chart)}: "${one.words}" leaves the drawing`);
        }
        for (const two of texts.slice(index + 1)) {
          if (one.left < two.right && two.left < one.right && one.top < two.bottom &&
              two.top < one.bottom) {
            problems.push(`${name(chart)}: "${one.words}" lies on "${two.words}"`);
          }
        }
      });
    }
    return problems;
  };

  // No text of a chart is drawn under 12 pixels.
  const size = () => {
    const problems = [];
    for (const chart of charts()) {
      const scale = chart.getScreenCTM().a;
      const smallest = Math.min(...[...chart.querySelectorAll("text")].map((text) =>
        parseFloat(getComputedStyle(text).fontSize) * scale));
      if (smallest < 11.95) {
        problems.push(`${name(chart)}: text of ${smallest.toFixed(1)} pixels`);
      }
    }
    return problems;
  };

  // The text of charts reaches 4.5 against what it stands on.
  const chartContrast = () => {
    const problems = [];
    for (const chart of charts()) {
      const page = ground(chart);
      const shapes = [...chart.querySelectorAll(":scope > :not(text):not(title):not(desc):not(defs)")];
      const boxes = shapes.map((shape) => {
        const style = getComputedStyle(shape);
        return { fill: style.fill, box: shape.getBoundingClientRect(), shape };
      }).filter((one) => !isClear(one.fill) && !one.fill.includes("url("));
      for (const text of chart.querySelectorAll("text")) {
        const box = text.getBoundingClientRect();
        const before = boxes.filter((one) =>
          one.shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING);
        // The middle and the two ends of the letters.
        for (const x of [box.left + 1, (box.left + box.right) / 2, box.right - 1]) {
          const y = (box.top + box.bottom) / 2;
          const below = before.filter(({ box }) =>
            box.left <= x && x <= box.right && box.top <= y && y <= box.bottom).pop();
          const paper = below ? below.fill : page;
          const ratio = contrast(getComputedStyle(text).fill, paper);
          if (ratio < 4.5) {
            problems.push(`${name(chart)}: "${words(text)}" has a contrast of ${ratio.toFixed(2)}`);
            break;
          }
        }
      }
    }
    return problems;
  };

  // The page scrolls down only; what is wider than the window stands in a part that scrolls.
  const reflow = () => {
    const problems = [];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) {
      problems.push(`the page is ${document.documentElement.scrollWidth} pixels wide`);
    }
    for (const element of document.body.querySelectorAll("*")) {
      if (!shown(element) || element.closest(".scroll, .skip, .scorecard thead")) continue;
      const box = element.getBoundingClientRect();
      if (box.right > width + 1) {
        problems.push(`${name(element)} "${words(element)}" ends at ${Math.round(box.right)}`);
      }
    }
    return problems;
  };

  // No text is cut off by the element that holds it.
  const clipped = () => {
    const problems = [];
    for (const element of document.body.querySelectorAll("*")) {
      if (!shown(element) || element.closest("svg, .scorecard thead")) continue;
      const style = getComputedStyle(element);
      const hides = [style.overflowX, style.overflowY].some((way) =>
        way === "hidden" || way === "clip");
      if (hides && (element.scrollWidth > element.clientWidth + 1 ||
                    element.scrollHeight > element.clientHeight + 1)) {
        problems.push(`${name(element)} cuts "${words(element)}"`);
      }
    }
    return problems;
  };

  // Sets text as WCAG 1.4.12 lets a reader set it.
  const spread = () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}" +
      "p{margin-bottom:2em!important}");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  };

  const stops = () => [...document.querySelectorAll("a[href], [tabindex='0']")].filter(shown);
  // Whether the element with the focus shows it: its number, and what is wrong.
  const focus = () => {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    let problem = "";
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) {
      problem = "shows no outline";
    } else if (contrast(style.outlineColor, ground(element.parentElement || element)) < 3) {
      problem = "has a faint outline";
    } else if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) {
      problem = "is out of sight";
    }
    return { number: stops().indexOf(element), problem, words: words(element) };
  };

  const captions = () => [...document.querySelectorAll("table")].map((table) => ({
    id: table.id, caption: words(table.caption), inFigure: !!table.closest("figure"),
    last: words(table.querySelector("tbody tr:last-child th") || table),
  }));

  return {
    layout, size, chartContrast, reflow, clipped, spread, stops, focus, captions,
  };
})();
