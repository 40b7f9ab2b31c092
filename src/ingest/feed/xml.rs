//! RSS 0.9x, 1.0 and 2.0, and Atom (RFC 4287).
//!
//! Read event by event, so that of a feed that is cut off or broken all entries above that place are there.

use std::hash::BuildHasher;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use rustc_hash::FxBuildHasher;

use super::{Entries, Entry, line_at};
use crate::ingest::Refusal;
use crate::text::span::Span;

mod draft;
mod elements;

use draft::Draft;
use elements::{ELEMENTS, OWN_PREFIXES, Says};

/// Elements that a feed begins with, and characters of its top in which one stands.
const ROOTS: &[&str] = &["<rss", "<feed", "<rdf:rdf"];

/// Whether a text in small letters begins as a feed does.
pub(super) fn is_feed(head: &str) -> bool {
    let is_xml = head.starts_with("<?xml") || head.starts_with("<!--") || ROOTS.iter().any(|root| head.starts_with(root));
    is_xml && ROOTS.iter().any(|root| head.contains(root)) && !head.contains("<html")
}

/// Reads a feed.
pub(super) fn read(text: &str) -> Result<Entries, Refusal> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_dangling_amp = true;
    config.allow_unmatched_ends = true;
    let mut state = State::new(text);
    let trouble = loop {
        let start = reader.buffer_position() as usize;
        match reader.read_event() {
            Ok(Event::Eof) => break None,
            Ok(event) => state.take(event, start, reader.buffer_position() as usize),
            Err(error) => break Some((reader.error_position() as usize, error)),
        }
    };
    let mut entries = Entries { found: state.found, warning: None };
    let count = entries.found.len();
    entries.warning = match trouble {
        Some((at, error)) if count == 0 => {
            return Err(Refusal::BrokenXml { line: line_at(text, at), reason: error.to_string() });
        }
        Some((at, error)) => {
            Some(format!("broken XML at line {} ({error}); only the {count} entries above it were read", line_at(text, at)))
        }
        None if !state.open.is_empty() && count == 0 => return Err(Refusal::CutOff),
        None if !state.open.is_empty() => Some(format!("cut off; the {count} entries that are whole were read")),
        None => None,
    };
    Ok(entries)
}

/// An element whose text is being read.
struct Reading {
    says: Says,
    /// How many elements are around it.
    depth: usize,
    /// Where its inner markup begins, when that is the text.
    markup: Option<usize>,
    /// Whether what is read now is none of its text: of a person only the name is, of another feed only the title.
    is_aside: bool,
    text: String,
}

/// What kind of element is open, as far as that matters to what is inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The feed itself, or RSS's channel.
    Feed,
    Entry,
    Other,
}

/// An element that is open.
struct Open {
    kind: Kind,
    /// Its name, hashed: a file may open millions.
    name: u64,
}

/// How far up an element is looked for that is closed before those in it are.
const REACH: usize = 64;

/// What has been read of a feed so far.
struct State<'a> {
    source: &'a str,
    open: Vec<Open>,
    feed: Draft,
    entry: Option<(usize, Draft)>,
    reading: Option<Reading>,
    found: Vec<Result<Entry, Refusal>>,
}

impl<'a> State<'a> {
    fn new(source: &'a str) -> Self {
        Self { source, open: Vec::new(), feed: Draft::default(), entry: None, reading: None, found: Vec::new() }
    }

    fn take(&mut self, event: Event<'_>, start: usize, end: usize) {
        match event {
            Event::Start(element) => self.open(&element, end),
            Event::Empty(element) => {
                self.open(&element, end);
                self.close(self.open.len().saturating_sub(1), end);
            }
            Event::End(element) => {
                let name = FxBuildHasher.hash_one(element.name().as_ref());
                // HTML that stands in a feed as it is may leave elements open.
                if let Some(up) = self.open.iter().rev().take(REACH).position(|open| open.name == name) {
                    self.close(self.open.len() - 1 - up, start);
                }
            }
            Event::Text(text) => self.add(&text.into_inner()),
            Event::CData(text) => self.add(&text.into_inner()),
            Event::GeneralRef(name) if self.reading.is_some() => self.add(&resolved(&name)),
            _ => {}
        }
    }

    fn add(&mut self, text: &str) {
        if let Some(reading) = self.reading.as_mut().filter(|reading| reading.markup.is_none() && !reading.is_aside) {
            reading.text.push_str(text);
        }
    }

