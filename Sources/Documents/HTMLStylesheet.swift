import SVGCharts

/// The page's only stylesheet.
///
/// Its exact text is what the page's policy admits.
enum HTMLStylesheet {
  /// The stylesheet in the colours of a brand.
  static func text(_ brand: Brand) -> String {
    let light = ChartStyle.lightVariables(brand.palette)
    return [
      ":root{\(light);--link:\(brand.links.light);--line:#D5D9DF}",
      "@media (prefers-color-scheme:dark){:root{\(ChartStyle.darkVariables(brand.palette));"
        + "--link:\(brand.links.dark);--line:#39424D}}",
      page, tables, figures, ChartStyle.rules, phone, forced,
      "@page{size:A4;margin:14mm 15mm 15mm}\n@page leadership{size:A4;margin:12mm 15mm 11mm}",
      "@media print{\n:root{\(light);--link:#14181D;--line:#C3C9D1;color-scheme:light}\n" + print,
    ].joined(separator: "\n")
  }

  private static let page = """
    *{box-sizing:border-box}
    html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0 auto;max-width:54rem;padding:3rem 1.5rem 5rem;background:var(--page);
    color:var(--ink);font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,
    "Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
    h1,h2,h3,.key-figures .value{font-family:Charter,"Bitstream Charter","Sitka Text",
    "Iowan Old Style",Georgia,"Liberation Serif",serif;font-weight:600;line-height:1.2;
    text-wrap:balance}
    h1{font-size:clamp(2rem,6vw,2.875rem);letter-spacing:-.015em;margin:0;max-width:22ch}
    h2{font-size:1.75rem;margin:0 0 1rem;letter-spacing:-.005em}
    h3{font-size:1.3rem;margin:2.75rem 0 .75rem}
    h4{font-size:1.0625rem;font-weight:650;margin:2rem 0 .5rem}
    p,ul,ol,dl{margin:0 0 1.1rem}
    main p,main li,main dd{max-width:68ch}
    main ul:not(.key-figures),main ol{padding-left:1.3rem}
    main li+li{margin-top:.35rem}
    section{margin-top:4rem;padding-top:2rem;border-top:1px solid var(--line)}
    main:focus{outline:none}
    a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.2em}
    a:hover{text-decoration-thickness:2px}
    :focus-visible{outline:3px solid var(--link);outline-offset:3px;border-radius:2px}
    code{font-family:ui-monospace,"SFMono-Regular",Menlo,Consolas,monospace;font-size:.9em;
    background:var(--band);padding:.1em .3em;border-radius:3px}
    .skip{position:absolute;left:-999rem;top:.5rem;padding:.75rem 1rem;background:var(--page)}
    .skip:focus{left:1rem;z-index:1}
    .masthead{padding-bottom:2rem;border-bottom:3px solid var(--ink)}
    .brand{margin:0 0 1rem;font-weight:650;color:var(--muted)}
    .brand img{display:block;width:auto;height:auto;max-width:min(15rem,100%);max-height:4rem;
    padding:.3rem;background:#FFF}
    .subtitle{font-size:1.25rem;line-height:1.4;color:var(--muted);margin:.75rem 0 0}
    .details{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));
    gap:.9rem 2rem;margin:1.75rem 0 0}
    .details dt,.key-figures .label{font-size:.875rem;color:var(--muted);line-height:1.35}
    .details dd{margin:0;line-height:1.4}
    .contents{margin:2rem 0 0}
    .contents h2{font-size:1.0625rem;margin:0 0 .5rem}
    .contents ol{columns:18rem;column-gap:2.5rem;padding-left:1.6rem;margin:0}
    .contents li{break-inside:avoid}
    .contents li::marker{color:var(--muted);font-variant-numeric:tabular-nums}
    .contents a{display:inline-block;padding:.25rem 0;min-height:1.5rem}
    main>:first-child{margin-top:2.5rem}
    .masthead+main>section:first-child{border-top:0;padding-top:0}
    .definitions>div{margin:0 0 .9rem}
    .definitions dt{font-weight:650}
    .definitions dd{margin:0}
    .callout{margin:2rem 0;padding:1.1rem 1.4rem .1rem;background:var(--band);
    border-left:4px solid var(--context)}
    .callout.finding{border-left-color:var(--s1)}
    .callout.caution{border-left-color:var(--s2)}
    .callout-title{font-weight:650;margin-bottom:.4rem}
    .verdict{display:inline-flex;gap:.45em;align-items:baseline;font-size:.875rem;
    font-weight:600;line-height:1.35}
    .glyph{width:.75rem;height:.75rem;flex:none;position:relative;top:.06rem}
    .marker{color:var(--muted);white-space:nowrap}
    .page-break{border:0;border-top:1px solid var(--line);margin:3rem 0}
    footer{margin-top:4rem;padding-top:1.25rem;border-top:1px solid var(--line);
    font-size:.875rem;color:var(--muted)}
    footer p{margin:0;max-width:80ch}
    """

