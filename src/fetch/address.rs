//! Addresses of pages: http and https, spelled as servers and other programs expect them.

use std::fmt;
use std::net::Ipv4Addr;

use url::{Host, Url};

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

    /// Where a server sends on to from here. Nobody out there has a say in what is asked for inside this machine or its network.
    #[must_use]
    pub(super) fn follow(&self, location: &str) -> Option<Self> {
        let next = Self::parse(Url::parse(&self.0).ok()?.join(location).ok()?.as_str())?;
        (self.is_near() || !next.is_near()).then_some(next)
    }

    /// Whether the host is this machine, or one of a network that is not the world's, as far as the address tells.
    fn is_near(&self) -> bool {
        let near = |at: Ipv4Addr| at.is_loopback() || at.is_private() || at.is_link_local() || at.is_unspecified();
        match Url::parse(&self.0).ok().as_ref().and_then(Url::host) {
            Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
            Some(Host::Ipv4(at)) => near(at),
            Some(Host::Ipv6(at)) => {
                let is_own = at.is_loopback() || at.is_unspecified() || at.is_unique_local() || at.is_unicast_link_local();
                is_own || at.to_ipv4_mapped().is_some_and(near)
            }
            None => false,
        }
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
        let follow = |from: &str, to: &str| Address::parse(from).unwrap().follow(to).map(|next| next.to_string());
        assert_eq!(follow("https://a.example/b/c", "../d").as_deref(), Some("https://a.example/d"));
        assert_eq!(follow("http://localhost/b", "http://127.0.0.1/c").as_deref(), Some("http://127.0.0.1/c"));
        for inside in
            ["http://localhost/", "http://127.1/", "http://10.0.0.7/", "http://[::1]/", "http://[::ffff:192.168.0.1]/", "file:///c"]
        {
            assert_eq!(follow("https://a.example/", inside), None, "{inside}");
        }
        assert!(Address::is_meant("HTTPS://x") && !Address::is_meant("pages/https:") && !Address::is_meant("ftp://x"));
    }
}
