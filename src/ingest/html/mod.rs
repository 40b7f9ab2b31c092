//! A saved HTML page -> its blocks, where each stands in the tree of elements, and what the page says of itself to machines.

pub(super) mod class;
mod features;
pub(super) mod said;
pub(super) mod tree;
mod walk;

use dom_query::Document;

use super::page::Page;
use crate::text::sanitize::Cleaned;

pub(super) use features::features;

/// Reads an HTML page; broken markup is read as browsers read it.
pub(super) fn read(html: &str) -> (Page, Cleaned) {
    let document = Document::from(html);
    let said = said::read(&document);
    let walk::Walked { blocks, tree, marks, cleaned } = walk::walk(&document, &said);
    let said = said::Said { marks: marks.into_list(), ..said };
    let page = Page { said, ..Page::new(None, blocks, Some(tree)) };
    (page, cleaned)
}
