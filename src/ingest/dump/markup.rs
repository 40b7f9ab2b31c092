//! Takes the marks of Markdown off a line: what stays are the words a reader of the page saw.

use std::borrow::Cow;

use crate::text::span::{Span, after, before};

/// The words of a line without emphasis marks, escapes, and the addresses of links; a plain line is not copied.
pub(in crate::ingest) fn plain(line: &str) -> Cow<'_, str> {
    if !line.contains(['*', '_', '\\', ']', '`']) {
        return Cow::Borrowed(line);
    }
    let mut out = String::with_capacity(line.len());
    let mut brackets = Brackets::default();
    let mut at = 0;
    while let Some(c) = after(line, at).chars().next() {
        let next = at + c.len_utf8();
        at = match c {
            '\\' if after(line, next).starts_with(is_escaped) => {
                out.extend(after(line, next).chars().next());
                next + 1
            }
            '*' | '_' | '`' => emphasis(line, at, c, &mut out),
            '[' => {
                brackets.open(&mut out);
                next
            }
            ']' => match address(line, next) {
                Some(end) if brackets.close_link(&mut out) => end,
                _ => {
                    out.push(c);
                    next
                }
            },
            _ => {
                out.push(c);
                next
            }
        };
    }
    Cow::Owned(out)
}

/// Opening brackets whose closing ones are still to come, as places in the output.
#[derive(Default)]
struct Brackets(Vec<usize>);

impl Brackets {
    fn open(&mut self, out: &mut String) {
        self.0.push(out.len());
        out.push('[');
    }

    /// Takes the opening bracket of a link out again, with the `!` of a picture; false when there is none.
    fn close_link(&mut self, out: &mut String) -> bool {
        let Some(open) = self.0.pop() else { return false };
        let is_picture = before(out, open).ends_with('!');
        // A link's words are short; a bracket opened long ago is the author's own, and moving a long tail would not be linear.
        if out.len() - open > LONGEST_LINK {
            return false;
        }
        out.remove(open);
        if is_picture {
            out.remove(open - 1);
        }
        true
    }
}

/// The most bytes of a link's words or of its address.
const LONGEST_LINK: usize = 500;

/// The end of a link's address that begins at `at` (`(https://…)`), if one does.
fn address(line: &str, at: usize) -> Option<usize> {
    let rest = after(line, at).strip_prefix('(')?;
    let is_address = ["http", "/", "#", "<", "mailto:", "www.", ".", "?"].iter().any(|start| rest.starts_with(start));
    let mut depth = 1;
    for (offset, c) in rest.char_indices().take_while(|(offset, _)| is_address && *offset < LONGEST_LINK) {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            '[' => return None,
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1 + offset + 1);
        }
    }
    None
}

/// Copies a run of emphasis marks unless it marks emphasis: then it touches a word on one side only.
fn emphasis(line: &str, at: usize, mark: char, out: &mut String) -> usize {
    let run = after(line, at).chars().take_while(|c| *c == mark).count();
    let end = at + run;
    let previous = before(line, at).chars().next_back();
    let next = after(line, end).chars().next();
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let inside_word = is_word(previous) && is_word(next);
    let stands_alone = is_blank(previous) && is_blank(next) && run == 1;
    let marks_emphasis = if mark == '*' { !stands_alone && (run > 1 || !inside_word) } else { !inside_word && !stands_alone && run <= 3 };
    if !marks_emphasis {
        out.push_str(Span::new(at, end).of(line));
    }
    end
}

fn is_escaped(c: char) -> bool {
    c.is_ascii_punctuation()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_words_stay() {
        for (line, want) in [
            ("plain words, nothing else", "plain words, nothing else"),
            ("(_Wire_) — The **new** port *opens*", "(Wire) — The new port opens"),
            ("the country**** and more", "the country and more"),
            ("see [the report](https://example.org/a_(b)) now", "see the report now"),
            ("![A ship](/img/ship.jpg) at sea", "A ship at sea"),
            ("[![logo](/l.png)](https://example.org)", "logo"),
            ("He said [the mayor] was right (later)", "He said [the mayor] was right (later)"),
            ("[sic](he meant it)", "[sic](he meant it)"),
            ("1\\. First \\- and second", "1. First - and second"),
            ("snake_case_name and 2*3*4", "snake_case_name and 2*3*4"),
            ("rated * by all", "rated * by all"),
            ("C:\\temp", "C:\\temp"),
        ] {
            assert_eq!(plain(line), want, "{line}");
        }
    }

    #[test]
    fn many_brackets_take_linear_time() {
        let line = "[".repeat(200_000) + &"](/a)".repeat(200_000);
        assert_eq!(plain(&line), "");
    }
}
