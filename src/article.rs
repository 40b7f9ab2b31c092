//! The article: one saved report with title, source, author, date and body, and the page it came from.

use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;
use serde::{Deserialize, Deserializer, Serialize};

use crate::text::sentence::sentences;
use crate::text::span::Span;

/// Names an article for good: the hash of its page's bytes, 128 bits in lower-case hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ArticleId(String);

impl ArticleId {
    /// The id of a page with these bytes (XXH3, 128 bits).
    #[must_use]
    pub fn of_page(bytes: &[u8]) -> Self {
        Self(format!("{:032x}", twox_hash::XxHash3_128::oneshot(bytes)))
    }

    /// Takes a text for an id; `None` unless it has an id's form.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_id = text.len() == 32 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        is_id.then(|| Self(text.to_owned()))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where a page says what it says about itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// The crawler's leading ` date YYYY-MM-DD ` line.
    HeaderLine,
    /// A heading above the body.
    Heading,
    /// A line that names who wrote it.
    Byline,
    /// A line that gives the time of publication.
    DateLine,
    /// `CITY, Month day (Agency) -` before the first sentence.
    Dateline,
    /// The outlet's name at the top or foot of the page.
    Masthead,
    /// A line that asks for support of, or subscription to, the outlet.
    Promotion,
    /// A copyright line.
    Copyright,
    /// The page's address.
    Address,
    /// Machine-readable metadata.
    Metadata,
    /// The words of the text itself.
    Text,
    /// The user, who corrected what the page says.
    User,
}

impl Evidence {
    /// The evidence in words, for the details pane and `published_from`.
    #[must_use]
    pub fn describe(self) -> &'static str {
        match self {
            Self::HeaderLine => "header line",
            Self::Heading => "heading",
            Self::Byline => "byline",
            Self::DateLine => "date line",
            Self::Dateline => "dateline",
            Self::Masthead => "masthead",
            Self::Promotion => "promotion line",
            Self::Copyright => "copyright line",
            Self::Address => "address",
            Self::Metadata => "metadata",
            Self::Text => "text",
            Self::User => "corrected by you",
        }
    }
}

/// A value read off the page, and where it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found<T> {
    /// The value.
    pub value: T,
    /// All places that say it, the one that was believed first.
    pub from: Vec<Evidence>,
}

impl<T> Found<T> {
    /// A value from one place.
    pub fn new(value: T, from: Evidence) -> Self {
        Self { value, from: vec![from] }
    }

    /// The places in words: `header line, byline`.
    #[must_use]
    pub fn describe(&self) -> String {
        self.from.iter().map(|e| e.describe()).collect::<Vec<_>>().join(", ")
    }
}

/// A time of publication, as exact as the page gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Published {
    /// A day without a time.
    Day(Date),
    /// A day and a time on the outlet's own clock, whose zone the page does not say.
    Local(DateTime),
    /// A moment with its offset from UTC.
    Zoned(DateTime, Offset),
}

impl Published {
    /// The day on the outlet's calendar.
    #[must_use]
    pub fn day(self) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Local(at) | Self::Zoned(at, _) => at.date(),
        }
    }

    /// The time on the outlet's clock.
    #[must_use]
    pub fn time(self) -> Option<Time> {
        match self {
            Self::Day(_) => None,
            Self::Local(at) | Self::Zoned(at, _) => Some(at.time()),
        }
    }

    /// RFC 3339: a date alone without a time; an unknown zone is written `-00:00`, as RFC 3339 section 4.3 has it.
    #[must_use]
    pub fn rfc3339(self) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::Local(at) => format!("{}-00:00", at.strftime("%Y-%m-%dT%H:%M:%S")),
            Self::Zoned(at, Offset::UTC) => format!("{}Z", at.strftime("%Y-%m-%dT%H:%M:%S")),
            Self::Zoned(at, offset) => {
                let minutes = offset.seconds() / 60;
                let sign = if minutes < 0 { '-' } else { '+' };
                format!("{}{sign}{:02}:{:02}", at.strftime("%Y-%m-%dT%H:%M:%S"), minutes.abs() / 60, minutes.abs() % 60)
            }
        }
    }

    /// Reads what [`Published::rfc3339`] wrote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let Some((day, clock)) = text.split_once('T') else {
            return text.parse().ok().map(Self::Day);
        };
        if let Some(local) = clock.strip_suffix("-00:00") {
            return format!("{day}T{local}").parse().ok().map(Self::Local);
        }
        let parts = jiff::fmt::temporal::DateTimeParser::new().parse_timestamp(text).ok()?;
        let offset = match clock.rfind(['+', '-']) {
            None => Offset::UTC,
            Some(at) => offset_of(crate::text::span::after(clock, at))?,
        };
        Some(Self::Zoned(offset.to_datetime(parts), offset))
    }

    /// A key that sorts by time: days before the times of that day, zones by their moment.
    #[must_use]
    pub fn sort_key(self) -> i64 {
        let seconds = |at: DateTime| Offset::UTC.to_timestamp(at).map_or(0, jiff::Timestamp::as_second);
        match self {
            Self::Day(day) => seconds(day.to_datetime(Time::midnight())),
            Self::Local(at) => seconds(at),
            Self::Zoned(at, offset) => seconds(at) - i64::from(offset.seconds()),
        }
    }
}

