//! The updates of a live blog as its page tells them to machines: stories of their own, and none of the report above them.

use crate::article::{DropReason, Fate, Metadata, PageBlock, ParagraphKind};
use crate::text::fold::key;

use super::block::{Block, Mark};
use super::body::decide::State;
use super::body::outline::Outline;
use super::html::said::Said;
use super::html::said::live_blog::Update;
use super::page::Page;
use super::reading::Story;
use super::{html, metadata};

/// The most updates of a page that are looked at.
const MOST: usize = 200;

/// The most blocks of a page that are looked for in its updates.
const MOST_BLOCKS: usize = 5_000;

/// The most letters of all updates together.
const MOST_LETTERS: usize = 400_000;

/// The least letters of a block that tell which update it stands in.
const LEAST_LETTERS: usize = 16;

/// The least words of prose that are a report above or below its updates.
const LEAST_REPORT: usize = 20;

/// The least share of an update's words that the page shows, in percent, where its paragraphs are taken from there.
const SHOWN: usize = 80;

/// The letters of all updates, and where each begins.
struct Texts {
    letters: String,
    starts: Vec<usize>,
}

impl Texts {
    fn of(updates: &[Update]) -> Self {
        let (mut all, mut starts) = (String::new(), Vec::new());
        for update in updates.iter().take(MOST) {
            starts.push(all.len());
            all.extend(letters(&update.text).take(MOST_LETTERS.saturating_sub(all.len())));
            all.push('\n');
        }
        Self { letters: all, starts }
    }

    fn update_with(&self, text: &str) -> Option<usize> {
        let text: String = letters(text).collect();
        let at = (text.chars().count() >= LEAST_LETTERS).then(|| self.letters.find(&text)).flatten()?;
        self.starts.partition_point(|start| *start <= at).checked_sub(1)
    }
}

fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// Which update each block stands in; what stands between two of them belongs to the one above.
fn updates_of_blocks(page: &Page) -> Vec<Option<usize>> {
    let updates = &page.said.updates;
    let mut found = vec![None; page.blocks.len()];
    if updates.is_empty() {
        return found;
    }
    let texts = Texts::of(updates);
    let titles: Vec<String> = updates.iter().take(MOST).map(|update| update.title.as_deref().map(key).unwrap_or_default()).collect();
    let title_of = |block: &Block| {
        let folded = key(&block.text);
        titles.iter().position(|title| !title.is_empty() && *title == folded)
    };
    for (at, block) in page.blocks.iter().enumerate().take(MOST_BLOCKS) {
        found[at] = title_of(block).or_else(|| texts.update_with(&block.text));
    }
    let first = found.iter().position(Option::is_some).unwrap_or(found.len());
    let last = found.iter().rposition(Option::is_some).unwrap_or(first);
    let mut above = None;
    for own in found.iter_mut().take(last).skip(first) {
        above = own.or(above);
        *own = above;
    }
    found
}

