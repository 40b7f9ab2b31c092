//! Names under which front matter and records of crawlers say what they say of an article.

use jiff::Timestamp;
use jiff::tz::Offset;

use super::html::said::Said;

/// What a named value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    Url,
    /// The article's text, as words or as HTML.
    Text,
    /// The whole page as HTML.
    Page,
    Summary,
    Published,
    Updated,
    Source,
    Author,
    Language,
}

/// Names in small letters without marks between their words; those believed first come first.
const NAMES: &[(Field, &[&str])] = &[
    (Field::Title, &["title", "headline", "heading", "articletitle", "newstitle", "pagetitle"]),
    (
        Field::Url,
        &["url", "link", "canonicalurl", "canonical", "permalink", "externalurl", "weburl", "articleurl", "pageurl", "originalurl", "uri"],
    ),
    (
        Field::Text,
        &[
            "contenthtml",
            "content",
            "text",
            "body",
            "article",
            "maintext",
            "fulltext",
            "articletext",
            "articlebody",
            "bodytext",
            "bodyhtml",
            "contenttext",
            "textcontent",
            "cleanedtext",
            "cleantext",
            "rawtext",
            "plaintext",
            "story",
        ],
    ),
    (Field::Page, &["html", "rawhtml", "fullhtml", "pagehtml", "htmlcontent"]),
    (Field::Summary, &["summary", "description", "abstract", "excerpt", "standfirst", "lead", "snippet", "trailtext"]),
    (
        Field::Published,
        &[
            "datepublished",
            "publisheddate",
            "published",
            "publishdate",
            "datepublish",
            "publicationdate",
            "publishedat",
            "publishedtime",
            "publishedon",
            "firstpublished",
            "pubdate",
            "date",
            "datetime",
            "timestamp",
            "time",
            "createdat",
            "created",
        ],
    ),
    (
        Field::Updated,
        &["datemodified", "updated", "modified", "datemodify", "lastmodified", "updatedat", "modifiedat", "dateupdated", "lastmod"],
    ),
    (
        Field::Source,
        &[
            "publisher",
            "publication",
            "source",
            "outlet",
            "sourcename",
            "sitename",
            "site",
            "newspaper",
            "website",
            "hostname",
            "domain",
            "sourcedomain",
        ],
    ),
    (Field::Author, &["author", "authors", "byline", "creator", "writer", "reporter", "authorname"]),
    (Field::Language, &["language", "lang", "inlanguage", "locale", "languagecode"]),
];

/// What a name stands for, and how early it is believed; `None` for all that says nothing of an article, as tags and counters.
pub(super) fn field(name: &str) -> Option<(Field, usize)> {
    let plain: String = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    NAMES.iter().find_map(|(field, names)| names.iter().position(|known| *known == plain).map(|rank| (*field, rank)))
}

/// What named values say of an article, gathered one by one.
#[derive(Debug, Default)]
pub(super) struct Fields(Vec<(Field, usize, Vec<String>)>);

impl Fields {
    /// Adds what stands under a name, unless the name says nothing of an article.
    pub(super) fn add(&mut self, name: &str, values: Vec<String>) {
        let values: Vec<String> = values.into_iter().filter(|value| !value.trim().is_empty()).collect();
        if let Some((field, rank)) = field(name).filter(|_| !values.is_empty()) {
            self.0.push((field, rank, values));
        }
    }

