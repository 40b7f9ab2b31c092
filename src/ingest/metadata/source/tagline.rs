//! What wikis write below their titles: `From Harbourpedia, the free encyclopedia of ports`.

use super::Candidate;
use crate::article::Evidence;
use crate::text::fold::key;
use crate::text::span::after;

/// What stands before and behind the name, folded: English, German, French, Spanish.
const TAGLINES: &[(&str, &[&str])] = &[
    ("from ", &[", the free ", ", the open ", ", the encyclopedia "]),
    ("aus ", &[", der freien ", ", einem freien ", ", dem freien "]),
    ("un article de ", &[", l'", ", le ", ", la "]),
    ("de ", &[", la enciclopedia libre", ", la fuente libre", ", l'encyclopedie libre"]),
];

/// The most words of a name.
const MOST_WORDS: usize = 3;

/// The outlet by the line below the title that says what the page is from.
pub(super) fn in_tagline(text: &str) -> Option<Candidate> {
    let (head, _) = text.split_once(',')?;
    let (folded_head, folded) = (key(head), key(after(text, head.len())));
    let fits =
        |(start, further): &&(&str, &[&str])| folded_head.starts_with(start) && further.iter().any(|words| folded.starts_with(words));
    let (start, _) = TAGLINES.iter().find(fits)?;
    let words = start.split_whitespace().count();
    let (at, _) = head.match_indices(' ').nth(words - 1)?;
    let name = after(head, at).trim();
    let is_name = name.split(' ').count() <= MOST_WORDS && name.split(' ').all(|word| word.starts_with(char::is_uppercase));
    is_name.then(|| Candidate { name: name.to_owned(), from: Evidence::Masthead, worth: 2.5 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_in_a_tagline() {
        for (text, want) in [
            ("From Portpedia, the free encyclopedia of ports", Some("Portpedia")),
            ("Aus Hafenwiki, der freien Enzyklopädie", Some("Hafenwiki")),
            ("Un article de Portnews, l’information libre", Some("Portnews")),
            ("De Puertopedia, la enciclopedia libre", Some("Puertopedia")),
            ("From Monday, the ferry sails twice a day", None),
            ("From the harbour, the light can be seen", None),
            ("From Portpedia", None),
        ] {
            assert_eq!(in_tagline(text).map(|found| found.name).as_deref(), want, "{text}");
        }
    }
}
