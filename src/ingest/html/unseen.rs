//! Text that a page has but shows only by a script: templates, what it has for browsers without scripts, the text for machines.

use crate::text::span::{after, before};

/// Types of scripts that are markup.
const TEMPLATES: &[&str] = &["template", "text/html"];

/// The page with its templates and its parts for browsers without scripts opened; `None` when it has none.
pub(super) fn opened(html: &str) -> Option<String> {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    let mut has_any = false;
    while let Some(at) = rest.find('<') {
        out.push_str(before(rest, at));
        rest = after(rest, at);
        let length = rest.find('>').map_or(rest.len(), |end| end + 1);
        let tag = before(rest, length);
        rest = after(rest, length);
        match Opening::of(tag) {
            Opening::Template(end) => {
                let content = find_ignoring_case(rest, end).unwrap_or(rest.len());
                out.extend(["<div>", before(rest, content), "</div>"]);
                rest = after(rest, content);
                has_any = true;
            }
            Opening::Script => {
                let content = find_ignoring_case(rest, "</script").unwrap_or(rest.len());
                out.extend([tag, before(rest, content)]);
                rest = after(rest, content);
            }
            Opening::Other => out.push_str(tag),
        }
    }
    out.push_str(rest);
    has_any.then_some(out)
}

/// What a tag opens.
enum Opening {
    /// A part that is opened, and how it ends.
    Template(&'static str),
    /// A script that is one; a tag in it is none.
    Script,
    Other,
}

impl Opening {
    fn of(tag: &str) -> Self {
        let tag = before(tag, tag.char_indices().nth(300).map_or(tag.len(), |(at, _)| at)).to_ascii_lowercase();
        if tag.starts_with("<noscript") {
            Self::Template("</noscript")
        } else if tag.starts_with("<template") {
            Self::Template("</template")
        } else if !tag.starts_with("<script") {
            Self::Other
        } else if TEMPLATES.iter().any(|kind| tag.contains(kind)) {
            Self::Template("</script")
        } else {
            Self::Script
        }
    }
}

/// Where a needle in small ASCII letters that begins with `<` stands.
fn find_ignoring_case(text: &str, needle: &str) -> Option<usize> {
    text.match_indices('<').map(|(at, _)| at).find(|&at| {
        let found = text.as_bytes().get(at..at + needle.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(needle.as_bytes()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_opened() {
        for (html, want) in [
            ("<p>a</p><script>if (a < b) '<noscript>'</script>", None),
            ("<p>a</p><noscript><p>b</p></noscript>", Some("<p>a</p><div><p>b</p></div></noscript>")),
            ("<SCRIPT TYPE='text/template'><p>b</SCRIPT>c", Some("<div><p>b</div></SCRIPT>c")),
            ("<template id=x>b", Some("<div>b</div>")),
            ("no tags", None),
            ("a < b", None),
        ] {
            assert_eq!(opened(html).as_deref(), want, "{html}");
        }
    }
}