  private static let tables = """
    .table{margin:1.75rem calc(50% - min(50vw - 1.5rem,38rem)) 2.25rem 0}
    .notes,.table>.scorecard{max-width:51rem}
    .scroll{overflow-x:auto;padding:0 0 .25rem;width:min-content;max-width:100%;
    min-width:min(51rem,100%)}
    .callout .table{margin-right:0}
    table{border-collapse:collapse;width:100%;font-size:.9375rem;line-height:1.4;
    font-variant-numeric:tabular-nums lining-nums}
    caption{text-align:left;font-weight:650;padding:0 0 .6rem}
    caption span{display:inline-block;position:sticky;left:0;
    max-width:min(68ch,calc(100vw - 2.5rem))}
    th,td{text-align:left;vertical-align:baseline;padding:.5rem 1.1rem .5rem 0;font-weight:400;
    border-bottom:1px solid var(--line)}
    th:last-child,td:last-child{padding-right:.2rem}
    thead th{vertical-align:bottom;font-size:.875rem;font-weight:600;color:var(--muted);
    border-bottom:1.5px solid var(--ink)}
    .n{text-align:right}
    td.n,td .verdict{white-space:nowrap}
    .n+:not(.n){padding-left:.9rem}
    .unit,.i{display:block;font-weight:400}
    .i{font-size:.8125rem;line-height:1.25;color:var(--muted);white-space:nowrap}
    .dense{font-size:.875rem}
    .dense thead th{font-size:.8125rem}
    .dense th,.dense td{padding-right:.8rem}
    .dense tbody th{min-width:7rem}
    tbody th{min-width:9rem}
    .reference th,.reference td{background:var(--band)}
    .total th,.total td{font-weight:650;border-top:1.5px solid var(--ink)}
    .undeclared th,.undeclared td{color:var(--muted)}
    .notes{font-size:.875rem;line-height:1.45;color:var(--muted);margin-top:.6rem}
    .notes p{margin:0 0 .3rem}
    .file{font-size:.875rem;margin:.4rem 0 0}
    .file a{display:inline-block;min-width:1.5rem;min-height:1.5rem;line-height:1.5rem}
    .scorecard tbody th{font-weight:600;width:45%}
    .scorecard .detail{display:block;font-weight:400;font-size:.875rem;color:var(--muted)}
    .scorecard td:nth-child(2){font-weight:650}
    .key-figures{list-style:none;padding:0;display:grid;gap:0 2rem;margin:2rem 0;
    grid-template-columns:repeat(auto-fit,minmax(10rem,1fr))}
    .key-figures li{display:flex;flex-direction:column;align-items:flex-start;margin:0;
    padding:1rem 0 1.1rem;border-top:2px solid var(--ink)}
    .key-figures li+li{margin:0}
    .key-figures .value{font-size:2.25rem;margin:.35rem 0 .15rem;
    font-variant-numeric:lining-nums}
    .key-figures .detail{font-size:.875rem;color:var(--muted);line-height:1.4}
    .key-figures .verdict{margin-top:.5rem}
    """

