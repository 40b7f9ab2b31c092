//! Tells the tests what lies beside this checkout and on this machine: the five real pages, and a browser.

use std::env;
use std::path::Path;

/// Names under which Chromium is installed.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

fn main() {
    println!("cargo::rustc-check-cfg=cfg(has_seeds, has_browser)");
    println!("cargo::rerun-if-changed=../shared/seeds/expected.json");
    if Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds/expected.json").is_file() {
        println!("cargo::rustc-cfg=has_seeds");
    }
    println!("cargo::rerun-if-env-changed=PATH");
    let folders = env::var_os("PATH").unwrap_or_default();
    let found = env::split_paths(&folders).find_map(|folder| BROWSERS.iter().map(|name| folder.join(name)).find(|path| path.is_file()));
    if found.is_some() {
        println!("cargo::rustc-cfg=has_browser");
    }
    println!("cargo::rustc-env=PARALLAX_TEST_BROWSER={}", found.unwrap_or_else(|| BROWSERS[0].into()).display());
}
