//! One article as a file holds it: named already, and still to be read.

use std::sync::Arc;

use crate::article::{Article, ArticleId, DropReason, Evidence, Found, Metadata, PageBlock, Published};
use crate::text::sanitize::{self, Cleaned};

use super::charset::{Charset, Ground};
use super::feed::Entry;
use super::html::said::Said;
use super::reading::{self, Around, Read, Story};
use super::{Format, Ingested, Refusal, guess, header};

/// What all articles of a file have in common.
#[derive(Debug, Clone)]
pub(super) struct Shared {
    pub(super) file: Arc<str>,
    pub(super) charset: Charset,
    pub(super) keep_all: bool,
}

/// One article as a file holds it, still to be read.
#[derive(Debug)]
pub struct Saved {
    id: ArticleId,
    entry: Option<usize>,
    shared: Shared,
    format: Format,
    text: String,
    /// What the file says of it besides its text.
    said: Said,
    /// Which of the page's whole stories is meant, counted from 1, the article itself.
    story: usize,
}

impl Saved {
    /// A page that is one article.
    pub(super) fn page(shared: &Shared, id: ArticleId, format: Format, text: String, said: Said) -> Self {
        Self { id, entry: None, shared: shared.clone(), format, text, said, story: 1 }
    }

    /// One of several articles of a file.
    pub(super) fn entry(shared: &Shared, number: usize, entry: Entry) -> Self {
        let format = if reading::is_html(&entry.text) { Format::Html } else { Format::Dump };
        Self { id: entry.id(), entry: Some(number), shared: shared.clone(), format, text: entry.text, said: entry.said, story: 1 }
    }

    /// The article's name for good; none of another story of the page before that is read.
    #[must_use]
    pub fn id(&self) -> Option<&ArticleId> {
        (self.story == 1).then_some(&self.id)
    }

    /// Which of the file's articles it is, counted from 1; none where the file is the page of one article.
    #[must_use]
    pub fn number(&self) -> Option<usize> {
        self.entry
    }

    /// One of the whole stories of the page instead of the article, which is the first.
    #[must_use]
    pub fn story(self, number: usize) -> Self {
        Self { story: number, ..self }
    }

    /// Reads the article.
    ///
    /// # Errors
    /// Says why there is none.
    pub fn read(&self) -> Result<Ingested, Refusal> {
        let around = if self.entry.is_some() && !reading::is_whole_page(&self.text) { Around::Nothing } else { Around::Furniture };
        let Read { metadata, blocks, cleaned, others } =
            reading::read(self.format, &self.text, &self.said, around, self.shared.keep_all).map_err(|refusal| self.in_charset(refusal))?;
        // An entry of a feed is one article, though a whole page stands in it.
        let others = if self.entry.is_some() { Vec::new() } else { others };
        if self.story > 1 {
            let count = others.len() + 1;
            let other = others.into_iter().nth(self.story - 2).ok_or(Refusal::NoSuchStory(count))?;
            let (article, of_metadata) = self.other(self.story, other);
            return Ok(Ingested { article, warnings: self.said_of(cleaned.and(of_metadata)), others: Vec::new() });
        }
        let (mut metadata, of_metadata) = clean(metadata);
        if let (None, Some(title)) = (&metadata.title, self.said.titles.first()) {
            metadata.title = Some(Found::new(sanitize::clean_line(title).into_owned(), Evidence::Metadata));
        }
        let article = self.article(self.id.clone(), metadata, blocks);
        let mut warnings = self.said_of(cleaned.and(of_metadata));
        warnings.extend(other_day(&article));
        // Summaries are what many feeds are made of.
        warnings.extend((self.entry.is_none() && article.breaks_off()).then(|| "the text breaks off".to_owned()));
        Ok(Ingested {
            article: Article { entry: self.entry, ..article },
            warnings,
            others: (2..).zip(others).map(|(number, other)| self.other(number, other).0).collect(),
        })
    }

    /// Another story of the page; it is the same one on a page that was saved again.
    fn other(&self, number: usize, (metadata, blocks): Story) -> (Article, Cleaned) {
        let (metadata, cleaned) = clean(metadata);
        let article = self.article(self.id.clone(), metadata, blocks);
        let published = article.published().map(Published::rfc3339).unwrap_or_default();
        let parts = [article.source().unwrap_or_default(), article.title().unwrap_or_default(), &published, article.body.text()];
        let id = ArticleId::of_page(parts.join("\0").as_bytes());
        (Article { id, entry: Some(number), ..article }, cleaned)
    }

