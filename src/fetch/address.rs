//! Addresses of pages: http and https, spelled as servers and other programs expect them.

use std::fmt;

use url::Url;

/// The address of a page: without a fragment, names of hosts in ASCII.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Address(String);

impl Address {
    /// Whether a text is meant as an address rather than as a file's name.
    #[must_use]
    pub fn is_meant(text: &str) -> bool {
        let scheme = text.split_once("://").map(|(scheme, _)| scheme);
        scheme.is_some_and(|scheme| ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)))
    }

    /// Takes a text for an address; `None` for what is none, and for one with a name and a password in it, which would be kept and shown.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut url = Url::parse(text.trim()).ok()?;
        let is_web = matches!(url.scheme(), "http" | "https") && url.has_host();
        if !is_web || !url.username().is_empty() || url.password().is_some() {
            return None;
        }
        url.set_fragment(None);
        Some(Self(url.into()))
    }

    /// As text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_spelled_alike() {
        for (text, want) in [
            ("https://post.example/pier", Some("https://post.example/pier")),
            (" HTTP://Post.Example:80/a b#top", Some("http://post.example/a%20b")),
            ("https://zeitung-köln.example/", Some("https://xn--zeitung-kln-zfb.example/")),
            ("https://ann:secret@post.example/", None),
            ("file:///etc/passwd", None),
            ("https://", None),
            ("pages/pier.html", None),
        ] {
            assert_eq!(Address::parse(text).as_ref().map(Address::as_str), want, "{text}");
        }
        assert!(Address::is_meant("HTTPS://x") && !Address::is_meant("pages/https:") && !Address::is_meant("ftp://x"));
    }
}