    /// Adds what others say.
    pub(super) fn join(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// All values of a field, those believed first coming first.
    fn all(&self, wanted: Field) -> Vec<String> {
        let mut found: Vec<_> = self.0.iter().filter(|(field, ..)| *field == wanted).collect();
        found.sort_by_key(|(_, rank, _)| *rank);
        found.into_iter().flat_map(|(.., values)| values.iter().map(|value| value.trim().to_owned())).collect()
    }

    /// The article's text: the longest there is under the names of texts, else the page, else the summary.
    pub(super) fn text(&self) -> Option<String> {
        let joined = |wanted: Field| {
            let texts = self.0.iter().filter(move |(field, ..)| *field == wanted).map(|(_, rank, values)| (*rank, values.join("\n\n")));
            texts.max_by_key(|(rank, text)| (text.len(), std::cmp::Reverse(*rank))).map(|(_, text)| text)
        };
        joined(Field::Text).or_else(|| joined(Field::Page)).or_else(|| joined(Field::Summary))
    }

    /// All but the text, as a page would say it to machines.
    pub(super) fn said(&self) -> Said {
        let is_address = |text: &String| text.starts_with("http://") || text.starts_with("https://");
        // Clippers name the page's address as its source.
        let (addresses, sources): (Vec<String>, Vec<String>) = self.all(Field::Source).into_iter().partition(is_address);
        let without_www = |name: String| name.strip_prefix("www.").map_or(name.clone(), str::to_owned);
        Said {
            titles: self.all(Field::Title),
            sources: sources.into_iter().map(without_www).collect(),
            authors: vec![self.all(Field::Author)],
            published: self.all(Field::Published).into_iter().map(time).collect(),
            updated: self.all(Field::Updated).into_iter().map(time).collect(),
            url: self.all(Field::Url).into_iter().chain(addresses).find(is_address),
            language: self.all(Field::Language).into_iter().next(),
            descriptions: self.all(Field::Summary),
            ..Said::default()
        }
    }
}

/// Seconds, thousandths and millionths of seconds since 1970 that are a time of news: from 1990 to 2100.
const EPOCH: std::ops::Range<i64> = 631_152_000..4_102_444_800;

/// A time that is counted from 1970, written out; any other as it is.
fn time(written: String) -> String {
    let digits = written.split('.').next().unwrap_or_default();
    let Ok(count) = digits.parse::<i64>() else { return written };
    let moment = [1, 1_000, 1_000_000].into_iter().map(|unit| count / unit).find(|seconds| EPOCH.contains(seconds));
    let moment = moment.and_then(|seconds| Timestamp::from_second(seconds).ok());
    moment.map_or(written, |moment| format!("{}Z", Offset::UTC.to_datetime(moment)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        let mut fields = Fields::default();
        for (name, value) in pairs {
            fields.add(name, vec![(*value).to_owned()]);
        }
        fields
    }

    #[test]
    fn names_in_all_ways_of_writing() {
        for (name, want) in [
            ("Date Published", Some(Field::Published)),
            ("date_publish", Some(Field::Published)),
            ("pubDate", Some(Field::Published)),
            ("full-text", Some(Field::Text)),
            ("URL", Some(Field::Url)),
            ("tags", None),
            ("", None),
        ] {
            assert_eq!(field(name).map(|(field, _)| field), want, "{name}");
        }
    }

    #[test]
    fn values_believed_first_come_first() {
        let found =
            fields(&[("domain", "www.post.example"), ("date", "2024-02-06"), ("publisher", "Post"), ("datePublished", "2024-02-05")])
                .said();
        assert_eq!(
            (found.sources, found.published),
            (vec!["Post".to_owned(), "post.example".to_owned()], vec!["2024-02-05".to_owned(), "2024-02-06".to_owned()])
        );
        let clipped = fields(&[("source", "https://post.example/a"), ("url", "/a"), ("tags", "x"), ("title", " ")]).said();
        assert_eq!((clipped.url.as_deref(), clipped.sources.len(), clipped.titles.len()), (Some("https://post.example/a"), 0, 0));
    }

    #[test]
    fn the_longest_text_is_the_text() {
        let text = |pairs: &[(&str, &str)]| fields(pairs).text();
        assert_eq!(
            text(&[("content", "Beginning… [+200 chars]"), ("text", "Beginning and all that follows it.")]).as_deref(),
            Some("Beginning and all that follows it.")
        );
        assert_eq!(text(&[("html", "<p>Page"), ("summary", "Sum")]).as_deref(), Some("<p>Page"));
        assert_eq!(text(&[("summary", "Sum")]).as_deref(), Some("Sum"));
        assert_eq!(text(&[("title", "Only")]), None);
    }

    #[test]
    fn times_counted_from_1970_are_written_out() {
        for (written, want) in [
            ("1707141600", "2024-02-05T14:00:00Z"),
            ("1707141600.25", "2024-02-05T14:00:00Z"),
            ("1707141600000", "2024-02-05T14:00:00Z"),
            ("20240205", "20240205"),
            ("2024-02-05", "2024-02-05"),
            ("12", "12"),
        ] {
            assert_eq!(time(written.to_owned()), want);
        }
    }
}