/// Takes the updates out of the body; where the page has nothing else, the first one that says something is the body.
pub(super) fn without_updates(outline: Outline<'_>) -> Outline<'_> {
    let page = outline.page;
    let updates = updates_of_blocks(page);
    let Some(first) = updates.iter().position(Option::is_some) else { return outline };
    let is_prose = |at: usize| page.traits[at].is_prose();
    let is_report = |at: usize| outline.states[at] == State::Body && updates[at].is_none() && (at < first || is_prose(at));
    let words = |at: usize| if is_prose(at) { page.traits[at].words } else { 0 };
    let report: Vec<usize> = (0..updates.len()).filter(|&at| is_report(at)).collect();
    if report.iter().map(|&at| words(at)).sum::<usize>() >= LEAST_REPORT {
        let states = states(updates.len(), &report);
        return outline.with_states(states);
    }
    let mut texts: Vec<Vec<usize>> = vec![Vec::new(); page.said.updates.len()];
    for (at, update) in updates.iter().enumerate().filter(|(at, _)| is_text(page, *at)) {
        if let Some(text) = update.and_then(|update| texts.get_mut(update)) {
            text.push(at);
        }
    }
    let says_something = |blocks: &&Vec<usize>| blocks.iter().map(|&at| words(at)).sum::<usize>() >= LEAST_REPORT;
    match texts.iter().filter(says_something).min_by_key(|blocks| blocks.first()) {
        Some(blocks) => {
            let states = states(updates.len(), blocks);
            outline.with_states(states)
        }
        None => outline,
    }
}

/// The states of a page of which these blocks, in the page's order, are the body.
fn states(count: usize, body: &[usize]) -> Vec<State> {
    let (first, last) = (body.first().copied().unwrap_or(count), body.last().copied().unwrap_or(count));
    let state = |at: usize| match at {
        at if body.binary_search(&at).is_ok() => State::Body,
        at if at < first => State::Before,
        at if at > last => State::After,
        _ => State::Insert,
    };
    (0..count).map(state).collect()
}

/// Whether a block of an update is its text, and no line that says who or when.
fn is_text(page: &Page, at: usize) -> bool {
    let (traits, block) = (&page.traits[at], &page.blocks[at]);
    let is_own = traits.is_sentence() || matches!(block.mark, Mark::Item | Mark::Quote);
    is_own && !traits.byline && page.asides[at].is_none()
}

/// The updates as stories, in the order in which the page tells them.
pub(super) fn stories(page: &Page) -> Vec<Story> {
    let updates = updates_of_blocks(page);
    let story = |(number, update): (usize, &Update)| {
        let shown: Vec<usize> = (0..updates.len()).filter(|&at| updates[at] == Some(number)).collect();
        let words: usize = shown.iter().filter(|&&at| is_text(page, at)).map(|&at| page.traits[at].words).sum();
        let is_shown = words * 100 >= update.text.split_whitespace().count() * SHOWN;
        (of_update(page, update), if is_shown { as_shown(page, update, &shown) } else { as_told(update) })
    };
    page.said.updates.iter().take(MOST).enumerate().map(story).collect()
}

/// What is said of an update; its outlet is the page's.
fn of_update(page: &Page, update: &Update) -> Metadata {
    let said = Said {
        titles: update.title.iter().cloned().collect(),
        published: update.published.clone(),
        updated: update.updated.clone(),
        authors: if update.authors.is_empty() { Vec::new() } else { vec![update.authors.clone()] },
        sources: page.said.sources.clone(),
        url: update.url.clone().or_else(|| page.said.url.clone()),
        ..Said::default()
    };
    Metadata { language: metadata::language::language(page, std::iter::once(update.text.as_str())), ..metadata::said_alone(&said) }
}

fn as_shown(page: &Page, update: &Update, blocks: &[usize]) -> Vec<PageBlock> {
    let title = update.title.as_deref().map(key);
    let fate = |at: usize| match (&page.blocks[at], &page.traits[at]) {
        (block, _) if title.as_ref().is_some_and(|title| *title == key(&block.text)) => Fate::Dropped(DropReason::Title),
        (block, _) if is_text(page, at) => Fate::Body(paragraph(block.mark)),
        (_, traits) if traits.byline || traits.dated || traits.timed || traits.lone_name => Fate::Dropped(DropReason::Byline),
        _ => Fate::Dropped(page.asides[at].unwrap_or(DropReason::Fragment)),
    };
    blocks.iter().map(|&at| PageBlock { text: page.blocks[at].text.clone(), fate: fate(at) }).collect()
}

fn paragraph(mark: Mark) -> ParagraphKind {
    match mark {
        Mark::Item => ParagraphKind::ListItem,
        Mark::Quote => ParagraphKind::BlockQuote,
        Mark::None | Mark::Heading(_) => ParagraphKind::Prose,
    }
}

fn as_told(update: &Update) -> Vec<PageBlock> {
    let body = |text: &str, kind| PageBlock { text: text.to_owned(), fate: Fate::Body(kind) };
    if super::reading::is_html(&update.text) {
        let (page, _) = html::read(&update.text);
        return page.blocks.iter().map(|block| body(&block.text, paragraph(block.mark))).collect();
    }
    let (clean, _) = crate::text::sanitize::clean(&update.text);
    clean.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| body(line, ParagraphKind::Prose)).collect()
}

#[cfg(test)]
mod tests {
    use crate::ingest::{Ingested, Options, ingest};

    const LEAD: &str = "<p>The volcano of Tamar broke out on Monday night for the first time in 51 years, and four towns are in a state of emergency.</p>\
                        <p>Nobody has been hurt so far, according to the ministry of health, and the schools stay closed until Friday.</p>";
    const ASH: [&str; 4] = [
        "The volcano threw out a new column of ash at six in the evening, some four kilometres high, the institute of geology said.",
        "People in two quarters had to keep their doors and windows shut all afternoon, and the wind carries the ash to the south.",
        "The airport there has been closed since Monday, and the head of the institute, Marta Quint, does not expect less before Thursday.",
        "Nobody should go home without leave from the police, she said, and whoever has to go out should wear a mask against the ash.",
    ];
    const VALLEY: [&str; 4] = [
        "The police brought 1,200 people out of the upper valley because the lava is only 800 metres away from the first houses.",
        "The buses left the square before the church at eleven, and many people took their animals along, among them forty goats.",
        "The mayor of the valley, Pedro Sand, asked for blankets and food for the sports hall, where the people will spend the night.",
        "The northern road stays closed for all cars until further notice, but for those of the fire brigade and the ambulances.",
    ];

