//! The short addresses of pictures and pages that posts of social networks end in, glued to their last word: `#springpic.twitter.com/…`.

use crate::text::span::{after, before};

/// How such addresses begin.
const ADDRESSES: &[&str] = &["https://t.co/", "http://t.co/", "pic.twitter.com/", "pic.x.com/"];

/// The most bytes of an address.
const LONGEST: usize = 40;

/// A text without the addresses that it ends in, and what was taken off.
pub(super) fn without_picture_links(text: &str) -> Option<(String, String)> {
    if !text.bytes().rev().take(LONGEST).any(|byte| byte == b'/') {
        return None;
    }
    let mut end = text.len();
    loop {
        let kept = before(text, end).trim_end();
        let start = kept.len().saturating_sub(LONGEST);
        let Some(at) = ADDRESSES.iter().filter_map(|address| kept.rfind(address)).max().filter(|&at| at >= start) else { break };
        if after(kept, at).contains(char::is_whitespace) {
            break;
        }
        end = at;
    }
    (end < text.len()).then(|| (before(text, end).trim_end().to_owned(), after(text, end).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::without_picture_links;

    #[test]
    fn addresses_at_the_end_of_posts() {
        for (text, want) in [
            ("We planted forty oaks. #springpic.twitter.com/a1B2c3", Some(("We planted forty oaks. #spring", "pic.twitter.com/a1B2c3"))),
            ("Forty oaks https://t.co/Xy9 pic.twitter.com/Zz", Some(("Forty oaks", "https://t.co/Xy9 pic.twitter.com/Zz"))),
            ("The mayor (https://t.co/Xy9 is her address) planted oaks.", None),
            ("She wrote on twitter.com that it rained.", None),
        ] {
            let want = want.map(|(kept, taken)| (kept.to_owned(), taken.to_owned()));
            assert_eq!(without_picture_links(text), want, "{text}");
        }
    }
}
