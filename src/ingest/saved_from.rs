//! What tools that save a whole page into one file leave in it: the page's address in a comment, and pictures and fonts as data.

use std::borrow::Cow;

use crate::text::span::{Span, after, before};

/// What stands before an address in the comment at the top: of `SingleFile`, and of browsers that save a page with its pictures.
const ADDRESS_CUES: &[&str] = &["page saved with singlefile", "saved from url=", "saved from:"];

/// Characters at the top of a page among which the comment stands.
const TOP: usize = 8_192;

/// The address in the comment that a tool left at the top of an HTML page. The day in it is the day of saving, and says nothing of the report.
pub(super) fn address(html: &str) -> Option<String> {
    let top = html.char_indices().nth(TOP).map_or(html, |(end, _)| before(html, end));
    let comments = top.split("<!--").skip(1).filter_map(|rest| rest.split_once("-->")).map(|(comment, _)| comment);
    let is_left_by_tool = |comment: &&str| {
        let comment = comment.to_ascii_lowercase();
        ADDRESS_CUES.iter().any(|cue| comment.contains(cue))
    };
    comments.filter(is_left_by_tool).find_map(|comment| {
        let start = comment.find("http")?;
        let address: String = after(comment, start).chars().take_while(|c| !c.is_whitespace()).collect();
        (address.starts_with("http://") || address.starts_with("https://")).then_some(address)
    })
}

/// What stands before embedded data.
const DATA: &str = ";base64,";

/// Letters of embedded data that are left alone: a report may write of it.
const SHORTEST_DATA: usize = 256;

/// The text without embedded pictures and fonts: they are most of such a file, and no text.
pub(super) fn without_data(text: &str) -> Cow<'_, str> {
    if !text.contains(DATA) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() / 2);
    let mut at = 0;
    for (cue, _) in text.match_indices(DATA).map(|(at, cue)| (at + cue.len(), cue)) {
        let is_letter = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'%' | b'-' | b'_');
        let letters = text.as_bytes().iter().skip(cue).take_while(|byte| is_letter(byte)).count();
        if cue >= at && letters >= SHORTEST_DATA {
            out.push_str(Span::new(at, cue).of(text));
            at = cue + letters;
        }
    }
    out.push_str(after(text, at));
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_in_comments() {
        for (html, want) in [
            (
                "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://post.example/a?b=1 \n saved date: Tue Nov 28 2023 \n--><meta charset=utf-8>",
                Some("https://post.example/a?b=1"),
            ),
            ("<!-- saved from url=(0031)https://post.example/a -->\n<html>", Some("https://post.example/a")),
            ("<html><!-- built by https://builder.example --><p>Text", None),
            ("<!-- Page saved with SingleFile url: file:///a.html -->", None),
            ("<!-- saved from url=(0031)https://post.example/a", None),
        ] {
            assert_eq!(address(html).as_deref(), want, "{html}");
        }
    }

    #[test]
    fn embedded_data_goes() {
        let picture = "iVBORw0KGgo+/".repeat(40);
        let page = format!("<img src=\"data:image/png;base64,{picture}=\"><p>Text</p><img src='data:image/gif;base64,R0lGOD'> é");
        assert_eq!(without_data(&page), "<img src=\"data:image/png;base64,\"><p>Text</p><img src='data:image/gif;base64,R0lGOD'> é");
        assert!(matches!(without_data("no data"), Cow::Borrowed(_)));
        let many = ";base64,".repeat(100_000);
        assert_eq!(without_data(&many), many);
    }
}