    fn open(&mut self, element: &BytesStart<'_>, end: usize) {
        let name = element.name().as_ref().to_ascii_lowercase();
        let name = OWN_PREFIXES.iter().find_map(|prefix| name.strip_prefix(prefix)).unwrap_or(&name);
        let depth = self.open.len();
        let kind = match name {
            "item" | "entry" if self.entry.is_none() => Kind::Entry,
            "rss" | "feed" | "channel" | "rdf:rdf" if self.reading.is_none() => Kind::Feed,
            _ => Kind::Other,
        };
        let is_part = self.open.last().is_some_and(|parent| parent.kind != Kind::Other);
        self.open.push(Open { kind, name: FxBuildHasher.hash_one(element.name().as_ref()) });
        if kind == Kind::Entry {
            self.entry = Some((depth, Draft::default()));
        }
        self.note_language(element, kind);
        if let Some(reading) = &mut self.reading {
            let (is_named, is_name) = match reading.says {
                Says::Author => (true, name == "name"),
                Says::Publisher => (true, name == "title"),
                _ => (false, false),
            };
            reading.is_aside = is_named && !is_name;
            if is_name {
                reading.text.clear();
            }
        } else if let Some((_, says)) = ELEMENTS.iter().find(|(known, _)| *known == name).filter(|_| is_part && kind == Kind::Other) {
            self.start(element, *says, depth, end);
        }
    }

    fn start(&mut self, element: &BytesStart<'_>, says: Says, depth: usize, end: usize) {
        let attribute = |name: &str| {
            let found = element.attributes().with_checks(false).flatten().find(|attribute| attribute.key.as_ref() == name);
            found.map(|attribute| attribute.value.replace("&amp;", "&"))
        };
        let kind = attribute("type").unwrap_or_default();
        let is_markup = says == Says::Text && (kind == "xhtml" || element.local_name().as_ref() == "body")
            || (says == Says::Summary && kind == "xhtml");
        let mut text = String::new();
        if says == Says::Url
            && let Some(address) = attribute("href")
        {
            // Of several links of Atom the one without another relation leads to the article.
            text = if attribute("rel").is_none_or(|relation| relation == "alternate") { address } else { String::new() };
        }
        if says == Says::Identity && attribute("isPermaLink").is_some_and(|is| is == "false") {
            return;
        }
        self.reading = Some(Reading { says, depth, markup: is_markup.then_some(end), is_aside: false, text });
    }

    /// The language that an element says it is in.
    fn note_language(&mut self, element: &BytesStart<'_>, kind: Kind) {
        let Ok(Some(language)) = element.try_get_attribute("xml:lang") else { return };
        let draft = match (kind, &mut self.entry) {
            (Kind::Entry, Some((_, entry))) => entry,
            (Kind::Feed, _) => &mut self.feed,
            _ => return,
        };
        draft.languages.push(language.value.to_string());
    }

    /// Closes all elements below a depth.
    fn close(&mut self, depth: usize, at: usize) {
        self.open.truncate(depth);
        if let Some(reading) = &mut self.reading {
            reading.is_aside |= matches!(reading.says, Says::Author | Says::Publisher);
        }
        if let Some(mut reading) = self.reading.take_if(|reading| depth <= reading.depth) {
            if let Some(start) = reading.markup {
                Span::new(start, at.max(start)).of(self.source).clone_into(&mut reading.text);
            }
            let draft = self.entry.as_mut().map_or(&mut self.feed, |(_, entry)| entry);
            draft.add(reading.says, reading.text);
        }
        if let Some((_, draft)) = self.entry.take_if(|(opened, _)| depth <= *opened) {
            self.found.push(draft.entry(&self.feed));
        }
    }
}

