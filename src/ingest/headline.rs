//! Tells the lines of a page that repeat its title.

/// The most words of a site's name behind a title, marks among them.
const SITE_WORDS: usize = 7;

/// The most words above a title in its heading: `Storm at sea:`.
const KICKER_WORDS: usize = 4;

/// Whether a text, whose comparison key is given, is the title, alone, with the site's name behind it, or with a word or two and a mark before it; the title is folded.
pub(super) fn is_title(text: &str, folded: &str, title: &str) -> bool {
    if title.is_empty() || text.len() > 3 * title.len() + 60 {
        return false;
    }
    let behind = folded.strip_prefix(title).map(str::trim_start);
    let is_site = |rest: &str| rest.starts_with(['-', '|', ':', '•', '»']) && rest.split(' ').count() <= SITE_WORDS;
    let before = folded.strip_suffix(title).map(str::trim_end);
    let is_kicker = |rest: &str| rest.ends_with([':', '|', '-', '!', '?', '•', '+']) && rest.split(' ').count() <= KICKER_WORDS;
    behind.is_some_and(|rest| rest.is_empty() || is_site(rest)) || before.is_some_and(is_kicker)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::key;

    #[test]
    fn the_title_may_have_a_name_or_a_kicker_beside_it() {
        for (text, want) in [
            ("Harbour to close", true),
            ("HARBOUR to close | Harbour Post", true),
            ("Dredging: Harbour to close", true),
            ("Now it is clear! Harbour to close", true),
            ("Harbour to close in April", false),
            ("Council of Orne wants the harbour to close", false),
        ] {
            assert_eq!(is_title(text, &key(text), "harbour to close"), want, "{text}");
        }
        assert!(!is_title("Harbour", "harbour", ""));
    }
}
