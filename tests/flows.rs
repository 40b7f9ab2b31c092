//! Keys in, screens out: the real app on a small library.

#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used, reason = "a test says so by panicking")]

mod common;

use common::Harness;

#[test]
fn look() {
    let mut harness = Harness::new(120, 36);
    println!("{}", harness.screen());
    println!("{}", harness.keys("jj<Enter>").screen());
}