  private static let figures = """
    figure{margin:2.5rem 0 3rem}
    .wide{max-width:46rem}
    figcaption{font-weight:650;line-height:1.4;margin:0 0 .9rem;max-width:60ch}
    .caption{max-width:68ch;font-size:.875rem;line-height:1.45;color:var(--muted);margin:.9rem 0 0}
    figure .table{margin-top:1.25rem;margin-bottom:0}
    .figure-row .table{margin-right:0}
    .narrow{display:none}
    .figure-row{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(20rem,100%),1fr));
    gap:2.25rem 3rem;margin:2.5rem 0 3rem}
    .figure-row figure{margin:0}
    .column{max-width:26rem}
    """

  /// Between a phone and a page the chart of a phone is shown, so that no text shrinks under its size.
  private static let phone = """
    @media (max-width:43rem){
    .wide{display:none}
    .narrow{display:block;max-width:28rem}
    }
    @media (max-width:54rem){
    .scorecard td.n,.scorecard .verdict{white-space:normal}
    }
    @media (max-width:34rem){
    body{padding:1.5rem 1rem 3rem;font-size:1rem}
    h2{font-size:1.5rem}
    section{margin-top:3rem;padding-top:1.5rem}
    .scorecard thead{position:absolute;width:1px;height:1px;overflow:hidden;
    clip-path:inset(50%)}
    .scorecard,.scorecard tbody,.scorecard tr,.scorecard th,.scorecard td{display:block}
    .scorecard caption{display:block}
    .scorecard tr{padding:.8rem 0;border-top:1.5px solid var(--ink)}
    .scorecard th,.scorecard td{border:0;padding:.1rem 0;text-align:left}
    .scorecard tbody th{width:auto}
    .scorecard .n+:not(.n){padding-left:0}
    .scorecard td:empty{display:none}
    .scorecard td::before{content:attr(data-label) ": ";color:var(--muted);font-weight:400}
    }
    """

  private static let forced = """
    @media (forced-colors:active){
    :root{\(ChartStyle.forcedVariables());--link:LinkText;--line:CanvasText}
    \(ChartStyle.forcedRules)
    .callout{border:1px solid CanvasText;border-left-width:4px}
    }
    """

