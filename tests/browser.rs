//! The page of `compare --html` in a headless browser: it loads nothing, fits wide and narrow windows, can be read in light and dark, and
//! printed. Without Chromium on this machine these count as ignored.

#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used, reason = "a test says so by panicking")]

#[path = "common/home.rs"]
mod home;

use std::fs;
use std::path::Path;
use std::process::Command;

use home::Home;
use serde_json::Value;

/// Measures the page in a frame of a width, and writes what it found as JSON into the document.
///
/// Contrast as WCAG 2.2 has it: every text against the nearest background that is painted.
const PROBE: &str = r#"<!doctype html><meta charset="utf-8"><body><script>
const channels = color => { const m = color.match(/[\d.]+/g).map(Number); return { rgb: m.slice(0, 3), a: m.length > 3 ? m[3] : 1 }; };
const luminance = rgb => { const [r, g, b] = rgb.map(c => { c /= 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
const contrast = (a, b) => { const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
async function probe(width) {
  const frame = document.createElement("iframe");
  frame.style.cssText = `width:${width}px;height:900px;border:0`;
  frame.src = "page.html";
  document.body.append(frame);
  await new Promise(done => frame.onload = done);
  const page = frame.contentDocument, view = frame.contentWindow;
  const background = element => { for (let at = element; at; at = at.parentElement) {
    const color = channels(view.getComputedStyle(at).backgroundColor); if (color.a === 1) return color.rgb; } return [255, 255, 255]; };
  let weakest = { ratio: 99 };
  const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !element.getClientRects().length || element.closest(".unseen, .skip")) continue;
    const ratio = contrast(channels(view.getComputedStyle(element).color).rgb, background(element));
    if (ratio < weakest.ratio) weakest = { ratio, text: texts.currentNode.data.slice(0, 40), of: element.tagName + "." + element.className };
  }
  const rows = [...page.querySelectorAll(".passages tbody tr")];
  const box = page.querySelector(".switch input");
  const shown = () => rows.filter(row => row.getClientRects().length).length;
  const all = shown(); box.click(); const differing = shown(); box.click();
  const pair = rows.find(row => row.querySelector("td.a p") && row.querySelector("td.b p"));
  const [a, b] = ["td.a p", "td.b p"].map(side => pair.querySelector(side).getBoundingClientRect());
  const found = { width: page.documentElement.scrollWidth, weakest, all, differing, level: Math.abs(a.top - b.top) < 2, beside: a.right < b.left,
    dark: luminance(background(page.body)) < 0.2, loaded: view.performance.getEntriesByType("resource").length };
  frame.remove();
  return found;
}
(async () => { const out = {}; for (const width of [1280, 700, 360]) out[width] = await probe(width);
  const pre = document.createElement("pre"); pre.id = "found"; pre.textContent = JSON.stringify(out); document.body.append(pre); })();
</script>"#;

fn browser(home: &Home, arguments: &[&str]) -> Vec<u8> {
    let mut command = Command::new(env!("PARALLAX_TEST_BROWSER"));
    let profile = format!("--user-data-dir={}", home.path("profile").display());
    let usual = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
    command.args(usual).args(["--disable-component-update", "--disable-sync", "--allow-file-access-from-files", &profile]);
    let output = command.args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// A home with the page of two self-written reports, and a file that measures it.
fn with_page() -> Home {
    let home = Home::new();
    let reports = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pairs/metro");
    for side in ["left.txt", "right.txt"] {
        home.page(side, fs::read(reports.join(side)).unwrap());
    }
    let ran = home.run(&["compare", "--html", "page.html", "left.txt", "right.txt"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{}", ran.messages);
    home.page("probe.html", PROBE);
    home
}

fn measured(home: &Home, scheme: &str) -> Value {
    let probe = format!("file://{}", home.path("probe.html").display());
    let dumped =
        browser(home, &[&format!("--blink-settings=preferredColorScheme={scheme}"), "--virtual-time-budget=10000", "--dump-dom", &probe]);
    let dumped = String::from_utf8(dumped).unwrap();
    let found = dumped.split("<pre id=\"found\">").nth(1).unwrap_or_else(|| panic!("{dumped}")).split("</pre>").next().unwrap();
    serde_json::from_str(&found.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")).unwrap()
}

#[test]
#[cfg_attr(not(has_browser), ignore = "Chromium is not on this machine")]
fn it_can_be_read_wide_and_narrow_in_light_and_dark() {
    let home = with_page();
    // As Chromium counts them: 0 is dark, 1 is light.
    for (scheme, is_dark) in [("0", true), ("1", false)] {
        let found = measured(&home, scheme);
        for width in ["1280", "700", "360"] {
            let page = &found[width];
            assert!(page["width"].as_u64().unwrap() <= width.parse().unwrap(), "wider than its window: {found}");
            assert!(page["weakest"]["ratio"].as_f64().unwrap() >= 4.5, "too little contrast: {found}");
            assert!(page["differing"].as_u64() < page["all"].as_u64() && page["differing"].as_u64() > Some(0), "{found}");
            assert_eq!((page["dark"].as_bool(), page["loaded"].as_u64()), (Some(is_dark), Some(0)), "{found}");
        }
        assert_eq!((&found["1280"]["level"], &found["1280"]["beside"]), (&true.into(), &true.into()), "paired passages face each other");
        assert_eq!(found["360"]["beside"], false, "narrow windows stack the sides");
    }
}

#[test]
#[cfg_attr(not(has_browser), ignore = "Chromium is not on this machine")]
fn it_can_be_printed() {
    let home = with_page();
    let (page, pdf) = (format!("file://{}", home.path("page.html").display()), home.path("page.pdf"));
    browser(&home, &["--no-pdf-header-footer", &format!("--print-to-pdf={}", pdf.display()), &page]);
    let printed = fs::read(pdf).unwrap();
    assert!(printed.starts_with(b"%PDF-") && printed.len() > 10_000, "{} bytes", printed.len());
}
