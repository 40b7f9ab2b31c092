//! Foreign words inside Markdown: shown as they are, never taken for marks.

use crate::text::sanitize::clean_line;

/// Words on one line, wherever on it they stand.
pub(in crate::export) fn inline(text: &str) -> String {
    let text = clean_line(text);
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        // A dollar sign opens a formula on some sites, a colon after a scheme a link that nobody wrote.
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' | '$' | '^' | '=') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Words that open a line: also what would make a list, a heading or a rule of them.
pub(in crate::export) fn line(text: &str) -> String {
    let escaped = inline(text.trim());
    let digits = escaped.chars().take_while(char::is_ascii_digit).count();
    let mut out = String::with_capacity(escaped.len() + 1);
    for (at, c) in escaped.chars().enumerate() {
        let opens_item = at == 0 && matches!(c, '-' | '+') || digits > 0 && at == digits && matches!(c, '.' | ')');
        if opens_item {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Words between the marks that make them strong. Marks that touch a sign on the wrong side would be shown as asterisks: there tags stand.
pub(in crate::export) fn strong(before: Option<char>, words: &str, after: Option<char>) -> String {
    let inner = words.trim();
    let Some((first, last)) = inner.chars().next().zip(inner.chars().next_back()) else { return inline(words) };
    let head: String = words.chars().take_while(|c| c.is_whitespace()).collect();
    let tail: String = words.chars().rev().take_while(|c| c.is_whitespace()).collect();
    let touches = |neighbour: Option<char>| neighbour.is_some_and(char::is_alphanumeric);
    let opens = first.is_alphanumeric() || !head.is_empty() || !touches(before);
    let closes = last.is_alphanumeric() || !tail.is_empty() || !touches(after);
    let (open, close) = if opens && closes { ("**", "**") } else { ("<strong>", "</strong>") };
    format!("{head}{open}{}{close}{tail}", inline(inner))
}

/// Something of which every character counts, within backticks.
pub(in crate::export) fn code(text: &str) -> String {
    let text = clean_line(text);
    let fence = "`".repeat(longest_run(&text) + 1);
    let blank = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    // A bar ends a table's cell, also within backticks.
    format!("{fence}{blank}{}{blank}{fence}", text.replace('|', "\\|"))
}

fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// An address as a link that shows itself.
pub(in crate::export) fn link(address: &str) -> String {
    let kept = |c: char| !matches!(c, '<' | '>' | '|' | '\\');
    let address: String = clean_line(address).chars().filter(|c| kept(*c) && !c.is_whitespace()).collect();
    format!("<{address}>")
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Options, Parser, html};

    use super::*;

    fn rendered(markdown: &str) -> String {
        let mut out = String::new();
        // All but what puts other marks in the place of straight ones.
        html::push_html(&mut out, Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION));
        out.trim().to_owned()
    }

    #[test]
    fn foreign_words_are_shown_as_they_are() {
        for words in [
            "*not strong* _nor_ this_one",
            "[no](link) and <b>no tag</b> &amp; no entity",
            "# no heading",
            "- no item",
            "+ no item",
            "12. no item",
            "3) no item",
            "> no quotation",
            "a | b",
            "~~kept~~ ==kept== ^kept^",
            "![no](picture.png)",
            "costs $5 or $6",
            "---",
            "``` no fence",
            "back\\slash \\* here",
        ] {
            let shown = rendered(&line(words));
            let want = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            assert_eq!(shown, format!("<p>{want}</p>"), "{words}");
        }
    }

    #[test]
    fn strong_words_are_strong_whatever_stands_beside_them() {
        for (before, words, after) in
            [("a ", "goat", " b"), ("a", "“goat”", "b"), ("(", "5%", ")"), ("x ", "€5", "m"), ("a ", "goat ", "b"), ("猫", "“五”", "頭")]
        {
            let written = strong(before.chars().next_back(), words, after.chars().next());
            let shown = rendered(&format!("{before}{written}{after}"));
            let (inner, tail) = (words.trim(), if words.ends_with(' ') { " " } else { "" });
            assert_eq!(shown, format!("<p>{before}<strong>{inner}</strong>{tail}{after}</p>"));
        }
    }

    #[test]
    fn code_keeps_every_character() {
        for words in ["a.txt", "a`b.txt", "`a``", "a*b_c"] {
            assert_eq!(rendered(&code(words)), format!("<p><code>{words}</code></p>"));
        }
    }

    #[test]
    fn an_address_stays_one_link() {
        let shown = rendered(&link("https://a.example/x?y=1|2> [no](b)"));
        assert_eq!(shown, "<p><a href=\"https://a.example/x?y=12%5Bno%5D(b)\">https://a.example/x?y=12[no](b)</a></p>");
    }
}