  private static let print = """
    html{font-size:9.6pt}
    body{max-width:none;padding:0;font-size:9.6pt;line-height:1.42;
    print-color-adjust:exact;-webkit-print-color-adjust:exact}
    .skip,.contents,.file{display:none}
    .brand img{max-height:11mm}
    .wide{display:block}
    .narrow{display:none}
    .table{margin-right:0}
    .scroll,.notes,.table>.scorecard{width:auto;max-width:none;min-width:0;overflow:visible}
    table{font-size:8.6pt;line-height:1.25}
    thead th,.unit{font-size:8pt}
    th,td{padding:.22rem .6rem .22rem 0}
    .dense{font-size:7.8pt}
    .dense thead th,.dense .unit{font-size:7.3pt}
    .dense th,.dense td{padding-right:.4rem}
    .dense tbody th{min-width:4rem}
    .i{font-size:.88em;line-height:1.15}
    .dense td .verdict{font-size:7.4pt;gap:.3em}
    .n+:not(.n){padding-left:.3rem}
    td .verdict{font-size:8.2pt}
    .scorecard td.n,.scorecard .verdict{white-space:normal}
    tbody th{min-width:4.5rem}
    .table{margin-top:1rem;margin-bottom:1.2rem}
    .notes{margin-top:.35rem;font-size:7.8pt;line-height:1.35}
    .notes p{display:inline}
    caption{padding-bottom:.25rem}
    caption span{max-width:none}
    figure{margin:1.1rem 0 1.3rem}
    figure .wide{max-width:122mm}
    figcaption{margin-bottom:.4rem;max-width:none}
    .caption{margin-top:.35rem;font-size:8pt}
    h2{font-size:17pt;margin-bottom:.6rem}
    h3{font-size:12.5pt;margin:1.4rem 0 .4rem}
    p,ul,ol,dl{margin-bottom:.7rem}
    main li+li{margin-top:.15rem}
    .definitions{columns:2;column-gap:2rem}
    .definitions>div{margin-bottom:.35rem;break-inside:avoid}
    main p,main li,main dd{max-width:none}
    .callout{margin:1.1rem 0;padding:.7rem 1rem .1rem}
    thead{display:table-header-group}
    tr,.wide,figcaption,caption,.figure-row figure,.callout,.key-figures li{break-inside:avoid}
    .caption,.notes{break-before:avoid}
    h2,h3,h4,caption,figcaption,thead,tbody tr:first-child{break-after:avoid}
    tbody tr:last-child{break-before:avoid}
    p,li{orphans:3;widows:3}
    section{margin-top:2rem;padding-top:1rem}
    .figure-row{grid-template-columns:1fr 1fr;gap:1.5rem 2rem}
    .page-break{break-after:page;border:0;margin:0}
    a[href^="https:"]::after{content:" (" attr(href) ")";font-size:.85em;
    overflow-wrap:anywhere}
    .leadership{page:leadership;font-size:8.6pt;line-height:1.3}
    .leadership h1{font-size:18pt;max-width:none}
    .leadership h2{font-size:11.5pt;margin-bottom:.2rem}
    .leadership h3{font-size:10pt;margin:.7rem 0 .25rem}
    .leadership .subtitle{font-size:10.5pt;margin-top:.25rem}
    .leadership .masthead{padding-bottom:.5rem;border-bottom-width:2px}
    .leadership .details{grid-template-columns:repeat(4,1fr);gap:.2rem 1.2rem;
    margin-top:.5rem}
    .leadership .details dt,.leadership .key-figures .label,.leadership .notes,
    .leadership .caption,.leadership .detail,.leadership .verdict,.leadership footer{
    font-size:7.8pt;line-height:1.25}
    .leadership .scorecard .detail{display:inline;font-size:7.8pt;margin-left:.6em}
    .leadership thead th{font-size:7.8pt}
    .leadership td.n,.leadership td .verdict{white-space:nowrap}
    .leadership main>:first-child{margin-top:.6rem}
    .leadership section{margin-top:.5rem;padding-top:.4rem}
    .leadership p,.leadership ul,.leadership ol{margin-bottom:.35rem}
    .leadership main p,.leadership main li{max-width:none}
    .leadership main li+li{margin-top:.1rem}
    .leadership table{font-size:8.4pt;line-height:1.25}
    .leadership th,.leadership td{padding-top:.16rem;padding-bottom:.16rem}
    .leadership .table{margin:.4rem 0 .5rem}
    .leadership caption{padding-bottom:.15rem}
    .leadership .key-figures{margin:.6rem 0;gap:0 1.2rem;
    grid-template-columns:repeat(auto-fit,minmax(7rem,1fr))}
    .leadership .key-figures li{padding:.35rem 0}
    .leadership .key-figures .value{font-size:15pt;margin:.1rem 0 0}
    .leadership .key-figures .verdict{margin-top:.15rem}
    .leadership .callout{margin:.5rem 0;padding:.4rem .8rem .1rem}
    .leadership figure{margin:.5rem 0;max-width:none}
    .leadership figure .wide{max-width:135mm}
    .leadership figcaption{margin-bottom:.25rem}
    .leadership .caption{margin-top:.25rem}
    .leadership .figure-row{margin:.5rem 0;gap:.5rem 1.5rem}
    .leadership .column{max-width:78mm}
    .leadership figure .table{display:none}
    .leadership footer{margin-top:.6rem;padding-top:.35rem}
    }
    """
}
