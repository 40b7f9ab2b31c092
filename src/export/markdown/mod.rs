//! Values -> Markdown with tables, as GitHub and most note books read it; every foreign word is escaped.

mod comparison;
mod escape;

pub use comparison::comparisons;
pub(super) use escape::{code, inline, line as escaped_line, link};

/// Rows of cells as a table under a heading of the same length; an empty cell stays one.
pub(super) fn table(heading: &[&str], rows: &[Vec<String>]) -> String {
    let row = |cells: Vec<&str>| format!("| {} |\n", cells.join(" | "));
    let mut out = row(heading.to_vec());
    out.push_str(&row(heading.iter().map(|name| if name.is_empty() { ":-:" } else { "---" }).collect()));
    for cells in rows {
        out.push_str(&row(cells.iter().map(String::as_str).collect()));
    }
    out
}