/// `+05:30` as an offset.
fn offset_of(text: &str) -> Option<Offset> {
    let (sign, rest) = if let Some(rest) = text.strip_prefix('-') { (-1, rest) } else { (1, text.strip_prefix('+')?) };
    let (hours, minutes) = rest.split_once(':')?;
    let seconds = hours.parse::<i32>().ok()? * 3600 + minutes.parse::<i32>().ok()? * 60;
    Offset::from_seconds(sign * seconds).ok()
}

impl From<Published> for String {
    fn from(published: Published) -> Self {
        published.rfc3339()
    }
}

impl TryFrom<String> for Published {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("not a date of RFC 3339")
    }
}

/// What a paragraph is in the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ParagraphKind {
    /// Running text.
    Prose,
    /// A heading inside the body.
    Subhead,
    /// One item of a list.
    ListItem,
    /// A passage set off as somebody else's words.
    BlockQuote,
}

/// One paragraph of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Its place in the body's text.
    pub span: Span,
    /// What it is.
    pub kind: ParagraphKind,
}

/// One sentence of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// The paragraph it stands in, counted from 0.
    pub paragraph: usize,
    /// Its place in the body's text.
    pub span: Span,
}

/// The paragraphs that belong to the article, joined by one line feed; all spans of claims point into this text.
#[derive(Debug, Clone, Default)]
pub struct Body {
    text: String,
    paragraphs: Vec<Paragraph>,
    language: String,
    /// Cut when they are first asked for: to show a report they are not needed.
    sentences: OnceLock<Vec<Sentence>>,
}

impl PartialEq for Body {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text && self.paragraphs == other.paragraphs && self.sentences() == other.sentences()
    }
}

impl Eq for Body {}

impl Body {
    /// Joins the paragraphs; their sentences are cut by the rules of a language (BCP 47).
    #[must_use]
    pub fn new<'a>(paragraphs: impl IntoIterator<Item = (&'a str, ParagraphKind)>, language: &str) -> Self {
        let mut body = Self { language: language.to_owned(), ..Self::default() };
        for (paragraph, kind) in paragraphs {
            if !body.paragraphs.is_empty() {
                body.text.push('\n');
            }
            let start = body.text.len();
            body.text.push_str(paragraph);
            body.paragraphs.push(Paragraph { span: Span::new(start, body.text.len()), kind });
        }
        body
    }

    /// All paragraphs, joined by one line feed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The paragraphs in order.
    #[must_use]
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// The sentences in order.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        self.sentences.get_or_init(|| {
            let cut = |(number, paragraph): (usize, &Paragraph)| {
                let spans = sentences(paragraph.span.of(&self.text), &self.language).into_iter();
                let start = paragraph.span.start;
                spans.map(move |span| Sentence { paragraph: number, span: span.shifted(start) })
            };
            self.paragraphs.iter().enumerate().flat_map(cut).collect()
        })
    }

    /// The words of a span.
    #[must_use]
    pub fn words(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The number of the sentence that holds the byte at `offset`, or the last one before it.
    #[must_use]
    pub fn sentence_at(&self, offset: usize) -> Option<usize> {
        self.sentences().partition_point(|s| s.span.start <= offset).checked_sub(1)
    }

    /// The number of the paragraph that holds the byte at `offset`, or the last one before it.
    #[must_use]
    pub fn paragraph_at(&self, offset: usize) -> Option<usize> {
        self.paragraphs.partition_point(|p| p.span.start <= offset).checked_sub(1)
    }
}

