//! Rows of tables of data: short cells that make sense together, and are one line.

use dom_query::NodeRef;

/// The cells of such a row.
const CELLS: std::ops::RangeInclusive<usize> = 2..=12;

/// The most bytes of a cell; longer ones hold paragraphs.
const LONGEST_CELL: usize = 90;

/// The most nodes in a row.
const MOST_NODES: usize = 160;

/// Elements that no row of data holds.
const OTHER: &[&str] = &["table", "pre", "code", "form", "h1", "h2", "h3", "ul", "ol", "blockquote"];

/// Whether an element is a row of data.
pub(super) fn is_row_of_data(row: &NodeRef<'_>) -> bool {
    let (mut cells, mut nodes) = (0, 0);
    for cell in row.children_it(false).filter(NodeRef::is_element).take(CELLS.end() + 1) {
        let is_cell = cell.qual_name_ref().is_some_and(|name| matches!(&*name.local, "td" | "th"));
        let Some(length) = length(&cell, &mut nodes).filter(|length| is_cell && *length <= LONGEST_CELL) else { return false };
        cells += usize::from(length > 0);
    }
    CELLS.contains(&cells)
}

/// The bytes of text in a cell; none of one that is no line.
fn length(cell: &NodeRef<'_>, nodes: &mut usize) -> Option<usize> {
    let mut length = 0;
    for node in cell.descendants_it() {
        *nodes += 1;
        if node.is_text() {
            length += node.text().trim().len();
        }
        let is_other = node.qual_name_ref().is_some_and(|name| OTHER.contains(&&*name.local));
        if is_other || *nodes > MOST_NODES || length > LONGEST_CELL {
            return None;
        }
    }
    Some(length)
}

#[cfg(test)]
mod tests {
    use crate::article::Fate;
    use crate::ingest::{Options, ingest};

    const ABOVE: &str =
        "The region of Tarn counted its herons for the third time, and there are more of them than ten years ago, it said on Friday.";
    const BELOW: &str =
        "The next count is planned for 2028, when the two reservoirs are filled again and the reeds have grown back, the office said.";

    #[test]
    fn a_row_is_one_line() {
        let rows = [("Place", "Herons"), ("Upper Tarn", "214"), ("Old Weir", "87"), ("Salt Flats", "9")];
        let table: String = rows.iter().map(|(place, count)| format!("<tr><td><p>{place}</p></td><td>{count}</td></tr>")).collect();
        let page = format!(
            "<body><h1>More herons in Tarn</h1><p>By Eva Lind</p><p>{ABOVE}</p><p>{BELOW}</p><table>{table}</table><p>{ABOVE} {BELOW}</p></body>"
        );
        let article = ingest(page.as_bytes(), "page.html", Options::default()).unwrap().article;
        let of_table: Vec<_> = article.page.iter().filter(|block| block.text.contains("; ")).collect();
        assert_eq!(of_table.len(), rows.len());
        assert!(of_table.iter().any(|block| block.text == "Upper Tarn; 214"));
        let kept = of_table.iter().filter(|block| matches!(block.fate, Fate::Body(_))).count();
        assert!(kept == 0 || kept == rows.len(), "{of_table:?}");
    }
}
