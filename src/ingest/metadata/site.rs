//! What a site calls itself: its names for machines and its address; these are cut off titles and are no authors.

use crate::ingest::html::said::Said;
use crate::text::fold::key;

/// The most names of a site; a page states a few.
const MOST_SITE_NAMES: usize = 12;

/// A site's names for itself.
#[derive(Debug, Default)]
pub(super) struct Site<'a> {
    names: &'a [String],
    /// The host of the page's address, `www.` cut off.
    host: Option<&'a str>,
}

impl<'a> Site<'a> {
    /// Reads what the page says of its site.
    pub(super) fn of(said: &'a Said) -> Self {
        Self { names: said.sources.get(..MOST_SITE_NAMES).unwrap_or(&said.sources), host: said.url.as_deref().and_then(host) }
    }

    /// Whether a name is the site's: one that it gives itself, or that of its address (`Harbour Post` of `harbourpost.example`).
    pub(super) fn is(&self, name: &str) -> bool {
        let is_own = |name: &str| self.names.iter().any(|own| super::source::same(own, name));
        is_own(name) || without_domain(name).is_some_and(is_own) || self.host.is_some_and(|host| is_of(host, name))
    }

    /// Whether the address is named so, an article before it aside: `Courier` of `thecourier.example`.
    pub(super) fn is_in_address(&self, name: &str) -> bool {
        self.host.is_some_and(|host| is_of(host, name) || is_of(host, &format!("the {name}")))
    }

    /// Whether a name is the site's with a word for its trade or a desk behind it: `Harbour News` of Harbour, `Harbour staff reporter`.
    pub(super) fn begins(&self, name: &str) -> bool {
        let name = key(name);
        let bare = |own: &String| key(own).trim_start_matches("the ").to_owned();
        self.names.iter().any(|own| name.strip_prefix(&bare(own)).is_some_and(|rest| rest.starts_with(' ')))
    }

    /// The host of the page's address.
    pub(super) fn host(&self) -> Option<&'a str> {
        self.host
    }
}

/// The name in front of a domain: `Harbour Post` of `Harbour Post.example`, `KÜSTE` of `KÜSTE.de`.
fn without_domain(name: &str) -> Option<&str> {
    let (bare, domain) = name.rsplit_once('.')?;
    let is_domain = (2..=7).contains(&domain.len()) && domain.bytes().all(|byte| byte.is_ascii_lowercase());
    (is_domain && bare.chars().count() > 2).then_some(bare)
}

/// The host of an address without `www.`; none for the archives that keep copies of other sites' pages.
fn host(url: &str) -> Option<&str> {
    const ARCHIVES: &[&str] = &["web.archive.org", "archive.org", "archive.is", "archive.today"];
    let (_, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (host.contains('.') && !ARCHIVES.contains(&host)).then_some(host)
}

/// Whether a host is named so: its own label or all of it.
fn is_of(host: &str, name: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let name = letters(name);
    let labels: Vec<&str> = host.split('.').collect();
    // `co.uk` and the like are two labels that say nothing.
    let endings = if labels.len() > 2 && labels.get(labels.len() - 2).is_some_and(|label| label.len() <= 3) { 2 } else { 1 };
    let own = labels.len().checked_sub(endings + 1).and_then(|at| labels.get(at)).map(|label| letters(label));
    let bare = name.strip_prefix("the").unwrap_or(&name);
    name.len() >= 2 && (own.is_some_and(|own| own == name || own == bare) || letters(host) == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_by_its_names_and_its_address() {
        let said =
            Said { sources: vec!["Harbour Post".to_owned()], url: Some("https://www.harbour-post.co.uk/a".to_owned()), ..Said::default() };
        let site = Site::of(&said);
        for (name, want) in [
            ("The Harbour Post", true),
            ("HARBOUR-POST", true),
            ("harbour-post.co.uk", true),
            ("HARBOUR POST.com", true),
            ("Harbour", false),
            ("co", false),
        ] {
            assert_eq!(site.is(name), want, "{name}");
        }
        assert!(site.begins("Harbour Post News") && site.begins("Harbour Post staff reporter") && !site.begins("Harbour"));
        assert_eq!(site.host(), Some("harbour-post.co.uk"));
        let kept = Said { url: Some("https://web.archive.org/web/2016/http://a.example/".to_owned()), ..Said::default() };
        assert_eq!(Site::of(&kept).host(), None);
    }
}