/// Why a block of the page is not in the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DropReason {
    /// The article's own title, kept as such; also where it is repeated.
    Title,
    /// Who wrote it and when, kept as author and date.
    Byline,
    /// The crawler's header line.
    HeaderLine,
    /// The agency slug before the first sentence.
    Dateline,
    /// What the page says of the report between its title and its first paragraph.
    Standfirst,
    /// Menus, section names, buttons, links.
    Navigation,
    /// Share buttons, reader counts, reading times, audio notes.
    PageFurniture,
    /// A picture's caption or credit.
    Caption,
    /// Asks for money, a subscription, a download.
    Promotion,
    /// A link to another story in the middle of the text.
    CrossLink,
    /// Another story on the same page.
    OtherStory,
    /// Readers' comments.
    Comments,
    /// Copyright, cookie and legal notes.
    LegalNote,
    /// Something short that is no sentence of the report.
    Fragment,
}

impl DropReason {
    /// The reason in words.
    #[must_use]
    pub fn describe(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Byline => "byline or date",
            Self::HeaderLine => "header line",
            Self::Dateline => "dateline",
            Self::Standfirst => "standfirst",
            Self::Navigation => "navigation",
            Self::PageFurniture => "page furniture",
            Self::Caption => "caption",
            Self::Promotion => "promotion",
            Self::CrossLink => "link to another story",
            Self::OtherStory => "outside the report",
            Self::Comments => "comments and below",
            Self::LegalNote => "legal note",
            Self::Fragment => "fragment",
        }
    }
}

/// What became of one block of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It is a paragraph of the body.
    Body(ParagraphKind),
    /// It is not, for this reason.
    Dropped(DropReason),
}

/// One block of the page in reading order; kept and dropped blocks together are the whole page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageBlock {
    /// Its words.
    pub text: String,
    /// What became of it.
    pub fate: Fate,
}

/// What a page says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Metadata {
    /// The headline.
    pub title: Option<Found<String>>,
    /// The outlet that published it.
    pub source: Option<Found<String>>,
    /// Who wrote it, in the page's order.
    pub authors: Option<Found<Vec<String>>>,
    /// The agency that the text is credited to.
    pub agency: Option<Found<String>>,
    /// When it was published.
    pub published: Option<Found<Published>>,
    /// When it was last changed.
    pub updated: Option<Found<Published>>,
    /// The page's address.
    pub url: Option<String>,
    /// The language, as a BCP 47 code.
    #[serde(deserialize_with = "language_with_or_without_evidence")]
    pub language: Option<Found<String>>,
    /// The character set of the page and how it was found: `windows-1251 (declared)`.
    #[serde(default)]
    pub charset: Option<String>,
}

impl Metadata {
    /// The code of the language, or nothing.
    #[must_use]
    pub fn language(&self) -> Option<&str> {
        self.language.as_ref().map(|found| found.value.as_str())
    }
}

/// Libraries of earlier versions keep the code alone.
fn language_with_or_without_evidence<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Found<String>>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Kept {
        Found(Found<String>),
        Code(String),
    }
    Ok(Option::<Kept>::deserialize(deserializer)?.map(|kept| match kept {
        Kept::Found(found) => found,
        Kept::Code(value) => Found { value, from: Vec::new() },
    }))
}

/// A file, and which of its articles is meant: `feed.xml#3`.
#[must_use]
pub fn named(file: &str, entry: Option<usize>) -> Cow<'_, str> {
    entry.map_or(Cow::Borrowed(file), |number| Cow::Owned(format!("{file}#{number}")))
}

/// One saved report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Its name for good.
    pub id: ArticleId,
    /// The page's path as it was given; the sample library's pages have a made-up one.
    pub file: String,
    /// Which of the file's articles it is, counted from 1; none where the file is the page of one article.
    pub entry: Option<usize>,
    /// Title, source, author, date.
    pub metadata: Metadata,
    /// The whole page, block by block.
    pub page: Vec<PageBlock>,
    /// What of it is the report.
    pub body: Body,
}

impl Article {
    /// Puts an article together; the body is what the blocks' fates say.
    #[must_use]
    pub fn new(id: ArticleId, file: String, metadata: Metadata, page: Vec<PageBlock>) -> Self {
        let kept = page.iter().filter_map(|block| match block.fate {
            Fate::Body(kind) => Some((block.text.as_str(), kind)),
            Fate::Dropped(_) => None,
        });
        let body = Body::new(kept, metadata.language().unwrap_or("en"));
        Self { id, file, entry: None, metadata, page, body }
    }

