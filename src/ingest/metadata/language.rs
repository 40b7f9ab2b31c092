//! The language of the report: what its own words show, then what the page shows as a whole, then what it declares.

use crate::article::{Evidence, Found};
use crate::ingest::language::{detect, is_believable};
use crate::ingest::page::Page;

/// Words of the report that are looked at.
const ENOUGH_WORDS: usize = 200;

/// The language of a report with these paragraphs on a page, as a BCP 47 code. Templates declare what they were made with: a declared
/// language counts only where the text does not contradict it.
pub(in crate::ingest) fn language<'a>(page: &Page, body: impl Iterator<Item = &'a str>) -> Option<Found<String>> {
    let words: Vec<&str> = body.flat_map(str::split_ascii_whitespace).take(ENOUGH_WORDS).collect();
    let fits = |code: &str| is_believable(code, words.iter().copied());
    let shown = detect(words.iter().copied()).map(|(_, code)| code).or_else(|| page.language.filter(|code| fits(code)));
    let declared = page.said.language.as_deref();
    let mut found = match (shown, declared) {
        (Some(code), _) => Found::new(code.to_owned(), Evidence::Text),
        (None, Some(code)) if fits(code) => return Some(Found::new(code.to_owned(), Evidence::Metadata)),
        _ => return None,
    };
    let is_same = |code: &str| code.split(['-', '_']).next().is_some_and(|main| main.eq_ignore_ascii_case(&found.value));
    if declared.is_some_and(is_same) {
        found.from.push(Evidence::Metadata);
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::block::Block;
    use crate::ingest::html::said::Said;

    #[test]
    fn the_text_is_believed_before_the_template() {
        const DANISH: &str = "Borgmesteren sagde mandag, at broen ikke bliver åbnet for alle, og det er der en grund til, for den er \
                              revnet over en længde på fire meter.";
        const UNKNOWN: &str = "Juz fala wenda korim lossa, tervi mak juz ontela darim fossa. ";
        let unknown = UNKNOWN.repeat(6);
        for (text, declared, want) in [
            (DANISH, Some("en"), Some("da (text)")),
            (DANISH, Some("da-DK"), Some("da (text, metadata)")),
            (DANISH, None, Some("da (text)")),
            (unknown.as_str(), Some("en-US"), None),
            (&unknown, Some("mt"), Some("mt (metadata)")),
            (&unknown, None, None),
        ] {
            let blocks = vec![Block::plain(text)];
            let said = Said { language: declared.map(str::to_owned), ..Said::default() };
            let page = Page { said, ..Page::new(None, blocks, None) };
            let found = language(&page, std::iter::once(text)).map(|found| format!("{} ({})", found.value, found.describe()));
            assert_eq!(found.as_deref(), want, "{text} {declared:?}");
        }
    }
}
