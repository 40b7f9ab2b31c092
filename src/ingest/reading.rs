//! The text of one article -> its blocks and what is said of it, by how the text is written and what may stand around it.

use crate::article::{DropReason, Evidence, Fate, Found, Metadata, PageBlock, ParagraphKind, Published};
use crate::text::sanitize::{self, Cleaned};
use crate::text::span::first_chars;

use super::block::Mark;
use super::body::outline::Outline;
use super::html::said::Said;
use super::metadata::title::Titled;
use super::page::Page;
use super::stories::{self, Known};
use super::{Format, Refusal, digest, dump, fate, header, html, language, live, markdown, metadata};

/// What may stand in a text besides the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Around {
    /// All that a page has: menus, other stories.
    Furniture,
    /// Nothing to speak of: the text was given as the article's.
    Nothing,
}

/// An article's blocks, what is said of it, and what was cleaned out of it.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) metadata: Metadata,
    pub(super) blocks: Vec<PageBlock>,
    pub(super) cleaned: Cleaned,
    /// The other whole stories on the page.
    pub(super) others: Vec<Story>,
}

/// What is said of a story, and its blocks.
pub(super) type Story = (Metadata, Vec<PageBlock>);

impl Read {
    fn new((metadata, blocks): Story, others: Vec<Story>, cleaned: Cleaned) -> Self {
        Self { metadata, blocks, cleaned, others }
    }
}

/// Reads a text.
pub(super) fn read(format: Format, text: &str, said: &Said, around: Around, keep_all: bool) -> Result<Read, Refusal> {
    match format {
        Format::Html => of_html(text, said, around, keep_all),
        Format::Markdown => {
            let (html, of_matter) = markdown::as_html(text);
            of_html(&html, &both(said.clone(), of_matter), Around::Nothing, keep_all)
        }
        Format::Text if !keep_all => of_clean_text(text),
        Format::Dump | Format::Feed | Format::Text => of_text(text, said, around, keep_all),
    }
}

fn of_html(text: &str, said: &Said, around: Around, keep_all: bool) -> Result<Read, Refusal> {
    let (mut page, cleaned) = html::read(text);
    page.said = both(said.clone(), std::mem::take(&mut page.said));
    if !keep_all && let Some(plain) = html::preformatted(text, &page) {
        // The title of such a page is the name of its file, and its marks are those of the wrapping.
        let said = Said { titles: Vec::new(), marks: Vec::new(), ..page.said };
        return of_text(&plain, &said, around, keep_all);
    }
    let file = |mut other: Page| {
        other.said = both(said.clone(), std::mem::take(&mut other.said));
        other
    };
    let read = || {
        let found = article(&page, around)
            .or_else(|refusal| html::other_readings(text, &page).find_map(|other| article(&file(other), around).ok()).ok_or(refusal))?;
        // A page that is drawn by a program may have a standfirst and who wrote it in its elements.
        let words = words(&found.0);
        let fuller = (words < LEAST_WHOLE).then(|| article(&file(html::of_program(text, &page)?), around).ok()).flatten();
        Ok(fuller.filter(|fuller| self::words(&fuller.0) >= words * MUCH_MORE).unwrap_or(found))
    };
    let (story, others) =
        if keep_all { (every_block(&page), Vec::new()) } else { read().map_err(|refusal| with_head(refusal, &page.said))? };
    Ok(Read::new(story, others, cleaned))
}

/// The words of a body that may be the beginning of what the page's program has.
const LEAST_WHOLE: usize = 150;

/// How many times the words of such a body the program's text has.
const MUCH_MORE: usize = 3;

/// The words of a story's body.
fn words((_, blocks): &Story) -> usize {
    let body = blocks.iter().filter(|block| matches!(block.fate, Fate::Body(_)));
    body.map(|block| block.text.split_whitespace().count()).sum()
}