    /// The file, and which of its articles it is: `feed.xml#3`; what `show`, `compare` and `events` take for it.
    #[must_use]
    pub fn name(&self) -> Cow<'_, str> {
        named(&self.file, self.entry)
    }

    /// The title, or nothing.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.metadata.title.as_ref().map(|found| found.value.as_str())
    }

    /// The source, or nothing.
    #[must_use]
    pub fn source(&self) -> Option<&str> {
        self.metadata.source.as_ref().map(|found| found.value.as_str())
    }

    /// All authors, separated by commas.
    #[must_use]
    pub fn author(&self) -> Option<String> {
        self.metadata.authors.as_ref().map(|found| found.value.join(", "))
    }

    /// When it was published.
    #[must_use]
    pub fn published(&self) -> Option<Published> {
        self.metadata.published.as_ref().map(|found| found.value)
    }

    /// Whether the text breaks off, as a summary does or the beginning of an article that has to be paid for.
    #[must_use]
    pub fn breaks_off(&self) -> bool {
        let is_cut = |text: &str| {
            let end = text.trim_end_matches([']', ')', ' ']);
            end.ends_with('…') || end.ends_with("...")
        };
        // The mark may have been cut off the last paragraph.
        let last = self.page.iter().rposition(|block| matches!(block.fate, Fate::Body(_)));
        let below = last.and_then(|last| self.page.get(last + 1)).filter(|block| block.text.starts_with('['));
        is_cut(self.body.text()) || below.is_some_and(|block| is_cut(&block.text))
    }

    /// What is not in the body, in the page's order.
    pub fn dropped(&self) -> impl Iterator<Item = (&str, DropReason)> {
        self.page.iter().filter_map(|block| match block.fate {
            Fate::Body(_) => None,
            Fate::Dropped(why) => Some((block.text.as_str(), why)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_is_what_the_fates_say() {
        let block = |text: &str, fate| PageBlock { text: text.to_owned(), fate };
        let page = vec![
            block("Menu", Fate::Dropped(DropReason::Navigation)),
            block("One. Two.", Fate::Body(ParagraphKind::Prose)),
            block("Three é.", Fate::Body(ParagraphKind::Prose)),
        ];
        let article = Article::new(ArticleId::of_page(b"x"), "x.txt".into(), Metadata::default(), page);
        assert_eq!(article.body.text(), "One. Two.\nThree é.");
        assert_eq!(article.body.sentences().len(), 3);
        let last = article.body.sentences()[2];
        assert_eq!((last.paragraph, article.body.words(last.span)), (1, "Three é."));
        assert_eq!(article.body.sentence_at(10), Some(2));
        assert_eq!(article.dropped().collect::<Vec<_>>(), [("Menu", DropReason::Navigation)]);
        assert!(!article.breaks_off());
        for text in ["One. Two…", "One. Two [...]"] {
            let page = vec![block(text, Fate::Body(ParagraphKind::Prose))];
            assert!(Article::new(ArticleId::of_page(b"x"), "x.txt".into(), Metadata::default(), page).breaks_off(), "{text}");
        }
    }

    #[test]
    fn published_is_written_and_read_back() {
        let at: DateTime = "2023-09-13T14:23:00".parse().unwrap();
        let day: Date = "2023-09-13".parse().unwrap();
        let east = Offset::from_seconds(19_800).unwrap();
        for (published, text) in [
            (Published::Day(day), "2023-09-13"),
            (Published::Local(at), "2023-09-13T14:23:00-00:00"),
            (Published::Zoned(at, Offset::UTC), "2023-09-13T14:23:00Z"),
            (Published::Zoned(at, east), "2023-09-13T14:23:00+05:30"),
        ] {
            assert_eq!(published.rfc3339(), text);
            assert_eq!(Published::parse(text), Some(published), "{text}");
        }
        assert_eq!(Published::parse("soon"), None);
    }

    #[test]
    fn an_id_names_the_bytes() {
        let id = ArticleId::of_page(b"page");
        assert_eq!(ArticleId::parse(id.as_str()), Some(id));
        assert_eq!(ArticleId::parse("000"), None);
    }
}
