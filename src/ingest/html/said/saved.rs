//! When a page was saved, in the comment that the tool which saved it left in it: `SingleFile` and the web archive.

use dom_query::{NodeData, NodeRef};

use crate::text::span::{Span, after};

/// What stands before the time in such a comment, in small letters.
const CUES: &[&str] = &["saved date:", "file archived on"];

/// What stands behind it, besides the end of the line.
const ENDS: &[&str] = &[" and retrieved", "("];

/// The most bytes of such a comment, and of a time.
const LONGEST_COMMENT: usize = 4096;
/// See [`LONGEST_COMMENT`].
const LONGEST: usize = 60;

/// The time in a comment, as written.
pub(super) fn time(comment: &NodeRef<'_>) -> Option<String> {
    comment.query_or(None, |node| match &node.data {
        NodeData::Comment { contents } => written(contents),
        _ => None,
    })
}

fn written(comment: &str) -> Option<String> {
    if comment.len() > LONGEST_COMMENT {
        return None;
    }
    let small = comment.to_ascii_lowercase();
    let start = CUES.iter().find_map(|cue| small.find(cue).map(|at| at + cue.len()))?;
    let rest = after(&small, start);
    let line = rest.lines().next()?.len();
    let end = ENDS.iter().filter_map(|mark| rest.find(mark)).min().map_or(line, |end| end.min(line));
    let time = Span::new(start, start + end).of(comment).trim();
    (!time.is_empty() && time.len() <= LONGEST).then(|| time.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_in_comments() {
        for (comment, want) in [
            (
                "\n Page saved with SingleFile \n url: https://post.example/a \n saved date: Tue Feb 06 2024 10:00:00 GMT+0100 (Central)\n",
                Some("Tue Feb 06 2024 10:00:00 GMT+0100"),
            ),
            ("\n FILE ARCHIVED ON 02:32:42 Jan 06, 2011 AND RETRIEVED FROM THE ARCHIVE ON", Some("02:32:42 Jan 06, 2011")),
            (" saved from url=(0031)https://post.example/a ", None),
            (" saved date: \n", None),
        ] {
            assert_eq!(written(comment).as_deref(), want, "{comment}");
        }
    }
}
