//! An entry of a feed, or the feed itself, as far as it has been read.

use super::elements::Says;
use crate::ingest::Refusal;
use crate::ingest::feed::{Entry, plain};
use crate::ingest::html::said::Said;

/// What a feed or one of its entries says, gathered element by element.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    pub(super) titles: Vec<String>,
    pub(super) urls: Vec<String>,
    pub(super) identities: Vec<String>,
    pub(super) texts: Vec<String>,
    pub(super) summaries: Vec<String>,
    pub(super) published: Vec<String>,
    pub(super) updated: Vec<String>,
    pub(super) authors: Vec<String>,
    pub(super) publishers: Vec<String>,
    pub(super) languages: Vec<String>,
}

impl Draft {
    pub(super) fn add(&mut self, says: Says, text: String) {
        if text.trim().is_empty() {
            return;
        }
        let (list, text) = match says {
            Says::Title => (&mut self.titles, plain(&text)),
            Says::Url => (&mut self.urls, text.trim().to_owned()),
            Says::Identity => (&mut self.identities, text.trim().to_owned()),
            Says::Text => (&mut self.texts, text),
            Says::Summary => (&mut self.summaries, text),
            Says::Published => (&mut self.published, text),
            Says::Updated => (&mut self.updated, text),
            Says::Author => (&mut self.authors, author(&plain(&text))),
            Says::Publisher => (&mut self.publishers, plain(&text)),
            Says::Language => (&mut self.languages, text.trim().to_owned()),
        };
        list.push(text);
    }

    /// The entry; what it does not say, its feed says for all.
    pub(super) fn entry(self, feed: &Self) -> Result<Entry, Refusal> {
        let is_address = |url: &&String| url.starts_with("http://") || url.starts_with("https://");
        let text = self.texts.into_iter().chain(self.summaries).next().ok_or(Refusal::NoText)?;
        // An entry that only says when it was changed is dated by that, as a page is.
        let published = if self.published.is_empty() { self.updated.clone() } else { self.published };
        let said = Said {
            titles: self.titles,
            sources: self.publishers.into_iter().chain(feed.publishers.iter().chain(&feed.titles).cloned()).collect(),
            authors: vec![if self.authors.is_empty() { feed.authors.clone() } else { self.authors }],
            published,
            updated: self.updated,
            url: self.urls.iter().chain(&self.identities).find(is_address).cloned(),
            language: self.languages.into_iter().chain(feed.languages.first().cloned()).next(),
            ..Said::default()
        };
        Ok(Entry { said, text })
    }
}

/// A name out of `mail@post.example (Jane Smith)`; nothing of an address alone.
fn author(text: &str) -> String {
    let within = text.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|(name, _)| name);
    match within {
        Some(name) if text.contains('@') => name.trim().to_owned(),
        _ if text.contains('@') => String::new(),
        _ => text.to_owned(),
    }
}
