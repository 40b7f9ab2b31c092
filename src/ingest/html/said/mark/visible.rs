//! The text of an element as readers see it.

use dom_query::NodeRef;

use crate::text::span::before;

/// The most nodes that are looked at inside one element, and the most bytes of its text.
pub(super) const MOST_NODES: usize = 60;

/// See [`MOST_NODES`].
const LONGEST: usize = 200;

/// The text inside an element; `None` when it is longer than a name or a date.
pub(super) fn visible(node: &NodeRef<'_>) -> Option<String> {
    let mut text = String::new();
    let mut last_words = 0;
    for (count, inner) in node.descendants_it().enumerate() {
        if count >= MOST_NODES || text.len() > LONGEST {
            return None;
        }
        if !inner.is_text() || inner.parent().is_some_and(|parent| parent.has_name("script") || parent.has_name("style")) {
            continue;
        }
        let piece = inner.text();
        let piece = before(&piece, piece.floor_char_boundary(LONGEST + 1));
        let words = piece.split_whitespace().count();
        if words == 0 {
            continue;
        }
        // Two names in elements of their own; a word alone may be half a name.
        let names =
            last_words >= 2 && words >= 2 && text.ends_with(char::is_alphabetic) && piece.trim_start().starts_with(char::is_uppercase);
        text.push_str(match (text.is_empty(), names) {
            (true, _) => "",
            (false, true) => " | ",
            (false, false) => " ",
        });
        text.extend(piece.split_whitespace().flat_map(|word| [word, " "]));
        text.truncate(text.trim_end().len());
        last_words = words;
    }
    (text.len() <= LONGEST).then_some(text)
}