/// Why a page is not brought in, with what it says of itself to machines.
fn with_head(refusal: Refusal, said: &Said) -> Refusal {
    let Metadata { title: Some(title), source, published, .. } = metadata::said_alone(said) else { return refusal };
    let (source, day) = (source.map(|found| found.value), published.map(|found| found.value.day().to_string()));
    Refusal::OnlyHead([Some(title.value), source, day].into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

fn of_text(text: &str, said: &Said, around: Around, keep_all: bool) -> Result<Read, Refusal> {
    let (text, cleaned) = sanitize::clean(text);
    let (story, others) = if keep_all {
        (every_line(&text, said), Vec::new())
    } else {
        let page = Page { said: said.clone(), ..dump::read(&text) };
        article(&page, around)?
    };
    Ok(Read::new(story, others, cleaned))
}

/// What the file says goes before what the page in it says.
fn both(file: Said, page: Said) -> Said {
    Said {
        titles: then(file.titles, page.titles),
        sources: then(file.sources, page.sources),
        authors: then(file.authors, page.authors),
        published: then(file.published, page.published),
        updated: then(file.updated, page.updated),
        descriptions: then(file.descriptions, page.descriptions),
        // The page's own address is the one to cite; the file only says where it was saved from.
        url: page.url.or(file.url),
        language: file.language.or(page.language),
        ..page
    }
}

fn then<T>(mut first: Vec<T>, second: Vec<T>) -> Vec<T> {
    first.extend(second);
    first
}

/// The article of a page, and the other whole stories on it.
fn article(page: &Page, around: Around) -> Result<(Story, Vec<Story>), Refusal> {
    let (found, title) = outline(page, around)?;
    let is_page = around == Around::Furniture;
    let told = if is_page { live::stories(page) } else { Vec::new() };
    let spans = if is_page { stories::spans(&found) } else { Vec::new() };
    let article = story(&found, title, around);
    let mut known = Known::of(&article);
    let read = |span| {
        let part = page.part(span);
        let (found, title) = outline(&part, around).ok()?;
        Some(story(&found, title, around))
    };
    let mut others: Vec<Story> = told.into_iter().filter(|story| known.take_told(story)).collect();
    others.extend(spans.into_iter().filter_map(read).filter(|story| known.take(story)));
    Ok((article, others))
}

/// A page with its body found, and its title.
fn outline(page: &Page, around: Around) -> Result<(Outline<'_>, Option<Titled>), Refusal> {
    let outline = match around {
        Around::Furniture => Outline::of(page).map(live::without_updates).map(stories::without_next_story).map(digest::first_report),
        Around::Nothing if is_prose_throughout(page) => Outline::whole(page),
        Around::Nothing => Outline::of(page).filter(|outline| page.tree.is_none() || keeps_most(outline)).or_else(|| Outline::whole(page)),
    };
    let outline = outline.ok_or(Refusal::NoArticle)?;
    let title = metadata::title::title(&outline);
    let outline = match &title {
        Some(found) => outline.below(&found.title.value).or_else(|| if around == Around::Nothing { Outline::whole(page) } else { None }),
        None => Some(outline),
    };
    Ok((outline.ok_or(Refusal::NoArticle)?, title))
}

fn story(outline: &Outline<'_>, title: Option<Titled>, around: Around) -> Story {
    let metadata = metadata::read(outline, title);
    let mut blocks = fate::page(outline, &metadata);
    // A line that is all the text there is.
    if around == Around::Nothing && !blocks.iter().any(|block| matches!(block.fate, Fate::Body(_))) {
        blocks = every_block(outline.page).1;
    }
    (metadata, blocks)
}

/// The least share of blocks and of words in them that are prose in a text without furniture; pages as they are stay far below.
const PROSE_BLOCKS: f32 = 0.5;
/// See [`PROSE_BLOCKS`].
const PROSE_WORDS: f32 = 0.8;

/// Whether nearly all of a text is paragraphs of prose: nothing is around the article then.
fn is_prose_throughout(page: &Page) -> bool {
    let prose = || page.traits.iter().filter(|traits| traits.is_prose());
    let words = |count: usize| count as f32;
    let all: usize = page.traits.iter().map(|traits| traits.words).sum();
    prose().count() as f32 >= PROSE_BLOCKS * page.blocks.len() as f32
        && words(prose().map(|traits| traits.words).sum()) >= PROSE_WORDS * words(all)
}

/// Whether an outline keeps at least half of the words.
fn keeps_most(outline: &Outline<'_>) -> bool {
    let kept: usize = outline.kept().map(|traits| traits.words).sum();
    kept * 2 >= outline.page.traits.iter().map(|traits| traits.words).sum()
}

/// The most characters of a title.
const LONGEST_TITLE: usize = 300;

/// A clean text: its first paragraph is the title where a blank line parts it from the rest, all else is body.
fn of_clean_text(text: &str) -> Result<Read, Refusal> {
    let (text, cleaned) = sanitize::clean(text);
    let page = dump::read(&text);
    let is_title = |page: &Page| {
        let [first, second, ..] = page.blocks.as_slice() else { return false };
        page.header.is_none() && second.after_blank && first.text.chars().count() <= LONGEST_TITLE && !page.traits[0].is_prose()
    };
    let title = is_title(&page).then(|| page.blocks[0].text.clone());
    let mut metadata = Metadata { language: page.language.map(|code| Found::new(code.to_owned(), Evidence::Text)), ..Metadata::default() };
    let mut blocks = Vec::with_capacity(page.blocks.len() + 1);
    let mut rest = page.blocks.as_slice();
    if let Some(header) = &page.header {
        metadata.published = Some(Found::new(Published::Day(header.day), Evidence::HeaderLine));
        blocks.push(PageBlock { text: header.words.clone(), fate: Fate::Dropped(DropReason::HeaderLine) });
    }
    let in_header = page.header.as_ref().is_some_and(|header| header.has_rest);
    let named = title.map(|title| (title, Evidence::Heading));
    let named = named.or_else(|| in_header.then(|| page.blocks.first()).flatten().map(|first| (first.text.clone(), Evidence::HeaderLine)));
    if let Some((title, evidence)) = named {
        blocks.push(PageBlock { text: title.clone(), fate: Fate::Dropped(DropReason::Title) });
        metadata.title = Some(Found::new(title, evidence));
        rest = rest.get(1..).unwrap_or_default();
    }
    blocks.extend(rest.iter().map(|block| PageBlock { text: block.text.clone(), fate: Fate::Body(kind(block.mark)) }));
    if rest.is_empty() { Err(Refusal::NoArticle) } else { Ok(Read::new((metadata, blocks), Vec::new(), cleaned)) }
}

fn kind(mark: Mark) -> ParagraphKind {
    match mark {
        Mark::None => ParagraphKind::Prose,
        Mark::Heading(_) => ParagraphKind::Subhead,
        Mark::Item => ParagraphKind::ListItem,
        Mark::Quote => ParagraphKind::BlockQuote,
    }
}

/// A text of fewer words does not show in which language it is.
const LEAST_WORDS: usize = 40;

/// Every line of the page is a paragraph of the body, but for the header line.
fn every_line(text: &str, said: &Said) -> Story {
    let mut metadata = metadata::said_alone(said);
    let mut page = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if page.is_empty()
            && let Some(header) = header::header(line)
        {
            metadata.published = Some(Found::new(Published::Day(header.day), Evidence::HeaderLine));
            metadata.title = (!header.rest.is_empty()).then(|| Found::new(header.rest.to_owned(), Evidence::HeaderLine));
            page.push(PageBlock { text: line.to_owned(), fate: Fate::Dropped(DropReason::HeaderLine) });
            continue;
        }
        page.push(PageBlock { text: line.to_owned(), fate: Fate::Body(ParagraphKind::Prose) });
    }
    let words = || text.split_ascii_whitespace();
    if metadata.language.is_none() && words().nth(LEAST_WORDS).is_some() {
        metadata.language = language::detect(words()).map(|(_, code)| Found::new(code.to_owned(), Evidence::Text));
    }
    (metadata, page)
}

/// Every block of an HTML page is a paragraph of the body; what it says to machines still counts.
fn every_block(page: &Page) -> Story {
    let blocks = page.blocks.iter().map(|block| PageBlock { text: block.text.clone(), fate: Fate::Body(ParagraphKind::Prose) });
    (metadata::said_alone(&page.said), blocks.collect())
}

/// Characters at the top of an entry's text that tell how it is written.
const TOP: usize = 1 << 16;

/// Marks of HTML that an entry's text has hardly by chance.
const ELEMENTS: &[&str] = &[
    "<p>",
    "<p ",
    "</p>",
    "<br>",
    "<br/>",
    "<br />",
    "</a>",
    "<a href",
    "</div>",
    "</em>",
    "</strong>",
    "</i>",
    "</b>",
    "<img ",
    "</li>",
    "</span>",
    "</blockquote>",
    "</h1>",
    "</h2>",
    "</h3>",
    "</figure>",
    "</html>",
    "</body>",
];

/// Whether an entry's text is HTML.
pub(super) fn is_html(text: &str) -> bool {
    if !text.contains(['<', '&']) {
        return false;
    }
    let top = top(text);
    ELEMENTS.iter().any(|element| top.contains(element))
        || (!text.contains('\n') && ["&nbsp;", "&amp;", "&quot;", "&#"].iter().any(|mark| top.contains(mark)))
}

/// Whether a text is all of a page of HTML, and not the article cut out of one.
pub(super) fn is_whole_page(text: &str) -> bool {
    let top = top(text);
    ["<html", "<body", "<!doctype html"].iter().any(|mark| top.contains(mark))
}

/// The top of a text in small letters.
fn top(text: &str) -> String {
    first_chars(text, TOP).to_ascii_lowercase()
}
