//! A text that is linked throughout: an anchor that was left open, or put around the whole of it, says of no line that it leads elsewhere.

use rustc_hash::FxHashMap;

use super::tree::{Tag, Tree};
use crate::ingest::block::Block;

/// The least words of a paragraph.
const LEAST_WORDS: usize = 12;

/// Of the words in paragraphs, the share that is linked on no page of reports: in percent.
const MOST_LINKED: usize = 60;

/// Takes the links off the paragraphs, headings and lines of an element where most paragraphs of the page stand, linked each.
pub(super) fn without_wrapping(blocks: &[Block], tree: &mut Tree) {
    let words = |block: &Block| block.text.split(' ').count();
    let is_paragraph = |block: &Block| block.text.ends_with(['.', '!', '?', '"', '”', '»', '。']) && words(block) >= LEAST_WORDS;
    let (mut all, mut linked) = (0, 0);
    let mut by_element = FxHashMap::<usize, usize>::default();
    for (at, block) in blocks.iter().enumerate().filter(|(_, block)| is_paragraph(block)) {
        all += words(block);
        if tree.places[at].is_link() {
            linked += words(block);
            *by_element.entry(tree.parent(at)).or_default() += words(block);
        }
    }
    let most = by_element.into_iter().max_by_key(|&(element, words)| (words, std::cmp::Reverse(element)));
    let Some((element, _)) = most.filter(|&(_, words)| linked * 100 > all * MOST_LINKED && words * 2 > linked) else { return };
    for at in 0..blocks.len() {
        if is_paragraph(&blocks[at]) || tree.places[at].tag == Tag::Heading || tree.stands_in(at, element) {
            tree.places[at].linked = 0.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::{Options, ingest};

    const PARTS: [&str; 4] = [
        "The observatory of Kell will turn its big mirror to the south in autumn, its head said on Tuesday, after nine years in the north.",
        "The mirror is six metres wide, and it takes a crew of twelve a whole week to turn it without a scratch, she told reporters.",
        "The southern sky has not been looked at from Kell since the old dome was taken down, because the hill was in the way.",
        "The hill will be cut by four metres in July, and the stones go into the new road between Kell and the coast.",
    ];

    #[test]
    fn a_link_around_everything_is_none() {
        let open: String = PARTS.iter().map(|part| format!("<p>{part}</p>")).collect();
        let each: String = PARTS.iter().map(|part| format!("<p><a href='/kell'>{part}</a></p>")).collect();
        let head = "<h1>Observatory turns to the south</h1><p>By Nils Orr</p><p>4 March 2025</p>";
        for page in [
            format!("<body><div><a href='/'>Home</div>{head}{open}</body>"),
            format!("<body>{head}<a href='/kell'>{open}</a></body>"),
            format!("<body>{head}{each}</body>"),
        ] {
            let article = ingest(page.as_bytes(), "page.html", Options::default()).unwrap().article;
            assert_eq!(article.body.text(), PARTS.join("\n"), "{page}");
        }
    }
}
