//! Posts of social networks as pages embed them: their lines, and below them `— Name (@handle) date`.

use std::ops::Range;

use super::block::{Block, Mark};

/// The most words of the line that says whose a post is.
const LONGEST_SIGNATURE: usize = 16;

/// The most lines of a post.
const MOST_LINES: usize = 6;

/// The blocks of each post, from its first line to the one that says whose it is.
pub(super) fn posts(blocks: &[Block]) -> impl Iterator<Item = Range<usize>> + '_ {
    (1..blocks.len()).filter(|&at| is_signature(&blocks[at].text)).map(|at| start(blocks, at)..at + 1)
}

/// Marks the lines of posts as quotations.
pub(super) fn mark(blocks: &mut [Block]) {
    let lines: Vec<usize> = posts(blocks).flatten().collect();
    for at in lines {
        blocks[at].mark = Mark::Quote;
    }
}

/// Where the post that ends in a signature begins: with the quotation that it ends, else with the paragraph above.
fn start(blocks: &[Block], signature: usize) -> usize {
    let may_be = |at: &usize| !is_signature(&blocks[*at].text);
    let quoted = (signature.saturating_sub(MOST_LINES)..signature).rev().take_while(|at| blocks[*at].mark == Mark::Quote && may_be(at));
    let above = || Some(signature - 1).filter(|at| blocks[*at].mark == Mark::None && may_be(at));
    quoted.last().or_else(above).unwrap_or(signature)
}

/// `— Name (@handle) February 5, 2024`.
fn is_signature(text: &str) -> bool {
    if !text.starts_with(['—', '–', '-']) {
        return false;
    }
    let is_short = text.split(' ').nth(LONGEST_SIGNATURE).is_none();
    let handle = text.split_once("(@").and_then(|(_, rest)| rest.split_once(')')).map(|(handle, _)| handle);
    let is_handle =
        |handle: &str| !handle.is_empty() && handle.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '@' | '-'));
    is_short && handle.is_some_and(is_handle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_ends_in_the_line_that_says_whose_it_is() {
        let mut blocks =
            ["The town said so.", "We go.", "— Paula Lund (@paula_lund) February 5, 2024", "— Paula Lund (mayor)", "It voted."]
                .map(Block::plain);
        assert_eq!(posts(&blocks).next(), Some(1..3));
        assert_eq!(posts(&blocks).count(), 1);
        mark(&mut blocks);
        assert_eq!(blocks.map(|block| block.mark == Mark::Quote), [false, true, true, false, false]);
    }
}
