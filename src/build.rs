//! Tells the tests whether the five real pages lie beside this checkout.

fn main() {
    println!("cargo::rustc-check-cfg=cfg(has_seeds)");
    println!("cargo::rerun-if-changed=../shared/seeds/expected.json");
    if std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds/expected.json").is_file() {
        println!("cargo::rustc-cfg=has_seeds");
    }
}