    fn article(&self, id: ArticleId, metadata: Metadata, blocks: Vec<PageBlock>) -> Article {
        let metadata = Metadata { charset: Some(self.shared.charset.describe()), ..metadata };
        Article::new(id, self.shared.file.to_string(), metadata, blocks)
    }

    /// What has to be said of its text, without a look for the article in it.
    #[must_use]
    pub fn warnings(&self) -> Vec<String> {
        self.said_of(sanitize::clean(&self.text).1)
    }

    fn said_of(&self, cleaned: Cleaned) -> Vec<String> {
        // Of several articles it is said once.
        let guessed = guess(self.shared.charset).filter(|_| self.entry.is_none());
        guessed.into_iter().chain(cleaned.warning().map(str::to_owned)).collect()
    }

    fn in_charset(&self, refusal: Refusal) -> Refusal {
        let is_guessed = self.shared.charset.ground == Ground::Guessed;
        if is_guessed && refusal == Refusal::NoArticle { Refusal::NoArticleIn(self.shared.charset.name) } else { refusal }
    }
}

/// Days by which a crawler's header line and the page may differ: it is tomorrow elsewhere.
const SAME_DAY: i32 = 1;

/// What has to be said of a header line with another day than the page's.
fn other_day(article: &Article) -> Option<String> {
    let published = article.published()?.day();
    let (line, _) = article.dropped().find(|(_, reason)| *reason == DropReason::HeaderLine)?;
    let day = header::header(line)?.day;
    let apart = (published - day).get_days().abs();
    (apart > SAME_DAY).then(|| format!("the header line says {day}, the page {published}; the page is believed"))
}

/// What a page says of itself, safe for a terminal.
fn clean(metadata: Metadata) -> (Metadata, Cleaned) {
    let mut all = Cleaned::default();
    let mut text = |text: String| {
        let (clean, cleaned) = sanitize::clean(&text);
        all = all.and(cleaned);
        let in_line = clean.split_whitespace().collect::<Vec<_>>().join(" ");
        (!in_line.is_empty()).then_some(in_line)
    };
    let url = metadata.url.and_then(&mut text);
    let mut found = |found: Option<Found<String>>| found.and_then(|found| Some(Found { value: text(found.value)?, from: found.from }));
    let (title, source) = (found(metadata.title), found(metadata.source));
    let (agency, language) = (found(metadata.agency), found(metadata.language));
    let authors = metadata.authors.map(|authors| {
        let value = authors.value.into_iter().filter_map(&mut text).collect();
        Found { value, from: authors.from }
    });
    let authors = authors.filter(|authors: &Found<Vec<String>>| !authors.value.is_empty());
    (Metadata { title, source, authors, agency, url, language, ..metadata }, all)
}

#[cfg(test)]
mod tests {
    use crate::ingest::{Options, ingest};

    #[test]
    fn what_the_reader_is_told_of_a_text() {
        const LEAD: &str =
            "The harbour of Orne will be closed from April until the autumn, the town said on Monday evening after a meeting.";
        const NEXT: &str =
            "\"We have to dig it out before the next winter,\" the harbour master, Paula Lund, told the council of the town.";
        const CUT: &str = "Ships of more than thirty metres will have to use the new port on the other side of the bay. The fishermen of the \
                           town, who have been against the work since last summer, want to go to court, and their lawyer told the…";
        for (above, last, want) in [
            ("", "Ships of more than thirty metres will have to use the new port on the other side.", vec![]),
            ("", CUT, vec!["the text breaks off"]),
            (
                " date 2024-03-05 Harbour of Orne to close\n\nBy Jane Smith, 5 February 2024",
                "Ships of more than thirty metres will have to use the new port on the other side.",
                vec!["the header line says 2024-03-05, the page 2024-02-05; the page is believed"],
            ),
        ] {
            let page = format!("{above}\n\n{LEAD}\n\n{NEXT}\n\n{last}\n");
            assert_eq!(ingest(page.as_bytes(), "page.txt", Options::default()).unwrap().warnings, want, "{page}");
        }
    }
}
