//! The short addresses of pictures and pages that posts of social networks end in, glued to their last word: `#springpic.twitter.com/…`.

use crate::text::span::{after, before};

/// How such addresses begin.
const ADDRESSES: &[&str] = &["https://t.co/", "http://t.co/", "pic.twitter.com/", "pic.x.com/"];

/// The most addresses of a block.
const MOST: usize = 20;

/// A text without them, and what was taken out.
pub(super) fn without_picture_links(text: &str) -> Option<(String, String)> {
    let (mut kept, mut taken) = (text.to_owned(), Vec::new());
    for _ in 0..MOST {
        let Some(at) = ADDRESSES.iter().filter_map(|address| kept.find(address)).min() else { break };
        let rest = after(&kept, at);
        let length = rest.find(|c: char| c.is_whitespace() || matches!(c, '"' | '”' | ')' | '»')).unwrap_or(rest.len());
        taken.push(before(rest, length).to_owned());
        let (head, tail) = (before(&kept, at).trim_end(), after(rest, length).trim_start());
        kept = if head.is_empty() || tail.is_empty() { format!("{head}{tail}") } else { format!("{head} {tail}") };
    }
    (!taken.is_empty()).then(|| (kept, taken.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::without_picture_links;

    #[test]
    fn addresses_at_the_end_of_posts() {
        for (text, want) in [
            ("We planted forty oaks. #springpic.twitter.com/a1B2c3", Some(("We planted forty oaks. #spring", "pic.twitter.com/a1B2c3"))),
            ("Forty oaks https://t.co/Xy9 pic.twitter.com/Zz", Some(("Forty oaks", "https://t.co/Xy9 pic.twitter.com/Zz"))),
            ("She wrote on twitter.com that it rained.", None),
        ] {
            let want = want.map(|(kept, taken)| (kept.to_owned(), taken.to_owned()));
            assert_eq!(without_picture_links(text), want, "{text}");
        }
    }
}