    fn page(lead: &str, entries: impl Fn(&str, &str, &[&str; 4]) -> String) -> String {
        let told = |title: &str, time: &str, author: &str, text: &[&str; 4]| {
            serde_json::json!({"@type": "BlogPosting", "headline": title, "datePublished": time,
                               "author": {"@type": "Person", "name": author}, "articleBody": text.join(" ")})
        };
        let data = serde_json::json!({"@type": "LiveBlogPosting", "headline": "Volcano of Tamar: what happens now",
            "datePublished": "2024-11-19T08:00:00+01:00", "publisher": {"name": "Tamar Daily"},
            "liveBlogUpdate": [told("Volcano sends new ash to the south", "2024-11-19T18:20:00+01:00", "Ines Kabra", &ASH),
                               told("Valley below the volcano is empty", "2024-11-19T11:30:00+01:00", "Blas Orton", &VALLEY)]});
        let shown =
            entries("Volcano sends new ash to the south", "18:20", &ASH) + &entries("Valley below the volcano is empty", "11:30", &VALLEY);
        format!(
            "<html><head><script type='application/ld+json'>{data}</script></head><body><main><h1>Volcano of Tamar: what happens now</h1>\
             {lead}<div>{shown}</div></main></body></html>"
        )
    }

    fn paragraphs(text: &[&str; 4]) -> String {
        text.map(|paragraph| format!("<p>{paragraph}</p>")).concat()
    }

    fn read(page: &str) -> Ingested {
        ingest(page.as_bytes(), "page.html", Options::default()).unwrap()
    }

    /// Title, author and time of each other story.
    fn others(read: &Ingested) -> Vec<(String, String, String)> {
        let text = |text: Option<&str>| text.unwrap_or("-").to_owned();
        let time = |article: &crate::article::Article| article.published().map(crate::article::Published::rfc3339).unwrap_or_default();
        read.others.iter().map(|other| (text(other.title()), text(other.author().as_deref()), time(other))).collect()
    }

    type Entry<'a> = &'a dyn Fn(&str, &str, &[&str; 4]) -> String;

    #[test]
    fn the_updates_are_stories_and_not_the_report() {
        let with_heads: Entry<'_> = &|title, time, text| format!("<div><span>{time}</span><h2>{title}</h2>{}</div>", paragraphs(text));
        let bare: Entry<'_> = &|title, _, text| format!("<div><h2>{title}</h2>{}</div>", paragraphs(text));
        let text_alone: Entry<'_> = &|_, _, text| format!("<div>{}</div>", paragraphs(text));
        let unseen: Entry<'_> = &|_, _, _| String::new();
        let ash = ("Volcano sends new ash to the south".to_owned(), "Ines Kabra".to_owned(), "2024-11-19T18:20:00+01:00".to_owned());
        let valley = ("Valley below the volcano is empty".to_owned(), "Blas Orton".to_owned(), "2024-11-19T11:30:00+01:00".to_owned());
        for (name, entries) in [("heads", with_heads), ("bare", bare), ("text", text_alone), ("unseen", unseen)] {
            let above = read(&page(LEAD, entries));
            assert!(above.article.body.text().ends_with("until Friday."), "{name}: {}", above.article.body.text());
            assert_eq!(others(&above), [ash.clone(), valley.clone()], "{name}");
            assert_eq!(above.others[1].source(), Some("Tamar Daily"), "{name}");
            let alone = read(&page("", entries));
            assert_eq!(alone.article.title(), Some("Volcano of Tamar: what happens now"), "{name}");
            let body = alone.article.body.text();
            assert!(body.starts_with("The volcano threw") && body.ends_with("against the ash."), "{name}: {body}");
            assert_eq!(others(&alone), std::slice::from_ref(&valley), "{name}");
        }
    }

    #[test]
    fn a_short_update_is_no_story() {
        let data = r#"{"@type": "LiveBlogPosting", "headline": "Volcano of Tamar", "liveBlogUpdate": {"@type": "BlogPosting",
            "headline": "Flights cancelled", "articleBody": "The airport has cancelled 43 flights, and six thousand people wait."}}"#;
        let page = format!(
            "<html><head><script type='application/ld+json'>{data}</script></head><body><h1>Volcano of Tamar</h1>{LEAD}\
             <h2>Flights cancelled</h2><p>The airport has cancelled 43 flights, and six thousand people wait.</p></body></html>"
        );
        let read = read(&page);
        assert!(read.others.is_empty() && !read.article.body.text().contains("43 flights"), "{}", read.article.body.text());
    }
}
