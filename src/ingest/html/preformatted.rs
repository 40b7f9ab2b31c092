//! A page that only wraps a plain text: most of it stands in one preformatted element, as wires and archives save their copy.

use dom_query::Document;

use super::nesting;
use crate::ingest::code;
use crate::ingest::page::Page;

/// Of the page's letters, the share that such an element has: in percent.
const LEAST_SHARE: usize = 70;

/// The least lines of such a text.
const LEAST_LINES: usize = 4;

/// The text of the preformatted element that holds most of a page, unless it is a program; its lines are those of the text.
pub(in crate::ingest) fn preformatted(html: &str, page: &Page) -> Option<String> {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    // The tag may be written in capitals.
    if !html.contains("<pre") && !html.contains("<PRE") {
        return None;
    }
    let whole: usize = page.blocks.iter().map(|block| letters(&block.text)).sum();
    let document = Document::from(&*nesting::bounded(html));
    let text = document.select("pre").iter().map(|element| element.text().to_string()).max_by_key(String::len)?;
    let is_most = letters(&text) * 100 >= whole * LEAST_SHARE;
    (is_most && text.lines().filter(|line| !line.trim().is_empty()).count() >= LEAST_LINES && !code::is_code(&text)).then_some(text)
}

#[cfg(test)]
mod tests {
    use crate::ingest::{Options, ingest};

    #[test]
    fn wire_copy_in_one_element_is_read_as_a_text() {
        let page = "<html><head><title>wire/0312.txt</title></head><body><pre>\nKELL WIRE 0312\n\nObservatory turns to the south\n\nBy Nils Orr\n4 March 2025\n\n\
                    The observatory of Kell will turn its big mirror to the south in\nautumn, its head said on Tuesday, after nine years in the north.\n\n\
                    The mirror is six metres wide, and it takes a crew of twelve a\nwhole week to turn it without a scratch, she told reporters.\n</pre></body></html>";
        let article = ingest(page.as_bytes(), "page.html", Options::default()).unwrap().article;
        assert_eq!((article.title(), article.author().as_deref()), (Some("Observatory turns to the south"), Some("Nils Orr")));
        assert_eq!(article.body.paragraphs().len(), 2, "{}", article.body.text());
    }

    #[test]
    fn an_example_in_a_page_is_no_page() {
        let parts =
            "The program reads a list of herons and prints how many there are in each place, which is all that the office asks for. "
                .repeat(4);
        let page = format!(
            "<body><h1>How to count herons</h1><p>By Eva Lind</p><p>{parts}</p><pre>count herons\nshow herons\nprint\nstop</pre><p>{parts}</p></body>"
        );
        let article = ingest(page.as_bytes(), "page.html", Options::default()).unwrap().article;
        assert!(article.body.text().starts_with("The program reads"));
    }
}
