//! Tells Markdown from the plain text of a page by its marks, where they are of many kinds and nothing else is around the text.
//!
//! Dumps of pages have headings, links and emphasis too, but with the page's menus: runs of links, lists of links, links to places on
//! the page itself.

use crate::text::span::first_chars;

/// The least kinds of marks that a text has by no chance.
const LEAST_KINDS: usize = 3;

/// Characters that are looked at.
const PROLOGUE: usize = 1 << 16;

/// The least share of lines with words that begin with a paragraph's letter and not with a mark.
const LEAST_PROSE: f32 = 0.4;

/// Whether a text without front matter is surely Markdown: a heading first, marks of three kinds and more, and no menus.
pub(in crate::ingest) fn is_markdown(text: &str) -> bool {
    let mut lines = first_chars(text, PROLOGUE).lines().map(str::trim_end).filter(|line| !line.is_empty());
    let Some(first) = lines.next() else { return false };
    if heading_level(first) != Some(1) || is_only_links(first) {
        return false;
    }
    let mut found = Marks::default();
    let mut in_fence = false;
    for line in lines {
        if line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~") {
            in_fence = !in_fence;
            found.fences += 1;
        } else if !in_fence {
            found.add(line);
        }
    }
    found.are_markdown()
}

/// How often each kind of mark stands in a text.
#[derive(Debug, Default)]
struct Marks {
    lines: usize,
    prose: usize,
    headings: usize,
    first_level: usize,
    links: usize,
    emphasis: usize,
    items: usize,
    quotes: usize,
    fences: usize,
    /// Lines that are links and nothing else, and links to places on the page.
    menus: usize,
}

impl Marks {
    fn add(&mut self, line: &str) {
        self.lines += 1;
        let text = line.trim_start();
        let item = ["- ", "* ", "+ "].iter().find_map(|mark| text.strip_prefix(mark)).or_else(|| numbered(text));
        self.menus += usize::from(is_only_links(item.unwrap_or(text)) || text.contains("](#"));
        self.links += usize::from(text.contains("](http"));
        self.emphasis += usize::from(is_stressed(item.unwrap_or(text)));
        match (heading_level(text), item) {
            (Some(level), _) => {
                self.headings += 1;
                self.first_level += usize::from(level == 1);
            }
            (None, Some(_)) => self.items += 1,
            (None, None) if text.starts_with("> ") => self.quotes += 1,
            (None, None) => self.prose += usize::from(text.len() >= 60),
        }
    }

    fn are_markdown(&self) -> bool {
        let kinds = [self.headings, self.links, self.emphasis, self.items, self.quotes, self.fences];
        let is_prose = self.prose as f32 >= LEAST_PROSE * (self.lines - self.items.min(self.lines)) as f32;
        kinds.iter().filter(|count| **count > 0).count() >= LEAST_KINDS && self.menus == 0 && self.first_level == 0 && is_prose
    }
}

/// The level of a heading that is marked by `#`.
fn heading_level(line: &str) -> Option<usize> {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    ((1..=6).contains(&level) && line.as_bytes().get(level) == Some(&b' ')).then_some(level)
}

/// What stands behind the number of an item.
fn numbered(line: &str) -> Option<&str> {
    line.split_once(". ")
        .filter(|(number, _)| (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit()))
        .map(|(_, it)| it)
}

/// Whether a line has words between stars or underscores.
fn is_stressed(line: &str) -> bool {
    ["**", "*", "_"].iter().any(|mark| {
        line.match_indices(mark).any(|(at, _)| {
            let bytes = line.as_bytes();
            let opens = at == 0 || bytes.get(at - 1).is_some_and(|before| !before.is_ascii_alphanumeric());
            opens && bytes.get(at + mark.len()).is_some_and(u8::is_ascii_alphanumeric)
        })
    })
}

/// Whether a line is links and nothing else.
fn is_only_links(line: &str) -> bool {
    let mut rest = line.trim_start_matches(['#', ' ', '!']);
    let mut has_any = false;
    while let Some(inside) = rest.strip_prefix(['[', '!']) {
        let Some((_, behind)) = inside.split_once("](") else { return false };
        let Some((_, behind)) = behind.split_once(')') else { return false };
        rest = behind.trim_start_matches([' ', '|', '·', '•', ',', ')', ']', '*', '_']);
        has_any = true;
    }
    has_any && rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARAGRAPH: &str = "The old harbour of Orne will be closed from April until the autumn, the town said on Monday evening.";

    #[test]
    fn marks_of_three_kinds_and_no_menu() {
        for (text, want) in [
            (format!("# Harbour\n\n{PARAGRAPH}\n\n## Why\n\nSee **here** and {PARAGRAPH}\n\n- one\n- two\n"), true),
            (
                format!("# Harbour\n\n{PARAGRAPH}\n\n> Quoted.\n\n1. one\n2. two\n\nSo said [Jane](https://x.example/jane), {PARAGRAPH}"),
                true,
            ),
            (format!("# Harbour\n\n{PARAGRAPH}\n\n```\ncode\n# comment\n```\n\n* one\n\n_{PARAGRAPH}_"), true),
            // Marks of too few kinds.
            (format!("# Harbour\n\n{PARAGRAPH}\n\n* one\n* two\n"), false),
            (format!("# Harbour\n\n{PARAGRAPH}\n"), false),
            (format!("{PARAGRAPH}\n\n## Why\n\n**here**\n\n- one\n"), false),
            // Dumps: menus, links on the page, several headings of the first level.
            (format!("# Harbour\n\n* [Home](/)\n* [News](/news)\n\n## Why\n\n{PARAGRAPH}\n\n**Share**\n"), false),
            (format!("# Harbour\n\n[Skip to content](#main)\n\n## Why\n\n{PARAGRAPH}\n\n- one\n\n**b**\n"), false),
            (format!("# Harbour Post\n\n# Harbour closes\n\n{PARAGRAPH}\n\n## Why\n\n- one\n\n**b**\n"), false),
            ("# Menu\n\n## News\n\n- Sport\n\n**Share**\n\nLog in\n\nSearch\n".to_owned(), false),
            (String::new(), false),
        ] {
            assert_eq!(is_markdown(&text), want, "{text}");
        }
    }
}
