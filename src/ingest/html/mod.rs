//! A saved HTML page -> its blocks, where each stands in the tree of elements, and what the page says of itself to machines.

mod beside;
pub(super) mod class;
mod features;
mod links;
mod neighbours;
mod nesting;
mod part;
mod preformatted;
mod program;
mod richness;
mod row;
pub(super) mod said;
pub(super) mod tree;
mod unseen;
mod walk;

use dom_query::Document;

use super::block::Block;
use super::page::Page;
use crate::text::sanitize::{self, Cleaned};

pub(super) use features::features;
pub(super) use preformatted::preformatted;

/// Reads an HTML page; broken markup is read as browsers read it.
pub(super) fn read(html: &str) -> (Page, Cleaned) {
    let document = Document::from(&*nesting::bounded(html));
    let said = said::read(&document);
    let walk::Walked { blocks, mut tree, marks, cleaned } = walk::walk(&document, &said);
    links::without_wrapping(&blocks, &mut tree);
    let said = said::Said { marks: marks.into_list(), ..said };
    let page = Page { said, ..Page::new(None, blocks, Some(tree)) };
    (page, cleaned)
}

/// Other readings of an HTML page on which no article was seen: with its templates opened, what it gives to machines as the
/// article, and what to its own program.
pub(super) fn other_readings(html: &str, seen: &Page) -> impl Iterator<Item = Page> {
    let opened = || unseen::opened(html).map(|html| read(&html).0);
    let for_machines = || {
        let text = seen.said.body.as_deref().or_else(|| seen.said.updates.first().map(|update| update.text.as_str()))?;
        let blocks = sanitize::clean(text).0.lines().filter(|line| !line.trim().is_empty()).map(Block::plain).collect();
        // The marks tell of blocks of the page as it is seen.
        let said = said::Said { marks: Vec::new(), ..seen.said.clone() };
        Some(Page { said, ..Page::new(None, blocks, None) })
    };
    std::iter::once_with(opened).chain(std::iter::once_with(for_machines)).chain(std::iter::once_with(|| of_program(html, seen))).flatten()
}

/// What an HTML page gives to its own program as the article.
pub(super) fn of_program(html: &str, seen: &Page) -> Option<Page> {
    let page = read(&program::article(html, &seen.said)?).0;
    let said = said::Said { marks: Vec::new(), ..seen.said.clone() };
    Some(Page { said, ..page })
}
