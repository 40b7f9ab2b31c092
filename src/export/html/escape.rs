//! Foreign words inside HTML: text and attributes, never tags.

use crate::text::sanitize::clean_line;

/// Words on one line, as text or as the value of an attribute in double quotes.
pub(super) fn escape(text: &str) -> String {
    let text = clean_line(text);
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// A language as the value of `lang`; nothing but what such a code may have.
pub(super) fn language(code: Option<&str>) -> String {
    let is_code = |code: &&str| !code.is_empty() && code.len() <= 35 && code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    code.filter(is_code).map(|code| format!(" lang=\"{code}\"")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_foreign_becomes_a_tag() {
        assert_eq!(escape("<b a=\"1\" c='2'>&\n</b>\u{1b}[0m"), "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp; &lt;/b&gt;");
        assert_eq!(language(Some("pt-BR")), " lang=\"pt-BR\"");
        assert_eq!(language(Some("en\" onload=\"x")), "");
    }
}