/// The character of a reference; one that XML does not know is left to the reader of HTML.
fn resolved(name: &BytesRef<'_>) -> String {
    if let Ok(Some(c)) = name.resolve_char_ref() {
        return c.to_string();
    }
    match &**name {
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "amp" => "&".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        other => format!("&{other};"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::html::said::Said;

    fn entries(xml: &str) -> Vec<Entry> {
        read(xml).unwrap().found.into_iter().map(Result::unwrap).collect()
    }

    #[test]
    fn rss_with_what_is_usual_in_it() {
        let found = entries(
            "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:dc=\"d\"><channel><title>Harbour &amp; Post</title><language>en</language>\
             <image><title>Logo</title><url>https://post.example/logo.png</url></image>\
             <item><title>Bridge &amp;#8216;opens&amp;#8217;</title><link>https://post.example/a</link><guid isPermaLink=\"false\">17</guid>\
             <dc:creator><![CDATA[Jane Smith]]></dc:creator><pubDate>Mon, 05 Feb 2024 14:00:00 GMT</pubDate>\
             <description>Short &lt;b&gt;words&lt;/b&gt;.</description><content:encoded><![CDATA[<p>All of it.</p>]]></content:encoded>\
             <media:content><media:title>Picture</media:title></media:content></item>\
             <item><title>Second</title><guid>https://post.example/b</guid><author>desk@post.example (John Public)</author>\
             <source url=\"https://wire.example\">Wire</source><description>Line one<br>with a break &eacute;.</description></item></channel></rss>",
        );
        let first = Said {
            titles: vec!["Bridge ‘opens’".into()],
            sources: vec!["Harbour & Post".into()],
            authors: vec![vec!["Jane Smith".into()]],
            published: vec!["Mon, 05 Feb 2024 14:00:00 GMT".into()],
            url: Some("https://post.example/a".into()),
            language: Some("en".into()),
            ..Said::default()
        };
        assert_eq!(found[0], Entry { said: first, text: "<p>All of it.</p>".into() });
        let second = &found[1];
        assert_eq!(
            (second.said.authors.concat().as_slice(), second.said.sources.first()),
            (&["John Public".to_owned()][..], Some(&"Wire".to_owned()))
        );
        assert_eq!((second.said.url.as_deref(), second.text.as_str()), (Some("https://post.example/b"), "Line onewith a break &eacute;."));
    }

    #[test]
    fn atom_with_markup_inside() {
        let found = entries(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"de\"><title>Hafenpost</title><author><name>Redaktion</name></author>\
             <entry><title type=\"html\">Br&amp;uuml;cke</title><link rel=\"edit\" href=\"https://post.example/edit\"/>\
             <link href=\"https://post.example/a?b=1&amp;c=2\"/><id>tag:1</id><updated>2024-02-05T14:00:00Z</updated>\
             <author><name>Jana Schmidt</name><email>j@post.example</email><uri>https://post.example/j</uri></author>\
             <author><email>x@post.example</email><name>Max Muster</name></author>\
             <source><title>Wire</title><id>tag:2</id></source>\
             <content type=\"xhtml\"><div><p>Die <b>Brücke</b>.</p></div></content></entry>\
             <entry><title>Zweite</title><summary>Kurz.</summary></entry></feed>",
        );
        let said = &found[0].said;
        assert_eq!((said.titles[0].as_str(), said.url.as_deref()), ("Brücke", Some("https://post.example/a?b=1&c=2")));
        assert_eq!(
            (said.authors.concat().join(", "), said.sources.join(", ")),
            ("Jana Schmidt, Max Muster".into(), "Wire, Hafenpost".into())
        );
        assert_eq!((said.published.join(""), said.language.as_deref()), ("2024-02-05T14:00:00Z".into(), Some("de")));
        assert_eq!(found[0].text, "<div><p>Die <b>Brücke</b>.</p></div>");
        assert_eq!(
            (found[1].said.authors.concat().join(""), found[1].text.as_str(), found[1].said.published.len()),
            ("Redaktion".into(), "Kurz.", 0)
        );
    }

    #[test]
    fn entries_of_rss_1_stand_beside_their_channel() {
        let found = entries(
            "<rdf:RDF><channel><title>Post</title></channel><item rdf:about=\"x\"><title>Bridge</title><link>https://post.example/a</link>\
             <dc:date>2024-02-05</dc:date><description>Words.</description></item></rdf:RDF>",
        );
        assert_eq!((found[0].said.sources.join(""), found[0].said.published.join("")), ("Post".into(), "2024-02-05".into()));
    }

    #[test]
    fn of_a_feed_that_breaks_off_the_whole_entries_are_read() {
        let item = "<item><title>Bridge</title><description>Words.</description></item>\n";
        for (end, count, warning) in [
            ("</channel></rss>", 2, None),
            ("<item><title>Third", 2, Some("cut off; the 2 entries that are whole were read")),
            ("", 2, Some("cut off; the 2 entries that are whole were read")),
            ("<item><title>Third</title", 2, Some("broken XML at line 4 (")),
        ] {
            let read = read(&format!("<rss><channel>\n{item}{item}{end}")).unwrap();
            assert_eq!(read.found.len(), count);
            assert!(read.warning.as_deref().is_none_or(|got| warning.is_some_and(|want| got.starts_with(want))), "{:?}", read.warning);
            assert_eq!(read.warning.is_some(), warning.is_some(), "{end}");
        }
        assert!(matches!(read("<rss><channel>\n\n<![CDATA["), Err(Refusal::BrokenXml { line: 3, .. })));
        assert_eq!(read("<rss><item><title>Only</title></item></rss>").unwrap().found, [Err(Refusal::NoText)]);
    }

    #[test]
    fn millions_of_open_elements_take_no_time() {
        let deep = format!("<rss><channel><item><description>{}</channel>", "<b>".repeat(1_000_000));
        assert_eq!(read(&deep).unwrap_err(), Refusal::CutOff);
        let closed = format!("<rss><channel>{}{}", "<b>".repeat(300_000), "</a>".repeat(300_000));
        assert_eq!(read(&closed).unwrap_err(), Refusal::CutOff);
    }
}
